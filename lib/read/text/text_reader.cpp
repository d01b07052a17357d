/// Plain text: lines → paragraphs → blocks.
#include <trujaman/message.hpp>

#include "read/block_builder.hpp"
#include "read/hyphenation.hpp"
#include "read/line_shape.hpp"
#include "read/reader.hpp"
#include "read/text/layout.hpp"
#include "read/text/line.hpp"
#include "read/text/side_by_side.hpp"

namespace trujaman::read {
namespace {

constexpr std::size_t kLongestHeading = 160;  // bytes

bool is_heading(const Paragraph& p) {
  if (!p.marker.empty() || marker_length(p.text) > 0) return false;
  if (p.lines > 1 || !p.after_gap || !p.before_gap) return false;
  if (p.text.size() > kLongestHeading || begins_lower(p.text)) return false;
  const char last = p.text.back();
  return is_open_ended(p.text) || last == '?' || last == ')';
}

/// The light markup of text files: **bold**. Signs without a partner stay text.
void build_text(std::string_view text, Block& block) {
  constexpr std::string_view kBold = "**";
  BlockBuilder builder;
  while (!text.empty()) {
    const std::size_t begin = text.find(kBold);
    const std::size_t end =
        begin == std::string_view::npos ? begin : text.find(kBold, begin + kBold.size());
    if (end == std::string_view::npos || end == begin + kBold.size()) break;
    builder.text(text.substr(0, begin));
    const int pair = builder.open("bold", kBold);
    builder.text(text.substr(begin + kBold.size(), end - begin - kBold.size()));
    builder.close(pair, "bold", kBold);
    text.remove_prefix(end + kBold.size());
  }
  builder.text(text);
  std::move(builder).finish(block);
}

Block to_block(Paragraph&& p, const std::string& name) {
  Block block;
  block.kind = p.is_note           ? BlockKind::Footnote
               : !p.marker.empty() ? BlockKind::ListItem
               : is_heading(p)     ? BlockKind::Heading
                                   : BlockKind::Paragraph;
  block.level = block.kind == BlockKind::Heading || block.kind == BlockKind::ListItem ? 1 : 0;
  block.marker = std::move(p.marker);
  block.where = {name, p.line, p.offset};
  block.repairs = std::move(p.repairs);
  block.after_rule = p.after_rule;
  build_text(without_leaders(p.text), block);
  return block;
}

}  // namespace

Reading read_text(const Input& input) {
  const std::vector<Line> whole_lines = split_lines(input.content);
  const auto [lines, furniture] = take_columns_apart(whole_lines, find_furniture(whole_lines));
  Hyphenation hyphenation;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!furniture[i]) hyphenation.learn(lines[i].text);
  }
  Reading out;
  for (Paragraph& p : join_page_breaks(group_lines(lines, furniture, hyphenation), hyphenation)) {
    out.blocks.push_back(to_block(std::move(p), input.name));
    if (out.blocks.back().text.empty()) out.blocks.pop_back();
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!furniture[i]) continue;
    Block block;
    block.where = {input.name, lines[i].number, lines[i].offset};
    build_text(lines[i].text, block);
    if (input.diagnose) {
      input.diagnose({Severity::Note, message("left out as a page's running line: {1}", block.text),
                      block.where});
    }
    if (!block.text.empty()) out.furniture.push_back(std::move(block));
  }
  return out;
}

}  // namespace trujaman::read
