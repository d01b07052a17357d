#include "base/latin_text.hpp"

#include <algorithm>

#include "base/frequent_words.hpp"
#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// Letters that the language writes, and those of names and loan words.
double letter_plausibility(char32_t c, LatinLanguage language) {
  constexpr double kForeign = 0.5;
  switch (language) {
    case LatinLanguage::Spanish:
      return is_one_of(c, U"áéíóúüñÁÉÍÓÚÜÑ") ? 1.0 : kForeign;
    case LatinLanguage::French:
      return is_one_of(c, U"àâæçèéêëîïôùûüÿœÀÂÆÇÈÉÊËÎÏÔÙÛÜŸŒ") ? 1.0 : kForeign;
    case LatinLanguage::English:
      return is_one_of(c, U"àáâäçèéêëíïñóôöü") ? 0.7 : kForeign;
    case LatinLanguage::Other:
      break;
  }
  return 1.0;
}

/// An apostrophe between two letters: "we’ll", "l’eau".
double apostrophe_plausibility(char32_t before, char32_t behind, LatinLanguage language) {
  switch (language) {
    case LatinLanguage::Spanish:
      return 0.1;
    case LatinLanguage::French:
      return is_one_of(before, U"cdjlmnstuCDJLMNSTU") ? 1.0 : 0.4;
    case LatinLanguage::English:
      return is_one_of(behind, U"dlmrstvDLMRSTV") ? 1.0 : 0.4;
    case LatinLanguage::Other:
      break;
  }
  return 0.7;
}

double letter_in_place(char32_t before, char32_t c, char32_t behind, LatinLanguage language) {
  const double known = letter_plausibility(c, language);
  if (!is_letter(before) && !is_letter(behind)) {
    return is_one_of(c, U"àáéíóúÀÁÉÍÓÚ") ? known : 0.3 * known;
  }
  // Western words are of ASCII letters for the most part.
  const bool foreign_before = before > U'\u007F' && is_letter(before);
  if (foreign_before && behind > U'\u007F' && is_letter(behind)) return 0.2;
  if (is_upper(c)) return is_lower(before) ? 0.0 : known;
  return is_upper(before) && is_upper(behind) ? 0.2 : known;
}

double plausibility(char32_t before, char32_t c, char32_t behind, LatinLanguage language) {
  const bool inside_word = is_letter(before) && is_letter(behind);
  if (c < U'\u00A0') return 0.0;  // control characters
  if (is_one_of(c, U"ªº°")) {
    const bool counted = is_letter(before) || is_digit(before) || before == U'.';
    return counted && !is_letter(behind) ? 1.0 : 0.0;
  }
  if (is_letter(c)) return letter_in_place(before, c, behind, language);
  if (is_one_of(c, U"¿¡")) return !is_letter(before) && behind != U' ' ? 1.0 : 0.0;
  if (c == U'’' && inside_word) return apostrophe_plausibility(before, behind, language);
  if (c == U'—' && inside_word) return language == LatinLanguage::English ? 1.0 : 0.3;
  if (is_one_of(c, U"’\u00A0\u202F—–·…")) return inside_word ? 0.5 : 1.0;
  if (is_one_of(c, U"½¼¾")) return is_letter(before) || is_letter(behind) ? 0.0 : 1.0;
  if (is_one_of(c, U"«»“”‘‚„‹›•§€£©®™²³±×÷†‰¶")) return inside_word ? 0.0 : 1.0;
  return 0.0;
}

}  // namespace

std::vector<LikelyLanguage> likely_languages(std::string_view text) {
  // A short text has words that several languages share.
  constexpr std::size_t kNear = 2;  // half of the most
  const FrequentWordCounts counts = count_frequent_words(text, tokenize(text));
  const std::size_t most = *std::max_element(counts.begin(), counts.end());
  std::vector<LikelyLanguage> out;
  for (std::size_t i = 0; i < counts.size() && most != 0; ++i) {
    if (counts[i] * kNear < most) continue;
    const double weight = static_cast<double>(counts[i]) / static_cast<double>(most);
    if (kCountedLanguages[i] == "es") out.push_back({LatinLanguage::Spanish, weight});
    if (kCountedLanguages[i] == "en") out.push_back({LatinLanguage::English, weight});
    if (kCountedLanguages[i] == "fr") out.push_back({LatinLanguage::French, weight});
  }
  if (out.empty()) out.push_back({LatinLanguage::Other, 1.0});
  return out;
}

LatinJudgement judge_latin(std::string_view text, LatinLanguage language) {
  LatinJudgement out;
  char32_t before = U' ';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c > U'\u007F') {
      std::size_t next = i;
      const char32_t behind = i < text.size() ? next_code_point(text, next) : U' ';
      out.plausible += plausibility(before, c, behind, language);
      ++out.judged;
    }
    before = c;
  }
  if (out.judged != 0) out.plausible /= static_cast<double>(out.judged);
  return out;
}

}  // namespace trujaman::base
