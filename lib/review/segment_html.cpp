#include "review/segment_html.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/unicode.hpp"

namespace trujaman::review {
namespace {

constexpr std::size_t kExcerpt = 100;  // code points

/// The element that shows an inline code; empty where it is not shown.
std::string_view element_of(const InlineCode& code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kElements{
      {{"bold", "b"},
       {"italic", "i"},
       {"underlined", "u"},
       {"strikethrough", "s"},
       {"code", "code"},
       {"sub", "sub"},
       {"sup", "sup"},
       {"mark", "mark"}}};
  const auto found = std::ranges::find(kElements, code.type, [](const auto& e) { return e.first; });
  return found == kElements.end() ? std::string_view() : found->second;
}

/// Writes the text of one segment with its inline codes as elements, well nested whatever the codes
/// are: a pair that reaches over the segment's ends, or over another pair's, is cut there.
class CodedText {
 public:
  CodedText(const Block& block, TextSpan span) : block_(&block), span_(span) {}

  std::string html() && {
    auto code = block_->codes.begin();
    const auto end = block_->codes.end();
    // What is open where the segment begins.
    for (; code != end && (code->position < span_.begin ||
                           (code->position == span_.begin && code->kind == CodeKind::Ept));
         ++code) {
      take(*code);
    }
    html_.clear();
    for (const auto& [pair, element] : open_) html_ += '<' + std::string(element) + '>';
    std::size_t at = span_.begin;
    const auto copy_to = [&](std::size_t position) {
      html_ += escaped(std::string_view(block_->text).substr(at, position - at));
      at = position;
    };
    // A pair that begins where the segment ends is the next one's.
    for (; code != end && code->position < span_.end; ++code) {
      copy_to(code->position);
      take(*code);
    }
    copy_to(span_.end);
    while (!open_.empty()) close(open_.back().first);
    return std::move(html_);
  }

 private:
  void take(const InlineCode& code) {
    if (code.kind == CodeKind::Bpt) open(code);
    if (code.kind == CodeKind::Ept) close(code.pair);
  }

  void open(const InlineCode& code) {
    const std::string_view element = element_of(code);
    if (element.empty()) return;
    open_.emplace_back(code.pair, element);
    html_ += '<' + std::string(element) + '>';
  }

  void close(int pair) {
    const auto found = std::ranges::find(open_, pair, [](const auto& o) { return o.first; });
    if (found == open_.end()) return;
    std::vector<std::pair<int, std::string_view>> inside(found + 1, open_.end());
    for (auto o = open_.rbegin(); o.base() != found; ++o) {
      html_ += "</" + std::string(o->second) + '>';
    }
    open_.erase(found, open_.end());
    for (const auto& [number, element] : inside) {
      open_.emplace_back(number, element);
      html_ += '<' + std::string(element) + '>';
    }
  }

  const Block* block_;
  TextSpan span_;
  std::string html_;
  std::vector<std::pair<int, std::string_view>> open_;
};

std::string class_of(const Block& block) {
  switch (block.kind) {
    case BlockKind::Paragraph:
      return "";
    case BlockKind::Heading:
      return "h" + std::to_string(std::clamp(block.level, 1, 6));
    case BlockKind::ListItem:
      return "li l" + std::to_string(std::clamp(block.level, 1, 4));
    case BlockKind::TableCell:
      return "cell";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::Footnote:
      return "note";
  }
  return "";
}

/// The kind in words where only a look would tell it, else for screen readers.
std::string kind_html(const Block& block, const Labels& labels) {
  const std::string_view label = kind_label(labels, block.kind);
  if (label.empty()) return {};
  const bool seen = block.kind == BlockKind::TableCell || block.kind == BlockKind::Caption ||
                    block.kind == BlockKind::Footnote;
  return "<span class=\"" + std::string(seen ? "kind" : "unseen") + "\" lang=\"" +
         std::string(labels.language) + "\">" + std::string(label) + "</span> ";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string segments_html(const SegmentedDocument& document, std::size_t begin, std::size_t end,
                          const Labels& labels) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    const Segment& segment = document.segments[i];
    const Block& block = document.document.blocks[segment.block];
    const bool first = i == 0 || document.segments[i - 1].block != segment.block;
    const std::string name = class_of(block);
    out += "<p" + (name.empty() ? name : " class=\"" + name + '"') + '>';
    if (first) out += kind_html(block, labels);
    if (first && !block.marker.empty()) {
      out += "<span class=\"marker\">" + escaped(block.marker == "-" ? "•" : block.marker) +
             "</span> ";
    }
    out += CodedText(block, segment.span).html() + "</p>";
  }
  return out;
}

std::string excerpt_html(const SegmentedDocument& document, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end && text.size() < 4 * kExcerpt; ++i) {
    if (i != begin) text += ' ';
    text += document.text(i);
  }
  std::size_t cut = 0;
  for (std::size_t n = 0; n < kExcerpt && cut < text.size(); ++n) {
    (void)base::next_code_point(text, cut);
  }
  if (cut == text.size()) return escaped(text);
  return escaped(base::trim(std::string_view(text).substr(0, cut))) + "…";
}

}  // namespace trujaman::review
