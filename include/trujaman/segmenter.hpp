/// @file
/// Blocks → segments.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/document.hpp>

namespace trujaman::inline v0 {

struct SegmenterOptions {
  std::vector<std::string> abbreviations;  ///< Further ones, with their full stop: "Res.", "págs.".
};

/// Sentence splitter of one language: Unicode sentence boundaries (UAX #29, by ICU) corrected by
/// rules for institutional prose. Immutable after construction: share one between threads freely.
class TRUJAMAN_API Segmenter {
 public:
  explicit Segmenter(const LanguageTag& language, const SegmenterOptions& options = {});
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// Takes the document over and adds its segments. Every byte that is not white space falls in
  /// exactly one segment, and no segment crosses a block; the blocks of a document that is
  /// segmented already are its segments. O(bytes).
  [[nodiscard]] SegmentedDocument segment(Document document) const;
  /// Spans of the segments of one paragraph (UTF-8), trimmed of white space, in order.
  [[nodiscard]] std::vector<TextSpan> split(std::string_view paragraph) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace trujaman::inline v0
