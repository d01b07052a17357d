/// @file
/// Regular expressions on UTF-8, by ICU, with a limit on time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::base {

/// A compiled pattern. Immutable; may be shared between threads.
class Regex {
 public:
  /// @throws Error{InvalidArgument} that says where @p pattern (UTF-8) is not well-formed; @p shown
  /// is what its message calls the pattern, where that is not the pattern itself.
  explicit Regex(const std::string& pattern, bool ignore_case = false,
                 const std::string& shown = {});
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// The first match in @p text (valid UTF-8). @throws Error{InvalidArgument} when it takes more
  /// than some tenths of a second or too much stack: patterns can be made to take for ever.
  [[nodiscard]] std::optional<TextSpan> search(std::string_view text) const;
  /// All matches that are not empty, in order, without overlaps. @throws as search does.
  [[nodiscard]] std::vector<TextSpan> find_all(std::string_view text) const;

 private:
  friend class RegexMatcher;
  [[nodiscard]] std::vector<TextSpan> find(std::string_view text, std::size_t limit) const;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A text made ready for many searches, in UTF-16, on which the engine is fastest. Positions in it
/// are code units.
class RegexText {
 public:
  explicit RegexText(std::string_view text);  ///< Valid UTF-8.
  ~RegexText();
  RegexText(RegexText&&) noexcept;
  RegexText& operator=(RegexText&&) noexcept;

  [[nodiscard]] std::size_t size() const noexcept;
  /// Byte of the UTF-8 text at which unit @p unit begins; the text's size at its end.
  [[nodiscard]] std::size_t to_byte(std::size_t unit) const;
  /// The unit that begins at @p byte, a boundary of code points.
  [[nodiscard]] std::size_t to_unit(std::size_t byte) const;

 private:
  friend class RegexMatcher;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Searches with one pattern, text after text, in memory that it keeps. One thread at a time.
/// All @throws Error{InvalidArgument} when a search takes too long or too much stack.
class RegexMatcher {
 public:
  explicit RegexMatcher(const Regex& regex);  ///< Borrowed.
  ~RegexMatcher();
  RegexMatcher(RegexMatcher&&) noexcept;
  RegexMatcher& operator=(RegexMatcher&&) noexcept;

  /// The first match that begins at @p from or behind it.
  [[nodiscard]] std::optional<TextSpan> find(const RegexText& text, std::size_t from);
  /// Whether a match begins at @p at; what stands before it is seen by lookbehinds.
  [[nodiscard]] bool matches_at(const RegexText& text, std::size_t at);
  /// Whether there is a match in the text before @p end, as if it were cut off there, that begins
  /// in its last @p window units. "^" is the beginning of the text all the same.
  [[nodiscard]] bool matches_before(const RegexText& text, std::size_t end, std::size_t window);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trujaman::base
