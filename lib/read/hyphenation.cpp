#include "read/hyphenation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

/// Where a program hyphenates, at least one line in so many ends in a hyphen (measured on 16
/// reports in es, en and fr: one in 3 to 6; without, at most one in 65) …
constexpr std::size_t kHyphenatedLines = 25;
/// … which fewer lines than these do not show.
constexpr std::size_t kFewestLines = 50;
/// Two words of the document that have so many letters and stand nowhere joined are the parts of a
/// compound (measured likewise: 9 of 10 times).
constexpr std::size_t kLongPart = 4;

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'‐' || c == U'\u00AD';
}

bool is_word_sign(char32_t c) {
  return base::is_letter(c) || base::is_digit(c) || base::is_mark(c);
}

/// Length of the word that begins @p text, hyphens inside it included.
std::size_t word_length(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (is_word_sign(c)) {
      end = i;
    } else if (!is_hyphen(c)) {
      break;
    }
  }
  return end;
}

/// Offset of the word that ends @p text, hyphens inside it included.
std::size_t word_begin(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t i = text.size(); i > 0;) {
    const char32_t c = base::previous_code_point(text, i);
    if (is_word_sign(c)) {
      begin = i;
    } else if (!is_hyphen(c)) {
      break;
    }
  }
  return begin;
}

/// In lower case, all hyphens of one kind, soft ones gone.
std::string key_of(std::string_view word) {
  std::string key;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (c == U'\u00AD') continue;
    base::append_code_point(key, c == U'‐' ? U'-' : c);
  }
  return base::to_lower(key);
}

/// "pre-" "y posnatal": the hyphen stands for a part that comes later.
bool is_conjunction(std::string_view word) {
  constexpr std::array<std::string_view, 8> kConjunctions{"y",  "e",  "o",   "u",
                                                          "et", "ou", "and", "or"};
  return std::find(kConjunctions.begin(), kConjunctions.end(), word) != kConjunctions.end();
}

bool has_lower(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (base::is_lower(base::next_code_point(word, i))) return true;
  }
  return false;
}

/// First and last parts of English and French compounds that are written with a hyphen and are, or
/// end, no other word.
bool keeps_hyphen(std::string_view head, std::string_view tail) {
  constexpr std::array<std::string_view, 8> kHeads{"celle", "celles", "celui", "ceux",
                                                   "non",   "peut",   "self",  "well"};
  constexpr std::array<std::string_view, 4> kTails{"based", "related", "même", "mêmes"};
  return std::find(kHeads.begin(), kHeads.end(), head) != kHeads.end() ||
         std::find(kTails.begin(), kTails.end(), tail) != kTails.end();
}

/// "DATE/" "TIME", "the IOM—" "the agency": no blank was there. A dash that closes what another one
/// opened has one: "—as she said—".
bool joins_without_blank(std::string_view text) {
  constexpr std::string_view kDash = "—";
  if (text.ends_with('/')) return text.size() > 1 && text[text.size() - 2] != ' ';
  if (!text.ends_with(kDash)) return false;
  text.remove_suffix(kDash.size());
  if (text.empty() || text.ends_with(' ')) return false;
  const std::size_t other = text.rfind(kDash);
  return other == std::string_view::npos || (other > 0 && text[other - 1] != ' ');
}

}  // namespace

void Hyphenation::learn(std::string_view line) {
  ++lines_;
  bool cut_before = std::exchange(cut_, false);
  while (!line.empty()) {
    std::size_t length = word_length(line);
    if (length == 0) {
      static_cast<void>(base::next_code_point(line, length));
    } else {
      const std::string_view word = line.substr(0, length);
      std::size_t next = length;
      const bool hyphen = length < line.size() && is_hyphen(base::next_code_point(line, next));
      const bool cut = hyphen && base::trim(line.substr(next)).empty();
      // What a line end cut is no word, before it and behind.
      if (cut) {
        ++hyphens_;
        cut_ = true;
      } else if (!std::exchange(cut_before, false) && !hyphen) {
        ++words_[key_of(word)];
      }
    }
    line.remove_prefix(length);
  }
}

std::size_t Hyphenation::count(const std::string& word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

bool Hyphenation::is_long_part(const std::string& word) const {
  return base::count_code_points(word) >= kLongPart && count(word) > 0;
}

Hyphenation::Hyphen Hyphenation::judge(char32_t hyphen, const std::string& head,
                                       const std::string& tail) const {
  if (hyphen == U'\u00AD') return Hyphen::Drop;
  const std::string joined_key = key_of(head + tail);
  const std::string hyphenated_key = key_of(head + "-" + tail);
  const std::size_t joined = count(joined_key);
  const std::size_t hyphenated = count(hyphenated_key);
  if (joined != hyphenated) return joined > hyphenated ? Hyphen::Drop : Hyphen::Keep;
  const std::string head_key = key_of(head);
  if (keeps_hyphen(head_key, key_of(tail))) return Hyphen::Keep;
  const std::string tail_key = key_of(tail);
  const bool pronoun = tail_key == "self" || tail_key == "selves";
  if (is_long_part(head_key) && is_long_part(tail_key) && !pronoun) return Hyphen::Keep;
  std::size_t at = 0;
  const char32_t next = base::next_code_point(tail, at);
  const bool hyphenates = lines_ < kFewestLines || hyphens_ * kHyphenatedLines >= lines_;
  if (!base::is_lower(next)) {
    // "UNES-" "CO" and "OMS-" "OIM": two words, or the halves of one.
    const bool capitals = base::is_upper(next) && !has_lower(head) && !has_lower(tail);
    const bool words = count(head_key) > 0 && count(key_of(tail)) > 1;
    return capitals && hyphenates && !words ? Hyphen::Drop : Hyphen::Keep;
  }
  // "NYC-" "based".
  if (!has_lower(head) && base::count_code_points(head) > 1) return Hyphen::Keep;
  // The typographic hyphen is what layout programs put at line ends.
  if (hyphen != U'-') return Hyphen::Drop;
  // "c'est-à-" "dire": the last part of a compound is a word, or the beginning of one.
  if (const std::size_t inner = head_key.rfind('-'); inner != std::string::npos) {
    return lines_ < kFewestLines || count(head_key.substr(inner + 1)) > 0 ? Hyphen::Keep
                                                                          : Hyphen::Drop;
  }
  return hyphenates ? Hyphen::Drop : Hyphen::Keep;
}

bool Hyphenation::join(std::string& text, std::string_view more) const {
  std::size_t end = text.size();
  const char32_t hyphen = end == 0 ? U'\0' : base::previous_code_point(text, end);
  const std::size_t begin = word_begin(std::string_view(text).substr(0, end));
  const std::string tail(more.substr(0, word_length(more)));
  std::size_t before = end;
  std::size_t first = 0;
  const bool cut = is_hyphen(hyphen) && begin < end && !tail.empty() &&
                   is_word_sign(base::previous_code_point(text, before)) &&
                   is_word_sign(base::next_code_point(more, first));
  const std::string head = cut ? text.substr(begin, end - begin) : std::string();
  const bool suspended = cut && hyphen != U'\u00AD' && is_conjunction(tail) &&
                         more.substr(tail.size()).starts_with(' ') &&
                         count(key_of(head + tail)) == 0;
  if (!cut || suspended) {
    if (!text.empty() && !more.empty() && !joins_without_blank(text)) text += ' ';
    text += more;
    return false;
  }
  if (judge(hyphen, head, tail) == Hyphen::Drop) {
    text.resize(end);
  } else if (hyphen == U'‐') {
    text.resize(end);
    text += '-';
  }
  text += more;
  return true;
}

}  // namespace trujaman::read
