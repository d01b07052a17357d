/// Text files and Markdown with parts of them replaced: all other bytes stay.
#include <algorithm>
#include <utility>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "read/byte_changes.hpp"
#include "read/plain_match.hpp"
#include "read/writer.hpp"

namespace trujaman::read {
namespace {

/// Signs that Markdown would take for its own.
std::string escape(std::string_view text, BlockKind kind) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool in_word = i > 0 && i + 1 < text.size() && base::is_ascii_alnum(text[i - 1]) &&
                         base::is_ascii_alnum(text[i + 1]);
    const bool sign = c == '*' || c == '`' || c == '[' || c == ']' || c == '<' || c == '\\' ||
                      (c == '_' && !in_word) || (c == '|' && kind == BlockKind::TableCell);
    if (sign) out += '\\';
    out += c;
  }
  return out;
}

/// Links of Markdown come as they stood in their own file.
bool is_link(const InlineCode& code) {
  return (code.kind == CodeKind::Bpt && code.native == "[" && code.type == "link") ||
         (code.kind == CodeKind::Ept && code.native.starts_with("]("));
}

std::string_view sign_of(const InlineCode& code) {
  if (code.kind != CodeKind::Bpt && code.kind != CodeKind::Ept) return {};
  if (is_link(code)) return code.native;
  return code.type == "bold" ? "**" : code.type == "italic" ? "*" : "";
}

/// Signs round what somebody is to look at.
struct Marks {
  std::string_view opening;
  std::string_view closing;
};

/// HTML's element in Markdown, which browsers show as a marker pen does; in text what is seldom
/// there and easily searched for.
Marks marks_of(bool markdown, bool revise) {
  if (!markdown) return revise ? Marks{"[?", "?]"} : Marks{"[[", "]]"};
  return {revise ? "<mark class=\"revise\">" : "<mark>", "</mark>"};
}

class PlainWriter {
 public:
  PlainWriter(const Input& input, bool markdown) : input_(&input), markdown_(markdown) {
    for (std::size_t at = 0; at != std::string_view::npos;) {
      line_starts_.push_back(at);
      at = input.content.find('\n', at);
      if (at != std::string_view::npos) ++at;
    }
  }

  Written write(const Reading& reading, const BlockTranslator& translate) {
    for (std::size_t i = 0; i < reading.blocks.size(); ++i) {
      const Block& block = reading.blocks[i];
      const std::vector<Rendering> renderings = translate(i, block);
      check_renderings(block, renderings);
      begin_block(block);
      for (const Rendering& r : renderings) put(block, r);
    }
    return {with_changes(input_->content, std::move(changes_)), summary_};
  }

 private:
  /// Blocks of one line, the cells of a table, follow each other in it; notes stand elsewhere than
  /// they are read.
  void begin_block(const Block& block) {
    // As far as a block of so much text can reach: markup may make it twice as long.
    constexpr std::size_t kMarkup = 2000;
    if (block.where.line != line_)
      at_ = line_starts_.at(std::clamp<std::size_t>(block.where.line, 1, line_starts_.size()) - 1);
    line_ = block.where.line;
    end_ = std::min(input_->content.size(), at_ + 2 * block.text.size() + kMarkup);
  }

  void put(const Block& block, const Rendering& rendering) {
    const std::optional<PlainPlace> place =
        find_plain(block, rendering.span, input_->content, at_, end_, use_of(rendering));
    if (place) at_ = place->span.end;
    if (!place || overlaps(place->span)) {
      report_left(*input_, block, rendering,
                  rendering.text ? message("its place in the file is not plain text") : "");
      ++summary_.left;
      return;
    }
    const Marks marks = marks_of(markdown_, rendering.revise);
    if (!rendering.text) {
      changes_.push_back({{place->span.begin, place->span.begin}, std::string(marks.opening)});
      changes_.push_back({{place->span.end, place->span.end}, std::string(marks.closing)});
      ++summary_.left;
      return;
    }
    std::string text = styled(block, rendering);
    for (const std::string_view note : place->notes) text += note;
    if (rendering.revise) text = std::string(marks.opening) + text + std::string(marks.closing);
    changes_.push_back({place->span, std::move(text)});
    ++summary_.replaced;
  }

  [[nodiscard]] PlainUse use_of(const Rendering& rendering) const {
    if (!rendering.text) return PlainUse::Mark;
    return has_links(rendering) ? PlainUse::ReplaceWithLinks : PlainUse::Replace;
  }

  /// Whether the rendering has links of its own, both halves of each.
  [[nodiscard]] bool has_links(const Rendering& rendering) const {
    std::size_t open = 0;
    std::size_t closed = 0;
    for (const InlineCode& code : rendering.codes) {
      if (is_link(code)) ++(code.kind == CodeKind::Bpt ? open : closed);
    }
    return markdown_ && open > 0 && open == closed;
  }

  [[nodiscard]] bool overlaps(TextSpan span) const {
    return !changes_.empty() && changes_.back().span.end > span.begin &&
           changes_.back().span.begin < span.end;
  }

  /// The rendering's text, with signs for its codes.
  [[nodiscard]] std::string styled(const Block& block, const Rendering& rendering) const {
    if (!markdown_) return *rendering.text;
    const std::string_view text = *rendering.text;
    // Signs that begin a heading, a list, a quote.
    constexpr std::string_view kLineSigns = "#-+>";
    const bool begins = !text.empty() && kLineSigns.find(text[0]) != std::string_view::npos &&
                        block.text[rendering.span.begin] != text[0];
    std::string out = begins ? "\\" : "";
    std::size_t done = 0;
    for (const InlineCode& code : rendering.codes) {
      const std::string_view sign = sign_of(code);
      if (sign.empty() || code.position < done || code.position > text.size()) continue;
      out += escape(text.substr(done, code.position - done), block.kind);
      out += sign;
      done = code.position;
    }
    return out + escape(text.substr(done), block.kind);
  }

  const Input* input_;
  bool markdown_;
  std::vector<std::size_t> line_starts_;
  std::size_t line_ = 0;  ///< Where the block that is written begins.
  std::size_t at_ = 0;    ///< How far its text has been found.
  std::size_t end_ = 0;   ///< How far it may reach.
  std::vector<ByteChange> changes_;
  RenderSummary summary_;
};

}  // namespace

Written write_text(const Input& input, const BlockTranslator& translate) {
  return PlainWriter(input, false).write(read_text(input), translate);
}

Written write_markdown(const Input& input, const BlockTranslator& translate) {
  return PlainWriter(input, true).write(read_markdown(input), translate);
}

}  // namespace trujaman::read
