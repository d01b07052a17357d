#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/document.hpp>
#include <trujaman/document_writer.hpp>
#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/segmentation.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string file;
  std::string memory;
  std::string from;
  std::string to;
  std::string output;
  std::string encoding;
  SegmentationArguments segmentation;
  double min_score = 100.0;
  bool no_highlight = false;
  bool json = false;
};

/// Bands of scores, by their lower ends, as translators are paid by them.
struct Band {
  const char* name;
  double least;
};
constexpr std::array<Band, 6> bands{{{"context", 0},
                                     {"100 %", 100},
                                     {"95-99 %", 95},
                                     {"85-94 %", 85},
                                     {"75-84 %", 75},
                                     {"50-74 %", 50}}};

std::size_t band_of(const FuzzyMatch& match) {
  if (match.kind == MatchKind::Context) return 0;
  for (std::size_t i = 1; i < bands.size(); ++i) {
    if (match.score >= bands[i].least) return i;
  }
  return bands.size() - 1;
}

/// What happened to the segments.
struct Tally {
  std::array<std::size_t, bands.size()> matches{};
  std::size_t wordless = 0;  ///< Without a letter: figures, symbols.
  std::size_t passed = 0;    ///< Left as they are, without a mark.

  [[nodiscard]] std::size_t found() const {
    return std::accumulate(matches.begin(), matches.end(), std::size_t{0});
  }
};

/// Whether there is anything to translate in a text: a letter of any script, or a sign beyond ASCII
/// that may be one.
bool has_words(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) >= 0xC3U);
  });
}

/// The block's codes that stand in @p span, whole pairs only, at their places in it.
InlineCodes codes_in(const Block& block, TextSpan span) {
  InlineCodes out;
  for (const InlineCode& code : block.codes) {
    if (code.position < span.begin || code.position > span.end) continue;
    out.push_back(code);
    out.back().position -= span.begin;
  }
  std::erase_if(out, [&out, all = out](const InlineCode& code) {
    return code.pair != 0 && std::ranges::count(all, code.pair, &InlineCode::pair) != 2;
  });
  return out;
}

class Pretranslator {
 public:
  Pretranslator(const Memory& memory, LanguagePair pair, const Arguments& args,
                const SegmentedDocument& document)
      : memory_(&memory), pair_(std::move(pair)), args_(&args), document_(&document) {}

  /// What becomes of the segments of each block.
  std::vector<std::vector<Rendering>> render_all() {
    ProgressBar bar(message("looking up"));
    std::vector<std::vector<Rendering>> out(document_->document.blocks.size());
    for (std::size_t i = 0; i < document_->size(); ++i) {
      if (!bar.update(static_cast<double>(i) / static_cast<double>(document_->size()))) {
        stop_if_interrupted();
      }
      const Segment& segment = document_->segments[i];
      if (std::optional<Rendering> r = render(i)) out.at(segment.block).push_back(std::move(*r));
    }
    return out;
  }

  [[nodiscard]] const Tally& tally() const noexcept { return tally_; }

 private:
  std::optional<Rendering> render(std::size_t i) {
    Rendering out{.span = document_->segments[i].span, .text = {}, .codes = {}};
    const std::optional<FuzzyMatch> match = best_match(i);
    if (match) {
      out.text = match->target.text;
      out.codes = match->target.codes;
      // Elsewhere than in documents it is no colour but the state of the unit.
      out.revise = match->score < 100.0 && (!args_->no_highlight || document_->document.segmented);
      ++tally_.matches.at(band_of(*match));
    } else if (!has_words(document_->text(i))) {
      ++tally_.wordless;
      return std::nullopt;
    } else if (args_->no_highlight) {
      ++tally_.passed;
      return std::nullopt;
    }
    return out;
  }

  /// With the segment's codes and without: formatting that the memory does not know is no reason to
  /// leave a sentence.
  std::optional<FuzzyMatch> best_match(std::size_t i) const {
    const Segment& segment = document_->segments[i];
    const InlineCodes codes = codes_in(document_->document.blocks.at(segment.block), segment.span);
    std::optional<FuzzyMatch> best;
    for (const bool with_codes : {true, false}) {
      if (with_codes && codes.empty()) continue;
      LookupOptions options{.min_score = args_->min_score, .limit = 1};
      if (i > 0) options.previous = document_->text(i - 1);
      if (i + 1 < document_->size()) options.next = document_->text(i + 1);
      if (with_codes) options.codes = codes;
      std::vector<FuzzyMatch> found = memory_->lookup(document_->text(i), pair_, options);
      if (!found.empty() && (!best || found.front().score > best->score)) {
        best = std::move(found.front());
      }
    }
    return best;
  }

  const Memory* memory_;
  LanguagePair pair_;
  const Arguments* args_;
  const SegmentedDocument* document_;
  Tally tally_;
};

/// The language to translate into: as named, or the memory's other one.
LanguageTag target_language(const Arguments& args, const Memory& memory, const LanguageTag& from) {
  if (!args.to.empty()) return LanguageTag(args.to);
  std::vector<LanguageTag> others;
  for (const auto& [language, count] : memory.statistics().languages) {
    if (!language.matches(from)) others.push_back(language);
  }
  if (others.size() != 1) {
    throw UsageError(
        counted("name the language to translate into with --to: {2} has {1} language beside {3}",
                "name the language to translate into with --to: {2} has {1} languages beside {3}",
                others.size(), args.memory, from.str()));
  }
  return others.front();
}

void print_summary(const Arguments& args, const SegmentedDocument& document, const Tally& tally,
                   const RenderSummary& summary) {
  const std::array labels{message("found"), message("filled"), message("left"),
                          message("no words")};
  std::size_t width = 0;
  for (const std::string& label : std::span(labels).first(3)) {
    width = std::max(width, width_of(label));
  }
  const auto print_row = [&](const std::string& label, std::size_t count) {
    print_line("  " + padded(label, width) + "  " + std::to_string(count));
  };
  print_line(args.file + " (" + document.document.language.str() +
             "): " + counted("{1} block", "{1} blocks", document.document.blocks.size()) + ", " +
             counted("{1} segment", "{1} segments", document.size()));
  print_row(labels[0], tally.found());
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (tally.matches.at(i) == 0) continue;
    print_line("    " + padded(bands.at(i).name, 8) + "  " + std::to_string(tally.matches.at(i)));
  }
  print_row(labels[1], summary.replaced);
  print_row(labels[2], summary.left);
  if (tally.wordless != 0) print_row(labels[3], tally.wordless);
  print_line(message("written to {1}", args.output));
}

Json summary_json(const Arguments& args, const SegmentedDocument& document,
                  const LanguagePair& pair, const Tally& tally, const RenderSummary& summary) {
  Json found = Json::object();
  for (std::size_t i = 0; i < bands.size(); ++i) found[bands.at(i).name] = tally.matches.at(i);
  return {{"file", args.file},           {"source", pair.source.str()},
          {"target", pair.target.str()}, {"segments", document.size()},
          {"found", tally.found()},      {"bands", std::move(found)},
          {"filled", summary.replaced},  {"left", summary.left},
          {"wordless", tally.wordless},  {"output", args.output}};
}

Status run(const Arguments& args) {
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  const LanguageTag wanted = args.from.empty() ? LanguageTag() : LanguageTag(args.from);
  Document read =
      read_document(args.file, wanted, {.encoding = args.encoding, .on_diagnostic = print_warning});
  const Segmenter segmenter = make_segmenter(read.language, args.segmentation);
  const SegmentedDocument document = segmenter.segment(std::move(read));
  const LanguagePair pair{document.document.language,
                          target_language(args, memory, document.document.language)};

  OutputFile output(args.output);
  Pretranslator pretranslator(memory, pair, args, document);
  const std::vector<std::vector<Rendering>> renderings = pretranslator.render_all();
  RenderSummary summary =
      translate_document(args.file, output.stream(),
                         [&](std::size_t number, const Block&) { return renderings.at(number); },
                         {.encoding = args.encoding, .on_diagnostic = print_warning});
  summary.left += pretranslator.tally().passed;
  stop_if_interrupted();
  output.close();
  output.publish();
  if (args.json && args.output != "-") {
    print_json(summary_json(args, document, pair, pretranslator.tally(), summary));
  } else if (args.output != "-") {
    print_summary(args, document, pretranslator.tally(), summary);
  }
  return Status::Done;
}

}  // namespace

void add_pretranslate(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "pretranslate", message("Fill a copy of a document with what the memory knows"));
  command->add_option("FILE", args->file, message("The document (docx, odt, xlf, po, md, txt)"))
      ->required()
      ->type_name("FILE");
  add_memory_option(*command, args->memory)->required();
  add_language_option(*command, "-l,--from", args->from,
                      message("Its language; detected without it"));
  add_language_option(
      *command, "--to", args->to,
      message("Language wanted; may be left out where the memory has only one other"));
  command
      ->add_option("--min-score", args->min_score,
                   message("Lowest score that is filled in, 50 to 100"))
      ->check(CLI::Range(50.0, 100.0))
      ->capture_default_str()
      ->type_name("N");
  command->add_flag("--no-highlight", args->no_highlight,
                    message("Leave what is not filled in as it is"));
  command->add_option("-o,--output", args->output, message("Write the copy to FILE"))
      ->required()
      ->type_name("FILE");
  add_segmentation_options(*command, args->segmentation);
  command
      ->add_option("--encoding", args->encoding,
                   message("Its encoding, where it does not say it: windows-1252, macintosh, …"))
      ->type_name("NAME");
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("Layout, pictures and styles stay. In docx and odt, segments without a match are\n"
              "highlighted in yellow, those filled from a match below 100 in blue; in md they "
              "stand in\n"
              "<mark> and <mark class=\"revise\">, in txt in [[ ]] and [? ?]. In xlf and po, what "
              "has a\n"
              "translation keeps it; new ones have a state, or are marked fuzzy when below 100; "
              "what is\n"
              "left is listed."),
      "trujaman pretranslate --memory my.tm --from es --to en informe.docx -o report.docx"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli
