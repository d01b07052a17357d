#include "terms/pattern.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/unicode.hpp"
#include "terms/key.hpp"

namespace trujaman::terms {
namespace {

using base::Token;
using base::TokenKind;

std::string_view slice(std::string_view text, TextSpan span) noexcept {
  return text.substr(span.begin, span.size());
}

WordKind kind_of(std::string_view word, const Token& token, Inflection inflection) {
  if (token.kind == TokenKind::Number) return WordKind::Number;
  const WordKey key = make_key(word);
  return is_function_word(inflection, key.folded) ? WordKind::Function : WordKind::Ordinary;
}

/// The pattern of @p text as it stands; without words when it has none.
Pattern literal(std::string_view text, Inflection inflection) {
  Pattern out;
  std::size_t end = 0;
  for (const Token& token : base::tokenize(text)) {
    if (token.kind == TokenKind::Punctuation) continue;
    const std::string_view between = text.substr(end, token.span.begin - end);
    if (out.words.empty()) {
      out.opening = base::trim(between);
    } else {
      out.gaps.push_back(gap_of(between));
    }
    const std::string_view word = slice(text, token.span);
    out.words.push_back({std::string(word), kind_of(word, token, inflection)});
    end = token.span.end;
  }
  out.closing = base::trim(text.substr(std::min(end, text.size())));
  return out;
}

/// Acronyms are compared letter by letter. A term that only looks like one is, when it is a single
/// word: COVID-19 need not stand in capitals, OIM must.
void mark_acronym(Pattern& pattern, bool declared) {
  const bool alone = pattern.words.size() == 1 && looks_like_acronym(pattern.words[0].text);
  if (!declared && !alone) return;
  for (PatternWord& word : pattern.words) {
    if (word.kind != WordKind::Number) word.kind = WordKind::Acronym;
  }
}

/// How many letters of @p acronym are, in its order, initials of the words of @p full.
std::size_t count_initials(std::string_view acronym, const Pattern& full) {
  std::size_t found = 0;
  std::size_t at = 0;
  for (const PatternWord& word : full.words) {
    const std::string initial = make_key(word.text).folded.substr(0, 1);
    const std::size_t next = acronym.find(initial, at);
    if (next == std::string_view::npos) continue;
    ++found;
    at = next + 1;
  }
  return found;
}

/// Is @p inner, in brackets behind @p full, its acronym, and not a remark as in "trabajador (UE)"?
/// It has about one letter a word, and half of them at least are initials: some acronyms are those
/// of another language.
bool abbreviates(std::string_view inner, const Pattern& full) {
  if (inner.find(' ') != std::string_view::npos || !looks_like_acronym(inner)) return false;
  const std::string acronym = make_key(inner).folded;
  const std::size_t words = count_content_words(full);
  return words > 1 && words <= acronym.size() + 2 && acronym.size() <= words + 2 &&
         count_initials(acronym, full) >= std::max<std::size_t>(2, (acronym.size() + 1) / 2);
}

/// A text with one bracketed part: before it, in it, behind it.
struct Bracketed {
  std::string_view before;
  std::string_view inner;
  std::string_view after;
};

bool find_brackets(std::string_view text, Bracketed& parts) noexcept {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || open == 0) return false;
  const std::size_t close = text.find(')', open);
  if (close == std::string_view::npos) return false;
  parts = {text.substr(0, open), text.substr(open + 1, close - open - 1), text.substr(close + 1)};
  return !parts.inner.empty();
}

/// Removes the first "(s)", "/a" or the like that ends a word of @p text; false when there is none.
bool drop_optional_ending(std::string& text) {
  for (const std::string_view ending :
       {"(s)", "(es)", "(a)", "(as)", "(e)", "(ne)", "/a", "/as", "/e"}) {
    for (std::size_t at = text.find(ending); at != std::string::npos;
         at = text.find(ending, at + 1)) {
      std::size_t before = at;
      std::size_t next = at + ending.size();
      const bool behind_word = at > 1 && base::is_lower(base::previous_code_point(text, before));
      const bool ends_word =
          next == text.size() || !base::is_letter(base::next_code_point(text, next));
      if (!behind_word || !ends_word) continue;
      text.erase(at, ending.size());
      return true;
    }
  }
  return false;
}

class PatternMaker {
 public:
  PatternMaker(const Term& term, Inflection inflection)
      : inflection_(inflection), acronym_(term.acronym) {}

  std::vector<Pattern> make(std::string_view text) {
    add_whole(text);
    add_without_brackets(text);
    add_alternatives(text);
    const std::size_t spelt = out_.size();
    for (std::size_t i = 0; i < spelt; ++i) add_joined(i);
    return std::move(out_);
  }

 private:
  void add(std::string_view text, bool whole, bool acronym) {
    Pattern pattern = literal(text, inflection_);
    if (pattern.words.empty()) return;
    pattern.whole = whole;
    mark_acronym(pattern, acronym);
    out_.push_back(std::move(pattern));
  }

  /// The text as it is, but for the endings that are only written to name two forms at once.
  void add_whole(std::string_view text) {
    std::string plain(text);
    while (drop_optional_ending(plain)) {
    }
    add(plain, plain == text, acronym_);
  }

  void add_without_brackets(std::string_view text) {
    Bracketed parts;
    if (acronym_ || !find_brackets(text, parts)) return;
    if (!parts.before.ends_with(' ')) return;  // migrante(s)
    std::string rest(base::trim(parts.before));
    rest += parts.after;
    add(rest, false, false);
    const Pattern full = literal(rest, inflection_);
    if (full.words.empty()) return;
    add_inverted(parts);
    if (base::trim(parts.after).empty() && abbreviates(base::trim(parts.inner), full)) {
      add(base::trim(parts.inner), false, true);
    }
  }

  /// "Iran (Islamic Republic of)" as it is said.
  void add_inverted(const Bracketed& parts) {
    std::string said(base::trim(parts.inner));
    const std::size_t last = said.find_last_of(" '") + 1;
    const std::string_view ending = std::string_view(said).substr(last);
    if (!contains_word(" of de del du d’ ", ending) && !said.ends_with('\'')) return;
    if (!said.ends_with('\'') && !said.ends_with("’")) said += ' ';
    said += base::trim(parts.before);
    add(said, false, false);
  }

  void add_alternatives(std::string_view text) {
    constexpr std::string_view kOr = " / ";
    if (text.find(kOr) == std::string_view::npos) return;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find(kOr, at), text.size());
      add(base::trim(text.substr(at, end - at)), false, acronym_);
      at = end + kOr.size();
    }
  }

  /// Pattern @p index with its hyphenated pairs written as one word, if it has any.
  void add_joined(std::size_t index) {
    const Pattern& from = out_[index];
    Pattern joined;
    bool changed = false;
    for (std::size_t i = 0; i < from.words.size(); ++i) {
      if (i > 0) joined.gaps.push_back(from.gaps[i - 1]);
      joined.words.push_back(from.words[i]);
      const bool pair = i + 1 < from.words.size() && from.gaps[i] == gap::kHyphen &&
                        (i == 0 || from.gaps[i - 1] != gap::kHyphen) &&
                        (i + 2 >= from.words.size() || from.gaps[i + 1] != gap::kHyphen);
      if (!pair || from.words[i].kind == WordKind::Number) continue;
      joined.words.back().text += from.words[i + 1].text;
      if (joined.words.back().kind == WordKind::Function) {
        joined.words.back().kind = WordKind::Ordinary;
      }
      ++i;
      changed = true;
    }
    if (!changed) return;
    joined.opening = from.opening;
    joined.closing = from.closing;
    joined.whole = false;
    out_.push_back(std::move(joined));
  }

  Inflection inflection_;
  bool acronym_;
  std::vector<Pattern> out_;
};

}  // namespace

std::size_t count_content_words(const Pattern& pattern) noexcept {
  return static_cast<std::size_t>(
      std::count_if(pattern.words.begin(), pattern.words.end(),
                    [](const PatternWord& w) { return w.kind != WordKind::Function; }));
}

Gap gap_of(std::string_view between) noexcept {
  if (between.size() == 1 && between[0] == ' ') return gap::kSpace;
  Gap bits = 0;
  int lines = 0;
  bool dash = false;
  for (std::size_t i = 0; i < between.size();) {
    const char32_t c = base::next_code_point(between, i);
    switch (c) {
      case U'-':
      case U'‐':
      case U'‑':
      case U'–':
        dash = true;
        break;
      case U'\'':
      case U'’':
      case U'ʼ':
      case U'`':
        bits |= gap::kApostrophe;
        break;
      case U'/':
        bits |= gap::kSlash;
        break;
      case U',':
        bits |= gap::kComma;
        break;
      case U'.':
        bits |= gap::kStop;
        break;
      case U'(':
      case U')':
      case U'[':
      case U']':
      case U'"':
      case U'“':
      case U'”':
      case U'«':
      case U'»':
        bits |= gap::kBracket;
        break;
      default:
        lines += c == U'\n' ? 1 : 0;
        bits |= base::is_space(c) ? gap::kSpace : gap::kOther;
    }
  }
  if (dash) bits |= (bits & gap::kSpace) != 0 ? gap::kOther : gap::kHyphen;
  return lines > 1 ? gap::kOther : bits;
}

std::vector<Pattern> patterns_of(const Term& term, Inflection inflection) {
  return PatternMaker(term, inflection).make(base::trim(std::string_view(term.text)));
}

}  // namespace trujaman::terms
