#include "segment/rules.hpp"

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"
#include "segment/characters.hpp"
#include "segment/shape.hpp"

namespace trujaman::segment {
namespace {

/// No abbreviation, and none of its parts, is longer (bytes).
constexpr std::size_t kLongestWord = 40;

/// The word that a full stop at @p end closes: letters, digits, inner stops and hyphens, from
/// @p first on at the most.
std::string_view word_before(std::string_view text, std::size_t end, std::size_t first) {
  std::size_t begin = end;
  while (begin > first && end - begin < kLongestWord) {
    std::size_t previous = begin;
    const char32_t c = base::previous_code_point(text, previous);
    const bool inner = c == U'.' || c == U'-' || c == U'º' || c == U'ª' || c == U'°';
    if (!base::is_letter(c) && !base::is_digit(c) && !inner) break;
    begin = previous;
  }
  return view(text, {begin, end});
}

/// What stands before @p end without a blank.
std::string_view token_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestWord && text[begin - 1] != ' ') --begin;
  return view(text, {begin, end});
}

/// The abbreviation that begins at @p i, without its last stop; empty when none does.
std::string_view abbreviation_at(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size() && end - i < kLongestWord) {
    std::size_t next = end;
    const char32_t c = base::next_code_point(text, next);
    if (c != U'.' && c != U'-' && !base::is_letter(c)) break;
    end = next;
  }
  std::string_view word = view(text, {i, end});
  if (!word.ends_with('.')) return {};
  while (word.ends_with('.')) word.remove_suffix(1);
  return word;
}

std::string_view head_word(std::string_view text, const Candidate& c) {
  return view(text, {c.head_at, word_end(text, c.head_at)});
}

/// Nothing but white space or an opening mark stands before @p at: the C of "120.5°C" does not.
bool stands_alone(std::string_view text, std::size_t at) {
  const char32_t c = code_point_before(text, at);
  return c == U'\0' || base::is_space(c) || c == U'(' || c == U'[' || c == U'-' || c == U'.' ||
         c == U'"' || c == U'“' || c == U'«' || c == U'’' || c == U'\'';
}

/// Bytes of the one space, of any width, that ends at @p at; 0 when none does.
std::size_t space_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  return at > 0 && base::is_space(base::previous_code_point(text, begin)) ? at - begin : 0;
}

/// A number stands before @p at: what follows it is a unit, "12 h", "3 m".
bool follows_number(std::string_view text, std::size_t at) {
  at -= space_before(text, at);
  return base::is_digit(code_point_before(text, at));
}

/// "etc.; y", "Insertar… ▸ Campos", "…, Z": no sentence begins with these.
bool goes_on_with_sign(char32_t c) {
  return c == U',' || c == U';' || c == U':' || c == U'▸' || c == U'→' || c == U'>' || c == U'/' ||
         c == U'|' || c == U'=' || c == U'+';
}

/// What tells the time further: names of days and months in English, which have capitals, zones.
bool goes_on_with_time(std::string_view word) {
  constexpr std::string_view kWords =
      " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
      "June July August September October November December GMT UTC EST EDT CST CDT MST MDT PST "
      "PDT CET CEST BST EET ET PT ";
  return kWords.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

/// What begins at @p i, up to the next blank.
std::string_view token_at(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i, kLongestWord);
  return rest.substr(0, rest.find(' '));
}

}  // namespace

Rules::Rules(std::string_view language, const std::vector<std::string>& abbreviations)
    : language_(language), lexicon_(language, abbreviations) {}

bool Rules::breaks(std::string_view text, const Candidate& c, std::size_t begin) const {
  if (c.next >= text.size() || c.head == U'\0' || base::is_lower(c.head)) return false;
  if (goes_on_with_sign(code_point_at(text, c.next))) return false;
  if (is_only_marker(text.substr(begin, c.end - begin))) return false;
  if (c.touches) return touching_breaks(text, c, begin);
  const bool ends = view(text, c.mark) == "." ? stop_breaks(text, c, begin) : mark_breaks(text, c);
  return ends && !goes_on_in_name(text, c) && !is_bracket_of_sentence(text, c);
}

bool Rules::stop_breaks(std::string_view text, const Candidate& c, std::size_t begin) const {
  const std::string_view word = word_before(text, c.mark.begin, begin);
  const Abbreviation found = abbreviation_before(text, c, word, begin);
  const std::size_t word_at = c.mark.begin - found.size;
  switch (found.part) {
    case Abbreviation::Part::Inner:
      return false;
    case Abbreviation::Part::Last:
      if (found.kind != AbbreviationKind::BeforeNumber) {
        return abbreviation_breaks(found.kind, text, c, text.substr(begin, word_at - begin));
      }
      if (goes_on_with_number(text, c)) return false;
      break;
    case Abbreviation::Part::None:
      break;
  }
  const bool alone = stands_alone(text, word_at);
  const bool initial = alone && is_initial(word) && !follows_number(text, word_at);
  if (initial || is_dotted(word) || (alone && lacks_vowels(word))) {
    return base::is_upper(c.head) && opens_sentence(text, c);
  }
  return true;
}

/// What the full stop of @p c, behind @p word, abbreviates.
Rules::Abbreviation Rules::abbreviation_before(std::string_view text, const Candidate& c,
                                               std::string_view word, std::size_t begin) const {
  using Part = Abbreviation::Part;
  if (word.empty() || word.size() >= kLongestWord) return {Part::None, {}, word.size()};
  // "a. C.", "p. ej.", "EE. UU.": one of several words; first its end …
  std::string joined(word);
  std::size_t at = c.mark.begin - word.size();
  for (int parts = 1; parts < 4; ++parts) {
    const std::size_t space = space_before(text, at);
    if (space == 0 || at - space <= begin || text[at - space - 1] != '.') break;
    const std::string_view previous = word_before(text, at - space - 1, begin);
    if (previous.empty()) break;
    joined.insert(0, std::string(previous) + '.');
    at -= space + 1 + previous.size();
    if (const auto kind = lexicon_.kind_of(joined)) return {Part::Last, *kind, c.mark.begin - at};
    if (is_doubled(word) && is_doubled(previous)) {
      return {Part::Last, AbbreviationKind::MayEnd, c.mark.begin - at};
    }
  }
  // … then what is not its end yet.
  const std::string_view following = abbreviation_at(text, c.next);
  if (!following.empty() && !c.closed) {
    const bool doubled = is_doubled(word) && is_doubled(following);
    if (doubled || lexicon_.kind_of(std::string(word) + '.' + std::string(following))) {
      return {Part::Inner, {}, word.size()};
    }
  }
  if (const auto kind = lexicon_.kind_of(word)) return {Part::Last, *kind, word.size()};
  return {Part::None, {}, word.size()};
}

/// "núm. 3", "doc. A/73/5", "vol. II", "Fig. B", "art. L. 123".
bool Rules::goes_on_with_number(std::string_view text, const Candidate& c) const {
  if (c.noted || is_number_or_symbol(token_at(text, c.head_at))) return true;
  const std::string_view word = head_word(text, c);
  if (language_ == "en" && word == "I") return false;
  if (is_roman(word)) return true;
  return is_initial(word) && !lexicon_.starts_sentence(word);
}

bool Rules::abbreviation_breaks(AbbreviationKind kind, std::string_view text, const Candidate& c,
                                std::string_view before) const {
  if (!base::is_upper(c.head)) return false;
  switch (kind) {
    case AbbreviationKind::Never:
      return c.closed && opens_sentence(text, c);
    case AbbreviationKind::Time:
      return !is_time_only(before) && !goes_on_with_time(head_word(text, c));
    case AbbreviationKind::Name:
    case AbbreviationKind::Suffix:
      return c.closed || opens_sentence(text, c);
    case AbbreviationKind::MayEnd:
    case AbbreviationKind::BeforeNumber:
      break;
  }
  return true;
}

bool Rules::mark_breaks(std::string_view text, const Candidate& c) const {
  const std::string_view mark = view(text, c.mark);
  // "[…] Los": what was left out, not the end of what was said.
  const char32_t before = code_point_before(text, c.mark.begin);
  if (before == U'[' || before == U'(') return false;
  if (c.closed && is_reported(text, c)) return false;
  if (mark.starts_with('-') || mark.starts_with("—")) return opens_sentence(text, c);
  // "Filter... - Options", where a dialogue would have a long dash.
  const char32_t next = code_point_at(text, c.next);
  if (is_ellipsis(mark) && (next == U'-' || next == U'–')) return false;
  if (is_ellipsis(mark) && language_ == "en") {
    // The pronoun has a capital anywhere: it proves no new sentence.
    const std::string_view word = head_word(text, c);
    return word != "I" && !word.starts_with("I'") && !word.starts_with("I’");
  }
  return true;
}

/// "“Who is it?” Ms. Lee asked.": a name, then a verb that reports what was said.
bool Rules::is_reported(std::string_view text, const Candidate& c) const {
  constexpr int kMostNames = 3;
  std::size_t at = c.head_at;
  for (int names = 0; names <= kMostNames; ++names) {
    const std::string_view word = view(text, {at, word_end(text, at)});
    if (names > 0 && lexicon_.is_report(word)) return true;
    const bool stop = code_point_at(text, at + word.size()) == U'.';  // "Ms.", "A."
    const bool name = base::is_upper(code_point_at(text, at)) &&
                      (stop || word == "I" || !lexicon_.starts_sentence(word));
    if (!name) return false;
    at += word.size() + (stop ? 1 : 0);
    at = skip_space(text, at);
  }
  return false;
}

/// "terminó.Los", "Tuesday.Mr. Smith", "smokers”.The": a blank is missing. Names of files, hosts
/// and the like look alike, so what stands before must be a number or word without signs inside,
/// and what follows a word that begins sentences; behind an ordinary word any with a capital will
/// do.
bool Rules::touching_breaks(std::string_view text, const Candidate& c, std::size_t begin) const {
  constexpr std::size_t kShortest = 3;  // letters of an ordinary word; "os.Path" is none
  if (c.mark.size() != 1 || c.head_at != c.next) return false;
  const std::string_view before = token_before(text, c.mark.begin);
  const bool number = before.find_first_not_of("0123456789.,") == std::string_view::npos;
  if (!number && before.find_first_of("./@_\\:=") != std::string_view::npos) return false;
  const std::string_view word = word_before(text, c.mark.begin, begin);
  const auto kind = lexicon_.kind_of(word);
  if (kind == AbbreviationKind::Never || kind == AbbreviationKind::BeforeNumber) return false;
  const std::string_view following = head_word(text, c);
  const char32_t behind = code_point_at(text, c.head_at + following.size());
  const bool lower = base::is_lower(code_point_before(text, c.mark.begin));
  if (behind == U'.') {
    return (number || lower) && lexicon_.kind_of(following) == AbbreviationKind::Never;
  }
  if (behind != U' ' && behind != U',') return false;
  // "SUMAR.SI" is a name, though "si" begins sentences.
  std::size_t second = 0;
  (void)base::next_code_point(following, second);
  if (!is_all_lower(following.substr(second))) return false;
  if (lexicon_.starts_sentence(following)) return !before.empty() && !is_initial(before);
  return !c.closed && !before.empty() && before == word && word.size() >= kShortest &&
         is_all_lower(word) && following.size() > 1;
}

bool Rules::opens_sentence(std::string_view text, const Candidate& c) const {
  const char32_t first = code_point_at(text, c.next);
  if (first == U'¿' || first == U'¡' || first == U'—') return true;
  const std::string_view word = head_word(text, c);
  // "S. E. Pérez": an initial that looks like a word.
  return code_point_at(text, c.head_at + word.size()) != U'.' && lexicon_.starts_sentence(word);
}

/// "Yahoo! Inc.", "Pérez. Hnos.": no sentence begins with what ends a firm's name.
bool Rules::goes_on_in_name(std::string_view text, const Candidate& c) const {
  if (c.head_at != c.next) return false;
  const std::string_view word = head_word(text, c);
  return code_point_at(text, c.head_at + word.size()) == U'.' &&
         lexicon_.kind_of(word) == AbbreviationKind::Suffix;
}

/// No sentence yet, but at most what numbers one: "1.", "IV.", "Cuadro 3.", "Annex A.", "Fig. 2.".
bool Rules::is_only_marker(std::string_view sentence) const {
  constexpr std::size_t kLongest = 32;
  sentence = base::trim(sentence);
  if (sentence.size() > kLongest) return false;
  if (is_marker(sentence)) return true;
  const std::size_t end = word_end(sentence, 0);
  const std::string_view label = sentence.substr(0, end);
  const std::string_view rest = sentence.substr(end);
  if (rest.starts_with(". ")) {
    return is_marker(rest.substr(2)) && lexicon_.kind_of(label) == AbbreviationKind::BeforeNumber;
  }
  return rest.starts_with(' ') && is_marker(rest.substr(1)) && lexicon_.is_label(label);
}

/// "At 5 a.m.", "A las 5 p. m.": nothing has been said yet but when.
bool Rules::is_time_only(std::string_view before) const {
  constexpr std::size_t kLongest = 40;
  before = base::trim(before);
  if (before.size() > kLongest) return false;
  while (!before.empty()) {
    const std::string_view word = before.substr(0, before.find(' '));
    const bool number = word.find_first_not_of("0123456789:.") == std::string_view::npos;
    if (!number && !lexicon_.is_of_time(word)) return false;
    before.remove_prefix(std::min(word.size() + 1, before.size()));
  }
  return true;
}

/// A bracket behind the mark that is no sentence of its own: a relative clause, "They said so.
/// (Which was true.)"; or, at the end of the paragraph and without a mark at its own end, the
/// source of a quotation, "“Dixit.” (Guterres, 2019)", or what an ellipsis is of, "α, β, …
/// (Greek)".
bool Rules::is_bracket_of_sentence(std::string_view text, const Candidate& c) const {
  constexpr std::size_t kLongest = 300;
  if (text[c.next] != '(') return false;
  const std::size_t close = text.substr(0, c.next + kLongest).find(')', c.next);
  if (close == std::string_view::npos) return false;
  const char32_t last = code_point_before(text, close);
  if (last != U'.' && last != U'!' && last != U'?' && last != U'…') {
    return (c.closed || is_ellipsis(view(text, c.mark))) &&
           text.find_first_not_of(" .", close + 1) == std::string_view::npos;
  }
  if (last != U'.' || c.head_at != c.next + 1) return false;
  const std::string_view first = head_word(text, c);
  const std::size_t second = skip_space(text, c.head_at + first.size());
  const std::string both =
      std::string(first) + '-' + std::string(view(text, {second, word_end(text, second)}));
  return lexicon_.is_relative(first) || lexicon_.is_relative(both);
}

}  // namespace trujaman::segment
