/// @file
/// Small documents for the aligner's tests.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/aligner.hpp>

namespace test {

inline void append(trujaman::SegmentedDocument& document, std::string_view segment) {
  trujaman::Block block;
  block.text = segment;
  document.segments.push_back({document.document.blocks.size(), {0, segment.size()}});
  document.document.blocks.push_back(std::move(block));
}

inline trujaman::SegmentedDocument document(const std::string& language,
                                            std::initializer_list<const char*> segments) {
  trujaman::SegmentedDocument out;
  out.document.id = "informe." + language + ".txt";
  out.document.language = trujaman::LanguageTag(language);
  for (const char* text : segments) append(out, text);
  return out;
}

inline const trujaman::LanguagePair kSpanishFrench{trujaman::LanguageTag("es"),
                                                   trujaman::LanguageTag("fr")};

/// "0-0 1,2-1 3- …": the beads as a reader would write them down.
inline std::string to_string(const trujaman::Alignment& alignment) {
  const auto range = [](trujaman::SegmentRange r) {
    std::string out;
    for (std::size_t i = r.begin; i < r.end; ++i) {
      out += (i > r.begin ? "," : "") + std::to_string(i);
    }
    return out;
  };
  std::string out;
  for (const auto& bead : alignment.beads) {
    out += (out.empty() ? "" : " ") + range(bead.source) + "-" + range(bead.target);
  }
  return out;
}

/// Whether every segment of both sides stands in exactly one bead, in order.
inline bool covers(const trujaman::Alignment& alignment, std::size_t n, std::size_t m) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const auto& bead : alignment.beads) {
    if (!bead.source.empty() && bead.source.begin != i) return false;
    if (!bead.target.empty() && bead.target.begin != j) return false;
    i += bead.source.size();
    j += bead.target.size();
  }
  return i == n && j == m;
}

/// What belongs together: segments of the source and their translation. With one side empty, each
/// of the others is a null bead.
struct Row {
  std::vector<std::string> source;
  std::vector<std::string> target;
};

/// Two documents written down side by side, so that their right alignment is seen in the text.
struct Parallel {
  trujaman::SegmentedDocument source;
  trujaman::SegmentedDocument target;
  std::string beads;  ///< As to_string gives them.

  Parallel(const std::string& from, const std::string& to, const std::vector<Row>& rows) {
    source.document.language = trujaman::LanguageTag(from);
    target.document.language = trujaman::LanguageTag(to);
    for (const Row& row : rows) {
      const std::size_t i = source.size();
      const std::size_t j = target.size();
      for (const auto& text : row.source) append(source, text);
      for (const auto& text : row.target) append(target, text);
      trujaman::Alignment right;
      if (row.target.empty()) {
        for (std::size_t k = i; k < source.size(); ++k) right.beads.push_back({{k, k + 1}, {j, j}});
      } else if (row.source.empty()) {
        for (std::size_t k = j; k < target.size(); ++k) right.beads.push_back({{i, i}, {k, k + 1}});
      } else {
        right.beads.push_back({{i, source.size()}, {j, target.size()}});
      }
      beads += (beads.empty() ? "" : " ") + to_string(right);
    }
  }

  [[nodiscard]] trujaman::Alignment align() const {
    return trujaman::Aligner({source.document.language, target.document.language})
        .align(source, target);
  }
};

}  // namespace test
