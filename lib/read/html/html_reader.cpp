/// HTML: the tree that browsers make of it, by gumbo, as blocks in reading order.
#include <algorithm>
#include <optional>
#include <utility>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/html/block_flow.hpp"
#include "read/html/charset.hpp"
#include "read/html/element.hpp"
#include "read/html/list_marker.hpp"
#include "read/html/notes.hpp"
#include "read/html/page_parts.hpp"
#include "read/html/tree.hpp"
#include "read/html/xhtml.hpp"
#include "read/reader.hpp"

namespace trujaman::read {
namespace {

/// How much is looked at of a text that ought to be short.
constexpr std::size_t kShort = 2048;

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (base::is_letter(c) || base::is_digit(c)) return true;
  }
  return false;
}

class Walker {
 public:
  Walker(const Input& input, const GumboNode* root)
      : input_(&input), notes_(root), parts_(root), flow_(input.name), beside_(input.name) {}

  void walk(const GumboNode* node, int depth) {
    if (depth > kDeepestElement) {
      throw Error(Errc::Malformed,
                  message("has elements in each other more than {1} deep; repair it with a program "
                          "that checks HTML",
                          kDeepestElement),
                  place(node->v.element.start_pos));
    }
    if (is_text(node)) return text(node);
    if (!is_element(node) || is_hidden(node->v.element)) return;
    const GumboElement& element = node->v.element;
    switch (role_of(element)) {
      case ElementRole::Skipped:
      case ElementRole::WordBreak:
        return;
      case ElementRole::Placeholder:
        return flow_.placeholder(name_of(element), source_of(element), place(element.start_pos));
      case ElementRole::Break:
        return flow_.line_break(start_tag(element));
      case ElementRole::Rule:
        return flow_.rule();
      case ElementRole::Image:
        return image(element);
      case ElementRole::Inline:
        return inline_element(node, depth);
      case ElementRole::Block:
        return block_element(node, depth);
    }
  }

  /// What was read; title is the page's, or nothing.
  Reading finish(std::optional<Block> title) {
    flow_.end_block();
    Reading out;
    out.blocks = std::move(flow_.blocks);
    std::vector<Block>& beside = beside_.blocks;
    if (!beside.empty() && !out.blocks.empty()) {
      note(counted("navigation and what else stands beside the main text is left out ({1} block)",
                   "navigation and what else stands beside the main text is left out ({1} blocks)",
                   beside.size()),
           beside.front().where);
    }
    if (title) out.furniture.push_back(*std::move(title));
    std::vector<Block>& where = out.blocks.empty() ? out.blocks : out.furniture;
    std::ranges::move(beside, std::back_inserter(where));
    return out;
  }

  /// Text that is in no block of the page: its title.
  Block apart(const GumboNode* node) {
    BlockFlow flow(input_->name);
    flow.context = {BlockKind::Heading, 1};
    flow.text(text_content(node, kShort), place(node->v.element.start_pos));
    flow.end_block();
    return flow.blocks.empty() ? Block() : flow.blocks.front();
  }

 private:
  Location place(const GumboSourcePosition& position) {
    // What gumbo puts in itself has no place: it is where the last thing was.
    if (position.line != 0) line_ = position.line;
    return {input_->name, line_, position.offset};
  }

  void note(const std::string& message, const Location& where) const {
    if (input_->diagnose) input_->diagnose({Severity::Note, message, where});
  }

  void walk_children(const GumboNode* node, int depth) {
    for (const GumboNode* child : children_of(node)) walk(child, depth + 1);
  }

  // Text ---------------------------------------------------------------------------------------

  void text(const GumboNode* node) {
    const GumboText& t = node->v.text;
    Location where = place(t.start_pos);
    // The place is that of the first letter, not of the line end after the start tag.
    const std::string_view source(t.original_text.data == nullptr ? "" : t.original_text.data,
                                  t.original_text.length);
    for (std::size_t i = 0; i < source.size() && base::is_ascii_space(source[i]); ++i) {
      ++where.offset;
      if (source[i] == '\n') ++where.line;
    }
    if (preformatted_ == 0) return flow_.text(t.text, where);
    preformatted(t.text, where);
  }

  /// Blank lines part paragraphs, other line ends do not.
  void preformatted(std::string_view text, Location where) {
    // Its place is that of the first line with text.
    const std::size_t blank = std::min(text.find_first_not_of(" \t\n\f\r"), text.size());
    if (blank != 0) flow_.text(text.substr(0, blank), where);
    text.remove_prefix(blank);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      flow_.text(line, where);
      if (end == text.size()) return;
      text.remove_prefix(end + 1);
      const std::string_view next = text.substr(0, text.find('\n'));
      ++where.line;
      if (!text.empty() && base::trim(next).empty()) {
        flow_.end_block();
      } else {
        flow_.text(" ", where);
      }
    }
  }

  void image(const GumboElement& element) {
    const Location where = place(element.start_pos);
    const std::string tag = start_tag(element);
    const GumboAttribute* alt = gumbo_get_attribute(&element.attributes, "alt");
    const std::string_view text = alt == nullptr ? "" : alt->value;
    // Formulas as images have their TeX source there.
    if (!has_letter_or_digit(text) || text.starts_with('\\') || text.starts_with("{\\") ||
        text.starts_with('$')) {
      return flow_.placeholder("image", tag, where);
    }
    const GumboStringPiece& value = alt->original_value;
    const bool inside = element.original_tag.length != 0 && value.length != 0 &&
                        value.data > element.original_tag.data;
    if (!inside) return flow_.image(text, tag, "", where);
    auto begin = static_cast<std::size_t>(value.data - element.original_tag.data);
    std::size_t end = begin + value.length;
    if (value.data[0] == '"' || value.data[0] == '\'') {
      ++begin;
      --end;
    }
    flow_.image(text, tag.substr(0, begin), tag.substr(end), where);
  }

  void inline_element(const GumboNode* node, int depth) {
    const GumboElement& element = node->v.element;
    const Location where = place(element.start_pos);
    const bool in_note = flow_.context.kind == BlockKind::Footnote;
    if (in_note && notes_.is_backlink(node)) {
      const std::string sign = text_content(node, kShort);
      if (!flow_.has_text() && flow_.marker.empty() && has_letter_or_digit(sign)) {
        flow_.marker = base::trim(sign);
      }
      return flow_.placeholder("fnote", source_of(element), where);
    }
    if (Notes::is_reference(node)) {
      return flow_.placeholder("fnote", source_of(element), where);
    }
    if (std::string marker = written_marker(node); !marker.empty() && !flow_.has_text()) {
      flow_.marker = std::move(marker);
      return;
    }
    // "¶" behind a heading, to copy its address from.
    if (flow_.context.kind == BlockKind::Heading && element.tag == GUMBO_TAG_A &&
        attribute(element, "href").starts_with('#') &&
        !has_letter_or_digit(text_content(node, kShort))) {
      return flow_.placeholder("link", source_of(element), where);
    }
    const std::string closing = "</" + name_of(element) + ">";
    flow_.open(code_type(element), start_tag(element), closing);
    walk_children(node, depth);
    flow_.close();
  }

  // Blocks -------------------------------------------------------------------------------------

  void block_element(const GumboNode* node, int depth) {
    flow_.end_block();
    const BlockFlow::Context outer = flow_.context;
    const int lists = lists_;
    const bool beside = parts_.is_furniture(node);
    if (beside) std::swap(flow_.blocks, beside_.blocks);
    enter(node);
    contents(node, depth);
    flow_.end_block();
    if (is_element(node, GUMBO_TAG_LI)) flow_.marker.clear();
    if (beside) std::swap(flow_.blocks, beside_.blocks);
    lists_ = lists;
    flow_.context = outer;
  }

  /// What blocks inside @p node are.
  void enter(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    BlockFlow::Context& context = flow_.context;
    if (const int level = heading_level(element); level != 0) {
      context = {BlockKind::Heading, level};
      return;
    }
    if (notes_.is_note(node)) context = {BlockKind::Footnote, 0};
    const bool in_note = context.kind == BlockKind::Footnote;
    if (const int level = written_level(element); level != 0 && !in_note) {
      context = {BlockKind::ListItem, level};
    }
    switch (element.tag) {
      case GUMBO_TAG_LI:
        flow_.marker = counters_.empty() ? "-" : counters_.back().next(element);
        if (!in_note) context = {BlockKind::ListItem, std::max(lists_, 1)};
        return;
      case GUMBO_TAG_DT:
      case GUMBO_TAG_DD:
        if (!in_note) context = {BlockKind::ListItem, lists_ + 1};
        return;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        lists_ = 0;
        if (!in_note) context = {BlockKind::TableCell, 0};
        return;
      case GUMBO_TAG_CAPTION:
      case GUMBO_TAG_FIGCAPTION:
        if (!in_note) context = {BlockKind::Caption, 0};
        return;
      default:
        return;
    }
  }

  void contents(const GumboNode* node, int depth) {
    switch (node->v.element.tag) {
      case GUMBO_TAG_OL:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_MENU:
      case GUMBO_TAG_DIR:
        ++lists_;
        counters_.emplace_back(node);
        walk_children(node, depth);
        counters_.pop_back();
        return;
      case GUMBO_TAG_PRE:
      case GUMBO_TAG_LISTING:
      case GUMBO_TAG_XMP:
      case GUMBO_TAG_TEXTAREA:
      case GUMBO_TAG_PLAINTEXT:
        if (is_code(node)) {
          note(message("code block is not text to translate; left out"),
               place(node->v.element.start_pos));
          return;
        }
        ++preformatted_;
        walk_children(node, depth);
        --preformatted_;
        return;
      default:
        return walk_children(node, depth);
    }
  }

  const Input* input_;
  Notes notes_;
  PageParts parts_;
  BlockFlow flow_;
  BlockFlow beside_;
  std::vector<ListCounter> counters_;
  int lists_ = 0;
  int preformatted_ = 0;
  std::size_t line_ = 1;
};

const GumboNode* find_title(const GumboNode* root) {
  for (const GumboNode* head : children_of(root)) {
    if (!is_element(head, GUMBO_TAG_HEAD)) continue;
    for (const GumboNode* child : children_of(head)) {
      if (is_element(child, GUMBO_TAG_TITLE)) return child;
    }
  }
  return nullptr;
}

LanguageTag declared_language(const GumboNode* root) {
  for (const char* name : {"lang", "xml:lang"}) {
    try {
      const std::string_view tag = base::trim(attribute(root->v.element, name));
      if (!tag.empty()) return LanguageTag(tag);
    } catch (const Error&) {
      continue;
    }
  }
  return {};
}

}  // namespace

bool is_html(std::string_view beginning) {
  // XHTML begins with an XML declaration, saved pages with comments.
  while (beginning.starts_with("<?") || beginning.starts_with("<!--")) {
    const std::string_view end = beginning.starts_with("<?") ? "?>" : "-->";
    const std::size_t at = beginning.find(end);
    if (at == std::string_view::npos) return false;
    beginning.remove_prefix(at + end.size());
    beginning = base::trim(beginning);
  }
  for (const std::string_view start : {"<!doctype html", "<html"}) {
    if (beginning.size() <= start.size()) continue;
    const char next = beginning[start.size()];
    if (std::ranges::equal(beginning.substr(0, start.size()), start, {}, base::ascii_lower) &&
        (base::is_ascii_space(next) || next == '>')) {
      return true;
    }
  }
  return false;
}

Reading read_html(const Input& input) {
  std::string content =
      base::to_nfc(decode_html(input.content, input.encoding, input.name, input.diagnose));
  if (is_xhtml(content, input.name)) content = with_end_tags(content);
  const HtmlTree tree(content, input.name);
  Walker walker(input, tree.root());
  std::optional<Block> title;
  if (const GumboNode* node = find_title(tree.root())) {
    title = walker.apart(node);
    if (title->text.empty()) title.reset();
  }
  walker.walk(tree.root(), 0);
  Reading out = walker.finish(std::move(title));
  out.language = declared_language(tree.root());
  return out;
}

}  // namespace trujaman::read
