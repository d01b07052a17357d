#include <memory>

#include <trujaman/c/glossary.h>
#include <trujaman/glossary.hpp>
#include <trujaman/term_search.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"

using namespace trujaman;

struct trujaman_term_hits {
  std::shared_ptr<const capi::SharedGlossary> shared;  // what the hits point into
  std::vector<trujaman_term_hit> items;
};

struct trujaman_term_matches {
  std::shared_ptr<const capi::SharedGlossary> shared;
  std::vector<trujaman_term_match> items;
};

trujaman_status trujaman_glossary_new(const trujaman_concepts* concepts,
                                      trujaman_glossary** glossary) {
  return capi::give(glossary, "glossary", [&] {
    return std::make_unique<trujaman_glossary>(trujaman_glossary{
        std::make_shared<capi::SharedGlossary>(capi::need(concepts, "concepts").values())});
  });
}

size_t trujaman_glossary_size(const trujaman_glossary* glossary) {
  return capi::size_of(glossary, "glossary", [](const auto& g) { return g.shared->items.size(); });
}

const trujaman_concept* trujaman_glossary_at(const trujaman_glossary* glossary, size_t index) {
  const capi::SharedGlossary* const shared = glossary == nullptr ? nullptr : glossary->shared.get();
  return capi::item_at(shared, index, "glossary");
}

void trujaman_glossary_free(trujaman_glossary* glossary) {
  delete glossary;
}

size_t trujaman_term_hits_size(const trujaman_term_hits* hits) {
  return capi::size_of(hits, "hits");
}

const trujaman_term_hit* trujaman_term_hits_at(const trujaman_term_hits* hits, size_t index) {
  return capi::item_at(hits, index, "hits");
}

void trujaman_term_hits_free(trujaman_term_hits* hits) {
  delete hits;
}

trujaman_status trujaman_glossary_recognize(const trujaman_glossary* glossary, const char* text,
                                            const char* language,
                                            const trujaman_recognize_options* options,
                                            trujaman_term_hits** hits) {
  return capi::give(hits, "hits", [&] {
    auto out = std::make_unique<trujaman_term_hits>();
    out->shared = capi::need(glossary, "glossary").shared;
    const auto from = capi::complete<trujaman_recognize_options>(
        options, TRUJAMAN_RECOGNIZE_OPTIONS_INIT, "options");
    capi::need_unused(from.reserved, "options");
    const capi::SharedGlossary& shared = *out->shared;
    for (const TermHit& hit :
         shared.glossary.recognize(capi::need_text(text, "text"), capi::language(language),
                                   {.nested = from.nested, .max_gap = from.max_gap})) {
      const trujaman_concept& entry = shared.items[hit.concept_index];
      out->items.push_back({.span = capi::to_c(hit.span),
                            .entry = &entry,
                            .term = entry.terms + hit.term_index,
                            .concept_index = hit.concept_index,
                            .term_index = hit.term_index,
                            .exact = hit.exact});
    }
    return out;
  });
}

size_t trujaman_term_matches_size(const trujaman_term_matches* matches) {
  return capi::size_of(matches, "matches");
}

const trujaman_term_match* trujaman_term_matches_at(const trujaman_term_matches* matches,
                                                    size_t index) {
  return capi::item_at(matches, index, "matches");
}

void trujaman_term_matches_free(trujaman_term_matches* matches) {
  delete matches;
}

trujaman_status trujaman_glossary_search(const trujaman_glossary* glossary, const char* text,
                                         const char* const* languages, size_t language_count,
                                         trujaman_term_matches** matches) {
  return capi::give(matches, "matches", [&] {
    auto out = std::make_unique<trujaman_term_matches>();
    out->shared = capi::need(glossary, "glossary").shared;
    const capi::SharedGlossary& shared = *out->shared;
    const std::vector<LanguageTag> wanted =
        capi::language_list(languages, language_count, "languages");
    for (const TermMatch& match :
         search_terms(shared.glossary.concepts(), capi::need_text(text, "text"), wanted)) {
      const trujaman_concept& entry = shared.items[match.concept_index];
      out->items.push_back({.kind = static_cast<trujaman_term_match_kind>(match.kind),
                            .entry = &entry,
                            .term = entry.terms + match.term_index,
                            .concept_index = match.concept_index,
                            .term_index = match.term_index});
    }
    return out;
  });
}
