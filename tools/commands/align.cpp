#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/review.hpp>

#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_files.hpp"
#include "commands/align_anchors.hpp"
#include "commands/align_lexicon.hpp"
#include "commands/align_report.hpp"
#include "commands/align_sides.hpp"
#include "commands/align_vectors.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

struct Arguments : SideArguments {
  std::string output;
  std::string format;
  std::vector<std::string> only;
  TmxOptions tmx;
  XliffVersion xliff_version = XliffVersion::V1_2;
  std::string memory;
  std::vector<std::string> beads;
  std::string review;
  std::vector<std::string> glossaries;
  std::vector<std::string> lexicons;
  AnchorArguments anchors;
  VectorArguments vectors;
  double min_confidence = 0.4;
  bool json = false;
};

/// Moves OUT2 of "--beads OUT OUT2" from the documents to the bead files. The parser gives --beads
/// one value, since it cannot know that "--beads OUT ES EN" has no second: what follows it is one
/// only where it would be a fourth document.
void take_second_bead_file(Arguments& args, std::span<const char* const> argv) {
  if (args.documents.size() != 4) return;
  const auto option = std::ranges::find(argv, std::string_view("--beads"),
                                        [](const char* a) { return std::string_view(a); });
  if (std::distance(option, argv.end()) < 3) return;
  const std::string second = *std::next(option, 2);
  const auto found = std::ranges::find(args.documents, second);
  if (found == args.documents.end()) return;
  args.beads.push_back(second);
  args.documents.erase(found);
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return a == b || fs::equivalent(a, b, ignored);
}

/// Files that are read and files that are written must all be different ones.
void check_names(const Arguments& args) {
  const auto& in = args.documents;
  for (std::size_t i = 0; i < in.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!same_file(in[i], in[j])) continue;
      throw Error(
          Errc::InvalidArgument,
          message("is given twice; give a document and its translation, which is another file"),
          {.source = in[i]});
    }
  }
  std::vector<std::string> out = args.beads;
  if (!args.output.empty()) out.push_back(args.output);
  if (!args.review.empty()) out.push_back(args.review);
  if (!args.memory.empty()) out.push_back(args.memory);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto same = [&](const std::string& other) { return same_file(out[i], other); };
    const auto later = out.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if ((out[i] != "-" && std::ranges::any_of(in, same)) || std::any_of(later, out.end(), same)) {
      throw UsageError(message("{1} is named twice; give every output a name of its own", out[i]));
    }
  }
}

void check(const Arguments& args) {
  const std::size_t documents = args.documents.size();
  if (documents > 3) throw UsageError(message("at most three documents can be aligned at once"));
  if (!args.languages.empty() && args.languages.size() != documents) {
    throw UsageError(message("-l names {1} for {2}; name one for each, in their order",
                             counted("{1} language", "{1} languages", args.languages.size()),
                             counted("{1} document", "{1} documents", documents)));
  }
  if (args.encodings.size() > 1 && args.encodings.size() != documents) {
    throw UsageError(message("--encoding names {1} for {2}; name one for all, or one for each",
                             counted("{1} encoding", "{1} encodings", args.encodings.size()),
                             counted("{1} document", "{1} documents", documents)));
  }
  if (!args.beads.empty() && args.beads.size() != documents - 1) {
    throw UsageError(counted("--beads takes one file for each translation: {1} name, not {2}",
                             "--beads takes one file for each translation: {1} names, not {2}",
                             documents - 1, args.beads.size()));
  }
  if (!args.anchors.files.empty() && args.anchors.files.size() != documents - 1) {
    throw UsageError(message("--anchors is to be given once for each translation, in their order"));
  }
  check_vectors(args.vectors, documents);
  check_names(args);
}

/// Aligns pairs of documents, one after the other, under one progress bar.
class PairAligner {
 public:
  /// All are borrowed; @p vectors are of each side, or none.
  PairAligner(const std::vector<Side>& sides, const KnownWords& known,
              const std::vector<SentenceVectors>& vectors, std::size_t pairs)
      : sides_(&sides), known_(&known), vectors_(&vectors), pairs_(static_cast<double>(pairs)) {}

  Alignment align(std::size_t from, std::size_t to, const std::vector<AnchorPair>& anchors) {
    const SegmentedDocument& source = (*sides_)[from].text;
    const SegmentedDocument& target = (*sides_)[to].text;
    const LanguagePair pair{source.document.language, target.document.language};
    const std::string& pivot = sides_->front().text.document.id;
    const Aligner aligner(
        pair, {.lexicon = lexicon_for(*known_, pair, pivot), .progress = [this](double done) {
                 return bar_.update((finished_ + done) / pairs_);
               }});
    std::optional<VectorScorer> scorer;
    if (!vectors_->empty()) scorer.emplace((*vectors_)[from], (*vectors_)[to]);
    Alignment alignment =
        aligner.align(source, target, {.anchors = anchors, .scorer = scorer ? &*scorer : nullptr});
    finished_ += 1.0;
    stop_if_interrupted();
    return alignment;
  }

 private:
  const std::vector<Side>* sides_;
  const KnownWords* known_;
  const std::vector<SentenceVectors>* vectors_;
  ProgressBar bar_{"aligning"};
  double pairs_;
  double finished_ = 0.0;
};

/// The source with each translation; then two translations with each other, as witnesses.
void align_sides(AlignResult& result, const KnownWords& known, const Arguments& args) {
  const std::vector<SentenceVectors> vectors = read_vectors(args.vectors, result.sides);
  const std::size_t translations = result.sides.size() - 1;
  PairAligner pairs(result.sides, known, vectors, translations == 2 ? 3 : translations);
  const SegmentedDocument& source = result.sides[0].text;
  for (std::size_t i = 0; i < translations; ++i) {
    const SegmentedDocument& target = result.sides[i + 1].text;
    result.alignments.push_back(
        pairs.align(0, i + 1, anchors_for(args.anchors, i, source, target)));
  }
  if (translations == 2) result.cross = pairs.align(1, 2, {});
}

std::vector<DocumentAlignment> targets_of(const AlignResult& result) {
  std::vector<DocumentAlignment> targets;
  for (std::size_t i = 0; i < result.alignments.size(); ++i) {
    targets.push_back({.target = &result.sides[i + 1].text, .alignment = &result.alignments[i]});
  }
  return targets;
}

std::vector<TranslationUnit> make_units(const AlignResult& result, double min_confidence) {
  const std::vector<DocumentAlignment> targets = targets_of(result);
  std::vector<CrossAlignment> crosses;
  if (result.cross) crosses.push_back({.alignment = &*result.cross});
  return to_units(result.sides[0].text, targets, min_confidence, crosses);
}

std::string numbers(const SegmentRange& range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (i != range.begin) out += ',';
    out += std::to_string(i);
  }
  return out;
}

void write_beads(std::ostream& out, const Alignment& alignment) {
  for (const Bead& bead : alignment.beads) {
    out << numbers(bead.source) + '\t' + numbers(bead.target) + '\t' + fixed(bead.confidence, 4) +
               '\n';
  }
}

/// Those of the documents that --only names, or all.
std::vector<LanguageTag> output_languages(const AlignResult& result, const Arguments& args) {
  std::vector<LanguageTag> languages;
  for (const Side& side : result.sides) languages.push_back(side.text.document.language);
  if (args.only.empty()) return languages;
  const std::vector<LanguageTag> only = to_tags(args.only);
  for (const LanguageTag& range : only) {
    if (std::ranges::any_of(languages, [&](const auto& tag) { return tag.matches(range); }))
      continue;
    throw UsageError(message("--only {1}: none of the documents is in that language", range.str()));
  }
  return only;
}

void write_units(std::ostream& out, const AlignResult& result, UnitFormat format,
                 const std::vector<LanguageTag>& languages, const Arguments& args) {
  TmxOptions tmx = args.tmx;
  if (!args.only.empty()) tmx.languages = languages;
  UnitWriter writer(out, format, languages.front(), languages,
                    {.tmx = tmx, .xliff = args.xliff_version});
  for (const TranslationUnit& unit : result.units) writer.write(unit);
  writer.finish();
}

AddSummary add_to_memory(Memory& memory, const std::vector<TranslationUnit>& units) {
  MemoryWriter writer = memory.write();
  for (const TranslationUnit& unit : units) {
    stop_if_interrupted();
    writer.add(unit);
  }
  writer.commit();
  return writer.summary();
}

/// The bead files, the review, then the file of units, made before the long work so that it is not
/// done in vain.
std::vector<OutputFile> make_outputs(const Arguments& args) {
  std::vector<OutputFile> outputs(args.beads.begin(), args.beads.end());
  if (!args.review.empty()) outputs.emplace_back(args.review);
  if (!args.output.empty()) outputs.emplace_back(args.output);
  return outputs;
}

Status run(const Arguments& args) {
  check(args);
  const UnitFormat format =
      args.output.empty() ? UnitFormat::Tmx : unit_format(args.output, args.format);
  AlignResult result;
  result.sides = read_sides(args);
  const std::vector<LanguageTag> languages = output_languages(result, args);
  KnownWords known = read_known_words(args.glossaries, args.lexicons);
  std::vector<OutputFile> outputs = make_outputs(args);
  std::optional<Memory> memory;
  std::error_code ignored;
  if (fs::exists(args.memory, ignored)) memory = open_memory(args.memory, Memory::Mode::ReadWrite);
  if (memory) known.memory = &*memory;

  align_sides(result, known, args);
  result.units = make_units(result, args.min_confidence);

  // From here on nothing takes long. All files are whole before the memory is touched, and they
  // appear after it has been: whatever fails before that leaves everything as it was.
  for (std::size_t i = 0; i < args.beads.size(); ++i) {
    write_beads(outputs[i].stream(), result.alignments[i]);
  }
  if (!args.review.empty()) {
    write_review(outputs[args.beads.size()].stream(), result.sides[0].text, targets_of(result),
                 {.language = message_language()});
  }
  if (!args.output.empty()) write_units(outputs.back().stream(), result, format, languages, args);
  for (OutputFile& output : outputs) output.close();
  stop_if_interrupted();
  if (!args.memory.empty()) {
    if (!memory) memory = open_memory(args.memory, Memory::Mode::Create);
    result.added = add_to_memory(*memory, result.units);
  }
  for (OutputFile& output : outputs) output.publish();

  result.output = args.output;
  result.review = args.review;
  result.memory = args.memory;
  const bool output_is_results =
      args.output == "-" || args.review == "-" || std::ranges::count(args.beads, "-") != 0;
  if (args.json && !output_is_results) {
    print_json(report_json(result));
  } else if (!output_is_results) {
    print_report(result);
  }
  return Status::Done;
}

}  // namespace

void add_align(CLI::App& program, Job& job, std::span<const char* const> arguments) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "align", message("Align a document with its translations, sentence by sentence"));
  command
      ->add_option("DOCUMENT", args->documents,
                   message("The source document, then one or two translations"))
      ->required()
      ->expected(2, 4)
      ->type_name("SOURCE TARGET [TARGET2]");
  add_languages_option(*command, "-l,--languages", args->languages,
                       message("Their languages; detected without it"));
  command
      ->add_option(
          "--encoding", args->encodings,
          message("Their encoding, where they do not say it; one for all, or one for each"))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAME,...");
  command
      ->add_option("-o,--output", args->output,
                   message("Write the units to FILE (.tmx, .xlf, .tsv, .csv, .xlsx)"))
      ->type_name("FILE");
  add_format_option(*command, args->format);
  add_languages_option(*command, "--only", args->only,
                       message("Write only these of the languages to -o"));
  add_tmx_options(*command, args->tmx);
  add_xliff_version_option(*command, args->xliff_version);
  command
      ->add_option("-m,--memory", args->memory,
                   message("Learn from this memory, and add the units to it"))
      ->type_name("FILE");
  command
      ->add_option("--beads", args->beads, message("Write the beads, a file for each translation"))
      ->allow_extra_args(false)
      ->type_name("OUT [OUT2]");
  command
      ->add_option("--review", args->review,
                   message("Write a page to read the documents side by side"))
      ->type_name("OUT.html");
  add_glossary_option(*command, args->glossaries);
  command
      ->add_option(
          "--lexicon", args->lexicons,
          message("Word pairs: rows of source, tab, target, or hunalign's; may be repeated"))
      ->allow_extra_args(false)
      ->type_name("FILE");
  CLI::Option* pattern =
      command
          ->add_option("--anchor-pattern", args->anchors.pattern,
                       message("Pair segments that match, by the numbers in them"))
          ->type_name("REGEX");
  command
      ->add_option("--anchors", args->anchors.files,
                   message("Keep these pairs of segments together; a file for each translation"))
      ->excludes(pattern)
      ->allow_extra_args(false)
      ->type_name("FILE");
  add_vector_options(*command, args->vectors);
  command
      ->add_option("--min-confidence", args->min_confidence, message("Leave out units below this"))
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str()
      ->type_name("P");
  CLI::Option* srx = add_segmentation_options(*command, args->segmentation);
  command
      ->add_flag("--segmented", args->segmented,
                 message("The lines are segments already: change nothing"))
      ->excludes(srx);
  add_json_option(*command, args->json);
  command->footer(with_example(
      message(
          "Nothing is written unless all of it can be; the memory changes in one transaction.\n"
          "A line of --beads: source segments, target segments, confidence, with tabs between.\n"
          "A line of --anchors: a source and a target segment, counted from 0 as in --beads.\n"
          "Vectors: a row a segment; or a row a line of FILE, if FILE stands beside FILE.emb."),
      "trujaman align informe.es.md report.en.md rapport.fr.md -o report.tmx -m my.tm"));
  command->callback([args, arguments, &job] {
    job = [args, arguments] {
      take_second_bead_file(*args, arguments);
      return run(*args);
    };
  });
}

}  // namespace trujaman::cli
