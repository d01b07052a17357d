#include <memory>

#include <trujaman/c/clean.h>
#include <trujaman/cleaner.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"
#include "capi/rules.hpp"

using namespace trujaman;

struct trujaman_cleaner {
  Cleaner cleaner;
};

struct trujaman_remedies : capi::Result<Remedy, trujaman_remedy> {
  using Result::Result;
};

namespace {

trujaman_remedy remedy_to_c(const Remedy& remedy, capi::Arena& arena) {
  return {.unit = remedy.unit,
          .rule = static_cast<trujaman_clean_rule>(remedy.rule),
          .has_kept = remedy.kept.has_value(),
          .kept = remedy.kept.value_or(0),
          .reason = remedy.reason.c_str(),
          .languages = capi::to_c(remedy.languages, arena),
          .language_count = remedy.languages.size()};
}

}  // namespace

const char* trujaman_clean_rule_name(trujaman_clean_rule rule) {
  return capi::text_of_rule<CleanRule>(static_cast<unsigned>(rule), clean_rules().size(),
                                       [](CleanRule r) { return name_of(r); });
}

const char* trujaman_clean_rule_description(trujaman_clean_rule rule) {
  return capi::text_of_rule<CleanRule>(static_cast<unsigned>(rule), clean_rules().size(),
                                       [](CleanRule r) { return description_of(r); });
}

size_t trujaman_remedies_size(const trujaman_remedies* remedies) {
  return capi::size_of(remedies, "remedies");
}

const trujaman_remedy* trujaman_remedies_at(const trujaman_remedies* remedies, size_t index) {
  return capi::item_at(remedies, index, "remedies");
}

trujaman_status trujaman_remedies_apply(const trujaman_remedies* remedies, size_t index,
                                        const trujaman_unit* unit, trujaman_units** mended) {
  return capi::give(mended, "mended", [&] {
    const std::vector<Remedy>& from = capi::need(remedies, "remedies").values;
    if (index >= from.size()) capi::no_such_index(index, "remedies");
    std::optional<TranslationUnit> left = capi::unit(unit);
    if (!apply(from[index], *left)) left.reset();
    return capi::make_list<trujaman_units>(std::move(left));
  });
}

void trujaman_remedies_free(trujaman_remedies* remedies) {
  delete remedies;
}

trujaman_status trujaman_cleaner_new(const trujaman_clean_options* options,
                                     trujaman_cleaner** cleaner) {
  return capi::give(cleaner, "cleaner", [&] {
    const auto from =
        capi::complete<trujaman_clean_options>(options, TRUJAMAN_CLEAN_OPTIONS_INIT, "options");
    return std::make_unique<trujaman_cleaner>(
        trujaman_cleaner{Cleaner({.disabled = capi::rules_of(from.disabled, clean_rules())})});
  });
}

trujaman_status trujaman_cleaner_add(trujaman_cleaner* cleaner, int64_t number,
                                     const trujaman_unit* unit) {
  return capi::guard([&] { capi::need(cleaner, "cleaner").cleaner.add(number, capi::unit(unit)); });
}

trujaman_status trujaman_cleaner_remedies(const trujaman_cleaner* cleaner,
                                          trujaman_remedies** remedies) {
  return capi::give(remedies, "remedies", [&] {
    return std::make_unique<trujaman_remedies>(capi::need(cleaner, "cleaner").cleaner.remedies(),
                                               remedy_to_c);
  });
}

void trujaman_cleaner_free(trujaman_cleaner* cleaner) {
  delete cleaner;
}
