/// "de de", "the the"
#include <algorithm>
#include <string>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "check/rules.hpp"

namespace trujaman::check {
namespace {

/// Words that may stand twice in a row, in lower case, between blanks.
std::string_view repeatable(Tongue tongue) noexcept {
  switch (tongue) {
    case Tongue::Spanish:  // adverbs doubled for emphasis
      return " muy no sí ya casi bla ja ";
    case Tongue::English:  // conjunction + pronoun, auxiliary + verb, object + possessive
      return " that had do her very so no bye ha blah ";
    case Tongue::French:  // subject + reflexive pronoun; "faire faire", "en en", "si si"
      return " nous vous faire en très si non est bla ah ";
    case Tongue::Other:
      break;
  }
  return {};
}

bool in(std::string_view words, const std::string& word) {
  return words.find(" " + word + " ") != std::string_view::npos;
}

/// Whether only white space stands between token @p i and the one before it.
bool follows_blank(const Side& side, std::size_t i) {
  const std::size_t begin = side.tokens[i - 1].span.end;
  const std::size_t end = side.tokens[i].span.begin;
  return begin < end && base::trim(side.text.substr(begin, end - begin)).empty();
}

bool begins_upper(std::string_view word) {
  std::size_t offset = 0;
  return base::is_upper(base::next_code_point(word, offset));
}

/// Whether @p word stands twice in a row in @p side, too: "Bora Bora", "win win".
bool doubled_in(const Side& side, const std::string& word) {
  for (std::size_t i = 1; i < side.tokens.size(); ++i) {
    if (base::to_lower(side.word(i)) == word && base::to_lower(side.word(i - 1)) == word)
      return true;
  }
  return false;
}

bool any_doubled(const Side& side) {
  for (std::size_t i = 1; i < side.tokens.size(); ++i) {
    if (side.is_word(i) && side.is_word(i - 1) && side.word(i) == side.word(i - 1) &&
        follows_blank(side, i)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void check_doubled_words(const Side& side, const Side& other, Report& report) {
  if (!report.wants(CheckRule::DoubledWord) || side.tongue == Tongue::Other) return;
  for (std::size_t i = 1; i < side.tokens.size(); ++i) {
    if (!side.is_word(i) || !side.is_word(i - 1) || !follows_blank(side, i)) continue;
    const std::string_view first = side.word(i - 1);
    const std::string_view second = side.word(i);
    if (first.size() != second.size() || side.is_opaque(side.tokens[i].span.begin)) continue;
    // Names are doubled (Bora Bora), and so are letters in lists and tables (A A).
    if (begins_upper(second) || (second.size() == 1 && begins_upper(first))) continue;
    const std::string word = base::to_lower(second);
    if (base::to_lower(first) != word || in(repeatable(side.tongue), word)) continue;
    if (doubled_in(other, word) || any_doubled(other)) continue;
    // "peut-être être"
    if (i >= 2 && side.touches_previous(i - 1) && side.is_mark(i - 2, "-")) continue;
    const TextSpan span{side.tokens[i - 1].span.begin, side.tokens[i].span.end};
    report.add(CheckRule::DoubledWord, Severity::Warning, {place(side, span)},
               message("{1}: the word stands twice", quoted(side.at(span))));
  }
}

}  // namespace trujaman::check
