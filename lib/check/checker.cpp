/// The rules in their order, for each target of a unit.
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <trujaman/checker.hpp>

#include "base/local.hpp"
#include "check/rules.hpp"
#include "check/terminology.hpp"
#include "check/variants.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace check;

/// Rules about one text alone, that @p other may excuse.
void check_side(const Side& side, const Side& other, Report& report) {
  check_language(side, other, report);
  check_doubled_words(side, other, report);
  check_brackets(side, other, report);
  check_quotes(side, other, report);
  check_opening_marks(side, other, report);
  check_french_spaces(side, report);
  check_double_spaces(side, other, report);
}

}  // namespace

struct TRUJAMAN_LOCAL Checker::Impl {
  explicit Impl(CheckOptions o) : options(std::move(o)), rules(options.disabled) {
    if (options.glossary != nullptr) terminology.emplace(*options.glossary);
  }

  /// @p first: the source's own faults are reported once, not for every target.
  void check_pair(const Pair& pair, bool first, Report& report) const {
    if (check_empty(pair, report) || check_untranslated(pair, report)) return;
    check_numbers(pair, report);
    if (terminology) terminology->check(pair, report);
    check_codes(pair, report);
    if (first) check_side(pair.source, pair.target, report);
    check_side(pair.target, pair.source, report);
    check_outer_spaces(pair, report);
    check_final_punctuation(pair, report);
  }

  CheckOptions options;
  RuleSet rules;
  std::optional<Terminology> terminology;
};

Checker::Checker(CheckOptions options) : impl_(std::make_unique<const Impl>(std::move(options))) {}
Checker::~Checker() = default;
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;

std::vector<Finding> Checker::check(const TranslationUnit& unit) const {
  std::vector<Finding> out;
  const Variant* source = source_of(unit, impl_->options);
  if (source == nullptr) return out;
  const Side source_side(*source);
  bool first = true;
  for (const Target& target : targets_of(unit, *source, impl_->options)) {
    Variant none;
    none.language = target.language;
    const Variant& variant = target.variant != nullptr ? *target.variant : none;
    const Side target_side(variant);
    const std::size_t before = out.size();
    Report report(out, impl_->rules, {source->language, variant.language});
    impl_->check_pair({source_side, target_side}, std::exchange(first, false), report);
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                     [](const Finding& a, const Finding& b) { return a.rule < b.rule; });
  }
  return out;
}

std::vector<Finding> check_units(std::span<const TranslationUnit> units,
                                 const CheckOptions& options) {
  const Checker checker(options);
  ConsistencyChecker consistency(options);
  std::vector<Finding> out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (Finding& finding : checker.check(units[i])) {
      finding.unit = i;
      out.push_back(std::move(finding));
    }
    consistency.add(units[i]);
  }
  std::ranges::move(consistency.findings(), std::back_inserter(out));
  std::ranges::stable_sort(out, {}, &Finding::unit);
  return out;
}

}  // namespace trujaman::inline v0
