/// Two spaces in a row, and spaces at the ends.
#include <algorithm>
#include <string>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "check/rules.hpp"

namespace trujaman::check {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Length in bytes of the blank at @p i: a space or no-break space; 0 when there is none.
std::size_t blank_at(std::string_view text, std::size_t i) noexcept {
  if (i < text.size() && text[i] == ' ') return 1;
  return text.substr(std::min(i, text.size())).starts_with(kNoBreakSpace) ? kNoBreakSpace.size()
                                                                          : 0;
}

/// Whether an inline code stands inside @p span, so that the spaces are on either side of it.
bool holds_code(const Side& side, TextSpan span) {
  return std::ranges::any_of(side.variant->codes, [&](const InlineCode& c) {
    return span.begin < c.position && c.position < span.end;
  });
}

/// Runs of two blanks or more inside the text. Two behind the end of a sentence are a typist's
/// habit, not a slip.
std::vector<TextSpan> find_double_spaces(const Side& side) {
  std::vector<TextSpan> out;
  const std::string_view text = side.text;
  for (std::size_t i = text.find(' '); i != std::string_view::npos; i = text.find(' ', i)) {
    std::size_t begin = i;
    if (begin >= 2 && text.substr(begin - 2, 2) == kNoBreakSpace) begin -= 2;
    std::size_t end = i;
    std::size_t blanks = begin < i ? 1 : 0;
    while (const std::size_t size = blank_at(text, end)) {
      end += size;
      ++blanks;
    }
    const bool inside = begin > 0 && end < text.size();
    const bool after_sentence =
        inside && std::string_view(".?!:").find(text[begin - 1]) != std::string_view::npos;
    if (blanks > 1 && inside && !after_sentence && !holds_code(side, {begin, end})) {
      out.push_back({begin, end});
    }
    i = end;
  }
  return out;
}

TextSpan leading(std::string_view text) {
  return {0, base::trim(text, {0, text.size()}).begin};
}

TextSpan trailing(std::string_view text) {
  return {base::trim(text, {0, text.size()}).end, text.size()};
}

}  // namespace

void check_double_spaces(const Side& side, const Side& other, Report& report) {
  if (!report.wants(CheckRule::Space)) return;
  const std::vector<TextSpan> spans = find_double_spaces(side);
  if (spans.empty() || !find_double_spaces(other).empty()) return;
  std::vector<FindingPlace> places;
  for (const TextSpan span : spans) places.push_back(place(side, span));
  std::size_t from = spans.front().begin;
  while (from > 0 && side.text[from - 1] != ' ') --from;
  std::size_t to = spans.front().end;
  while (to < side.text.size() && side.text[to] != ' ') ++to;
  report.add(CheckRule::Space, Severity::Note, std::move(places),
             message("{1}: more than one space", quoted(side.text.substr(from, to - from))));
}

void check_outer_spaces(const Pair& pair, Report& report) {
  if (!report.wants(CheckRule::Space)) return;
  const auto compare = [&](auto part, std::string_view lost, std::string_view added) {
    const TextSpan source = part(pair.source.text);
    const TextSpan target = part(pair.target.text);
    if ((source.size() == 0) == (target.size() == 0)) return;
    const bool missing = target.size() == 0;
    report.add(CheckRule::Space, Severity::Note,
               {missing ? place(pair.source, source) : place(pair.target, target)},
               message(missing ? lost : added));
  };
  compare(leading, message_id("the source begins with white space, the target does not"),
          message_id("the target begins with white space, the source does not"));
  compare(trailing, message_id("the source ends with white space, the target does not"),
          message_id("the target ends with white space, the source does not"));
}

}  // namespace trujaman::check
