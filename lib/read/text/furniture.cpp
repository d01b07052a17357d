#include <algorithm>
#include <map>
#include <optional>

#include "read/line_shape.hpp"
#include "read/text/layout.hpp"

namespace trujaman::read {
namespace {

/// Running lines are short.
constexpr std::size_t kLongestFurniture = 120;
/// Bare numbers count as page numbers where at least so many of them follow each other.
constexpr std::size_t kFewestPages = 3;

/// How far a line's neighbours are looked for: some pages of nothing but blank and running lines.
constexpr std::size_t kFarthest = 400;

/// Index of the nearest line before (step −1) or behind (+1) that is neither blank nor furniture.
std::optional<std::size_t> neighbour(const std::vector<Line>& lines,
                                     const std::vector<bool>& furniture, std::size_t i, int step) {
  for (std::size_t steps = 0; steps < kFarthest; ++steps) {
    if (step < 0 ? i == 0 : i + 1 >= lines.size()) return std::nullopt;
    i = step < 0 ? i - 1 : i + 1;
    if (!lines[i].blank() && !furniture[i]) return i;
  }
  return std::nullopt;
}

bool alone(const std::vector<Line>& lines, std::size_t i) {
  return (i == 0 || lines[i - 1].blank() || lines[i].page_start) &&
         (i + 1 == lines.size() || lines[i + 1].blank() || lines[i + 1].page_start);
}

void mark_page_numbers(const std::vector<Line>& lines, std::vector<bool>& furniture) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_page_label(lines[i].text)) furniture[i] = true;
    if (is_bare_number(lines[i].text) && alone(lines, i)) numbers.push_back(i);
  }
  // Bare numbers that count up by one are pages; others may be table cells.
  std::size_t begin = 0;
  for (std::size_t k = 1; k <= numbers.size(); ++k) {
    const bool counts_up =
        k < numbers.size() && std::stoul(std::string(lines[numbers[k]].text)) ==
                                  std::stoul(std::string(lines[numbers[k - 1]].text)) + 1;
    if (counts_up) continue;
    if (k - begin >= kFewestPages) {
      for (std::size_t x = begin; x < k; ++x) furniture[numbers[x]] = true;
    }
    begin = k;
  }
}

/// Whether line @p i stands at a page's edge: next to a form feed or to furniture.
bool at_page_edge(const std::vector<Line>& lines, const std::vector<bool>& furniture,
                  std::size_t i) {
  if (lines[i].page_start) return true;
  for (std::size_t k = i; k-- > 0;) {
    if (furniture[k]) return true;
    if (!lines[k].blank()) break;
    if (lines[k].page_start) return true;
  }
  for (std::size_t k = i + 1; k < lines.size(); ++k) {
    if (furniture[k] || lines[k].page_start) return true;
    if (!lines[k].blank()) break;
  }
  return false;
}

/// Whether line @p i stands in the middle of a sentence.
bool interrupts(const std::vector<Line>& lines, const std::vector<bool>& furniture, std::size_t i) {
  const auto before = neighbour(lines, furniture, i, -1);
  const auto behind = neighbour(lines, furniture, i, +1);
  return before && behind && is_open_ended(lines[*before].text) &&
         begins_lower(lines[*behind].text) && lines[*before].text.size() > 40;
}

/// Whether all @p places have one indent, as layout-preserving converters give it to a centred or
/// right-hand header; a title is set otherwise.
bool set_alike(const std::vector<Line>& lines, const std::vector<std::size_t>& places) {
  constexpr std::size_t kFewestPlaces = 3;
  constexpr std::size_t kLeastIndent = 5;
  const std::size_t indent = lines[places.front()].indent;
  if (places.size() < kFewestPlaces || indent < kLeastIndent) return false;
  return std::all_of(places.begin(), places.end(), [&](std::size_t i) {
    return lines[i].indent + 1 >= indent && lines[i].indent <= indent + 1;
  });
}

}  // namespace

std::vector<bool> find_furniture(const std::vector<Line>& lines) {
  std::vector<bool> furniture(lines.size(), false);
  mark_page_numbers(lines, furniture);
  std::map<std::string, std::vector<std::size_t>> running;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank() || furniture[i] || line.text.size() > kLongestFurniture) continue;
    if (is_rule(line.text) || marker_length(line.text) > 0) continue;
    running[running_key(line.text)].push_back(i);
  }
  // A header next to a footer that is known for one is furniture itself: look twice.
  for (int pass = 0; pass < 2; ++pass) {
    for (const auto& [key, places] : running) {
      if (places.size() < 2) continue;
      const bool in_the_way =
          places.size() >= 3 && std::any_of(places.begin(), places.end(), [&](std::size_t i) {
            return interrupts(lines, furniture, i);
          });
      const bool first = !neighbour(lines, furniture, places.front(), -1);
      const auto edges = std::count_if(places.begin(), places.end(), [&](std::size_t i) {
        return at_page_edge(lines, furniture, i);
      });
      // A line that stands once at an edge and elsewhere inside is text.
      if (!in_the_way && edges + (first ? 1 : 0) < 2) continue;
      for (const std::size_t i : places) {
        const bool edge = in_the_way || at_page_edge(lines, furniture, i);
        // The first line of all may be the title that the running line repeats.
        const bool title = first && i == places.front();
        if (title ? set_alike(lines, places) : edge) furniture[i] = true;
      }
    }
  }
  return furniture;
}

}  // namespace trujaman::read
