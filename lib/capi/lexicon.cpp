#include <algorithm>
#include <memory>

#include <trujaman/aligner.hpp>
#include <trujaman/c/lexicon.h>
#include <trujaman/exchange.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"

using namespace trujaman;

namespace {

trujaman_word_pair pair_view(const LexiconEntry& entry, capi::Arena& /*arena*/) {
  return {entry.source.c_str(), entry.target.c_str(), entry.weight};
}

LexiconEntry pair_from_c(const trujaman_word_pair& given) {
  if (!(given.weight >= 0.0 && given.weight <= 1.0)) {
    throw Error(Errc::InvalidArgument, "a pair's weight is not in [0, 1]");
  }
  return {.source = std::string(capi::need_text(given.source, "a pair's source")),
          .target = std::string(capi::need_text(given.target, "a pair's target")),
          .weight = given.weight == 0.0 ? 1.0 : given.weight};
}

/// Each term with each of its equivalents; deprecated ones stand in older texts, too.
std::vector<LexiconEntry> pairs_of(const ConceptEntry& entry, const LanguagePair& languages) {
  std::vector<LexiconEntry> out;
  const auto in = [](const Term& term, const LanguageTag& language) {
    return term.language.primary() == language.primary();
  };
  for (const Term& source : entry.terms) {
    if (!in(source, languages.source)) continue;
    for (const Term& target : entry.terms) {
      if (in(target, languages.target)) out.push_back({source.text, target.text, 1.0});
    }
  }
  return out;
}

}  // namespace

trujaman_status trujaman_lexicon_new(trujaman_lexicon** lexicon) {
  return capi::give(lexicon, "lexicon", [] { return std::make_unique<trujaman_lexicon>(); });
}

trujaman_status trujaman_lexicon_add(trujaman_lexicon* lexicon, const trujaman_word_pair* pairs,
                                     size_t count) {
  return capi::guard([&] {
    trujaman_lexicon& to = capi::need(lexicon, "lexicon");
    capi::need_array(pairs, count, "pairs");
    std::vector<LexiconEntry> added;
    added.reserve(count);
    for (std::size_t i = 0; i < count; ++i) added.push_back(pair_from_c(pairs[i]));
    to.add(std::move(added));
  });
}

trujaman_status trujaman_lexicon_add_terms(trujaman_lexicon* lexicon,
                                           const trujaman_concepts* concepts, const char* source,
                                           const char* target) {
  return capi::guard([&] {
    trujaman_lexicon& to = capi::need(lexicon, "lexicon");
    const LanguagePair languages = capi::languages(source, target);
    std::vector<LexiconEntry> added;
    for (const ConceptEntry& entry : capi::need(concepts, "concepts").values()) {
      std::ranges::move(pairs_of(entry, languages), std::back_inserter(added));
    }
    to.add(std::move(added));
  });
}

trujaman_status trujaman_lexicon_read(trujaman_lexicon* lexicon, const char* path,
                                      trujaman_diagnostic_sink on_diagnostic, void* user) {
  return capi::guard([&] {
    trujaman_lexicon& to = capi::need(lexicon, "lexicon");
    to.add(read_lexicon(capi::need_path(path, "path"), capi::diagnostic_sink(on_diagnostic, user)));
  });
}

trujaman_status trujaman_lexicon_learn(trujaman_lexicon* lexicon, const trujaman_units* units,
                                       const char* source, const char* target,
                                       const trujaman_learn_options* options) {
  return capi::guard([&] {
    trujaman_lexicon& to = capi::need(lexicon, "lexicon");
    const auto from =
        capi::complete<trujaman_learn_options>(options, TRUJAMAN_LEARN_OPTIONS_INIT, "options");
    to.add(learn_lexicon(capi::need(units, "units").values(), capi::languages(source, target),
                         {.min_weight = from.min_weight,
                          .min_count = from.min_count,
                          .progress = capi::progress(from.progress, from.user)}));
  });
}

size_t trujaman_lexicon_size(const trujaman_lexicon* lexicon) {
  return capi::size_of(lexicon, "lexicon", [](const auto& list) { return list.values().size(); });
}

const trujaman_word_pair* trujaman_lexicon_at(const trujaman_lexicon* lexicon, size_t index) {
  return capi::grown_at<trujaman_word_pair>(lexicon, index, "lexicon", pair_view);
}

trujaman_status trujaman_lexicon_write(const trujaman_lexicon* lexicon,
                                       const trujaman_output* output) {
  return capi::guard([&] {
    const std::vector<LexiconEntry>& pairs = capi::need(lexicon, "lexicon").values();
    capi::Output out(output);
    write_lexicon(out.stream(), pairs);
    out.finish();
  });
}

void trujaman_lexicon_free(trujaman_lexicon* lexicon) {
  delete lexicon;
}
