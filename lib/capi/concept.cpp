#include <algorithm>
#include <memory>

#include <trujaman/c/concept.h>
#include <trujaman/concept.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using namespace trujaman;

namespace {

trujaman_concept concept_view(const ConceptEntry& entry, capi::Arena& arena) {
  return capi::to_c(entry, arena);
}

}  // namespace

const char* trujaman_term_status_name(trujaman_term_status status) {
  return static_cast<unsigned>(status) > TRUJAMAN_TERM_DEPRECATED
             ? nullptr
             : to_string(static_cast<TermStatus>(status)).data();
}

trujaman_status trujaman_concept_equivalent(const trujaman_concept* entry, const char* language,
                                            size_t index, const trujaman_term** term) {
  return capi::put(term, "term", [&]() -> const trujaman_term* {
    const trujaman_concept& from = capi::need(entry, "entry");
    capi::need_array(from.terms, from.term_count, "a concept's terms");
    const LanguageTag range = capi::language(language);
    std::size_t passed = 0;
    for (const trujaman_term_status status : {TRUJAMAN_TERM_PREFERRED, TRUJAMAN_TERM_ADMITTED}) {
      for (std::size_t i = 0; i < from.term_count; ++i) {
        const trujaman_term& candidate = from.terms[i];
        if (candidate.status != status || !capi::language(candidate.language).matches(range)) {
          continue;
        }
        if (passed++ == index) return &candidate;
      }
    }
    return nullptr;
  });
}

trujaman_status trujaman_term_clean(const char* text, trujaman_buffer** clean, bool* acronym) {
  if (acronym != nullptr) *acronym = false;
  return capi::give(clean, "clean", [&] {
    Term term = make_term({}, capi::need_text(text, "text"));
    if (acronym != nullptr) *acronym = term.acronym;
    return capi::make_buffer(std::move(term.text));
  });
}

trujaman_status trujaman_concepts_new(trujaman_concepts** concepts) {
  return capi::give(concepts, "concepts", [] { return std::make_unique<trujaman_concepts>(); });
}

trujaman_status trujaman_concepts_add(trujaman_concepts* concepts, const trujaman_concept* added,
                                      size_t count) {
  return capi::guard([&] {
    trujaman_concepts& to = capi::need(concepts, "concepts");
    capi::need_array(added, count, "added");
    std::vector<ConceptEntry> entries;
    entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) entries.push_back(capi::entry(added + i));
    to.add(std::move(entries));
  });
}

size_t trujaman_concepts_size(const trujaman_concepts* concepts) {
  return capi::size_of(concepts, "concepts", [](const auto& list) { return list.values().size(); });
}

const trujaman_concept* trujaman_concepts_at(const trujaman_concepts* concepts, size_t index) {
  return capi::grown_at<trujaman_concept>(concepts, index, "concepts", concept_view);
}

void trujaman_concepts_free(trujaman_concepts* concepts) {
  delete concepts;
}
