#include "commands/align_report.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <trujaman/message.hpp>

#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace {

constexpr std::size_t least_certain_shown = 5;
constexpr std::size_t excerpt_length = 44;

struct Band {
  const char* name;
  double from;
};

constexpr std::array<Band, 4> bands = {
    {{"0.95-1.00", 0.95}, {"0.80-0.95", 0.80}, {"0.50-0.80", 0.50}, {"0.00-0.50", 0.0}}};

std::string type_of(const Bead& bead) {
  return std::to_string(bead.source.size()) + '-' + std::to_string(bead.target.size());
}

/// Types with their counts, the most frequent first, then by name.
std::vector<std::pair<std::string, std::size_t>> types_of(const Alignment& alignment) {
  std::map<std::string, std::size_t> counts;
  for (const Bead& bead : alignment.beads) ++counts[type_of(bead)];
  std::vector<std::pair<std::string, std::size_t>> out(counts.begin(), counts.end());
  std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

/// Beads in each of the bands.
std::array<std::size_t, bands.size()> band_counts(const Alignment& alignment) {
  std::array<std::size_t, bands.size()> counts{};
  for (const Bead& bead : alignment.beads) {
    std::size_t band = 0;
    while (band + 1 < bands.size() && bead.confidence < bands[band].from) ++band;
    ++counts[band];
  }
  return counts;
}

std::vector<Bead> least_certain(const Alignment& alignment) {
  std::vector<Bead> beads = alignment.beads;
  std::ranges::stable_sort(beads, {}, &Bead::confidence);
  beads.resize(std::min(beads.size(), least_certain_shown));
  return beads;
}

/// Segments of a range, joined as a unit would join them.
std::string text_of(const SegmentedDocument& document, const SegmentRange& range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (i != range.begin) out += ' ';
    out += document.text(i);
  }
  return out;
}

std::size_t repaired_blocks(const Document& document) {
  return static_cast<std::size_t>(std::ranges::count_if(
      document.blocks, [](const Block& block) { return !block.repairs.empty(); }));
}

std::string percent(std::size_t part, std::size_t whole) {
  const double share = whole == 0 ? 0.0 : 100.0 * static_cast<double>(part);
  return fixed(share / static_cast<double>(std::max<std::size_t>(whole, 1)), 1) + " %";
}

void print_alignment(const AlignResult& result, std::size_t index) {
  const SegmentedDocument& source = result.sides[0].text;
  const SegmentedDocument& target = result.sides[index + 1].text;
  const Alignment& alignment = result.alignments[index];
  const std::size_t total = alignment.beads.size();

  print_line();
  print_line(source.document.language.str() + " - " + target.document.language.str() + ": " +
             counted("{1} bead, quality {2}", "{1} beads, quality {2}", total,
                     fixed(alignment.quality, 3)));
  const std::string type_label = message("type");
  const std::string confidence_label = message("confidence");
  const std::size_t width = std::max(width_of(type_label), width_of(confidence_label)) + 2;
  std::string types = "  " + padded(type_label, width);
  for (const auto& [type, count] : types_of(alignment)) {
    types += type + " × " + std::to_string(count) + "   ";
  }
  types.erase(types.find_last_not_of(' ') + 1);
  print_line(types);
  const auto counts = band_counts(alignment);
  for (std::size_t i = 0; i < bands.size(); ++i) {
    print_line("  " + padded(i == 0 ? confidence_label : "", width) + bands[i].name + "  " +
               std::to_string(counts[i]) + " (" + percent(counts[i], total) + ")");
  }
  print_line("  " + message("least certain"));
  for (const Bead& bead : least_certain(alignment)) {
    print_line("    " + fixed(bead.confidence, 2) + "  " + type_of(bead) + "  " +
               shorten(text_of(source, bead.source), excerpt_length) + " | " +
               shorten(text_of(target, bead.target), excerpt_length));
  }
}

Json range_json(const SegmentRange& range) {
  Json out = Json::array();
  for (std::size_t i = range.begin; i < range.end; ++i) out.push_back(i);
  return out;
}

Json alignment_json(const AlignResult& result, std::size_t index) {
  const SegmentedDocument& source = result.sides[0].text;
  const SegmentedDocument& target = result.sides[index + 1].text;
  const Alignment& alignment = result.alignments[index];
  Json types = Json::object();
  for (const auto& [type, count] : types_of(alignment)) types[type] = count;
  Json confidence = Json::object();
  const auto counts = band_counts(alignment);
  for (std::size_t i = 0; i < bands.size(); ++i) confidence[bands[i].name] = counts[i];
  Json uncertain = Json::array();
  for (const Bead& bead : least_certain(alignment)) {
    uncertain.push_back({{"source", range_json(bead.source)},
                         {"target", range_json(bead.target)},
                         {"confidence", rounded(bead.confidence)},
                         {"source_text", text_of(source, bead.source)},
                         {"target_text", text_of(target, bead.target)}});
  }
  return {{"source", source.document.language.str()},
          {"target", target.document.language.str()},
          {"beads", alignment.beads.size()},
          {"quality", rounded(alignment.quality)},
          {"types", std::move(types)},
          {"confidence", std::move(confidence)},
          {"least_certain", std::move(uncertain)}};
}

}  // namespace

void print_report(const AlignResult& result) {
  for (const auto& [path, text] : result.sides) {
    std::string line = path + " (" + text.document.language.str() +
                       "): " + counted("{1} block", "{1} blocks", text.document.blocks.size()) +
                       ", " + counted("{1} segment", "{1} segments", text.size());
    const std::size_t repaired = repaired_blocks(text.document);
    if (repaired != 0) line += ", " + counted("{1} block mended", "{1} blocks mended", repaired);
    print_line(line);
  }
  for (std::size_t i = 0; i < result.alignments.size(); ++i) print_alignment(result, i);
  print_line();
  print_line(result.output.empty()
                 ? counted("{1} unit", "{1} units", result.units.size())
                 : counted("{1} unit, written to {2}", "{1} units, written to {2}",
                           result.units.size(), result.output));
  if (!result.review.empty()) print_line(message("{1}: to be read in a browser", result.review));
  if (!result.memory.empty()) {
    print_line(message("{1}: {2} added, {3} already there", result.memory, result.added.added,
                       result.added.merged));
  }
}

Json report_json(const AlignResult& result) {
  Json documents = Json::array();
  for (const auto& [path, text] : result.sides) {
    documents.push_back({{"file", path},
                         {"language", text.document.language.str()},
                         {"blocks", text.document.blocks.size()},
                         {"mended", repaired_blocks(text.document)},
                         {"segments", text.size()}});
  }
  Json alignments = Json::array();
  for (std::size_t i = 0; i < result.alignments.size(); ++i) {
    alignments.push_back(alignment_json(result, i));
  }
  Json out = {{"documents", std::move(documents)},
              {"alignments", std::move(alignments)},
              {"units", result.units.size()}};
  if (!result.output.empty()) out["output"] = result.output;
  if (!result.review.empty()) out["review"] = result.review;
  if (!result.memory.empty()) {
    out["memory"] = {{"file", result.memory},
                     {"added", result.added.added},
                     {"merged", result.added.merged},
                     {"skipped", result.added.skipped}};
  }
  return out;
}

}  // namespace trujaman::cli
