/// @file
/// Blocks → segments.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/document.hpp>
#include <trujaman/impl_ptr.hpp>

namespace trujaman::inline v0 {

/// Segmentation rules of an SRX file, 1.0 or 2.0, as other tools write them: regular expressions
/// of ICU for what stands before and behind a break, or behind none. Immutable; copies share their
/// content, also between threads.
class TRUJAMAN_API SrxRules {
 public:
  /// Reads a file. @throws Error{Io} when it cannot be read, Error{Malformed} with the line when it
  /// is no SRX, Error{Unsupported} for another version. Its patterns are looked at when a Segmenter
  /// needs them, since a file has rules for many languages.
  explicit SrxRules(const std::string& path);
  /// The same for bytes already in memory; @p name is for messages.
  SrxRules(std::string_view bytes, const std::string& name);
  ~SrxRules();
  SrxRules(const SrxRules&);
  SrxRules& operator=(const SrxRules&);
  SrxRules(SrxRules&&) noexcept;
  SrxRules& operator=(SrxRules&&) noexcept;

  /// Whether any of its rules is for @p language.
  [[nodiscard]] bool has_rules_for(const LanguageTag& language) const;

 private:
  friend class Segmenter;
  struct Impl;
  ImplPtr<const Impl> impl_;
};

/// What becomes of the library's own rules beside those of an SRX file.
enum class SrxUse {
  Replace,  ///< They are not used: a text that no rule breaks is one segment.
  Extend    ///< They decide where no rule of the file matches.
};

/// Rules beside the library's own.
struct SegmenterOptions {
  std::vector<std::string> abbreviations;  ///< Further ones, with their full stop: "Res.", "págs.".
  std::optional<SrxRules> srx = std::nullopt;  ///< Rules of another tool.
  SrxUse srx_use = SrxUse::Replace;            ///< What becomes of the library's own then.
};

/// Sentence splitter of one language, by the library's own rules for institutional prose or by
/// those of an SRX file. Immutable after construction: share one between threads freely.
class TRUJAMAN_API Segmenter {
 public:
  /// @throws Error{Malformed} with file and line for a rule of options.srx that is no pattern.
  explicit Segmenter(const LanguageTag& language, const SegmenterOptions& options = {});
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// Takes the document over and adds its segments. Every byte that is not white space falls in
  /// exactly one segment, and no segment crosses a block; the blocks of a document that is
  /// segmented already are its segments. O(bytes).
  /// @throws Error{Malformed} with file and line when a rule of an SRX file takes too long.
  [[nodiscard]] SegmentedDocument segment(Document document) const;
  /// Spans of the segments of one paragraph (UTF-8), trimmed of white space, in order. In text with
  /// line breaks, an empty line and a line that begins an item of a list begin a new one.
  /// @throws as segment.
  [[nodiscard]] std::vector<TextSpan> split(std::string_view paragraph) const;

 private:
  struct Impl;
  ImplPtr<const Impl> impl_;
};

}  // namespace trujaman::inline v0
