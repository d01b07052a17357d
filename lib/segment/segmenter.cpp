#include <string_view>
#include <utility>
#include <vector>

#include <trujaman/segmenter.hpp>

#include "base/unicode.hpp"
#include "segment/boundary.hpp"
#include "segment/characters.hpp"
#include "segment/enclosure.hpp"
#include "segment/list_items.hpp"
#include "segment/rules.hpp"

namespace trujaman::inline v0 {
namespace {

using segment::Candidate;

/// Quotations and brackets up to this long (bytes) are not cut; longer ones are text of their own.
constexpr std::size_t kLongestEnclosure = 700;

/// Whether the line break at @p i parts two paragraphs: an empty line or an item of a list follows.
bool parts_paragraphs(std::string_view text, std::size_t i, std::size_t paragraph) {
  std::size_t next = i + 1;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) {
    ++next;
  }
  if (next >= text.size() || text[next] == '\n') return true;
  const bool dash = text.substr(next).starts_with("- ") || text.substr(next).starts_with("— ");
  // Alone, "2." at the beginning of a line may end a sentence.
  return dash || (segment::is_item_at(text, next) &&
                  (segment::is_bullet_at(text, next) ||
                   segment::is_item_at(text, segment::skip_space(text, paragraph))));
}

/// Spans of the paragraphs of @p text: one, unless it has line breaks.
std::vector<TextSpan> find_paragraphs(std::string_view text) {
  std::vector<TextSpan> out;
  std::size_t begin = 0;
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    if (!parts_paragraphs(text, i, begin)) continue;
    out.push_back({begin, i});
    begin = i + 1;
  }
  out.push_back({begin, text.size()});
  return out;
}

}  // namespace

struct Segmenter::Impl {
  segment::Rules rules;

  /// Appends the segments of one paragraph, which stands at @p offset; @p marker was taken off it.
  void split(std::string_view text, std::string_view marker, std::size_t offset,
             std::vector<TextSpan>& out) const {
    std::size_t begin = 0;
    const auto cut = [&](std::size_t end, std::size_t next) {
      const TextSpan span = base::trim(text, {begin, end});
      if (span.size() > 0) out.push_back({offset + span.begin, offset + span.end});
      begin = next;
    };
    const std::vector<TextSpan> enclosures = segment::find_enclosures(text, kLongestEnclosure);
    const std::vector<std::size_t> items = segment::find_items(text, marker);
    auto enclosure = enclosures.begin();
    auto item = items.begin();
    for (const Candidate& c : segment::find_candidates(text)) {
      for (; item != items.end() && *item <= c.mark.begin; ++item) cut(*item, *item);
      while (enclosure != enclosures.end() && enclosure->end <= c.mark.begin) ++enclosure;
      const bool inside = enclosure != enclosures.end() && c.mark.begin > enclosure->begin &&
                          c.end < enclosure->end;
      if (!inside && rules.breaks(text, c, begin)) cut(c.end, c.next);
    }
    for (; item != items.end(); ++item) cut(*item, *item);
    cut(text.size(), text.size());
  }

  [[nodiscard]] std::vector<TextSpan> split(std::string_view text, std::string_view marker) const {
    std::vector<TextSpan> out;
    for (const TextSpan paragraph : find_paragraphs(text)) {
      split(segment::view(text, paragraph), marker, paragraph.begin, out);
    }
    return out;
  }
};

Segmenter::Segmenter(const LanguageTag& language, const SegmenterOptions& options)
    : impl_(new Impl{segment::Rules(language.primary(), options.abbreviations)}) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

std::vector<TextSpan> Segmenter::split(std::string_view paragraph) const {
  return impl_->split(paragraph, {});
}

SegmentedDocument Segmenter::segment(Document document) const {
  SegmentedDocument out;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (document.segmented) {
      out.segments.push_back({b, {0, block.text.size()}});
      continue;
    }
    for (const TextSpan span : impl_->split(block.text, block.marker))
      out.segments.push_back({b, span});
  }
  out.document = std::move(document);
  return out;
}

}  // namespace trujaman::inline v0
