#include "exchange/xml/xml_filter.hpp"

#include <charconv>
#include <utility>

#include "base/unicode.hpp"
#include "exchange/xml/xml_scan.hpp"

namespace trujaman::exchange {
namespace {

constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCdata = "<![CDATA[";
/// "&#0000000055357;": longer ones are left to the parser.
constexpr std::size_t kLongestReference = 16;

bool is_control(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

bool is_high_surrogate(char32_t c) noexcept {
  return c >= 0xD800 && c < 0xDC00;
}
bool is_low_surrogate(char32_t c) noexcept {
  return c >= 0xDC00 && c < 0xE000;
}

struct NumericReference {
  char32_t character = 0;
  std::size_t size = 0;  ///< 0 where there is none.
  bool cut = false;      ///< It may be one, but is not whole.
};

NumericReference read_numeric(std::string_view rest) {
  constexpr std::string_view kBegin = "&#";
  if (!rest.starts_with(kBegin)) return {0, 0, kBegin.starts_with(rest)};
  const std::size_t end = rest.substr(0, kLongestReference).find(';');
  if (end == std::string_view::npos) return {0, 0, rest.size() < kLongestReference};
  std::string_view digits = rest.substr(2, end - 2);
  const bool hexadecimal = digits.starts_with('x');
  if (hexadecimal) digits.remove_prefix(1);
  unsigned number = 0;
  const char* const last = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), last, number, hexadecimal ? 16 : 10);
  if (error != std::errc() || at != last) return {};
  return {number, end + 1, false};
}

/// What XML forbids at a "&".
struct Forbidden {
  std::size_t size = 1;    ///< Of what stands there; 0 when it may be cut.
  bool is = false;         ///< It is forbidden; else it is the parser's.
  char32_t character = 0;  ///< Left out, unless there is
  std::string instead;     ///< what is meant by it.
};

Forbidden read_reference(std::string_view rest, bool last) {
  const NumericReference first = read_numeric(rest);
  if (first.cut && !last) return {0, false, 0, {}};
  if (first.size == 0 || is_xml_char(first.character)) return {};
  Forbidden out{first.size, true, first.character, {}};
  if (!is_high_surrogate(first.character)) return out;
  const NumericReference second = read_numeric(rest.substr(first.size));
  if (second.cut && !last) return {0, false, 0, {}};
  if (second.size != 0 && is_low_surrogate(second.character)) {
    out.size += second.size;
    base::append_code_point(
        out.instead, 0x10000 + ((first.character - 0xD800) << 10U) + (second.character - 0xDC00));
  }
  return out;
}

/// The noncharacters U+FFFE and U+FFFF, in UTF-8.
bool is_noncharacter(std::string_view rest) noexcept {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

}  // namespace

XmlFilter::XmlFilter(Take take, LeaveOut leave_out)
    : take_(std::move(take)), leave_out_(std::move(leave_out)) {}

void XmlFilter::feed(std::string_view piece, bool last) {
  if (held_.empty()) {
    const std::size_t passed = pass(piece, last);
    held_ = piece.substr(passed);
  } else {
    held_ += piece;
    const std::string text = std::exchange(held_, {});
    const std::size_t passed = pass(text, last);
    held_ = std::string_view(text).substr(passed);
  }
}

/// Passes on what is known of @p text; returns its size.
std::size_t XmlFilter::pass(std::string_view text, bool last) {
  std::size_t begin = 0;  // of what is to be passed on
  std::size_t at = 0;
  const auto pass_on = [&] {
    if (at != begin) take_(text.substr(begin, at - begin));
  };
  const auto leave_out = [&](std::size_t size, char32_t character) {
    pass_on();
    leave_out_(character);
    begin = at += size;
  };
  while (at < text.size()) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    std::size_t size = 1;
    if (is_control(c)) {
      leave_out(1, static_cast<unsigned char>(c));
      continue;
    }
    if (c == '<' || c == '-' || c == ']') {
      size = read_section(rest, last);
    } else if (c == '&' && inside_ == Inside::Markup) {
      const Forbidden found = read_reference(rest, last);
      if (found.is && found.instead.empty()) {
        leave_out(found.size, found.character);
        continue;
      }
      if (found.is) {
        pass_on();
        take_(found.instead);
        begin = at + found.size;
      }
      size = found.size;
    } else if (c == '\xEF') {
      if (rest.size() < 3 && !last) break;
      if (is_noncharacter(rest)) {
        leave_out(3, rest[2] == '\xBE' ? 0xFFFE : 0xFFFF);
        continue;
      }
    }
    if (size == 0) break;  // not whole yet
    at += size;
  }
  pass_on();
  return at;
}

/// What begins or ends a section in which "&" is no reference; 0 when it may be cut.
std::size_t XmlFilter::read_section(std::string_view rest, bool last) {
  const auto leads = [&](std::string_view mark, Inside then) -> std::size_t {
    if (rest.starts_with(mark)) {
      inside_ = then;
      return mark.size();
    }
    return !last && mark.starts_with(rest) ? 0 : 1;
  };
  switch (inside_) {
    case Inside::Comment:
      return leads("-->", Inside::Markup);
    case Inside::Cdata:
      return leads("]]>", Inside::Markup);
    case Inside::Markup:
      break;
  }
  const std::size_t size = leads(kComment, Inside::Comment);
  return size == 1 ? leads(kCdata, Inside::Cdata) : size;
}

}  // namespace trujaman::exchange
