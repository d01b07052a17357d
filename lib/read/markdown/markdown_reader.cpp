/// Markdown (CommonMark with tables and strikethrough), by cmark-gfm.
#include <memory>
#include <mutex>
#include <utility>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "read/block_builder.hpp"
#include "read/reader.hpp"
#include "read/text/line.hpp"

namespace trujaman::read {
namespace {

/// Deeper nesting than any author's: quotes and lists below it are read as their outermost text.
constexpr int kDeepest = 100;

struct FreeParser {
  void operator()(cmark_parser* p) const noexcept { cmark_parser_free(p); }
};
struct FreeNode {
  void operator()(cmark_node* n) const noexcept { cmark_node_free(n); }
};
using Node = std::unique_ptr<cmark_node, FreeNode>;

/// The node's own text. cmark-gfm 0.29 cuts "[^…]" short where it names no note and runs over a
/// line end, and may do so inside a character: what is left of that is not text.
std::string_view literal(cmark_node* node) {
  const char* bytes = cmark_node_get_literal(node);
  const std::string_view text = bytes == nullptr ? "" : bytes;
  return text.substr(0, base::find_invalid_utf8(text));
}

Node parse(std::string_view text) {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(
      CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE));
  for (const char* name : {"table", "strikethrough"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Node(cmark_parser_finish(parser.get()));
}

std::string_view type_of(cmark_node* node) {
  return cmark_node_get_type_string(node);
}

/// Marks before and behind the text of an inline node, and what TMX calls it.
struct Pair {
  std::string_view type;
  std::string opening;
  std::string closing;
};

Pair pair_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_STRONG:
      return {"bold", "**", "**"};
    case CMARK_NODE_EMPH:
      return {"italic", "*", "*"};
    case CMARK_NODE_LINK:
      return {"link", "[", std::string("](") + cmark_node_get_url(node) + ")"};
    case CMARK_NODE_IMAGE:
      return {"image", "![", std::string("](") + cmark_node_get_url(node) + ")"};
    default:
      break;
  }
  if (type_of(node) == "strikethrough") return {"strikethrough", "~~", "~~"};
  return {};
}

/// The line where a block starts. cmark gives none to a paragraph that a table follows without a
/// blank line, but the paragraph's to the table.
std::size_t line_of(cmark_node* node) {
  while (node != nullptr && cmark_node_get_start_line(node) == 0) node = cmark_node_next(node);
  return node == nullptr ? 0 : static_cast<std::size_t>(cmark_node_get_start_line(node));
}

void build_inline(cmark_node* node, BlockBuilder& out, int depth);

void build_children(cmark_node* node, BlockBuilder& out, int depth) {
  for (cmark_node* c = cmark_node_first_child(node); c != nullptr; c = cmark_node_next(c)) {
    build_inline(c, out, depth);
  }
}

void build_inline(cmark_node* node, BlockBuilder& out, int depth) {
  if (depth > kDeepest) return;
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      out.text(literal(node));
      return;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      out.text(" ");
      return;
    case CMARK_NODE_HTML_INLINE:
      out.placeholder("html", literal(node));
      return;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      out.placeholder("fnote", "[^" + std::string(literal(node)) + "]");
      return;
    case CMARK_NODE_CODE: {
      const int pair = out.open("code", "`");
      out.text(literal(node));
      out.close(pair, "code", "`");
      return;
    }
    default:
      break;
  }
  const Pair marks = pair_of(node);
  if (marks.type.empty()) return build_children(node, out, depth + 1);
  const int pair = out.open(marks.type, marks.opening);
  build_children(node, out, depth + 1);
  out.close(pair, marks.type, marks.closing);
}

/// Attribute lists of kramdown and Pandoc, "{: #id }", which stand in the text of a CommonMark
/// tree.
void drop_attribute_list(Block& block) {
  for (const std::string_view opening : {"{:", "{#"}) {
    const std::size_t begin = block.text.rfind(opening);
    if (begin == std::string::npos || block.text.back() != '}') continue;
    block.text.resize(base::trim(block.text, {0, begin}).end);
    for (InlineCode& code : block.codes) code.position = std::min(code.position, block.text.size());
  }
}

class Walker {
 public:
  explicit Walker(const Input& input) : input_(&input) {}

  void walk(cmark_node* node, int depth) {
    if (depth > kDeepest) return;
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
        add(node, BlockKind::Heading, cmark_node_get_heading_level(node));
        return;
      case CMARK_NODE_PARAGRAPH:
        add(node, kind_, kind_ == BlockKind::ListItem ? lists_ : 0);
        return;
      case CMARK_NODE_LIST:
        walk_list(node, depth);
        return;
      case CMARK_NODE_FOOTNOTE_DEFINITION: {
        const BlockKind outer = std::exchange(kind_, BlockKind::Footnote);
        walk_children(node, depth);
        kind_ = outer;
        return;
      }
      case CMARK_NODE_THEMATIC_BREAK:
        after_rule_ = true;
        return;
      case CMARK_NODE_CODE_BLOCK:
      case CMARK_NODE_HTML_BLOCK:
        skip(node);
        return;
      default:
        break;
    }
    if (type_of(node) == "table_cell") return add(node, BlockKind::TableCell, 0);
    walk_children(node, depth);
  }

  std::vector<Block> blocks;

 private:
  void walk_children(cmark_node* node, int depth) {
    for (cmark_node* c = cmark_node_first_child(node); c != nullptr; c = cmark_node_next(c)) {
      walk(c, depth + 1);
    }
  }

  void walk_list(cmark_node* list, int depth) {
    const bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    const std::string_view end = cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ")" : ".";
    int number = cmark_node_get_list_start(list);
    const BlockKind outer = std::exchange(kind_, BlockKind::ListItem);
    ++lists_;
    for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
         item = cmark_node_next(item), ++number) {
      marker_ = ordered ? std::to_string(number) + std::string(end) : "-";
      walk_children(item, depth + 1);
    }
    --lists_;
    kind_ = outer;
    marker_.clear();
  }

  void add(cmark_node* node, BlockKind kind, int level) {
    Block block;
    block.kind = kind;
    block.level = level;
    // The marker is the first paragraph's of its item.
    if (kind == BlockKind::ListItem) block.marker = std::exchange(marker_, {});
    block.where = {input_->name, line_of(node), 0};
    block.after_rule = std::exchange(after_rule_, false);
    BlockBuilder builder;
    build_children(node, builder, 0);
    std::move(builder).finish(block);
    drop_attribute_list(block);
    if (!block.text.empty()) blocks.push_back(std::move(block));
  }

  void skip(cmark_node* node) const {
    if (!input_->diagnose) return;
    const bool code = cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK;
    input_->diagnose({Severity::Note,
                      code ? message("code block is not text to translate; left out")
                           : message("HTML block is not read; left out"),
                      {input_->name, line_of(node), 0}});
  }

  const Input* input_;
  BlockKind kind_ = BlockKind::Paragraph;
  std::string marker_;
  int lists_ = 0;
  bool after_rule_ = false;
};

/// Front matter between "---" lines is made blank, so that the lines behind keep their numbers.
std::string without_front_matter(std::string_view text) {
  std::string out(text);
  const std::vector<Line> lines = split_lines(text);
  if (lines.empty() || lines.front().text != "---") return out;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].text != "---" && lines[i].text != "...") continue;
    const std::size_t end = i + 1 < lines.size() ? lines[i + 1].offset : out.size();
    for (std::size_t k = 0; k < end; ++k) {
      if (out[k] != '\n' && out[k] != '\r') out[k] = ' ';
    }
    break;
  }
  return out;
}

}  // namespace

Reading read_markdown(const Input& input) {
  const Node root = parse(without_front_matter(input.content));
  Walker walker(input);
  walker.walk(root.get(), 0);
  Reading out;
  out.blocks = std::move(walker.blocks);
  return out;
}

}  // namespace trujaman::read
