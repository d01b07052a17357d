#include "exchange/tmx/tmx_code.hpp"

#include <charconv>
#include <map>
#include <set>

#include "base/ascii.hpp"

namespace trujaman::exchange {
namespace {

bool is_paired(const InlineCode& code) noexcept {
  return code.kind == CodeKind::Bpt || code.kind == CodeKind::Ept;
}

/// @p text as a positive number in its plain form, or 0.
int plain_number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool plain = error == std::errc() && end == text.data() + text.size() && value > 0;
  return plain && text.front() != '0' ? value : 0;
}

/// Gives out the positive numbers that are not yet used, lowest first.
class Numbers {
 public:
  void use(int number) { used_.insert(number); }
  int next() {
    while (used_.contains(last_ + 1)) ++last_;
    return ++last_;
  }

 private:
  std::set<int> used_;
  int last_ = 0;
};

/// Pairs up what has no plain number. Without any number, an Ept closes the innermost Bpt that has
/// none either.
void number_rest(InlineCodes& codes, const std::vector<std::string>& numbers, Numbers& free) {
  std::map<std::string, int> named;
  std::vector<int> nameless;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    InlineCode& c = codes[i];
    if (!is_paired(c) || c.pair != 0) continue;
    if (!numbers[i].empty()) {
      int& number = named[numbers[i]];
      if (number == 0) number = free.next();
      c.pair = number;
    } else if (c.kind == CodeKind::Ept && !nameless.empty()) {
      c.pair = nameless.back();
      nameless.pop_back();
    } else {
      c.pair = free.next();
      if (c.kind == CodeKind::Bpt) nameless.push_back(c.pair);
    }
  }
}

}  // namespace

void set_code_attribute(InlineCode& code, std::string_view name, std::string_view value) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string& out = code.attributes;
  if (!out.empty()) out += ' ';
  out.append(name).append("=");
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && c != '%') {
      out += c;
    } else {
      out.append("%").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    }
  }
}

std::string code_attribute(const InlineCode& code, std::string_view name) {
  std::string_view rest = code.attributes;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    if (!one.starts_with(name) || one.substr(name.size(), 1) != "=") continue;
    std::string value;
    for (std::size_t i = name.size() + 1; i < one.size(); ++i) {
      unsigned byte = 0;
      const char* digits = one.data() + i + 1;
      if (one[i] == '%' && i + 2 < one.size() &&
          std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
        value += static_cast<char>(byte);
        i += 2;
      } else {
        value += one[i];
      }
    }
    return value;
  }
  return {};
}

bool pair_codes(InlineCodes& codes, const std::vector<std::string>& numbers) {
  Numbers free;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!is_paired(codes[i])) continue;
    codes[i].pair = plain_number(numbers[i]);
    free.use(codes[i].pair);
  }
  number_rest(codes, numbers, free);

  bool good = true;
  std::map<int, const InlineCode*> open;  // Bpt by pair; null once it was closed
  for (InlineCode& c : codes) {
    if (c.kind == CodeKind::Bpt) {
      good = open.emplace(c.pair, nullptr).second && good;
      open[c.pair] = &c;
    } else if (c.kind == CodeKind::Ept) {
      const InlineCode* begin = open[c.pair];
      open[c.pair] = nullptr;
      good = begin != nullptr && good;
      c.id = begin != nullptr ? begin->id : std::string();
      c.type = begin != nullptr ? begin->type : std::string();
    }
  }
  for (const auto& [pair, begin] : open) good = begin == nullptr && good;
  return good;
}

std::vector<int> numbers_of(const InlineCodes& codes) {
  Numbers free;
  std::vector<int> out;
  for (const InlineCode& c : codes) free.use(c.pair);
  for (const InlineCode& c : codes) {
    const bool needs_number = is_paired(c) && c.pair <= 0;
    out.push_back(needs_number ? free.next() : c.pair);
  }
  return out;
}

}  // namespace trujaman::exchange
