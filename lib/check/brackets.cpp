/// Brackets and quotation marks without their other half.
#include <algorithm>
#include <array>
#include <vector>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "check/rules.hpp"

namespace trujaman::check {
namespace {

constexpr std::string_view kOpening = "([{";
constexpr std::string_view kClosing = ")]}";

/// Whether the bracket at @p at stands between quotation marks alone: write «)» behind it.
bool is_spoken_of(std::string_view text, std::size_t at) {
  constexpr std::u32string_view quotes = U"\"'“”‘’«»";
  std::size_t before = at;
  std::size_t after = at + 1;
  return before > 0 && after < text.size() &&
         quotes.find(base::previous_code_point(text, before)) != std::u32string_view::npos &&
         quotes.find(base::next_code_point(text, after)) != std::u32string_view::npos;
}

/// Whether the bracket at @p at closes an enumeration's number or letter, "a)", "12)", "iv)", or
/// is the mouth of ":)".
bool is_list_mark(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 4;
  if (is_spoken_of(text, at)) return true;
  std::size_t begin = at;
  while (begin > 0 && base::is_ascii_alnum(text[begin - 1])) --begin;
  if (begin == at) {  // ":)", "1.)", a list mark that is spoken of (".)")
    if (at == 0) return false;
    if (text[at - 1] == '.') {
      return at == 1 || base::is_ascii_digit(text[at - 2]) || text[at - 2] == '"';
    }
    return std::string_view(":;-").find(text[at - 1]) != std::string_view::npos;
  }
  if (at - begin > longest) return false;
  if (begin == 0) return true;
  std::size_t offset = begin;
  const char32_t before = base::previous_code_point(text, offset);
  const std::string_view mark = text.substr(begin, at - begin);
  const bool short_mark = mark.size() == 1 || base::is_ascii_digit(mark.front()) ||
                          mark.find_first_not_of("ivxIVX") == std::string_view::npos;
  return short_mark && (base::is_space(before) || before == U'«' || before == U'“');
}

/// Brackets of @p side that have no partner, in order.
std::vector<TextSpan> lone_brackets(const Side& side) {
  std::vector<TextSpan> open;
  std::vector<TextSpan> lone;
  const std::string_view text = side.text;
  for (std::size_t i = text.find_first_of("()[]{}"); i != std::string_view::npos;
       i = text.find_first_of("()[]{}", i + 1)) {
    if (side.is_opaque(i)) continue;
    const TextSpan span{i, i + 1};
    if (kOpening.find(text[i]) != std::string_view::npos) {
      open.push_back(span);
      continue;
    }
    const char partner = kOpening[kClosing.find(text[i])];
    const auto match = std::find_if(open.rbegin(), open.rend(),
                                    [&](TextSpan s) { return text[s.begin] == partner; });
    if (match == open.rend()) {
      if (!is_list_mark(text, i)) lone.push_back(span);
    } else {
      lone.insert(lone.end(), match.base(), open.end());
      open.erase(std::prev(match.base()), open.end());
    }
  }
  lone.insert(lone.end(), open.begin(), open.end());
  std::ranges::sort(lone);
  return lone;
}

std::string marks_of(const Side& side, const std::vector<TextSpan>& spans) {
  std::string out;
  for (const TextSpan span : spans) out += side.at(span);
  return out;
}

/// Marks that open and close a quotation. Single ones are left out: apostrophes.
struct QuotePair {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<QuotePair, 2> kQuotes{{{"«", "»"}, {"“", "”"}}};

/// Positions of @p mark in the side's prose.
std::vector<TextSpan> find_marks(const Side& side, std::string_view mark) {
  std::vector<TextSpan> out;
  for (std::size_t i = side.text.find(mark); i != std::string_view::npos;
       i = side.text.find(mark, i + mark.size())) {
    if (!side.is_opaque(i)) out.push_back({i, i + mark.size()});
  }
  return out;
}

/// Straight quotes in the side's prose, but for inches and seconds ("5\"").
std::vector<TextSpan> straight_quotes(const Side& side) {
  std::vector<TextSpan> out = find_marks(side, "\"");
  // One that is spoken of: (").
  std::erase_if(out, [&](TextSpan s) {
    return s.begin > 0 && side.text[s.begin - 1] == '(' && s.end < side.text.size() &&
           side.text[s.end] == ')';
  });
  if (out.size() % 2 != 0) {
    std::erase_if(out, [&](TextSpan s) {
      return s.begin > 0 && base::is_ascii_digit(side.text[s.begin - 1]);
    });
  }
  return out;
}

/// Quotation marks of @p side that have no partner; all of a kind where one is too many.
std::vector<TextSpan> lone_quotes(const Side& side) {
  std::vector<TextSpan> lone;
  if (side.text.find_first_of("\"\xC2\xE2") == std::string_view::npos) return lone;
  std::vector<TextSpan> straight = straight_quotes(side);
  for (const QuotePair& pair : kQuotes) {
    // “ closes in German („…“), and both kinds are mixed with straight ones.
    std::vector<TextSpan> open = find_marks(side, pair.open);
    std::vector<TextSpan> close = find_marks(side, pair.close);
    if (open.size() == close.size()) continue;
    if (side.text.find("„") != std::string_view::npos) continue;
    if ((open.size() + close.size() + straight.size()) % 2 == 0 && !straight.empty()) {
      straight.clear();
      continue;
    }
    const std::vector<TextSpan>& more = open.size() > close.size() ? open : close;
    lone.push_back(open.size() > close.size() ? more.back() : more.front());
  }
  if (straight.size() % 2 != 0) lone.push_back(straight.back());
  std::ranges::sort(lone);
  return lone;
}

void report_lone(CheckRule rule, const Side& side, const std::vector<TextSpan>& lone,
                 Report& report) {
  std::vector<FindingPlace> places;
  for (const TextSpan span : lone) places.push_back(place(side, span));

  // The words beside it, so that it can be found.
  const std::size_t begin = lone.front().begin;
  std::size_t from = begin > 20 ? begin - 20 : 0;
  while (from < begin && (static_cast<unsigned char>(side.text[from]) & 0xC0U) == 0x80U) ++from;
  std::size_t to = std::min(side.text.size(), begin + 24);
  while (to < side.text.size() && (static_cast<unsigned char>(side.text[to]) & 0xC0U) == 0x80U)
    ++to;
  std::string what = message("{1} without its other half: {2}", quoted(places),
                             quoted(side.text.substr(from, to - from)));
  report.add(rule, Severity::Warning, std::move(places), std::move(what));
}

}  // namespace

void check_brackets(const Side& side, const Side& other, Report& report) {
  if (!report.wants(CheckRule::Bracket)) return;
  const std::vector<TextSpan> lone = lone_brackets(side);
  // A text cut in the middle of brackets is cut there on both sides.
  if (lone.empty() || marks_of(side, lone) == marks_of(other, lone_brackets(other))) return;
  report_lone(CheckRule::Bracket, side, lone, report);
}

void check_quotes(const Side& side, const Side& other, Report& report) {
  if (!report.wants(CheckRule::Quote)) return;
  const std::vector<TextSpan> lone = lone_quotes(side);
  if (lone.empty() || !lone_quotes(other).empty()) return;
  report_lone(CheckRule::Quote, side, lone, report);
}

}  // namespace trujaman::check
