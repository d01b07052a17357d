/// @file
/// Small documents for the aligner's tests.
#pragma once

#include <initializer_list>
#include <string>

#include <trujaman/aligner.hpp>

namespace test {

inline trujaman::SegmentedDocument document(const std::string& language,
                                            std::initializer_list<const char*> segments) {
  trujaman::SegmentedDocument out;
  out.document.id = "informe." + language + ".txt";
  out.document.language = trujaman::LanguageTag(language);
  for (const char* text : segments) {
    trujaman::Block block;
    block.text = text;
    out.segments.push_back({out.document.blocks.size(), {0, block.text.size()}});
    out.document.blocks.push_back(block);
  }
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

}  // namespace test
