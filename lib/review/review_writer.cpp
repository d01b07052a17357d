/// Alignments → one HTML page.
#include <ostream>
#include <string>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>
#include <trujaman/review.hpp>

#include "review/labels.hpp"
#include "review/rows.hpp"
#include "review/segment_html.hpp"
#include "review/style.hpp"
#include "review/summary.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace review;

std::string title_of(const Page& page) {
  const auto name = [](const Document& document) {
    return escaped(document.id + " (" + document.language.str() + ')');
  };
  std::string out = name(page.pivot->document);
  for (const DocumentAlignment& target : page.targets) {
    out += " – " + name(target.target->document);
  }
  return out;
}

/// The first segment of a block, and a heading.
struct BlockStart {
  bool starts = false;
  bool heading = false;
};

BlockStart block_start(const SegmentedDocument& text, const SegmentRange& range) {
  if (range.empty()) return {};
  const std::size_t block = text.segments[range.begin].block;
  return {range.begin == 0 || text.segments[range.begin - 1].block != block,
          text.document.blocks[block].kind == BlockKind::Heading};
}

void write_table_head(std::ostream& out, const Page& page) {
  out << "<table class=\"pairs" << (page.targets.size() == 1 ? " two" : "")
      << "\"><thead><tr><th scope=\"col\" class=\"number\">" << page.labels->pair << "</th>";
  const auto write = [&](const Document& document) {
    out << "<th scope=\"col\">" << escaped(document.id) << " <span class=\"tag\">("
        << escaped(document.language.str()) << ")</span></th>";
  };
  write(page.pivot->document);
  for (const DocumentAlignment& target : page.targets) write(target.target->document);
  out << "</tr></thead><tbody>\n";
}

/// Number, flag, and for each translation the type and certainty of its bead.
void write_row_head(std::ostream& out, const Page& page, const Row& row, std::size_t number,
                    Flag flag) {
  const Labels& l = *page.labels;
  out << "<th scope=\"row\"><a href=\"#p" << number << "\">" << number << "</a>";
  if (flag != Flag::None) {
    out << "<span class=\"flag\">" << flag_sign(flag) << ' ' << flag_label(flag, l) << "</span>";
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cells[i].takes_part) continue;
    out << "<span class=\"sure\">";
    if (row.cells.size() > 1) {
      out << escaped(page.targets[i].target->document.language.str()) << ' ';
    }
    out << type_of(row.pivot.size(), row.cells[i].target.size()) << " · "
        << percent(l, row.cells[i].confidence) << "</span>";
  }
  out << "</th>";
}

void write_cell(std::ostream& out, const Page& page, const SegmentedDocument& text,
                const SegmentRange& range, bool expected) {
  const Labels& l = *page.labels;
  out << "<td lang=\"" << escaped(text.document.language.str()) << "\" dir=\"auto\">";
  if (range.empty() && expected) {
    out << "<span class=\"missing\" lang=\"" << l.language << "\">" << l.no_counterpart
        << "</span>";
  }
  out << segments_html(text, range.begin, range.end, l) << "</td>";
}

void write_row(std::ostream& out, const Page& page, std::size_t index) {
  const Row& row = page.rows[index];
  const Flag flag = flag_of(row, page.check_below);
  BlockStart start = block_start(*page.pivot, row.pivot);
  if (row.pivot.empty()) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].takes_part)
        start = block_start(*page.targets[i].target, row.cells[i].target);
    }
  }
  std::string classes;
  if (start.starts) classes += " start";
  if (start.heading) classes += " heading";
  if (flag != Flag::None) classes += flag == Flag::Gap ? " look gap" : " look";
  out << "<tr id=\"p" << index + 1 << '"';
  if (!classes.empty()) out << " class=\"" << classes.substr(1) << '"';
  out << '>';
  write_row_head(out, page, row, index + 1, flag);
  write_cell(out, page, *page.pivot, row.pivot, true);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    write_cell(out, page, *page.targets[i].target, row.cells[i].target, row.cells[i].takes_part);
  }
  out << "</tr>\n";
}

void write_pairs(std::ostream& out, const Page& page) {
  const Labels& l = *page.labels;
  out << "<section aria-labelledby=\"pairs\"><h2 id=\"pairs\">" << l.side_by_side << "</h2>\n"
      << "<p class=\"legend\">" << l.legend << "</p>\n"
      << "<input type=\"checkbox\" id=\"only\" class=\"filter\"><label for=\"only\">" << l.show_only
      << "</label>\n";
  write_table_head(out, page);
  for (std::size_t i = 0; i < page.rows.size(); ++i) write_row(out, page, i);
  out << "</tbody></table></section>\n";
}

}  // namespace

void write_review(std::ostream& out, const SegmentedDocument& pivot,
                  std::span<const DocumentAlignment> targets, const ReviewOptions& options) {
  if (targets.empty()) throw Error(Errc::InvalidArgument, message("a review needs a translation"));
  const std::vector<Row> rows = make_rows(pivot.size(), targets);
  const Labels& labels = labels_for(options.language);
  const Page page{&pivot, targets, rows, &labels, options.check_below};
  const std::string title = title_of(page);
  // Nothing is fetched or run, whatever stands in the documents.
  out << "<!DOCTYPE html>\n<html lang=\"" << labels.language << "\">\n<head>\n"
      << "<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      << "<meta name=\"generator\" content=\"trujaman " TRUJAMAN_VERSION "\">\n"
      << "<title>" << labels.title << ": " << title << "</title>\n<style>" << style_sheet()
      << "</style>\n</head>\n<body>\n<header><h1>" << labels.title << "<br>" << title
      << "</h1></header>\n<main>\n";
  write_figures(out, page);
  write_check_list(out, page);
  write_pairs(out, page);
  out << "</main>\n</body>\n</html>\n";
  if (!out.flush())
    throw Error(Errc::Io, message("the review cannot be written; is the disk full?"));
}

}  // namespace trujaman::inline v0
