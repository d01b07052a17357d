/// @file
/// Aligned gold documents: segments a line, and beads as `0,1<TAB>0`. A gold bead may leave out
/// segments in its middle, as none of ours does; it is read as the whole range, with confidence 0.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>

namespace bench {

struct GoldDocument {
  std::string pair;     ///< "es-en"
  std::string name;     ///< "udhr.hard"
  std::string profile;  ///< "hard"
  trujaman::SegmentedDocument source;
  trujaman::SegmentedDocument target;
  std::vector<trujaman::Bead> beads;

  [[nodiscard]] trujaman::LanguagePair languages() const {
    return {source.document.language, target.document.language};
  }
};

inline trujaman::SegmentedDocument read_lines(const std::filesystem::path& path,
                                              const std::string& language) {
  trujaman::SegmentedDocument out;
  out.document.language = trujaman::LanguageTag(language);
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    out.segments.push_back({out.document.blocks.size(), {0, line.size()}});
    out.document.blocks.push_back({});
    out.document.blocks.back().text = line;
  }
  return out;
}

inline trujaman::SegmentRange read_range(const std::string& field) {
  if (field.empty()) return {};
  const std::size_t first = std::stoul(field);
  const std::size_t comma = field.rfind(',');
  const std::size_t last = comma == std::string::npos ? first : std::stoul(field.substr(comma + 1));
  return {first, last + 1};
}

/// Whether @p bead is the gold one.
inline bool same(const trujaman::Bead& gold, const trujaman::Bead& bead) {
  const auto equal = [](trujaman::SegmentRange a, trujaman::SegmentRange b) {
    return a == b || (a.empty() && b.empty());
  };
  return gold.confidence > 0.0 && equal(gold.source, bead.source) &&
         equal(gold.target, bead.target);
}

/// Whether @p bead is among @p gold.
inline bool contains(const std::vector<trujaman::Bead>& gold, const trujaman::Bead& bead) {
  return std::any_of(gold.begin(), gold.end(),
                     [&](const trujaman::Bead& right) { return same(right, bead); });
}

inline bool has_gap(const std::string& field, trujaman::SegmentRange range) {
  const auto commas = static_cast<std::size_t>(std::count(field.begin(), field.end(), ','));
  return !range.empty() && commas + 1 != range.size();
}

/// The first or second half of @p doc, cut between two gold beads.
inline GoldDocument half(const GoldDocument& doc, bool second) {
  using trujaman::SegmentRange;
  GoldDocument out = doc;
  const std::size_t middle = doc.source.size() / 2;
  std::size_t i = 0;  // the cut
  std::size_t j = 0;
  for (const trujaman::Bead& bead : doc.beads) {
    if (bead.source.end > middle && bead.target.end > j && !bead.is_null()) break;
    i = std::max(i, bead.source.end);
    j = std::max(j, bead.target.end);
  }
  const auto cut = [second](trujaman::SegmentedDocument& side, std::size_t at) {
    auto& segments = side.segments;
    auto& blocks = side.document.blocks;
    const auto offset = static_cast<std::ptrdiff_t>(at);
    if (second) {
      segments.erase(segments.begin(), segments.begin() + offset);
      blocks.erase(blocks.begin(), blocks.begin() + offset);
      for (auto& segment : segments) segment.block -= at;
    } else {
      segments.resize(at);
      blocks.resize(at);
    }
  };
  cut(out.source, i);
  cut(out.target, j);
  std::erase_if(out.beads, [&](const trujaman::Bead& bead) {
    const bool before = bead.source.end <= i && bead.target.end <= j;
    return before == second;
  });
  if (second) {
    const auto shift = [](SegmentRange& range, std::size_t by) {
      if (range.empty()) return;
      range.begin -= by;
      range.end -= by;
    };
    for (trujaman::Bead& bead : out.beads) {
      shift(bead.source, i);
      shift(bead.target, j);
    }
  }
  return out;
}

/// Every document below @p folder/PAIR, sorted by pair and name.
inline std::vector<GoldDocument> read_gold(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".gold") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<GoldDocument> out;
  for (const auto& path : paths) {
    GoldDocument doc;
    doc.pair = path.parent_path().filename().string();
    doc.name = path.stem().string();
    doc.profile = doc.name.substr(doc.name.rfind('.') + 1);
    const std::string from = doc.pair.substr(0, doc.pair.find('-'));
    const std::string to = doc.pair.substr(doc.pair.find('-') + 1);
    doc.source = read_lines(path.parent_path() / (doc.name + "." + from), from);
    doc.target = read_lines(path.parent_path() / (doc.name + "." + to), to);
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      const std::string from_field = line.substr(0, tab);
      const std::string to_field = line.substr(tab + 1);
      trujaman::Bead bead{read_range(from_field), read_range(to_field), 1.0};
      if (has_gap(from_field, bead.source) || has_gap(to_field, bead.target)) bead.confidence = 0.0;
      doc.beads.push_back(bead);
    }
    out.push_back(std::move(doc));
  }
  return out;
}

/// Strict precision and recall as Sennrich & Volk (2011) count them: null beads are asked for in
/// precision, not in recall.
struct Score {
  std::size_t found = 0, right = 0, gold = 0, recalled = 0;

  void add(const std::vector<trujaman::Bead>& reference, const std::vector<trujaman::Bead>& beads) {
    for (const auto& bead : beads) {
      const bool hit = std::any_of(reference.begin(), reference.end(),
                                   [&](const auto& r) { return same(r, bead); });
      ++found;
      right += hit;
      recalled += hit && !bead.is_null();
    }
    for (const auto& bead : reference) gold += !bead.is_null();
  }
  Score& operator+=(const Score& o) {
    found += o.found, right += o.right, gold += o.gold, recalled += o.recalled;
    return *this;
  }
  [[nodiscard]] double f1() const {
    const double p = found ? static_cast<double>(right) / static_cast<double>(found) : 0.0;
    const double r = gold ? static_cast<double>(recalled) / static_cast<double>(gold) : 0.0;
    return p + r > 0.0 ? 2.0 * p * r / (p + r) : 0.0;
  }
};

}  // namespace bench
