#include <algorithm>
#include <unordered_map>

#include <trujaman/segmenter.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "segment/abbreviations.hpp"
#include "segment/boundary.hpp"

namespace trujaman::inline v0 {
namespace {

using segment::AbbreviationKind;
using segment::Candidate;

/// Quotations and brackets up to this long (bytes) are not cut; longer ones are text of their own.
constexpr std::size_t kLongestEnclosure = 700;

/// The word that a full stop at @p end closes: letters, digits, inner stops and hyphens.
TextSpan word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0) {
    std::size_t previous = begin;
    const char32_t c = base::previous_code_point(text, previous);
    const bool inner = c == U'.' || c == U'-' || c == U'º' || c == U'ª';
    if (!base::is_letter(c) && !base::is_digit(c) && !inner) break;
    begin = previous;
  }
  return {begin, end};
}

std::string_view view(std::string_view text, TextSpan span) {
  return text.substr(span.begin, span.size());
}

/// "J", "Á": one capital letter.
bool is_initial(std::string_view word) {
  std::size_t i = 0;
  return !word.empty() && base::is_upper(base::next_code_point(word, i)) && i == word.size();
}

/// Nothing but white space or an opening mark stands before @p at: the C of "120.5°C" does not.
bool stands_alone(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t c = base::previous_code_point(text, at);
  return base::is_space(c) || c == U'(' || c == U'[' || c == U'-' || c == U'.' || c == U'"' ||
         c == U'“' || c == U'«' || c == U'’' || c == U'\'';
}

/// "U.S", "A.D": single letters with stops between them.
bool is_dotted(std::string_view word) {
  bool letter = false;
  bool stop = false;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (c == U'.') {
      if (!letter) return false;
      stop = true;
      letter = false;
    } else {
      if (letter || !base::is_letter(c)) return false;
      letter = true;
    }
  }
  return stop && letter;
}

/// A number or letter that stands where a segment begins: "1.", "a)", "1.)" is no sentence.
bool is_only_marker(std::string_view sentence) {
  sentence = base::trim(sentence);
  for (const std::string_view bullet : {"•", "⁃", "–"}) {
    if (sentence.starts_with(bullet)) sentence.remove_prefix(bullet.size());
  }
  sentence = base::trim(sentence);
  constexpr std::size_t kLongestMarker = 8;
  if (sentence.size() > kLongestMarker) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (const char c : sentence) {
    if (base::is_ascii_alpha(c)) {
      ++letters;
    } else if (base::is_ascii_digit(c)) {
      ++digits;
    } else if (std::string_view(".)([]-").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return letters + digits > 0 && (letters == 0 || (letters == 1 && digits == 0));
}

}  // namespace

struct Segmenter::Impl {
  std::unordered_map<std::string, AbbreviationKind> abbreviations;
  std::string_view starters;

  [[nodiscard]] bool starts_sentence(std::string_view text, std::size_t at) const {
    std::size_t end = at;
    while (end < text.size()) {
      std::size_t next = end;
      if (!base::is_letter(base::next_code_point(text, next))) break;
      end = next;
    }
    const std::string word = " " + base::to_lower(text.substr(at, end - at)) + " ";
    return starters.find(word) != std::string_view::npos;
  }

  /// The rules for one full stop, first match wins, as in an SRX file.
  [[nodiscard]] bool stop_breaks(std::string_view text, const Candidate& c) const {
    const std::string_view word = view(text, word_before(text, c.mark.begin));
    const bool capital = base::is_upper(c.head);
    const auto known = abbreviations.find(base::to_lower(word));
    if (known != abbreviations.end()) {
      switch (known->second) {
        case AbbreviationKind::Never:
          return false;
        case AbbreviationKind::BeforeNumber:
          if (base::is_digit(c.head)) return false;
          break;
        case AbbreviationKind::MayEnd:
          if (is_initial(word)) break;  // "a. m." ends, "J. M. Pérez" does not
          return capital && !title_follows(text, c);
        case AbbreviationKind::Name:
          return capital && (c.closed || starts_sentence(text, c.head_at));
      }
    }
    const bool initial = is_initial(word) && stands_alone(text, c.mark.begin - word.size());
    if (initial || is_dotted(word)) return capital && starts_sentence(text, c.head_at);
    return true;
  }

  /// "a.m. Mr. Smith": a title goes on with the sentence.
  [[nodiscard]] bool title_follows(std::string_view text, const Candidate& c) const {
    std::size_t end = c.head_at;
    while (end < text.size() && text[end] != ' ' && text[end] != '.') ++end;
    if (end >= text.size() || text[end] != '.') return false;
    const auto known = abbreviations.find(base::to_lower(text.substr(c.head_at, end - c.head_at)));
    return known != abbreviations.end() && known->second == AbbreviationKind::Never;
  }

  [[nodiscard]] bool breaks(std::string_view text, const Candidate& c, std::size_t begin) const {
    if (c.next >= text.size()) return false;
    if (base::is_lower(c.head) || c.head == U'\0') return false;
    if (is_only_marker(text.substr(begin, c.end - begin))) return false;
    const std::string_view mark = view(text, c.mark);
    if (mark == ".") return stop_breaks(text, c);
    // "[…] Los": what was left out, not the end of what was said.
    const bool bracketed =
        c.mark.begin > 0 && (text[c.mark.begin - 1] == '[' || text[c.mark.begin - 1] == '(');
    return !bracketed;
  }
};

namespace {

/// "1.", "2)", "b)", "3.)" as an item of a list that runs on in one line.
struct Item {
  int value = 0;
  std::string style;  ///< What stands around the number or letter.
  std::size_t end = 0;
};

/// Parses an item's mark at @p i; value 0 when there is none.
Item item_at(std::string_view text, std::size_t i) {
  Item item;
  for (const std::string_view bullet : {"• ", "⁃"}) {
    if (!text.substr(i).starts_with(bullet)) continue;
    item.style += bullet;
    i += bullet.size();
  }
  std::size_t end = i;
  while (end < text.size() && base::is_ascii_digit(text[end]) && end - i < 3) ++end;
  if (end > i) {
    item.value = std::stoi(std::string(text.substr(i, end - i)));
  } else if (end < text.size() && base::is_ascii_lower(text[end])) {
    item.value = text[end] - 'a' + 1;
    item.style += 'a';
    ++end;
  } else {
    return {};
  }
  const std::size_t marks = end;
  while (end < text.size() && (text[end] == '.' || text[end] == ')')) ++end;
  if (end == marks || end >= text.size() || text[end] != ' ') return {};
  item.style += text.substr(marks, end - marks);
  item.end = end + 1;
  std::size_t head = item.end;
  if (head >= text.size() || !base::is_upper(base::next_code_point(text, head))) return {};
  return item;
}

/// Offsets of the items after the first of a list written in one line, when the text begins with
/// one: each must bear the next number in the same style.
std::vector<std::size_t> find_items(std::string_view text) {
  std::vector<std::size_t> out;
  Item item = item_at(text, 0);
  if (item.value == 0) return out;
  for (std::size_t i = item.end; i < text.size(); ++i) {
    if (text[i - 1] != ' ') continue;
    const Item next = item_at(text, i);
    if (next.value != item.value + 1 || next.style != item.style) continue;
    out.push_back(i);
    item = next;
  }
  return out;
}

}  // namespace

Segmenter::Segmenter(const LanguageTag& language, const SegmenterOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->starters = segment::starters_of(language.primary());
  const auto add = [&impl](std::span<const segment::AbbreviationList> lists) {
    for (const segment::AbbreviationList& list : lists) {
      std::string_view rest = list.words;
      while (!rest.empty()) {
        const std::size_t begin = std::min(rest.find_first_not_of(' '), rest.size());
        const std::size_t end = std::min(rest.find(' ', begin), rest.size());
        if (end > begin) {
          impl->abbreviations.insert_or_assign(std::string(rest.substr(begin, end - begin)),
                                               list.kind);
        }
        rest.remove_prefix(end);
      }
    }
  };
  add(segment::common_abbreviations());
  add(segment::abbreviations_of(language.primary()));
  for (std::string word : options.abbreviations) {
    if (word.ends_with('.')) word.pop_back();
    impl->abbreviations.insert_or_assign(base::to_lower(word), AbbreviationKind::Never);
  }
  impl_ = std::move(impl);
}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

std::vector<TextSpan> Segmenter::split(std::string_view paragraph) const {
  std::vector<TextSpan> out;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end, std::size_t next) {
    const TextSpan span = base::trim(paragraph, {begin, end});
    if (span.size() > 0) out.push_back(span);
    begin = next;
  };
  const std::vector<TextSpan> enclosures = segment::find_enclosures(paragraph, kLongestEnclosure);
  const std::vector<std::size_t> items = find_items(paragraph);
  auto enclosure = enclosures.begin();
  auto item = items.begin();
  for (const Candidate& c : segment::find_candidates(paragraph)) {
    for (; item != items.end() && *item <= c.mark.begin; ++item) cut(*item, *item);
    while (enclosure != enclosures.end() && enclosure->end <= c.mark.begin) ++enclosure;
    const bool inside =
        enclosure != enclosures.end() && c.mark.begin > enclosure->begin && c.end < enclosure->end;
    if (!inside && impl_->breaks(paragraph, c, begin)) cut(c.end, c.next);
  }
  for (; item != items.end(); ++item) cut(*item, *item);
  cut(paragraph.size(), paragraph.size());
  return out;
}

SegmentedDocument Segmenter::segment(Document document) const {
  SegmentedDocument out;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const std::string& text = document.blocks[b].text;
    if (document.segmented) {
      out.segments.push_back({b, {0, text.size()}});
      continue;
    }
    for (const TextSpan span : split(text)) out.segments.push_back({b, span});
  }
  out.document = std::move(document);
  return out;
}

}  // namespace trujaman::inline v0
