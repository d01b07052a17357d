#include <trujaman/checker.hpp>
#include <trujaman/message.hpp>

#include "base/rule_table.hpp"

namespace trujaman::inline v0 {
namespace {

using Name = base::RuleName<CheckRule>;

constexpr base::RuleTable kRules({
    Name{CheckRule::Empty, "empty", message_id("no translation")},
    Name{CheckRule::Untranslated, "untranslated", message_id("the target is the source")},
    Name{CheckRule::Language, "language",
         message_id("a text in another language than it should be in")},
    Name{CheckRule::Number, "number",
         message_id("numbers, times, document symbols on one side only")},
    Name{CheckRule::Date, "date", message_id("dates on one side only")},
    Name{CheckRule::Term, "term",
         message_id("a term of the source without its equivalent in the target")},
    Name{CheckRule::DeprecatedTerm, "deprecated-term",
         message_id("a term the glossary advises against")},
    Name{CheckRule::Acronym, "acronym", message_id("an acronym of another language")},
    Name{CheckRule::Code, "code", message_id("inline codes and placeholders missing or too many")},
    Name{CheckRule::CodeOrder, "code-order", message_id("codes in another order")},
    Name{CheckRule::Inconsistent, "inconsistent",
         message_id("one source translated in several ways")},
    Name{CheckRule::SameTarget, "same-target",
         message_id("quite different sources with one translation")},
    Name{CheckRule::DoubledWord, "doubled-word", message_id("the same word twice in a row")},
    Name{CheckRule::Bracket, "bracket", message_id("a bracket without its other half")},
    Name{CheckRule::Quote, "quote", message_id("a quotation mark without its other half")},
    Name{CheckRule::OpeningMark, "opening-mark", message_id("Spanish ? or ! without ¿ or ¡")},
    Name{CheckRule::FrenchSpace, "french-space",
         message_id("no space before French : ; ? ! » or after «")},
    Name{CheckRule::Space, "space", message_id("double spaces; space at an end of one side only")},
    Name{CheckRule::FinalPunctuation, "final-punctuation",
         message_id("texts that end differently")},
});

}  // namespace

std::span<const CheckRule> check_rules() noexcept {
  return kRules.rules();
}

std::string_view name_of(CheckRule rule) noexcept {
  return kRules[rule].name;
}

std::string_view description_of(CheckRule rule) noexcept {
  return kRules[rule].description;
}

std::optional<CheckRule> find_check_rule(std::string_view name) noexcept {
  return kRules.find(name);
}

}  // namespace trujaman::inline v0
