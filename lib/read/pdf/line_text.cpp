#include "read/pdf/line_text.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

// Shares of the type's height, which is about 1.2 times the nominal size.
/// Pieces of one word, set in two fonts, stand closer than this; a blank is twice as wide.
constexpr double kInsideWord = 0.1;
/// Poppler often takes a line end's hyphen for a word of its own.
constexpr double kHyphenBlank = 0.2;
/// A raised sign is lower than this …
constexpr double kRaisedHeight = 0.8;
/// … and its foot is so far above the line's.
constexpr double kRaisedFoot = 0.12;

/// Letter-spaced text has at least so many words, such a share of them single letters.
constexpr std::size_t kFewestSpaced = 4;
constexpr double kMostlySingle = 0.75;
/// A gap so many times wider than those between the letters parts two words.
constexpr double kSpacedBlank = 1.6;

struct Ligature {
  std::string_view sign;
  std::string_view letters;
};
constexpr std::array<Ligature, 7> kLigatures{
    {{"ﬀ", "ff"}, {"ﬁ", "fi"}, {"ﬂ", "fl"}, {"ﬃ", "ffi"}, {"ﬄ", "ffl"}, {"ﬅ", "st"}, {"ﬆ", "st"}}};
constexpr std::string_view kSoftHyphen = "\u00AD";

std::string plain(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view rest = word.substr(i);
    const auto* ligature =
        std::find_if(kLigatures.begin(), kLigatures.end(),
                     [&](const Ligature& l) { return rest.starts_with(l.sign); });
    if (ligature != kLigatures.end()) {
      out += ligature->letters;
      i += ligature->sign.size();
    } else if (rest.starts_with(kSoftHyphen) && rest.size() > kSoftHyphen.size()) {
      i += kSoftHyphen.size();
    } else {
      out += word[i++];
    }
  }
  return out;
}

/// "km" of km², "10" of 10⁶: a raised number behind it is its power.
bool takes_power(std::string_view text) {
  constexpr std::array<std::string_view, 9> kUnits{"m",  "km", "cm", "mm", "dm",
                                                   "hm", "s",  "10", "µm"};
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t previous = begin;
    const char32_t c = base::previous_code_point(text, previous);
    if (!base::is_letter(c) && !base::is_digit(c)) break;
    begin = previous;
  }
  return std::find(kUnits.begin(), kUnits.end(), text.substr(begin)) != kUnits.end();
}

double middle_of(std::vector<double> values) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// The gap from which on words are apart when letter spacing set all letters apart; 0 without it.
double spaced_blank(const std::vector<Word>& words) {
  if (words.size() < kFewestSpaced) return 0;
  std::size_t single = 0;
  std::vector<double> gaps;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t at = 0;
    const char32_t c = base::next_code_point(words[i].text, at);
    single += at == words[i].text.size() && base::is_letter(c);
    if (i > 0) gaps.push_back(words[i].box.left - words[i - 1].box.right);
  }
  if (static_cast<double>(single) < kMostlySingle * static_cast<double>(words.size())) return 0;
  return std::max(kSpacedBlank * middle_of(std::move(gaps)), 0.01);
}

}  // namespace

bool is_note_sign(std::string_view word) {
  constexpr std::size_t kLongest = 8;
  if (word.size() > kLongest) return false;
  bool says_something = false;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (base::is_digit(c)) {
      if (++digits > 3) return false;
      says_something = true;
    } else if (c == U'*' || c == U'†' || c == U'‡' || c == U'§') {
      digits = 0;
      says_something = true;
    } else if (c == U',' || c == U'(' || c == U')' || c == U'[' || c == U']') {
      digits = 0;
    } else {
      return false;
    }
  }
  return says_something;
}

LineText line_text(const std::vector<Word>& words) {
  LineText out;
  const double size = type_size(words);
  std::vector<double> feet;
  for (const Word& word : words) {
    if (word.box.height() >= kRaisedHeight * size) feet.push_back(word.box.bottom);
  }
  const double foot = feet.empty() ? 0 : middle_of(std::move(feet));
  const double spaced = spaced_blank(words);
  const double blank = spaced > 0 ? spaced : kInsideWord * size;
  const Word* before = nullptr;
  for (const Word& word : words) {
    const bool hyphen = &word == &words.back() && (word.text == "-" || word.text == "‐");
    const bool apart = before != nullptr &&
                       word.box.left - before->box.right >= (hyphen ? kHyphenBlank * size : blank);
    before = &word;
    const bool raised =
        word.box.height() < kRaisedHeight * size && word.box.bottom < foot - kRaisedFoot * size;
    if (raised && is_note_sign(word.text) && !takes_power(out.text)) {
      out.marks.push_back({out.text.size(), word.text});
      continue;
    }
    if (apart && !out.text.empty()) out.text += ' ';
    out.text += plain(word.text);
  }
  return out;
}

}  // namespace trujaman::read
