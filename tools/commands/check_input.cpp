#include "commands/check_input.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <trujaman/aligner.hpp>
#include <trujaman/message.hpp>
#include <trujaman/segmenter.hpp>

#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/status.hpp"
#include "cli/unit_files.hpp"
#include "commands/align_lexicon.hpp"

namespace trujaman::cli {
namespace {

/// A bead of less confidence would be found wrong because it is a wrong bead.
constexpr double least_confidence = 0.6;
/// … and a sentence without counterpart has to be so for certain, and be a sentence.
constexpr double least_null_confidence = 0.9;
constexpr std::size_t shortest_sentence = 20;

SegmentedDocument read_side(const std::string& path, const std::string& language) {
  const LanguageTag wanted = language.empty() ? LanguageTag() : LanguageTag(language);
  Document document = read_document(path, wanted, {.encoding = {}, .on_diagnostic = print_warning});
  const Segmenter segmenter(document.language);
  return segmenter.segment(std::move(document));
}

std::size_t line_of(const SegmentedDocument& document, SegmentRange range) {
  if (range.begin >= document.size()) return 0;
  return document.document.blocks[document.segments[range.begin].block].where.line;
}

/// A unit with text on one side and none on the other.
TranslationUnit one_sided(const SegmentedDocument& text, SegmentRange range,
                          const LanguageTag& source, const LanguageTag& target) {
  TranslationUnit unit;
  unit.source_language = source;
  for (const LanguageTag& language : {source, target}) {
    Variant& variant = unit.variants.emplace_back();
    variant.language = language;
    if (language == text.document.language) variant.text = text.text(range.begin);
  }
  return unit;
}

}  // namespace

void read_units_with_places(const std::string& file, const std::string& format,
                            const LanguagePair& languages, const PlacedUnitSink& sink) {
  ProgressBar bar(file);
  std::size_t units = 0;
  const LocatedUnitSink take = [&](TranslationUnit&& unit, const Location& where) {
    if (!bar.count(++units)) stop_if_interrupted();
    sink(std::move(unit), {&file, &file, where.line, where.line, units});
  };
  // What is empty or in one language only is found by the rules; what was skipped is not.
  const auto warn = [](const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::Defect) print_warning(diagnostic);
  };
  read_units(file, unit_format(file, format), languages, take, warn);
  stop_if_interrupted();
}

bool are_documents(const std::vector<std::string>& files, const std::string& format) {
  return files.size() == 2 && format.empty() &&
         std::ranges::none_of(files, [](const std::string& f) { return is_unit_file(f); });
}

void read_document_pair(const std::string& source_file, const std::string& target_file,
                        const std::string& source_language, const std::string& target_language,
                        const std::vector<ConceptEntry>& concepts, const PlacedUnitSink& sink) {
  const SegmentedDocument source = read_side(source_file, source_language);
  const SegmentedDocument target = read_side(target_file, target_language);
  const LanguagePair languages{source.document.language, target.document.language};
  if (languages.source == languages.target) {
    throw Error(Errc::InvalidArgument,
                message("is in the same language ({1}) as {2}; name the languages with --from and "
                        "--to if that is wrong",
                        languages.target.str(), source_file),
                {.source = target_file});
  }
  const KnownWords known{.concepts = concepts, .words = {}};
  ProgressBar bar(message("aligning"));
  const Aligner aligner(languages, {.lexicon = lexicon_for(known, languages, source.document.id),
                                    .progress = [&](double done) { return bar.update(done); }});
  const Alignment alignment = aligner.align(source, target);
  stop_if_interrupted();

  const DocumentAlignment translation{&target, &alignment};
  std::vector<TranslationUnit> units = to_units(source, {&translation, 1}, least_confidence);
  auto unit = units.begin();
  std::size_t position = 0;  // of the beads that have a source, as Occurrence counts them
  std::size_t number = 0;
  for (const Bead& bead : alignment.beads) {
    ++number;
    const UnitPlace where{&source_file, &target_file, line_of(source, bead.source),
                          line_of(target, bead.target), number};
    if (bead.is_null()) {
      const bool untranslated = bead.target.empty();
      const SegmentedDocument& text = untranslated ? source : target;
      const SegmentRange range = untranslated ? bead.source : bead.target;
      if (!range.empty() && bead.confidence >= least_null_confidence &&
          text.text(range.begin).size() >= shortest_sentence) {
        sink(one_sided(text, range, languages.source, languages.target), where);
      }
    } else if (unit != units.end() && unit->occurrences.front().position == position) {
      sink(std::move(*unit++), where);
    }
    if (!bead.source.empty()) ++position;
  }
}

}  // namespace trujaman::cli
