#include "terms/key.hpp"

#include "base/ascii.hpp"
#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::terms {
namespace {

struct Capitals {
  std::size_t letters = 0;
  std::size_t upper = 0;
  bool first_upper = false;

  void see(bool is_upper) noexcept {
    if (letters == 0) first_upper = is_upper;
    ++letters;
    upper += is_upper ? 1 : 0;
  }
  [[nodiscard]] Shape shape() const noexcept {
    if (upper == 0) return Shape::Lower;
    if (upper == letters && letters > 1) return Shape::AllCapitals;
    return first_upper && upper == 1 ? Shape::Capital : Shape::Mixed;
  }
};

/// The letters of a ligature that Unicode does not take apart, and French does; or nothing.
std::string_view ligature(char32_t lower) noexcept {
  if (lower == U'œ') return "oe";
  if (lower == U'æ') return "ae";
  return {};
}

/// Fills @p key when @p word is all ASCII, as most are; else returns false.
bool make_ascii_key(std::string_view word, WordKey& key) {
  unsigned char bits = 0;
  bool upper = false;
  for (const char c : word) {
    bits |= static_cast<unsigned char>(c);
    upper = upper || base::is_ascii_upper(c);
  }
  if (bits >= 0x80) return false;
  key.lower = word;
  key.shape = Shape::Lower;
  if (upper) {
    Capitals capitals;
    for (char& c : key.lower) {
      if (base::is_ascii_alpha(c)) capitals.see(base::is_ascii_upper(c));
      c = base::ascii_lower(c);
    }
    key.shape = capitals.shape();
  }
  key.folded = key.lower;
  return true;
}

}  // namespace

void make_key(std::string_view word, WordKey& key) {
  key.accented = false;
  if (make_ascii_key(word, key)) return;
  key.lower.clear();
  key.folded.clear();
  Capitals capitals;
  for (std::size_t i = 0; i < word.size();) {
    if (static_cast<unsigned char>(word[i]) < 0x80) {
      const char c = word[i++];
      if (base::is_ascii_alpha(c)) capitals.see(base::is_ascii_upper(c));
      key.lower += base::ascii_lower(c);
      key.folded += base::ascii_lower(c);
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(word, i);
    if (base::is_letter(c)) capitals.see(base::is_upper(c));
    const std::string lower = base::to_lower(word.substr(begin, i - begin));
    std::size_t start = 0;
    const std::string_view parts = ligature(base::next_code_point(lower, start));
    if (!parts.empty()) {
      key.lower += parts;
      key.folded += parts;
      continue;
    }
    key.lower += lower;
    const std::size_t before = key.folded.size();
    base::append_folded(key.folded, c);
    key.accented = key.accented || std::string_view(key.folded).substr(before) != lower;
  }
  key.shape = capitals.shape();
}

WordKey make_key(std::string_view word) {
  WordKey key;
  make_key(word, key);
  return key;
}

std::string number_key(std::string_view number) {
  return "#" + base::number_value(number);
}

bool looks_like_acronym(std::string_view word) {
  if (word.size() > 2 && word.ends_with('s')) word.remove_suffix(1);
  Capitals capitals;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (base::is_letter(c)) capitals.see(base::is_upper(c));
  }
  return capitals.shape() == Shape::AllCapitals;
}

}  // namespace trujaman::terms
