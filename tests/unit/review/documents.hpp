/// @file
/// Small documents for the tests of the review page.
#pragma once

#include <string>
#include <vector>

#include <trujaman/document.hpp>

/// Segments that are a block each.
inline trujaman::SegmentedDocument document(const std::string& id, const std::string& language,
                                            const std::vector<std::string>& texts) {
  trujaman::SegmentedDocument out;
  out.document.id = id;
  out.document.language = trujaman::LanguageTag(language);
  for (const std::string& text : texts) {
    out.segments.push_back({out.document.blocks.size(), {0, text.size()}});
    out.document.blocks.emplace_back().text = text;
  }
  return out;
}
