#include "segment/shape.hpp"

#include <algorithm>
#include <string>

#include "base/ascii.hpp"
#include "segment/characters.hpp"

namespace trujaman::segment {
namespace {

bool is_roman_label(std::string_view letters) {
  return letters.find_first_not_of("IVXLC") == std::string_view::npos ||
         letters.find_first_not_of("ivxlc") == std::string_view::npos;
}

}  // namespace

bool is_all_lower(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (!base::is_lower(c) && c != U'-') return false;
  }
  return true;
}

bool is_initial(std::string_view word) {
  std::size_t i = 0;
  return !word.empty() && base::is_upper(base::next_code_point(word, i)) && i == word.size();
}

bool is_dotted(std::string_view word) {
  bool letter = false;
  bool stop = false;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (c == U'.') {
      if (!letter) return false;
      stop = true;
      letter = false;
    } else if (c == U'-') {
      if (letter) return false;
    } else {
      if (letter || !base::is_letter(c)) return false;
      letter = true;
    }
  }
  return stop && letter;
}

bool is_doubled(std::string_view word) {
  return word.size() == 2 && base::is_ascii_upper(word[0]) && word[0] == word[1];
}

bool lacks_vowels(std::string_view word) {
  if (word.size() < 2 || word.size() > 4) return false;
  if (!base::is_ascii_upper(word.front()) || base::is_ascii_upper(word.back())) return false;
  return std::all_of(word.begin(), word.end(), [](char c) {
    return base::is_ascii_alpha(c) &&
           std::string_view("aeiouy").find(base::ascii_lower(c)) == std::string_view::npos;
  });
}

bool is_roman(std::string_view word) {
  if (word.empty() || word.find_first_not_of("IVXLCDM") != std::string_view::npos) return false;
  return word.size() > 1 || std::string_view("IVX").find(word.front()) != std::string_view::npos;
}

bool is_number_or_symbol(std::string_view word) {
  if (std::none_of(word.begin(), word.end(), base::is_ascii_digit)) return false;
  return base::is_ascii_digit(word.front()) ||
         word.substr(0, word.size() - 1).find_first_of("/.") != std::string_view::npos;
}

bool is_marker(std::string_view sentence) {
  constexpr std::size_t kLongestMarker = 16;
  if (sentence.size() > kLongestMarker) return false;
  std::string letters;
  for (std::size_t i = 0; i < sentence.size();) {
    const char32_t c = base::next_code_point(sentence, i);
    if (base::is_letter(c) && c >= 0x80) return false;
    if (c < 0x80 && base::is_ascii_alpha(static_cast<char>(c))) {
      letters += static_cast<char>(c);
    } else if (c == U'!' || c == U'?') {
      return false;
    }
  }
  return letters.size() <= 1 || is_roman_label(letters);
}

bool is_ellipsis(std::string_view mark) {
  return mark == "…" || mark == "..." || mark == ". . .";
}

}  // namespace trujaman::segment
