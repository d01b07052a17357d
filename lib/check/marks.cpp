/// Punctuation that a language has a rule for, and the mark a text ends in.
#include <array>
#include <string>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "check/rules.hpp"

namespace trujaman::check {
namespace {

bool is_letter_or_digit(char32_t c) noexcept {
  return base::is_letter(c) || base::is_digit(c);
}

char32_t before(std::string_view text, std::size_t offset) noexcept {
  return offset == 0 ? U'\0' : base::previous_code_point(text, offset);
}

char32_t after(std::string_view text, std::size_t offset) noexcept {
  return offset >= text.size() ? U'\0' : base::next_code_point(text, offset);
}

/// Whether @p other has the same word with the same mark: "Yahoo!".
bool is_name_with_mark(const Side& side, std::size_t mark, const Side& other) {
  std::size_t begin = mark;
  while (begin > 0) {
    std::size_t previous = begin;
    if (!is_letter_or_digit(base::previous_code_point(side.text, previous))) break;
    begin = previous;
  }
  return begin < mark &&
         other.text.find(side.text.substr(begin, mark + 1 - begin)) != std::string_view::npos;
}

/// Whether a sentence goes on at the start of the text, so that its ¿ stands in the one before.
bool begins_in_a_sentence(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (base::is_letter(c)) return base::is_lower(c);
    if (base::is_digit(c)) return false;
    if (c == U'…' || c == U'.') return true;
  }
  return false;
}

// French ---------------------------------------------------------------------------------------

/// Marks that have a space before them. Canada and Switzerland have none before ; ? !
/// (Office québécois de la langue française; Guide du typographe, Lausanne).
bool wants_space_before(char32_t c, bool europe) noexcept {
  if (c == U':' || c == U'»') return true;
  return europe && (c == U';' || c == U'?' || c == U'!');
}

bool is_high_mark(char32_t c) noexcept {
  return c == U':' || c == U';' || c == U'?' || c == U'!';
}

/// Whether the mark at [@p begin, @p end) is punctuation of a sentence, not part of a time, ratio,
/// number, entity or a run "?!".
bool is_sentence_mark(std::string_view text, std::size_t begin, std::size_t end, char32_t c) {
  if (c == U'»') return true;
  const char32_t next = after(text, end);
  if (c == U':') {
    // "10:30", "xml:lang", "::"
    return next == U'\0' || base::is_space(next) || next == U'«' || next == U'"';
  }
  if (is_letter_or_digit(next) || next == U'=' || next == U'/') return false;
  const char32_t previous = before(text, begin);
  return previous != U'(' && previous != U'[' && previous != U'"' && previous != U'«' &&
         previous != U'\'' && previous != U'/';
}

// Ends -----------------------------------------------------------------------------------------

enum class Ending { None, Stop, Ellipsis, Question, Exclamation, Colon, Semicolon, Comma };

std::string name_of(Ending ending) {
  constexpr std::array<std::string_view, 8> names{
      message_id("no punctuation"), ".", "…", "?", "!", ":", ";", ","};
  const std::string_view name = names[static_cast<std::size_t>(ending)];
  return ending == Ending::None ? message(name) : quoted(name);
}

Ending ending_of(char32_t c) noexcept {
  switch (c) {
    case U'.':
    case U'。':
      return Ending::Stop;
    case U'…':
      return Ending::Ellipsis;
    case U'?':
      return Ending::Question;
    case U'!':
      return Ending::Exclamation;
    case U':':
      return Ending::Colon;
    case U';':
      return Ending::Semicolon;
    case U',':
      return Ending::Comma;
    default:
      return Ending::None;
  }
}

/// What may stand behind the last mark, or before it, as each language likes: quotes, brackets,
/// space, note marks.
bool is_closing(char32_t c) noexcept {
  constexpr std::u32string_view marks = U"\"'”’»›“)]}*_`¹²³⁴⁵⁶⁷⁸⁹⁰";
  return base::is_space(c) || marks.find(c) != std::u32string_view::npos;
}

struct End {
  Ending ending = Ending::None;
  TextSpan span;
  bool abbreviation = false;  ///< The stop may belong to "etc.", "EE. UU.", "p.m."
};

/// Whether the word before the stop at @p stop is likely to be an abbreviation.
bool ends_abbreviation(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  std::size_t letters = 0;
  while (begin > 0) {
    std::size_t previous = begin;
    const char32_t c = base::previous_code_point(text, previous);
    if (c == U'.') return true;  // "p.m."
    if (!base::is_letter(c)) break;
    ++letters;
    begin = previous;
  }
  const std::string_view word = text.substr(begin, stop - begin);
  return letters > 0 && (letters <= 2 || word == "etc" || word == "Inc" || word == "Ltd" ||
                         word == "vol" || word == "núm" || word == "pág");
}

End end_of(const Side& side) {
  const std::string_view text = side.text;
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t begin = end;
    const char32_t c = base::previous_code_point(text, begin);
    if (!is_closing(c)) {
      const Ending ending = ending_of(c);
      if (ending == Ending::None) return {Ending::None, {end, end}, false};
      if (ending == Ending::Stop && begin >= 2 && text.substr(begin - 2, 2) == "..") {
        return {Ending::Ellipsis, {begin - 2, end}, false};
      }
      return {ending, {begin, end}, ending == Ending::Stop && ends_abbreviation(text, begin)};
    }
    end = begin;
  }
  return {Ending::None, {text.size(), text.size()}, false};
}

}  // namespace

void check_opening_marks(const Side& side, const Side& other, Report& report) {
  if (side.tongue != Tongue::Spanish || !report.wants(CheckRule::OpeningMark)) return;
  constexpr std::string_view closing = "?!";
  std::size_t from = 0;
  for (std::size_t i = side.text.find_first_of(closing); i != std::string_view::npos;
       i = side.text.find_first_of(closing, i + 1)) {
    const char32_t previous = before(side.text, i);
    const char32_t next = after(side.text, i + 1);
    // "(?)", "!=", "?q=", "n!/k!" are no ends of sentences; nor is a mark in an address.
    const bool ends_word = next == U'\0' || is_closing(next) || next == U'?' || next == U'!' ||
                           next == U'.' || next == U'…';
    if (side.is_opaque(i) || !ends_word) continue;
    const std::string_view sentence = side.text.substr(from, i - from);
    from = i + 1;
    const bool factorial = side.text[i] == '!' && (previous == U')' || base::is_digit(previous));
    const bool after_word = is_letter_or_digit(previous) || previous == U'…' || previous == U'%' ||
                            previous == U'»' || previous == U'”' || previous == U')';
    if (!after_word || factorial) continue;
    if (sentence.find("¿") != std::string_view::npos ||
        sentence.find("¡") != std::string_view::npos || is_name_with_mark(side, i, other)) {
      continue;
    }
    if (from == i + 1 && sentence.data() == side.text.data() && begins_in_a_sentence(side.text)) {
      continue;
    }
    const TextSpan span{i, i + 1};
    report.add(CheckRule::OpeningMark, Severity::Warning, {place(side, span)},
               message("{1} without {2} before it", quoted(side.at(span)),
                       quoted(side.text[i] == '?' ? "¿" : "¡")));
  }
}

void check_french_spaces(const Side& side, Report& report) {
  if (side.tongue != Tongue::French || !report.wants(CheckRule::FrenchSpace)) return;
  const std::string& tag = side.variant->language.str();
  const bool europe = !tag.ends_with("-CA") && !tag.ends_with("-CH");
  std::vector<FindingPlace> places;
  for (std::size_t i = 0; i < side.text.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(side.text, i);
    if (c == U'«') {
      const char32_t next = after(side.text, i);
      if (next != U'\0' && !base::is_space(next)) places.push_back(place(side, {begin, i}));
      continue;
    }
    if (!wants_space_before(c, europe) || begin == 0) continue;
    const char32_t previous = before(side.text, begin);
    if (base::is_space(previous) || is_high_mark(previous) || side.is_opaque(begin) ||
        !is_sentence_mark(side.text, begin, i, c)) {
      continue;
    }
    places.push_back(place(side, {begin, i}));
  }
  if (places.empty()) return;
  std::string words;
  for (const FindingPlace& p : places) {
    std::size_t from = p.span.begin;
    while (from > 0 && is_letter_or_digit(before(side.text, from))) {
      (void)base::previous_code_point(side.text, from);
    }
    std::size_t to = p.span.end;
    if (p.words == "«") {
      while (to < side.text.size() && is_letter_or_digit(after(side.text, to))) {
        (void)base::next_code_point(side.text, to);
      }
    }
    words += (words.empty() ? "" : ", ") + quoted(side.text.substr(from, to - from));
  }
  report.add(CheckRule::FrenchSpace, Severity::Note, std::move(places),
             message("{1}: French has a space there", words));
}

void check_final_punctuation(const Pair& pair, Report& report) {
  if (!report.wants(CheckRule::FinalPunctuation)) return;
  const End source = end_of(pair.source);
  const End target = end_of(pair.target);
  if (source.ending == target.ending) return;
  // Languages end the items of a list in their own ways: commas or semicolons, and French has
  // semicolons where others have full stops.
  const auto ends_item = [&](const End& end) {
    const bool french =
        pair.source.tongue == Tongue::French || pair.target.tongue == Tongue::French;
    return end.ending == Ending::Semicolon || end.ending == Ending::Comma ||
           (french && end.ending == Ending::Stop);
  };
  if (ends_item(source) && ends_item(target)) return;
  // "… EE. UU." against "… the United States"
  if ((source.abbreviation && target.ending == Ending::None) ||
      (target.abbreviation && source.ending == Ending::None)) {
    return;
  }
  report.add(CheckRule::FinalPunctuation, Severity::Note,
             {place(pair.source, source.span), place(pair.target, target.span)},
             message("the source ends in {1}, the target in {2}", name_of(source.ending),
                     name_of(target.ending)));
}

}  // namespace trujaman::check
