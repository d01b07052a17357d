/// The rules in their order.
#include <algorithm>
#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>

#include <trujaman/checker.hpp>
#include <trujaman/cleaner.hpp>
#include <trujaman/message.hpp>
#include <trujaman/unit_filter.hpp>

#include "base/local.hpp"
#include "base/unicode.hpp"
#include "clean/duplicates.hpp"
#include "clean/lengths.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace clean;

/// What the checker finds, by the rule that it is one of here.
struct Checked {
  CheckRule finding;
  CleanRule rule;
};
constexpr Checked kChecked[] = {{CheckRule::Untranslated, CleanRule::SameAsSource},
                                {CheckRule::Language, CleanRule::Language},
                                {CheckRule::Code, CleanRule::Code}};

void add_language(std::vector<LanguageTag>& languages, const LanguageTag& language) {
  if (std::ranges::find(languages, language) == languages.end()) languages.push_back(language);
}

/// Whether a finding about codes says that the target lacks some: its first places are the
/// source's.
bool lacks_codes(const Finding& finding) {
  return finding.places.front().language == finding.languages.source;
}

bool is_blank(const Variant& variant) {
  return base::trim(variant.text).empty();
}

}  // namespace

struct TRUJAMAN_LOCAL Cleaner::Impl {
  explicit Impl(CleanOptions o) : options(std::move(o)), checker(check_options()) {}

  [[nodiscard]] bool wants(CleanRule rule) const {
    return std::ranges::find(options.disabled, rule) == options.disabled.end();
  }

  [[nodiscard]] CheckOptions check_options() const {
    CheckOptions out;
    for (const CheckRule rule : check_rules()) {
      const auto* known = std::ranges::find(kChecked, rule, &Checked::finding);
      if (known == std::ranges::end(kChecked) || !wants(known->rule)) out.disabled.push_back(rule);
    }
    return out;
  }

  /// What a unit has wrong by itself; nothing where all is well.
  [[nodiscard]] std::optional<Remedy> look_at(std::int64_t number,
                                              const TranslationUnit& unit) const {
    Remedy remedy{.unit = number, .rule = {}, .reason = {}, .languages = {}, .kept = {}};
    if (wants(CleanRule::Empty)) find_empty(unit, remedy);
    for (const Finding& finding : checker.check(unit)) {
      // A note is worth a look, no more: a name is the same in both languages.
      if (finding.severity == Severity::Note) continue;
      const CleanRule rule = std::ranges::find(kChecked, finding.rule, &Checked::finding)->rule;
      if (rule == CleanRule::Code && !lacks_codes(finding)) continue;
      if (remedy.reason.empty()) {
        remedy.rule = rule;
        remedy.reason = finding.message;
      }
      add_language(remedy.languages, rule == CleanRule::Language ? finding.places.front().language
                                                                 : finding.languages.target);
    }
    if (remedy.reason.empty()) return std::nullopt;
    forget_languages_unless_two_stay(unit, remedy);
    return remedy;
  }

  static void find_empty(const TranslationUnit& unit, Remedy& remedy) {
    const auto texts = std::ranges::count_if(unit.variants, std::not_fn(is_blank));
    for (const Variant& v : unit.variants) {
      if (is_blank(v)) add_language(remedy.languages, v.language);
    }
    if (texts < 2) {
      remedy.reason = texts == 0 ? message("no text") : message("text in one language only");
    } else if (!remedy.languages.empty()) {
      remedy.reason = message("an empty translation");
    }
  }

  static void forget_languages_unless_two_stay(const TranslationUnit& unit, Remedy& remedy) {
    const auto staying = std::ranges::count_if(unit.variants, [&](const Variant& v) {
      return std::ranges::find(remedy.languages, v.language) == remedy.languages.end();
    });
    if (staying < 2) remedy.languages.clear();
  }

  void compare_lengths(std::int64_t number, const TranslationUnit& unit) {
    const Variant* source = source_of(unit);
    if (source == nullptr || !wants(CleanRule::Length)) return;
    for (const Variant& v : unit.variants) {
      if (&v != source) lengths.add(number, *source, v);
    }
    if (unit.variants.size() > 2) variants[number] = unit.variants.size();
  }

  void find_duplicates(std::int64_t number, const TranslationUnit& unit) {
    const auto changed = last_change(unit);
    if (wants(CleanRule::Duplicate)) {
      if (const auto pair = exact.add(exact_key(unit), number, changed)) {
        remedies[pair->gone] = duplicate(CleanRule::Duplicate, *pair);
        if (pair->gone == number) return;
      }
    }
    if (!wants(CleanRule::NearDuplicate)) return;
    const auto pair = near.add(near_key(unit), number, changed);
    // What was gone already as a duplicate is not counted twice.
    if (pair) remedies.try_emplace(pair->gone, duplicate(CleanRule::NearDuplicate, *pair));
  }

  static Remedy duplicate(CleanRule rule, Newest::Pair pair) {
    return {.unit = pair.gone,
            .rule = rule,
            .reason = rule == CleanRule::Duplicate
                          ? message("the same texts as a newer unit")
                          : message("nearly the same texts as a newer unit"),
            .languages = {},
            .kept = pair.kept};
  }

  CleanOptions options;
  Checker checker;
  Lengths lengths;
  Newest exact;
  Newest near;
  std::unordered_map<std::int64_t, Remedy> remedies;
  std::unordered_map<std::int64_t, std::size_t> variants;  ///< Of units with more than two.
};

Cleaner::Cleaner(CleanOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Cleaner::~Cleaner() = default;
Cleaner::Cleaner(Cleaner&&) noexcept = default;
Cleaner& Cleaner::operator=(Cleaner&&) noexcept = default;

void Cleaner::add(std::int64_t number, const TranslationUnit& unit) {
  if (auto remedy = impl_->look_at(number, unit)) {
    impl_->remedies.emplace(number, *std::move(remedy));
    return;
  }
  impl_->compare_lengths(number, unit);
  impl_->find_duplicates(number, unit);
}

std::vector<Remedy> Cleaner::remedies() const {
  auto all = impl_->remedies;
  for (OddLength& odd : impl_->lengths.odd_ones()) {
    Remedy& remedy = all.try_emplace(odd.unit, Remedy{.unit = odd.unit,
                                                      .rule = CleanRule::Length,
                                                      .reason = std::move(odd.reason),
                                                      .languages = {},
                                                      .kept = {}})
                         .first->second;
    if (remedy.rule == CleanRule::Length) add_language(remedy.languages, odd.language);
  }
  std::vector<Remedy> out;
  for (auto& [number, remedy] : all) {
    if (remedy.rule == CleanRule::Length) {
      const auto found = impl_->variants.find(number);
      const std::size_t count = found == impl_->variants.end() ? 2 : found->second;
      if (count < remedy.languages.size() + 2) remedy.languages.clear();
    }
    out.push_back(std::move(remedy));
  }
  std::ranges::sort(out, {}, &Remedy::unit);
  return out;
}

bool apply(const Remedy& remedy, TranslationUnit& unit) {
  if (remedy.languages.empty()) return false;
  std::erase_if(unit.variants, [&](const Variant& variant) {
    return std::ranges::find(remedy.languages, variant.language) != remedy.languages.end();
  });
  return unit.variants.size() >= 2;
}

}  // namespace trujaman::inline v0
