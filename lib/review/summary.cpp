#include "review/summary.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>

#include "review/segment_html.hpp"

namespace trujaman::review {
namespace {

constexpr double kVeryUncertain = 0.5;
constexpr std::array kBands{0.95, 0.80, 0.50, 0.0};

void write_documents(std::ostream& out, const Page& page) {
  const Labels& l = *page.labels;
  out << "<table class=\"facts\"><thead><tr><th scope=\"col\">" << l.document
      << "</th><th scope=\"col\">" << l.document_language << "</th><th scope=\"col\" class=\"n\">"
      << l.blocks << "</th><th scope=\"col\" class=\"n\">" << l.segments
      << "</th></tr></thead><tbody>\n";
  const auto write = [&](const SegmentedDocument& text) {
    out << "<tr><th scope=\"row\">" << escaped(text.document.id) << "</th><td>"
        << escaped(text.document.language.str()) << "</td><td class=\"n\">"
        << text.document.blocks.size() << "</td><td class=\"n\">" << text.size() << "</td></tr>\n";
  };
  write(*page.pivot);
  for (const DocumentAlignment& target : page.targets) write(*target.target);
  out << "</tbody></table>\n";
}

void write_figure(std::ostream& out, const std::string& name, std::size_t count,
                  std::size_t total) {
  const double share = total == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(total);
  out << "<tr><th scope=\"row\">" << name << "</th><td class=\"n\">" << count
      << "</td><td class=\"bar\" aria-hidden=\"true\">";
  if (count != 0) {
    out << "<span style=\"width:" << static_cast<int>(100.0 * share) << "%\"></span>";
  }
  out << "</td></tr>\n";
}

void write_types(std::ostream& out, const Alignment& alignment) {
  std::map<std::string, std::size_t> counts;
  for (const Bead& bead : alignment.beads)
    ++counts[type_of(bead.source.size(), bead.target.size())];
  std::vector<std::pair<std::string, std::size_t>> types(counts.begin(), counts.end());
  std::ranges::stable_sort(types, [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [type, count] : types) write_figure(out, type, count, alignment.beads.size());
}

void write_bands(std::ostream& out, const Alignment& alignment, const Labels& labels) {
  double below = 1.0;
  for (const double band : kBands) {
    const auto count = std::ranges::count_if(alignment.beads, [&](const Bead& bead) {
      return bead.confidence >= band && (bead.confidence < below || below == 1.0);
    });
    const std::string name =
        std::to_string(static_cast<int>(100.0 * band + 0.5)) + "–" + percent(labels, below);
    write_figure(out, name, static_cast<std::size_t>(count), alignment.beads.size());
    below = band;
  }
}

/// Rows that the list names in one line.
struct Entry {
  std::size_t first;
  std::size_t last;
  Flag flag;
};

/// A row whose only text is the same document's as the row's before it.
bool continues_gap(const Row& before, const Row& row) {
  if (before.pivot.empty() != row.pivot.empty()) return false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].target.empty() != before.cells[i].target.empty()) return false;
  }
  return true;
}

std::vector<Entry> entries_of(const Page& page) {
  std::vector<Entry> uncertain;
  std::vector<Entry> gaps;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const Flag flag = flag_of(page.rows[i], page.check_below);
    if (flag == Flag::Gap && !gaps.empty() && gaps.back().last + 1 == i &&
        continues_gap(page.rows[i - 1], page.rows[i])) {
      gaps.back().last = i;
    } else if (flag == Flag::Gap) {
      gaps.push_back({i, i, flag});
    } else if (flag != Flag::None) {
      uncertain.push_back({i, i, flag});
    }
  }
  std::ranges::stable_sort(uncertain, {},
                           [&](const Entry& e) { return page.rows[e.first].confidence(); });
  uncertain.insert(uncertain.end(), gaps.begin(), gaps.end());
  return uncertain;
}

/// Which of several translations it is about: " (en)", " (en, fr)".
std::string languages_of(const Page& page, const Row& row, Flag flag) {
  std::string out;
  for (std::size_t i = 0; i < row.cells.size() && row.cells.size() > 1; ++i) {
    const RowCell& cell = row.cells[i];
    const bool gap = cell.takes_part && (cell.target.empty() || row.pivot.empty());
    if (flag == Flag::Gap ? !gap : cell.confidence >= page.check_below) continue;
    out += out.empty() ? " (" : ", ";
    out += escaped(page.targets[i].target->document.language.str());
  }
  return out.empty() ? out : out + ')';
}

void write_entry(std::ostream& out, const Page& page, const Entry& entry) {
  const Row& row = page.rows[entry.first];
  const Labels& l = *page.labels;
  out << "<tr><td class=\"n\"><a href=\"#p" << entry.first + 1 << "\">" << entry.first + 1;
  if (entry.last != entry.first) out << "–" << entry.last + 1;
  out << "</a></td><td class=\"why\"><span class=\"flag" << (entry.flag == Flag::Gap ? " gap" : "")
      << "\">" << flag_sign(entry.flag) << ' ' << flag_label(entry.flag, l)
      << languages_of(page, row, entry.flag) << "</span>";
  if (entry.first == entry.last) out << ' ' << percent(l, row.confidence());
  out << "</td>";
  const auto write = [&](const SegmentedDocument& text, const SegmentRange& range) {
    if (range.empty()) {
      out << "<td>—</td>";
      return;
    }
    out << "<td lang=\"" << escaped(text.document.language.str()) << "\" dir=\"auto\">"
        << excerpt_html(text, range.begin, range.end) << "</td>";
  };
  write(*page.pivot, row.pivot);
  for (std::size_t i = 0; i < page.targets.size(); ++i) {
    write(*page.targets[i].target, row.cells[i].target);
  }
  out << "</tr>\n";
}

}  // namespace

Flag flag_of(const Row& row, double check_below) {
  if (row.confidence() < std::min(kVeryUncertain, check_below)) return Flag::VeryUncertain;
  if (row.confidence() < check_below) return Flag::Uncertain;
  return row.has_gap() ? Flag::Gap : Flag::None;
}

std::string_view flag_label(Flag flag, const Labels& labels) {
  switch (flag) {
    case Flag::None:
      return "";
    case Flag::Gap:
      return labels.no_counterpart;
    case Flag::Uncertain:
      return labels.uncertain;
    case Flag::VeryUncertain:
      return labels.very_uncertain;
  }
  return "";
}

std::string_view flag_sign(Flag flag) {
  switch (flag) {
    case Flag::None:
      return "";
    case Flag::Gap:
      return "∅";
    case Flag::Uncertain:
      return "⚠";
    case Flag::VeryUncertain:
      return "⚠⚠";
  }
  return "";
}

std::string type_of(std::size_t source, std::size_t target) {
  return std::to_string(source) + "–" + std::to_string(target);
}

void write_figures(std::ostream& out, const Page& page) {
  const Labels& l = *page.labels;
  out << "<section aria-labelledby=\"summary\"><h2 id=\"summary\">" << l.summary << "</h2>\n";
  write_documents(out, page);
  for (const DocumentAlignment& target : page.targets) {
    out << "<h3>" << escaped(page.pivot->document.language.str()) << " – "
        << escaped(target.target->document.language.str())
        << "</h3>\n<div class=\"panels\">\n<table class=\"facts\"><caption>" << l.pairs
        << "</caption><tbody>\n";
    write_types(out, *target.alignment);
    out << "</tbody></table>\n<table class=\"facts\"><caption>" << l.certainty
        << "</caption><tbody>\n";
    write_bands(out, *target.alignment, l);
    out << "<tr><th scope=\"row\">" << l.quality << "</th><td class=\"n\">"
        << percent(l, target.alignment->quality) << "</td><td></td></tr>\n"
        << "</tbody></table>\n</div>\n";
  }
  out << "</section>\n";
}

void write_check_list(std::ostream& out, const Page& page) {
  const Labels& l = *page.labels;
  const std::vector<Entry> entries = entries_of(page);
  out << "<section aria-labelledby=\"check\"><h2 id=\"check\">" << l.check_first << " ("
      << entries.size() << ")</h2>\n";
  if (entries.empty()) {
    out << "<p class=\"none\">" << l.nothing_to_check << "</p></section>\n";
    return;
  }
  out << "<table class=\"check\"><thead><tr><th scope=\"col\" class=\"n\">" << l.pair
      << "</th><th scope=\"col\">" << l.reason << "</th><th scope=\"col\">"
      << escaped(page.pivot->document.language.str()) << "</th>";
  for (const DocumentAlignment& target : page.targets) {
    out << "<th scope=\"col\">" << escaped(target.target->document.language.str()) << "</th>";
  }
  out << "</tr></thead><tbody>\n";
  for (const Entry& entry : entries) write_entry(out, page, entry);
  out << "</tbody></table></section>\n";
}

}  // namespace trujaman::review
