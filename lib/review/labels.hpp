/// @file
/// The words of the review page itself.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <trujaman/document.hpp>
#include <trujaman/language.hpp>

namespace trujaman::review {

struct Labels {
  std::string_view language;
  std::string_view title;
  std::string_view summary;
  std::string_view document;
  std::string_view document_language;
  std::string_view blocks;
  std::string_view segments;
  std::string_view pairs;
  std::string_view certainty;
  std::string_view quality;
  std::string_view check_first;
  std::string_view nothing_to_check;
  std::string_view reason;
  std::string_view uncertain;
  std::string_view very_uncertain;
  std::string_view no_counterpart;
  std::string_view show_only;
  std::string_view side_by_side;
  std::string_view pair;
  std::string_view legend;
  std::string_view percent;  ///< What stands behind a number: "%", with or without a space.
  std::string_view heading;
  std::string_view list_item;
  std::string_view table_cell;
  std::string_view caption;
  std::string_view footnote;
};

[[nodiscard]] const Labels& labels_for(const LanguageTag& language);

/// "heading", "note", …; empty for a paragraph.
[[nodiscard]] std::string_view kind_label(const Labels& labels, BlockKind kind);

/// A probability in whole per cent, never rounded up to certainty: "97 %".
[[nodiscard]] std::string percent(const Labels& labels, double probability);

}  // namespace trujaman::review
