#include "read/pdf/notes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/unicode.hpp"
#include "read/line_shape.hpp"
#include "read/pdf/columns.hpp"

namespace trujaman::read {
namespace {

/// Notes are set in type of at most this share of the text's.
constexpr double kSmall = 0.93;

/// "(3)" and "3." are note 3.
std::string bare(std::string_view sign) {
  constexpr std::string_view kAround = "()[].,";
  while (!sign.empty() && kAround.find(sign.front()) != std::string_view::npos)
    sign.remove_prefix(1);
  while (!sign.empty() && kAround.find(sign.back()) != std::string_view::npos)
    sign.remove_suffix(1);
  return std::string(sign);
}

/// The sign with which a line begins, and the rest of the line.
struct Split {
  std::string sign;
  bool raised = false;
  LineText rest;
};

Split split_sign(const Fragment& line) {
  Split out;
  out.rest = line_text(line.words);
  if (!out.rest.marks.empty() && out.rest.marks.front().position == 0) {
    out.sign = bare(out.rest.marks.front().sign);
    out.raised = true;
    out.rest.marks.erase(out.rest.marks.begin());
    return out;
  }
  std::string_view first = line.words.front().text;
  if (first.ends_with('.')) first.remove_suffix(1);
  if (line.words.size() < 2 || !is_note_sign(first)) return out;
  out.sign = bare(first);
  out.rest = line_text({line.words.begin() + 1, line.words.end()});
  return out;
}

}  // namespace

void NoteTaker::begin_page(const Fragments& fragments, std::size_t number) {
  page_ = number;
  marks_.clear();
  for (const Fragment& f : fragments) {
    if (f.size <= kSmall * body_size_) continue;
    for (const LineText::Mark& mark : line_text(f.words).marks) {
      // "1,2" are two.
      std::string_view signs = mark.sign;
      while (!signs.empty()) {
        const std::size_t comma = std::min(signs.find(','), signs.size());
        marks_.insert(bare(signs.substr(0, comma)));
        signs.remove_prefix(std::min(comma + 1, signs.size()));
      }
    }
  }
}

bool NoteTaker::begins_note(const Fragment& line) const {
  const Split split = split_sign(line);
  return !split.sign.empty() && (split.raised || marks_.contains(split.sign)) &&
         !split.rest.text.empty();
}

void NoteTaker::add(const Fragment& line) {
  if (!begins_note(line)) {
    notes_.back().lines.push_back(line_text(line.words));
    return;
  }
  Split split = split_sign(line);
  Passage note;
  note.kind = BlockKind::Footnote;
  note.marker = std::move(split.sign);
  note.content = std::move(split.rest);
  note.page = page_;
  note.size = line.size;
  notes_.push_back({std::move(note), {}});
}

void NoteTaker::take(Fragments& lines) {
  auto begin = lines.end();
  while (begin != lines.begin() && std::prev(begin)->size <= kSmall * body_size_) --begin;
  if (begin == lines.end()) return;
  // Two columns may have notes side by side.
  std::vector<Region> regions = find_regions({begin, lines.end()});
  lines.erase(begin, lines.end());
  for (Region& region : regions) {
    Fragments small = merge_lines(std::move(region.lines));
    auto first = std::find_if(small.begin(), small.end(),
                              [&](const Fragment& line) { return begins_note(line); });
    // What the page before had no room for.
    const bool goes_on = first != small.begin() && !notes_.empty() &&
                         notes_.back().passage.page + 1 == page_ &&
                         may_go_on(notes_.back().last_line(), line_text(small.front().words).text);
    if (goes_on) {
      notes_.back().passage.add_repair(Repair::PageBreakJoined);
      first = small.begin();
    }
    std::for_each(first, small.end(), [&](const Fragment& line) { add(line); });
    std::move(small.begin(), first, std::back_inserter(lines));
  }
  sort_down(lines);
}

std::string_view NoteTaker::Note::last_line() const {
  return lines.empty() ? passage.content.text : lines.back().text;
}

std::vector<std::string_view> NoteTaker::lines() const {
  std::vector<std::string_view> out;
  for (const Note& note : notes_) {
    out.push_back(note.passage.content.text);
    for (const LineText& line : note.lines) out.push_back(line.text);
  }
  return out;
}

std::vector<Passage> NoteTaker::notes(const Hyphenation& hyphenation) && {
  std::vector<Passage> out;
  for (Note& note : notes_) {
    for (const LineText& line : note.lines) {
      note.passage.append(line, hyphenation, Repair::LinesJoined);
    }
    out.push_back(std::move(note.passage));
  }
  return out;
}

}  // namespace trujaman::read
