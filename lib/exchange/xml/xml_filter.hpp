/// @file
/// Characters that XML 1.0 forbids, taken out before a parser sees them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace trujaman::exchange {

/// Lets a document through to a parser without the characters that XML forbids (§ 2.2): controls,
/// as bytes or as references ("&#x1F;"), halves of surrogate pairs, U+FFFE and U+FFFF. Programs
/// write them all the same, and a parser would give up the whole file for one. A pair of references
/// to surrogates ("&#55357;&#56832;") becomes the character that is meant.
class XmlFilter {
 public:
  /// Is given what may be parsed, in pieces.
  using Take = std::function<void(std::string_view text)>;
  /// Is told of a character that is left out, once all before it was given to Take.
  using LeaveOut = std::function<void(char32_t character)>;

  XmlFilter(Take take, LeaveOut leave_out);

  /// @p piece of a document in UTF-8, which may be cut anywhere; with @p last, its end. Bytes that
  /// are not UTF-8 pass: they are the parser's to judge.
  void feed(std::string_view piece, bool last);
  /// Bytes that are held back until what follows them is known.
  [[nodiscard]] std::size_t held() const noexcept { return held_.size(); }

 private:
  enum class Inside { Markup, Comment, Cdata };

  std::size_t pass(std::string_view text, bool last);
  std::size_t read_section(std::string_view rest, bool last);

  Take take_;
  LeaveOut leave_out_;
  std::string held_;
  Inside inside_ = Inside::Markup;
};

}  // namespace trujaman::exchange
