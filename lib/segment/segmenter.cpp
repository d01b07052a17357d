#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <trujaman/segmenter.hpp>

#include "base/file.hpp"
#include "base/local.hpp"
#include "base/unicode.hpp"
#include "segment/boundary.hpp"
#include "segment/characters.hpp"
#include "segment/enclosure.hpp"
#include "segment/list_items.hpp"
#include "segment/rules.hpp"
#include "segment/srx_document.hpp"
#include "segment/srx_engine.hpp"

namespace trujaman::inline v0 {
namespace {

using segment::Candidate;

/// Quotations and brackets up to this long (bytes) are not cut; longer ones are text of their own.
constexpr std::size_t kLongestEnclosure = 700;

/// Spans of the paragraphs of @p text: one, unless it has line breaks before an empty line or an
/// item of a list.
std::vector<TextSpan> find_paragraphs(std::string_view text) {
  std::vector<TextSpan> out;
  std::size_t begin = 0;
  bool in_list = false;
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    if (out.empty() && begin == 0)
      in_list = segment::is_item_at(text, segment::skip_space(text, 0));
    std::size_t next = i + 1;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) {
      ++next;
    }
    const std::string_view rest = text.substr(next);
    const bool item = segment::is_item_at(text, next);
    // "2." at the beginning of a line may be the number that ends a sentence: it begins an item
    // only in a list.
    const bool parts = rest.empty() || rest.front() == '\n' || rest.starts_with("- ") ||
                       rest.starts_with("— ") || segment::is_bullet_at(text, next) ||
                       (item && in_list);
    if (!parts) continue;
    out.push_back({begin, i});
    begin = i + 1;
    in_list = item;
  }
  out.push_back({begin, text.size()});
  return out;
}

}  // namespace

struct TRUJAMAN_LOCAL SrxRules::Impl {
  std::shared_ptr<const segment::SrxDocument> document;
};

SrxRules::SrxRules(const std::string& path)
    : SrxRules(base::read_file(path, segment::kMostSrxBytes), path) {}

SrxRules::SrxRules(std::string_view bytes, const std::string& name)
    : impl_(
          new Impl{std::make_shared<const segment::SrxDocument>(segment::parse_srx(bytes, name))}) {
}

SrxRules::~SrxRules() = default;
SrxRules::SrxRules(const SrxRules& other) : impl_(new Impl(*other.impl_)) {}
SrxRules& SrxRules::operator=(const SrxRules& other) {
  return *this = SrxRules(other);
}
SrxRules::SrxRules(SrxRules&&) noexcept = default;
SrxRules& SrxRules::operator=(SrxRules&&) noexcept = default;

bool SrxRules::has_rules_for(const LanguageTag& language) const {
  return !impl_->document->rules_for(language).empty();
}

struct TRUJAMAN_LOCAL Segmenter::Impl {
  segment::Rules rules;
  std::optional<segment::SrxEngine> srx;
  bool own_rules = true;

  /// What one call works with: the memory of an SRX engine, or nothing.
  using Session = std::unique_ptr<segment::SrxEngine::Session>;
  [[nodiscard]] Session start() const {
    return srx ? std::make_unique<segment::SrxEngine::Session>(*srx) : nullptr;
  }

  /// Calls @p cut for each place at which a paragraph ends a segment: its end and the next one's
  /// beginning.
  template <typename Cut>
  void find_cuts(std::string_view text, std::string_view marker, const Cut& cut) const {
    const std::vector<TextSpan> enclosures = segment::find_enclosures(text, kLongestEnclosure);
    const std::vector<std::size_t> items = segment::find_items(text, marker);
    std::size_t begin = 0;
    auto enclosure = enclosures.begin();
    auto item = items.begin();
    const auto cut_items = [&](std::size_t end) {
      for (; item != items.end() && *item <= end; ++item) {
        cut(*item, *item);
        begin = *item;
      }
    };
    for (const Candidate& c : segment::find_candidates(text)) {
      cut_items(c.mark.begin);
      while (enclosure != enclosures.end() && enclosure->end <= c.mark.begin) ++enclosure;
      const bool inside = enclosure != enclosures.end() && c.mark.begin > enclosure->begin &&
                          c.end < enclosure->end;
      if (inside || !rules.breaks(text, c, begin)) continue;
      cut(c.end, c.next);
      begin = c.next;
    }
    cut_items(text.size());
  }

  [[nodiscard]] std::vector<TextSpan> split(std::string_view text, std::string_view marker,
                                            const Session& session) const {
    std::vector<TextSpan> out;
    std::size_t begin = 0;
    const auto cut = [&](std::size_t end, std::size_t next) {
      const TextSpan span = base::trim(text, {begin, std::max(begin, end)});
      if (span.size() > 0) out.push_back(span);
      begin = std::max(begin, next);
    };
    std::vector<std::size_t> breaks;  // of the SRX rules, ascending
    if (session) {
      session->set_text(text);
      breaks = session->find_breaks();
    }
    auto next_break = breaks.begin();
    const auto cut_breaks = [&](std::size_t end) {
      for (; next_break != breaks.end() && *next_break <= end; ++next_break) {
        cut(*next_break, *next_break);
      }
    };
    for (const TextSpan paragraph : own_rules ? find_paragraphs(text) : std::vector<TextSpan>()) {
      const std::size_t at = paragraph.begin;
      find_cuts(segment::view(text, paragraph), marker, [&](std::size_t end, std::size_t next) {
        cut_breaks(at + end);
        // A file may place a break before the white space or behind it.
        if (session && (session->forbids(at + end) || session->forbids(at + next))) return;
        cut(at + end, at + next);
      });
      cut_breaks(paragraph.end);
      cut(paragraph.end, paragraph.end);
    }
    cut_breaks(text.size());
    cut(text.size(), text.size());
    return out;
  }
};

Segmenter::Segmenter(const LanguageTag& language, const SegmenterOptions& options) {
  auto impl = std::make_unique<Impl>(
      Impl{segment::Rules(language.primary(), options.abbreviations), std::nullopt, true});
  if (options.srx) {
    impl->srx.emplace(*options.srx->impl_->document, language);
    impl->own_rules = options.srx_use == SrxUse::Extend;
  }
  impl_ = std::move(impl);
}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

std::vector<TextSpan> Segmenter::split(std::string_view paragraph) const {
  const Impl::Session session = impl_->start();
  return impl_->split(paragraph, {}, session);
}

SegmentedDocument Segmenter::segment(Document document) const {
  SegmentedDocument out;
  const Impl::Session session = impl_->start();
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (document.segmented) {
      out.segments.push_back({b, {0, block.text.size()}});
      continue;
    }
    for (const TextSpan span : impl_->split(block.text, block.marker, session))
      out.segments.push_back({b, span});
  }
  out.document = std::move(document);
  return out;
}

}  // namespace trujaman::inline v0
