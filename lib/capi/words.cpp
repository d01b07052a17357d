#include <memory>

#include <trujaman/c/words.h>
#include <trujaman/word_aligner.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/spans.hpp"

using namespace trujaman;

struct trujaman_word_aligner {
  WordAligner aligner;
};

trujaman_status trujaman_word_aligner_new(const char* source, const char* target,
                                          const trujaman_units* examples,
                                          trujaman_word_aligner** aligner) {
  return capi::give(aligner, "aligner", [&] {
    return std::make_unique<trujaman_word_aligner>(trujaman_word_aligner{
        WordAligner(capi::languages(source, target), capi::need(examples, "examples").values())});
  });
}

void trujaman_word_aligner_free(trujaman_word_aligner* aligner) {
  delete aligner;
}

trujaman_status trujaman_word_counterpart(const trujaman_word_aligner* aligner, const char* source,
                                          trujaman_span part, const char* target, bool* found,
                                          trujaman_span* span, double* confidence) {
  if (span != nullptr) *span = {};
  if (confidence != nullptr) *confidence = 0.0;
  return capi::put(found, "found", [&] {
    capi::need(span, "span");
    const WordAligner& from = capi::need(aligner, "aligner").aligner;
    const std::string_view text = capi::need_text(source, "source");
    const std::optional<Counterpart> counterpart =
        from.counterpart(text, capi::span(part, text, "part"), capi::need_text(target, "target"));
    if (!counterpart) return false;
    *span = capi::to_c(counterpart->span);
    if (confidence != nullptr) *confidence = counterpart->confidence;
    return true;
  });
}

trujaman_status trujaman_word_links_find(const trujaman_word_aligner* aligner, const char* source,
                                         const char* target, double least,
                                         trujaman_word_links** links) {
  return capi::give(links, "links", [&] {
    return capi::own_array<trujaman_word_links, trujaman_word_link>(
        capi::need(aligner, "aligner")
            .aligner.links(capi::need_text(source, "source"), capi::need_text(target, "target"),
                           least),
        [](const WordLink& link) {
          return trujaman_word_link{capi::to_c(link.source), capi::to_c(link.target),
                                    link.probability};
        });
  });
}

void trujaman_word_links_free(trujaman_word_links* links) {
  delete static_cast<capi::OwnedArray<trujaman_word_links>*>(links);
}
