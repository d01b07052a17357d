#include <memory>

#include <trujaman/c/segment.h>
#include <trujaman/segmenter.hpp>

#include "capi/document.hpp"
#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"
#include "capi/spans.hpp"

using namespace trujaman;

struct trujaman_srx {
  SrxRules rules;
};

namespace {

std::shared_ptr<const Document> document_of(
    const std::shared_ptr<const SegmentedDocument>& segmented) {
  return {segmented, &segmented->document};  // lives as long as the whole
}

SegmenterOptions segmenter_options(const trujaman_segmenter_options* given) {
  const auto from =
      capi::complete<trujaman_segmenter_options>(given, TRUJAMAN_SEGMENTER_OPTIONS_INIT, "options");
  capi::need_unused(from.reserved, "options");
  SegmenterOptions out;
  out.abbreviations =
      capi::text_list(from.abbreviations, from.abbreviation_count, "options.abbreviations");
  if (from.srx != nullptr) out.srx = from.srx->rules;
  out.srx_use = capi::enumerator<SrxUse>(from.srx_use, TRUJAMAN_SRX_EXTEND, "options.srx_use");
  return out;
}

}  // namespace

trujaman_segments::trujaman_segments(SegmentedDocument s)
    : segmented(std::make_shared<const SegmentedDocument>(std::move(s))),
      document(document_of(segmented)) {
  texts.reserve(segmented->size());
  items.reserve(segmented->size());
  for (std::size_t i = 0; i < segmented->size(); ++i) {
    texts.emplace_back(segmented->text(i));
    const Segment& segment = segmented->segments[i];
    items.push_back({segment.block, capi::to_c(segment.span), texts.back().c_str()});
  }
}

trujaman_status trujaman_srx_read(const trujaman_input* input, trujaman_srx** srx) {
  return capi::give(srx, "srx", [&] {
    capi::Input in(input);
    return std::make_unique<trujaman_srx>(trujaman_srx{SrxRules(in.bytes(), in.name())});
  });
}

trujaman_status trujaman_srx_has_rules_for(const trujaman_srx* srx, const char* language,
                                           bool* has) {
  return capi::put(has, "has", [&] {
    return capi::need(srx, "srx").rules.has_rules_for(capi::language(language));
  });
}

void trujaman_srx_free(trujaman_srx* srx) {
  delete srx;
}

trujaman_status trujaman_segmenter_new(const char* language,
                                       const trujaman_segmenter_options* options,
                                       trujaman_segmenter** segmenter) {
  return capi::give(segmenter, "segmenter", [&] {
    return std::make_unique<trujaman_segmenter>(
        trujaman_segmenter{Segmenter(capi::language(language), segmenter_options(options))});
  });
}

trujaman_status trujaman_segmenter_segment(const trujaman_segmenter* segmenter,
                                           const trujaman_document* document,
                                           trujaman_segments** segments) {
  return capi::give(segments, "segments", [&] {
    const Document& from = *capi::need(document, "document").document;
    return std::make_unique<trujaman_segments>(segmenter == nullptr
                                                   ? Segmenter(from.language).segment(from)
                                                   : segmenter->segmenter.segment(from));
  });
}

trujaman_status trujaman_segmenter_split(const trujaman_segmenter* segmenter, const char* text,
                                         trujaman_spans** spans) {
  return capi::give(spans, "spans", [&] {
    return capi::own_array<trujaman_spans, trujaman_span>(
        capi::need(segmenter, "segmenter").segmenter.split(capi::need_text(text, "text")),
        [](TextSpan span) { return capi::to_c(span); });
  });
}

void trujaman_segmenter_free(trujaman_segmenter* segmenter) {
  delete segmenter;
}

trujaman_status trujaman_segments_read_lines(const char* path, const char* language,
                                             const trujaman_document_options* options,
                                             trujaman_segments** segments) {
  return capi::give(segments, "segments", [&] {
    return std::make_unique<trujaman_segments>(read_segmented(
        capi::need_path(path, "path"), capi::language(language), capi::read_options(options)));
  });
}

trujaman_status trujaman_segments_new(const char* id, const char* language,
                                      const char* const* texts, size_t count,
                                      trujaman_segments** segments) {
  return capi::give(segments, "segments", [&] {
    SegmentedDocument out;
    out.document.id = capi::text(id, "id");
    out.document.language = capi::language(language);
    out.document.segmented = true;
    for (std::string& text : capi::text_list(texts, count, "texts")) {
      out.segments.push_back({out.document.blocks.size(), {0, text.size()}});
      out.document.blocks.emplace_back().text = std::move(text);
    }
    return std::make_unique<trujaman_segments>(std::move(out));
  });
}

size_t trujaman_segments_size(const trujaman_segments* segments) {
  return capi::size_of(segments, "segments");
}

const trujaman_segment* trujaman_segments_at(const trujaman_segments* segments, size_t index) {
  return capi::item_at(segments, index, "segments");
}

const trujaman_document* trujaman_segments_document(const trujaman_segments* segments) {
  if (segments != nullptr) return &segments->document;
  static_cast<void>(capi::guard([&] { capi::need(segments, "segments"); }));
  return nullptr;
}

void trujaman_segments_free(trujaman_segments* segments) {
  delete segments;
}
