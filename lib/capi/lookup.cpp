#include <memory>

#include <trujaman/c/lookup.h>
#include <trujaman/fragment.hpp>
#include <trujaman/memory.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"

using namespace trujaman;

struct trujaman_matches : capi::Result<FuzzyMatch, trujaman_match> {
  using Result::Result;
};

struct trujaman_concordance : capi::Result<ConcordanceHit, trujaman_concordance_hit> {
  using Result::Result;
};

struct trujaman_fragments : capi::Result<Fragment, trujaman_fragment> {
  using Result::Result;
};

namespace {

trujaman_match match_to_c(const FuzzyMatch& match, capi::Arena& arena) {
  return {.row = match.row,
          .kind = static_cast<trujaman_match_kind>(match.kind),
          .substituted = match.substituted,
          .score = match.score,
          .similarity = match.similarity,
          .penalties = arena.views<trujaman_penalty>(
              match.penalties,
              [](const Penalty& penalty) {
                return trujaman_penalty{static_cast<trujaman_penalty_kind>(penalty.kind),
                                        penalty.amount};
              }),
          .penalty_count = match.penalties.size(),
          .source = capi::to_c(match.source, arena),
          .target = capi::to_c(match.target, arena),
          .confidence = match.confidence,
          .occurrences = capi::to_c(match.occurrences, arena),
          .occurrence_count = match.occurrences.size()};
}

trujaman_concordance_hit hit_to_c(const ConcordanceHit& hit, capi::Arena& arena) {
  return {.row = hit.row,
          .source = capi::to_c(hit.source, arena),
          .target = capi::to_c(hit.target, arena),
          .hits = capi::to_c(hit.hits, arena),
          .hit_count = hit.hits.size(),
          .occurrences = capi::to_c(hit.occurrences, arena),
          .occurrence_count = hit.occurrences.size()};
}

trujaman_fragment fragment_to_c(const Fragment& fragment, capi::Arena& arena) {
  return {.span = capi::to_c(fragment.span),
          .row = fragment.row,
          .source = capi::to_c(fragment.source, arena),
          .source_span = capi::to_c(fragment.source_span),
          .target = capi::to_c(fragment.target, arena),
          .target_span = capi::to_c(fragment.target_span),
          .confidence = fragment.confidence,
          .units = fragment.units};
}

std::unique_ptr<trujaman_matches> make_matches(std::vector<FuzzyMatch> found) {
  return std::make_unique<trujaman_matches>(std::move(found), match_to_c);
}

/// The caller's options; the codes of @p text, which they borrow, are kept in @p codes.
LookupOptions lookup_options(const trujaman_lookup_options* options, std::string_view text,
                             InlineCodes& codes) {
  const auto from =
      capi::complete<trujaman_lookup_options>(options, TRUJAMAN_LOOKUP_OPTIONS_INIT, "options");
  codes = capi::codes(from.codes, from.code_count, text);
  return {.min_score = from.min_score,
          .limit = from.limit,
          .previous = capi::text(from.previous, "options.previous"),
          .next = capi::text(from.next, "options.next"),
          .codes = codes,
          .distinct = from.distinct};
}

}  // namespace

const char* trujaman_penalty_name(trujaman_penalty_kind kind) {
  // The names are literals: they end in NUL.
  return static_cast<unsigned>(kind) > TRUJAMAN_PENALTY_CONFIDENCE
             ? nullptr
             : to_string(static_cast<Penalty::Kind>(kind)).data();
}

const char* trujaman_match_kind_name(trujaman_match_kind kind) {
  return static_cast<unsigned>(kind) > TRUJAMAN_MATCH_FUZZY
             ? nullptr
             : to_string(static_cast<MatchKind>(kind)).data();
}

size_t trujaman_matches_size(const trujaman_matches* matches) {
  return capi::size_of(matches, "matches");
}

const trujaman_match* trujaman_matches_at(const trujaman_matches* matches, size_t index) {
  return capi::item_at(matches, index, "matches");
}

void trujaman_matches_free(trujaman_matches* matches) {
  delete matches;
}

trujaman_status trujaman_memory_lookup(const trujaman_memory* memory, const char* text,
                                       const char* source, const char* target,
                                       const trujaman_lookup_options* options,
                                       trujaman_matches** matches) {
  return capi::give(matches, "matches", [&] {
    const Memory& from = *capi::need(memory, "memory").memory;
    const std::string_view wanted = capi::need_text(text, "text");
    InlineCodes codes;
    const LookupOptions how = lookup_options(options, wanted, codes);
    return make_matches(from.lookup(wanted, capi::languages(source, target), how));
  });
}

trujaman_status trujaman_memory_lookup_batch(const trujaman_memory* memory,
                                             const char* const* texts, size_t count,
                                             const char* source, const char* target,
                                             const trujaman_lookup_options* options, size_t threads,
                                             trujaman_matches** matches) {
  if (matches != nullptr) std::fill_n(matches, count, nullptr);
  return capi::guard([&] {
    const Memory& from = *capi::need(memory, "memory").memory;
    capi::need_array(texts, count, "texts");
    capi::need_array(matches, count, "matches");
    std::vector<std::string_view> wanted;
    wanted.reserve(count);
    for (std::size_t i = 0; i < count; ++i) wanted.push_back(capi::need_text(texts[i], "a text"));
    InlineCodes codes;
    const LookupOptions how = lookup_options(options, {}, codes);
    if (!codes.empty()) {
      throw Error(Errc::InvalidArgument, "options.codes are those of one text");
    }
    auto found = from.lookup_batch(wanted, capi::languages(source, target), how, threads);
    std::vector<std::unique_ptr<trujaman_matches>> made;
    made.reserve(count);
    for (std::vector<FuzzyMatch>& list : found) made.push_back(make_matches(std::move(list)));
    for (std::size_t i = 0; i < count; ++i) matches[i] = made[i].release();
  });
}

size_t trujaman_concordance_size(const trujaman_concordance* concordance) {
  return capi::size_of(concordance, "concordance");
}

const trujaman_concordance_hit* trujaman_concordance_at(const trujaman_concordance* concordance,
                                                        size_t index) {
  return capi::item_at(concordance, index, "concordance");
}

void trujaman_concordance_free(trujaman_concordance* concordance) {
  delete concordance;
}

trujaman_status trujaman_memory_concordance(const trujaman_memory* memory, const char* phrase,
                                            const char* source, const char* target,
                                            const trujaman_concordance_options* options,
                                            trujaman_concordance** concordance) {
  return capi::give(concordance, "concordance", [&] {
    const Memory& memory_ = *capi::need(memory, "memory").memory;
    const auto from = capi::complete<trujaman_concordance_options>(
        options, TRUJAMAN_CONCORDANCE_OPTIONS_INIT, "options");
    capi::need_unused(from.reserved, "options");
    ConcordanceOptions how;
    how.limit = from.limit;
    how.offset = from.offset;
    how.search_target = from.search_target;
    how.syntax = capi::enumerator<ConcordanceOptions::Syntax>(from.syntax, TRUJAMAN_SYNTAX_REGEX,
                                                              "options.syntax");
    how.exact = from.exact;
    how.parts_of_words = from.parts_of_words;
    if (from.distance != TRUJAMAN_IN_A_ROW) how.distance = from.distance;
    how.order = capi::enumerator<ConcordanceOptions::Order>(from.order, TRUJAMAN_ORDER_BEST,
                                                            "options.order");
    how.filter = capi::unit_filter(from.filter);
    return std::make_unique<trujaman_concordance>(
        memory_.concordance(capi::need_text(phrase, "phrase"), capi::languages(source, target),
                            how),
        hit_to_c);
  });
}

size_t trujaman_fragments_size(const trujaman_fragments* fragments) {
  return capi::size_of(fragments, "fragments");
}

const trujaman_fragment* trujaman_fragments_at(const trujaman_fragments* fragments, size_t index) {
  return capi::item_at(fragments, index, "fragments");
}

void trujaman_fragments_free(trujaman_fragments* fragments) {
  delete fragments;
}

trujaman_status trujaman_memory_fragments(const trujaman_memory* memory, const char* text,
                                          const char* source, const char* target,
                                          const trujaman_fragment_options* options,
                                          trujaman_fragments** fragments) {
  return capi::give(fragments, "fragments", [&] {
    const Memory& memory_ = *capi::need(memory, "memory").memory;
    const auto from = capi::complete<trujaman_fragment_options>(
        options, TRUJAMAN_FRAGMENT_OPTIONS_INIT, "options");
    return std::make_unique<trujaman_fragments>(
        find_fragments(memory_, capi::need_text(text, "text"), capi::languages(source, target),
                       {.min_words = from.min_words,
                        .limit = from.limit,
                        .min_confidence = from.min_confidence}),
        fragment_to_c);
  });
}
