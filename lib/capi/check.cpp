#include <memory>

#include <trujaman/c/check.h>
#include <trujaman/checker.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"
#include "capi/rules.hpp"

using namespace trujaman;

struct trujaman_findings : capi::Result<Finding, trujaman_finding> {
  using Result::Result;
};

namespace {

/// Options, and the glossary that they borrow.
struct Checks {
  explicit Checks(const trujaman_check_options* given) {
    const auto from =
        capi::complete<trujaman_check_options>(given, TRUJAMAN_CHECK_OPTIONS_INIT, "options");
    options.disabled = capi::rules_of(from.disabled, check_rules());
    if (from.glossary != nullptr) {
      glossary = from.glossary->shared;
      options.glossary = &glossary->glossary;
    }
    options.source = capi::language(from.source);
    options.targets = capi::language_list(from.targets, from.target_count, "options.targets");
  }

  std::shared_ptr<const capi::SharedGlossary> glossary;
  CheckOptions options;
};

trujaman_finding finding_to_c(const Finding& finding, capi::Arena& arena) {
  return {.rule = static_cast<trujaman_check_rule>(finding.rule),
          .severity = static_cast<trujaman_severity>(finding.severity),
          .source = finding.languages.source.str().c_str(),
          .target = finding.languages.target.str().c_str(),
          .places = arena.views<trujaman_finding_place>(
              finding.places,
              [](const FindingPlace& place) {
                return trujaman_finding_place{place.language.str().c_str(), capi::to_c(place.span),
                                              place.words.c_str()};
              }),
          .place_count = finding.places.size(),
          .message = finding.message.c_str(),
          .unit = finding.unit,
          .other_unit = finding.other_unit.value_or(TRUJAMAN_NO_UNIT)};
}

std::unique_ptr<trujaman_findings> make_findings(std::vector<Finding> found) {
  return std::make_unique<trujaman_findings>(std::move(found), finding_to_c);
}

}  // namespace

struct trujaman_checker {
  explicit trujaman_checker(Checks c)
      : checks(std::move(c)), checker(checks.options), consistency(checks.options) {}

  Checks checks;
  Checker checker;
  ConsistencyChecker consistency;
};

const char* trujaman_check_rule_name(trujaman_check_rule rule) {
  return capi::text_of_rule<CheckRule>(static_cast<unsigned>(rule), check_rules().size(),
                                       [](CheckRule r) { return name_of(r); });
}

const char* trujaman_check_rule_description(trujaman_check_rule rule) {
  return capi::text_of_rule<CheckRule>(static_cast<unsigned>(rule), check_rules().size(),
                                       [](CheckRule r) { return description_of(r); });
}

size_t trujaman_findings_size(const trujaman_findings* findings) {
  return capi::size_of(findings, "findings");
}

const trujaman_finding* trujaman_findings_at(const trujaman_findings* findings, size_t index) {
  return capi::item_at(findings, index, "findings");
}

void trujaman_findings_free(trujaman_findings* findings) {
  delete findings;
}

trujaman_status trujaman_units_check(const trujaman_units* units,
                                     const trujaman_check_options* options,
                                     trujaman_findings** findings) {
  return capi::give(findings, "findings", [&] {
    const std::vector<TranslationUnit>& checked = capi::need(units, "units").values();
    return make_findings(check_units(checked, Checks(options).options));
  });
}

trujaman_status trujaman_checker_new(const trujaman_check_options* options,
                                     trujaman_checker** checker) {
  return capi::give(checker, "checker",
                    [&] { return std::make_unique<trujaman_checker>(Checks(options)); });
}

trujaman_status trujaman_checker_check(const trujaman_checker* checker, const trujaman_unit* unit,
                                       trujaman_findings** findings) {
  return capi::give(findings, "findings", [&] {
    return make_findings(capi::need(checker, "checker").checker.check(capi::unit(unit)));
  });
}

trujaman_status trujaman_checker_add(trujaman_checker* checker, const trujaman_unit* unit) {
  return capi::guard([&] { capi::need(checker, "checker").consistency.add(capi::unit(unit)); });
}

trujaman_status trujaman_checker_compare(const trujaman_checker* checker,
                                         trujaman_findings** findings) {
  return capi::give(findings, "findings", [&] {
    return make_findings(capi::need(checker, "checker").consistency.findings());
  });
}

void trujaman_checker_free(trujaman_checker* checker) {
  delete checker;
}
