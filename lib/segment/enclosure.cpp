#include "segment/enclosure.hpp"

#include <array>

#include "segment/characters.hpp"

namespace trujaman::segment {
namespace {

constexpr std::array<bool, 256> make_first_bytes() {
  std::array<bool, 256> table{};
  for (const char c : {'(', ')', '[', ']', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
  for (const unsigned c : {0xC2U, 0xE2U}) table[c] = true;
  return table;
}
/// The bytes with which quotes and brackets begin.
constexpr std::array<bool, 256> kFirstBytes = make_first_bytes();

/// The mark that closes what @p c opens; NUL when it opens nothing.
char32_t closing_of(char32_t c) noexcept {
  switch (c) {
    case U'(':
      return U')';
    case U'[':
      return U']';
    case U'«':
      return U'»';
    case U'“':
      return U'”';
    case U'‘':
      return U'’';
    case U'„':
      return U'“';
    default:
      return U'\0';
  }
}

bool is_word(char32_t c) noexcept {
  return base::is_letter(c) || base::is_digit(c);
}

/// A straight quote can open here: behind a space, a dash or another opening, before text.
bool can_open(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  const char32_t before = code_point_before(text, begin);
  const char32_t after = code_point_at(text, end);
  const bool free = before == U'\0' || base::is_space(before) || closing_of(before) != U'\0' ||
                    before == U'—' || before == U'–' || before == U'-' || before == U'"' ||
                    before == U'\'' || before == U'¿' || before == U'¡';
  return free && after != U'\0' && !base::is_space(after);
}

/// A straight single quote closes only behind punctuation: elsewhere it is an apostrophe
/// ("the members' rights").
bool can_close_single(std::string_view text, std::size_t begin) noexcept {
  const char32_t before = code_point_before(text, begin);
  return before == U'.' || before == U',' || before == U'!' || before == U'?' || before == U'…' ||
         before == U'-' || before == U'—' || before == U';' || before == U'"';
}

/// Openings that wait for their close, innermost last.
class Matcher {
 public:
  explicit Matcher(std::size_t longest) : longest_(longest) {}

  void open(std::size_t at, char32_t close) {
    // Openings that are never closed must not make every search long.
    constexpr std::size_t kDeepest = 16;
    if (open_.size() == kDeepest) open_.erase(open_.begin());
    open_.push_back({at, close});
  }

  /// Whether @p close closed something; what was open inside that is given up.
  bool close(char32_t close, std::size_t end) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      const Opening& opening = open_[i - 1];
      if (end - opening.at > longest_) break;
      if (opening.close != close) continue;
      while (!found_.empty() && found_.back().begin >= opening.at) found_.pop_back();
      found_.push_back({opening.at, end});
      open_.resize(i - 1);
      return true;
    }
    return false;
  }

  std::vector<TextSpan> take() && { return std::move(found_); }

 private:
  struct Opening {
    std::size_t at;
    char32_t close;
  };
  std::size_t longest_;
  std::vector<Opening> open_;
  std::vector<TextSpan> found_;
};

}  // namespace

std::vector<TextSpan> find_enclosures(std::string_view text, std::size_t longest) {
  Matcher matcher(longest);
  for (std::size_t i = 0; i < text.size();) {
    if (!kFirstBytes[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    const char32_t after = code_point_at(text, i);
    switch (c) {
      case U'"':
        if (!is_word(after) && matcher.close(c, i)) break;
        if (can_open(text, begin, i)) matcher.open(begin, c);
        break;
      case U'\'':
        if (!is_word(after) && can_close_single(text, begin) && matcher.close(c, i)) break;
        if (can_open(text, begin, i)) matcher.open(begin, c);
        break;
      case U'“':  // closes the German „, else it opens
        if (is_word(after) || !matcher.close(c, i)) matcher.open(begin, U'”');
        break;
      case U'’':  // between letters it is an apostrophe
        if (!base::is_letter(after)) matcher.close(c, i);
        break;
      case U')':
      case U']':
      case U'»':
      case U'”':
        matcher.close(c, i);
        break;
      default:
        if (const char32_t close = closing_of(c); close != U'\0') matcher.open(begin, close);
    }
  }
  return std::move(matcher).take();
}

}  // namespace trujaman::segment
