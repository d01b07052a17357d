#include <memory>
#include <string>
#include <utility>

#include <trujaman/document.hpp>
#include <trujaman/message.hpp>
#include <trujaman/segmenter.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/segmentation.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string file;
  std::string language;
  SegmentationArguments segmentation;
  std::string encoding;
  bool json = false;
};

const char* name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Paragraph:
      return "paragraph";
    case BlockKind::Heading:
      return "heading";
    case BlockKind::ListItem:
      return "list_item";
    case BlockKind::TableCell:
      return "table_cell";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::Footnote:
      return "footnote";
  }
  return "";
}

Status run(const Arguments& args) {
  const LanguageTag wanted = args.language.empty() ? LanguageTag() : LanguageTag(args.language);
  Document document =
      read_document(args.file, wanted, {.encoding = args.encoding, .on_diagnostic = print_warning});
  const Segmenter segmenter = make_segmenter(document.language, args.segmentation);
  const SegmentedDocument segmented = segmenter.segment(std::move(document));
  for (std::size_t i = 0; i < segmented.size(); ++i) {
    if (!args.json) {
      print_line(segmented.text(i));
      continue;
    }
    const std::size_t number = segmented.segments[i].block;
    const Block& block = segmented.document.blocks[number];
    Json line = {{"text", segmented.text(i)},
                 {"block", number},
                 {"kind", name_of(block.kind)},
                 {"line", block.where.line}};
    if (block.where.page != 0) line["page"] = block.where.page;
    print_json(line);
  }
  return Status::Done;
}

}  // namespace

void add_segment(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "segment", message("Print a document's segments, as the aligner sees them"));
  command
      ->add_option("FILE", args->file,
                   message("The document (docx, odt, html, md, pdf, txt, xlf, po, tsv, csv, srt); "
                           "- is standard input"))
      ->required()
      ->type_name("FILE");
  add_language_option(*command, "-l,--language", args->language,
                      message("Its language; without it, it is detected"));
  add_segmentation_options(*command, args->segmentation);
  command
      ->add_option("--encoding", args->encoding,
                   message("Its encoding, where it does not say it: windows-1252, macintosh, …"))
      ->type_name("NAME");
  add_json_option(*command, args->json);
  command->footer(with_example("", "trujaman segment -l es informe.es.md"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli
