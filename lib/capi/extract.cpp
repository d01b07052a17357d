#include <memory>

#include <trujaman/c/extract.h>
#include <trujaman/term_extractor.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"

using namespace trujaman;

struct trujaman_candidates : capi::Result<TermCandidate, trujaman_candidate> {
  using Result::Result;
};

namespace {

trujaman_candidate_term term_to_c(const CandidateTerm& term, capi::Arena& arena) {
  return {.language = term.language.str().c_str(),
          .text = term.text.c_str(),
          .acronym = term.acronym.c_str(),
          .forms = arena.views<trujaman_term_form>(
              term.forms,
              [](const TermForm& form) {
                return trujaman_term_form{form.text.c_str(), form.count};
              }),
          .form_count = term.forms.size(),
          .example_unit = term.example_unit,
          .example = capi::to_c(term.example),
          .reserved = {}};
}

trujaman_candidate candidate_to_c(const TermCandidate& candidate, capi::Arena& arena) {
  return {.terms = arena.views<trujaman_candidate_term>(
              candidate.terms, [&](const CandidateTerm& term) { return term_to_c(term, arena); }),
          .term_count = candidate.terms.size(),
          .score = candidate.score,
          .count = candidate.count,
          .example = candidate.example,
          .novelty = static_cast<trujaman_novelty>(candidate.novelty),
          .known = capi::to_c(candidate.known, arena),
          .known_count = candidate.known.size()};
}

}  // namespace

const char* trujaman_novelty_name(trujaman_novelty novelty) {
  return static_cast<unsigned>(novelty) > TRUJAMAN_NOVELTY_KNOWN
             ? nullptr
             : to_string(static_cast<TermCandidate::Novelty>(novelty)).data();
}

size_t trujaman_candidates_size(const trujaman_candidates* candidates) {
  return capi::size_of(candidates, "candidates");
}

const trujaman_candidate* trujaman_candidates_at(const trujaman_candidates* candidates,
                                                 size_t index) {
  return capi::item_at(candidates, index, "candidates");
}

void trujaman_candidates_free(trujaman_candidates* candidates) {
  delete candidates;
}

trujaman_status trujaman_units_extract_terms(const trujaman_units* units, const char* source,
                                             const char* const* targets, size_t target_count,
                                             const trujaman_extract_options* options,
                                             trujaman_candidates** candidates) {
  return capi::give(candidates, "candidates", [&] {
    const std::vector<TranslationUnit>& from = capi::need(units, "units").values();
    const auto how =
        capi::complete<trujaman_extract_options>(options, TRUJAMAN_EXTRACT_OPTIONS_INIT, "options");
    capi::need_unused(how.reserved, "options");
    ExtractOptions wanted{.limit = how.limit,
                          .min_count = how.min_count,
                          .max_words = how.max_words,
                          .progress = capi::progress(how.progress, how.user)};
    if (how.glossary != nullptr) wanted.glossary = &how.glossary->shared->glossary;
    wanted.keep_known = how.keep_known;
    return std::make_unique<trujaman_candidates>(
        extract_terms(from, capi::language(source),
                      capi::language_list(targets, target_count, "targets"), wanted),
        candidate_to_c);
  });
}
