/// Inline codes, and placeholders that are written in the text.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "check/rules.hpp"

namespace trujaman::check {
namespace {

/// A code by what must be the same in both languages.
struct Mark {
  std::string key;
  std::string shown;
  TextSpan span;
};

const char* kind_name(CodeKind kind) noexcept {
  switch (kind) {
    case CodeKind::Bpt:
      return "bpt";
    case CodeKind::Ept:
      return "ept";
    case CodeKind::Ph:
      return "ph";
    case CodeKind::It:
      return "it";
    case CodeKind::HiBegin:
      return "hi";
    case CodeKind::HiEnd:
      return "/hi";
    case CodeKind::Ut:
      return "ut";
  }
  return "";
}

/// Of a tag its name: attributes are translated ("alt"), and HTML has no case.
std::string key_of(const std::string& placeholder) {
  if (placeholder.front() != '<') return placeholder;
  std::string key = placeholder.substr(0, placeholder.find_first_of(" \t\n>", 1));
  if (key.size() > 2 && key.back() == '/') key.pop_back();
  for (char& c : key) c = base::ascii_lower(c);
  return key;
}

/// Codes first, then placeholders, each in the order in which they stand.
std::vector<Mark> marks_of(const Side& side) {
  std::vector<Mark> out;
  for (const InlineCode& code : side.variant->codes) {
    // What it was in its own format says most; a tool that does not keep that has its numbers.
    std::string key = !code.native.empty() ? code.native
                      : !code.id.empty()   ? code.id
                      : !code.type.empty() ? code.type
                                           : std::to_string(code.pair);
    std::string shown = code.native.empty() ? std::string("<") + kind_name(code.kind) +
                                                  (code.id.empty() ? "" : " " + code.id) + ">"
                                            : code.native;
    out.push_back({std::string(kind_name(code.kind)) + " " + std::move(key),
                   std::move(shown),
                   {code.position, code.position}});
  }
  for (const TextSpan span : side.placeholders) {
    const std::string text(side.at(span));
    out.push_back({key_of(text), text, span});
  }
  return out;
}

/// Marks of @p a that have no equal in @p b, however many there are.
std::vector<Mark> surplus(const std::vector<Mark>& a, const std::vector<Mark>& b) {
  std::vector<Mark> out;
  std::vector<bool> used(b.size(), false);
  for (const Mark& mark : a) {
    std::size_t i = 0;
    while (i < b.size() && (used[i] || b[i].key != mark.key)) ++i;
    if (i < b.size()) {
      used[i] = true;
    } else {
      out.push_back(mark);
    }
  }
  return out;
}

std::string list(const std::vector<Mark>& marks) {
  std::string out;
  for (const Mark& mark : marks) out += (out.empty() ? "" : ", ") + quoted(mark.shown);
  return out;
}

void add_places(const Side& side, const std::vector<Mark>& marks,
                std::vector<FindingPlace>& places) {
  for (const Mark& mark : marks) {
    places.push_back({side.variant->language, mark.span, mark.shown});
  }
}

/// Entities are characters, which a language may need or not: "&nbsp;".
bool is_entity(const Mark& mark) {
  return mark.key.starts_with('&');
}

}  // namespace

void check_codes(const Pair& pair, Report& report) {
  std::vector<Mark> source = marks_of(pair.source);
  std::vector<Mark> target = marks_of(pair.target);
  std::erase_if(source, is_entity);
  std::erase_if(target, is_entity);
  if (source.empty() && target.empty()) return;
  const std::vector<Mark> missing = surplus(source, target);
  const std::vector<Mark> extra = surplus(target, source);
  if (!missing.empty() || !extra.empty()) {
    if (!report.wants(CheckRule::Code)) return;
    std::vector<FindingPlace> places;
    add_places(pair.source, missing, places);
    add_places(pair.target, extra, places);
    std::string what;
    if (extra.empty()) {
      what = message("{1} is not in the target", list(missing));
    } else if (missing.empty()) {
      what = message("{1} is not in the source", list(extra));
    } else {
      what =
          message("{1} is not in the target; {2} is not in the source", list(missing), list(extra));
    }
    report.add(CheckRule::Code, Severity::Defect, std::move(places), std::move(what));
    return;
  }
  const auto other = std::ranges::mismatch(source, target, {}, &Mark::key, &Mark::key);
  if (other.in1 == source.end() || !report.wants(CheckRule::CodeOrder)) return;
  std::vector<FindingPlace> places;
  add_places(pair.source, {*other.in1}, places);
  add_places(pair.target, {*other.in2}, places);
  report.add(CheckRule::CodeOrder, Severity::Note, std::move(places),
             message("{1} stands where the source has {2}", quoted(other.in2->shown),
                     quoted(other.in1->shown)));
}

}  // namespace trujaman::check
