/// PDF: pdftotext's words → regions → passages → blocks.
#include "read/pdf/pdf_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "read/block_builder.hpp"
#include "read/line_shape.hpp"
#include "read/pdf/columns.hpp"
#include "read/pdf/fragments.hpp"
#include "read/pdf/kinds.hpp"
#include "read/pdf/notes.hpp"
#include "read/pdf/passage.hpp"
#include "read/pdf/running.hpp"

namespace trujaman::read {
namespace {

/// What breaks off must be this long (bytes) to be the upper part of something.
constexpr std::size_t kUpperPart = 30;
/// A table or figure between the two parts of a paragraph has at most so many passages.
constexpr std::size_t kMostBetween = 200;
/// Where at least this share of the paragraphs have an indented first line, all have.
constexpr double kMostlyIndented = 0.4;

/// Left edges of cells of one column differ by at most so many points.
constexpr double kSameEdge = 2;

double body_size(const std::vector<Page>& pages) {
  Layout layout;
  for (const Page& page : pages) layout.measure({true, page.fragments});
  return layout.body_size();
}

/// A region and the page on which it stands.
struct Placed {
  Region region;
  std::size_t page = 0;
};

std::vector<Placed> take_apart(std::vector<Page>& pages, NoteTaker& notes) {
  std::vector<Placed> out;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    Fragments& fragments = pages[p].fragments;
    sort_down(fragments);
    notes.begin_page(fragments, p + 1);
    notes.take(fragments);
    for (Region& region : find_regions(std::move(fragments))) {
      if (!region.table) notes.take(region.lines);
      if (!region.lines.empty()) out.push_back({std::move(region), p + 1});
    }
  }
  return out;
}

std::vector<Passage> to_passages(std::vector<Placed>&& regions, const Layout& layout,
                                 const Hyphenation& hyphenation) {
  std::vector<Passage> out;
  for (Placed& placed : regions) {
    if (!placed.region.table) {
      auto more = make_passages(placed.region, placed.page, layout, hyphenation);
      std::move(more.begin(), more.end(), std::back_inserter(out));
      continue;
    }
    for (const Fragments& cell : table_cells(std::move(placed.region.lines))) {
      Passage passage = make_passage(cell, placed.page, hyphenation);
      passage.kind = BlockKind::TableCell;
      out.push_back(std::move(passage));
    }
  }
  std::erase_if(out, [](const Passage& p) { return p.content.text.empty(); });
  return out;
}

bool uses_indents(const std::vector<Passage>& passages) {
  double indented = 0;
  double all = 0;
  for (const Passage& p : passages) {
    if (p.lines < 2 || !p.marker.empty() || p.kind != BlockKind::Paragraph) continue;
    indented += p.indented ? 1 : 0;
    all += 1;
  }
  return indented > kMostlyIndented * all;
}

/// Whether the end of a column, a page or a figure cut @p upper off from @p lower.
bool cut_in_two(const Passage& upper, const Passage& lower, bool indents) {
  if (!lower.marker.empty() || std::abs(upper.size - lower.size) > 0.06 * upper.size) return false;
  const std::string& text = upper.content.text;
  if (text.size() < kUpperPart && !ends_hyphenated(text)) return false;
  if (lower.indented && indents) return false;
  if (may_go_on(text, lower.content.text)) return true;
  // The next word had no room behind the last line.
  const bool full = upper.room < lower.first_word + 0.4 * upper.size;
  if (!full || !upper.ends_column || !lower.begins_column || upper.lines < 2) return false;
  if (ends_hyphenated(text)) return true;
  if (lower.kind != BlockKind::Paragraph) return false;
  if (is_open_ended(text)) return text.back() != ',';
  return indents && lower.lines > 1 && text.back() != ':' && text.back() != ';';
}

/// The passage that @p lower may go on with: the last one, or one before a table or a caption.
Passage* find_upper(std::vector<Passage>& passages) {
  std::size_t between = 0;
  for (auto p = passages.rbegin(); p != passages.rend() && between <= kMostBetween; ++p) {
    if (p->kind == BlockKind::Paragraph || p->kind == BlockKind::ListItem) return &*p;
    if (p->kind != BlockKind::TableCell && p->kind != BlockKind::Caption) return nullptr;
    ++between;
  }
  return nullptr;
}

/// The cell of the page before that @p cell, the first below its top, goes on with; or null.
Passage* find_upper_cell(std::vector<Passage>& passages, const Passage& cell) {
  constexpr std::size_t kMostColumns = 20;
  std::size_t seen = 0;
  for (auto p = passages.rbegin(); p != passages.rend() && ++seen <= kMostColumns; ++p) {
    if (p->kind != BlockKind::TableCell) return nullptr;
    if (p->page + 1 != cell.page || std::abs(p->left - cell.left) > kSameEdge) continue;
    return may_go_on(p->content.text, cell.content.text) ? &*p : nullptr;
  }
  return nullptr;
}

std::vector<Passage> join_breaks(std::vector<Passage> passages, const Hyphenation& hyphenation) {
  const bool indents = uses_indents(passages);
  std::vector<Passage> out;
  for (Passage& p : passages) {
    // The first line on a page may be the rest of a cell, although it looks like text.
    if (p.kind == BlockKind::TableCell || p.begins_column) {
      Passage* cell = find_upper_cell(out, p);
      const bool surely = p.kind == BlockKind::TableCell ||
                          (cell != nullptr && ends_hyphenated(cell->content.text));
      if (cell != nullptr && surely) {
        cell->append(p.content, hyphenation, Repair::PageBreakJoined);
        continue;
      }
    }
    Passage* upper = p.kind == BlockKind::Paragraph ? find_upper(out) : nullptr;
    const bool adjacent = upper != nullptr && upper == &out.back();
    if (upper == nullptr || !cut_in_two(*upper, p, indents) ||
        (!adjacent && !begins_lower(p.content.text))) {
      out.push_back(std::move(p));
      continue;
    }
    const bool column = p.begins_column || !adjacent;
    upper->append(p.content, hyphenation, column ? Repair::PageBreakJoined : Repair::LinesJoined);
    for (const Repair r : p.repairs) upper->add_repair(r);
    upper->lines += p.lines;
    upper->room = p.room;
    upper->ends_column = p.ends_column;
  }
  return out;
}

Block to_block(Passage&& p, const std::string& name) {
  Block block;
  block.kind = p.kind;
  block.level = p.level;
  block.marker = std::move(p.marker);
  block.where = {name, 0, 0, p.page};
  block.repairs = std::move(p.repairs);
  BlockBuilder builder;
  std::string_view text = p.content.text;
  std::size_t done = 0;
  for (const LineText::Mark& mark : p.content.marks) {
    const std::size_t at = std::clamp(mark.position, done, text.size());
    builder.text(without_leaders(text.substr(done, at - done)));
    builder.placeholder("fnote", mark.sign);
    done = at;
  }
  builder.text(without_leaders(text.substr(done)));
  std::move(builder).finish(block);
  return block;
}

Block furniture_block(RunningLine&& line, const std::string& name) {
  Block block;
  block.where = {name, 0, 0, line.page};
  BlockBuilder builder;
  builder.text(line.text);
  std::move(builder).finish(block);
  return block;
}

void add(std::vector<Block>& blocks, Block&& block) {
  if (!block.text.empty()) blocks.push_back(std::move(block));
}

}  // namespace

Reading read_pages(std::vector<Page> pages, const std::string& name) {
  Reading out;
  for (RunningLine& line : take_running_lines(pages)) {
    add(out.furniture, furniture_block(std::move(line), name));
  }
  NoteTaker notes(body_size(pages));
  std::vector<Placed> regions = take_apart(pages, notes);
  Hyphenation hyphenation;
  Layout layout;
  for (const Placed& placed : regions) {
    layout.measure(placed.region);
    for (const Fragment& line : placed.region.lines) hyphenation.learn(line_text(line.words).text);
  }
  for (const std::string_view line : notes.lines()) hyphenation.learn(line);
  std::vector<Passage> passages = to_passages(std::move(regions), layout, hyphenation);
  tell_kinds(passages, layout);
  passages = join_breaks(std::move(passages), hyphenation);
  std::vector<Passage> foot = std::move(notes).notes(hyphenation);
  std::move(foot.begin(), foot.end(), std::back_inserter(passages));
  for (Passage& p : passages) add(out.blocks, to_block(std::move(p), name));
  return out;
}

Reading read_pdf(const Input& input) {
  std::string complaint;
  const std::string xhtml = run_pdftotext(input.content, input.name, complaint);
  if (!complaint.empty() && input.diagnose) {
    input.diagnose({Severity::Warning, message("may be damaged ({1})", complaint), {input.name}});
  }
  Reading out = read_pages(parse_pages(xhtml, input.name), input.name);
  if (out.blocks.empty()) {
    throw Error(Errc::Malformed,
                message("has no text, as scans have none; recognise it first (OCR)"), {input.name});
  }
  return out;
}

}  // namespace trujaman::read
