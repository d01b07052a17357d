#include <algorithm>
#include <array>

#include <trujaman/checker.hpp>

namespace trujaman::inline v0 {
namespace {

struct Name {
  CheckRule rule;
  std::string_view name;
  std::string_view description;
};

constexpr std::array kNames{
    Name{CheckRule::Empty, "empty", "no translation"},
    Name{CheckRule::Untranslated, "untranslated", "the target is the source"},
    Name{CheckRule::Language, "language", "a text in another language than it should be in"},
    Name{CheckRule::Number, "number", "numbers, times, document symbols on one side only"},
    Name{CheckRule::Date, "date", "dates on one side only"},
    Name{CheckRule::Term, "term", "a term of the source without its equivalent in the target"},
    Name{CheckRule::DeprecatedTerm, "deprecated-term", "a term the glossary advises against"},
    Name{CheckRule::Acronym, "acronym", "an acronym of another language"},
    Name{CheckRule::Code, "code", "inline codes and placeholders missing or too many"},
    Name{CheckRule::CodeOrder, "code-order", "codes in another order"},
    Name{CheckRule::Inconsistent, "inconsistent", "one source translated in several ways"},
    Name{CheckRule::SameTarget, "same-target", "quite different sources with one translation"},
    Name{CheckRule::DoubledWord, "doubled-word", "the same word twice in a row"},
    Name{CheckRule::Bracket, "bracket", "a bracket without its other half"},
    Name{CheckRule::Quote, "quote", "a quotation mark without its other half"},
    Name{CheckRule::OpeningMark, "opening-mark", "Spanish ? or ! without ¿ or ¡"},
    Name{CheckRule::FrenchSpace, "french-space", "no space before French : ; ? ! » or after «"},
    Name{CheckRule::Space, "space", "double spaces; space at an end of one side only"},
    Name{CheckRule::FinalPunctuation, "final-punctuation", "texts that end differently"},
};

constexpr auto kRules = [] {
  std::array<CheckRule, kNames.size()> rules{};
  for (std::size_t i = 0; i < kNames.size(); ++i) rules[i] = kNames[i].rule;
  return rules;
}();

// The table is indexed by the enumeration.
static_assert([] {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (static_cast<std::size_t>(kNames[i].rule) != i) return false;
  }
  return true;
}());

}  // namespace

std::span<const CheckRule> check_rules() noexcept {
  return kRules;
}

std::string_view name_of(CheckRule rule) noexcept {
  return kNames[static_cast<std::size_t>(rule)].name;
}

std::string_view description_of(CheckRule rule) noexcept {
  return kNames[static_cast<std::size_t>(rule)].description;
}

std::optional<CheckRule> find_check_rule(std::string_view name) noexcept {
  const auto found = std::ranges::find(kNames, name, &Name::name);
  if (found == kNames.end()) return {};
  return found->rule;
}

}  // namespace trujaman::inline v0
