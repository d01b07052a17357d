#include "memory/regex_literal.hpp"

#include <cstddef>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace trujaman::memory {
namespace {

constexpr std::size_t kShortest = 3;  // code points; shorter ones are in too many words

bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

/// Reads an expression from left to right and gives up on whatever it is not sure of.
class LiteralFinder {
 public:
  explicit LiteralFinder(std::string_view regex) : regex_(regex) {}

  [[nodiscard]] std::string longest() {
    while (at_ < regex_.size()) {
      if (!step()) return {};
    }
    if (depth_ != 0) return {};
    end_run();
    std::string out;
    for (const char32_t c : best_) base::append_code_point(out, c);
    return best_.size() < kShortest ? std::string() : out;
  }

 private:
  bool step() {
    const char32_t c = base::next_code_point(regex_, at_);
    if (depth_ == 0 && is_latin_letter(c)) {
      run_ += c;
      return true;
    }
    switch (c) {
      case U'*':
      case U'?':
      case U'{':  // perhaps {0,3}: the letter before it need not be there
        if (!run_.empty()) run_.pop_back();
        end_run();
        return c != U'{' || skip_to('}');
      case U'|':
        return depth_ > 0;
      case U'\\':
        end_run();
        return escape();
      case U'[':
        end_run();
        return set();
      case U'(':
        end_run();
        ++depth_;
        return group();
      case U')':
        return depth_-- > 0;
      default:
        end_run();
        return true;
    }
  }

  /// Behind a backslash: what stands for one character or none, and not for letters of its own.
  bool escape() {
    constexpr std::string_view kPlain = "dDwWsSbBhHvVrRAzZXtnfe";
    if (at_ == regex_.size()) return false;
    const char32_t c = base::next_code_point(regex_, at_);
    if (c == U'p' || c == U'P') return peek() == '{' && skip_to('}');
    if (c >= 0x80) return false;
    const auto ascii = static_cast<char>(c);
    return !(base::is_ascii_digit(ascii) || is_latin_letter(c)) ||
           kPlain.find(ascii) != std::string_view::npos;
  }

  /// Behind [: to the ] that ends it.
  bool set() {
    if (peek() == '^') ++at_;
    if (peek() == ']') return false;
    for (std::size_t depth = 1; at_ < regex_.size();) {
      const char c = regex_[at_++];
      if (c == '\\') {
        if (at_ == regex_.size()) return false;
        ++at_;
      } else if (c == '[') {
        ++depth;
      } else if (c == ']' && --depth == 0) {
        return true;
      }
    }
    return false;
  }

  /// Behind (: comments, and the flag for white space and comments, change what characters mean.
  bool group() {
    if (peek() != '?') return true;
    const std::size_t end = regex_.find_first_of(":)=!<>#", at_);
    if (end == std::string_view::npos || regex_[end] == '#') return false;
    const bool plain = regex_.substr(at_, end - at_).find('x') == std::string_view::npos;
    at_ += plain ? 1 : 0;  // not a quantifier
    return plain;
  }

  [[nodiscard]] char peek() const { return at_ < regex_.size() ? regex_[at_] : '\0'; }

  bool skip_to(char c) {
    const std::size_t found = regex_.find(c, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + 1;
    return true;
  }

  void end_run() {
    if (run_.size() > best_.size()) best_ = run_;
    run_.clear();
  }

  std::string_view regex_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;  ///< Groups that are open.
  std::u32string run_;
  std::u32string best_;
};

}  // namespace

std::string literal_in(std::string_view regex) {
  return LiteralFinder(regex).longest();
}

}  // namespace trujaman::memory
