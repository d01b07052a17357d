#include <trujaman/cleaner.hpp>
#include <trujaman/message.hpp>

#include "base/rule_table.hpp"

namespace trujaman::inline v0 {
namespace {

using Name = base::RuleName<CleanRule>;

constexpr base::RuleTable kRules({
    Name{CleanRule::Empty, "empty", message_id("a text that is empty")},
    Name{CleanRule::SameAsSource, "same-as-source",
         message_id("the source where a translation should be")},
    Name{CleanRule::Language, "language",
         message_id("a text in another language than it is said to be in")},
    Name{CleanRule::Code, "code",
         message_id("codes or placeholders of the source missing in a translation")},
    Name{CleanRule::Length, "length",
         message_id("a translation far too long or too short for its source")},
    Name{CleanRule::Duplicate, "duplicate", message_id("the same texts as a newer unit")},
    Name{CleanRule::NearDuplicate, "near-duplicate",
         message_id("… but for capitals, punctuation and white space")},
});

}  // namespace

std::span<const CleanRule> clean_rules() noexcept {
  return kRules.rules();
}

std::string_view name_of(CleanRule rule) noexcept {
  return kRules[rule].name;
}

std::string_view description_of(CleanRule rule) noexcept {
  return kRules[rule].description;
}

std::optional<CleanRule> find_clean_rule(std::string_view name) noexcept {
  return kRules.find(name);
}

}  // namespace trujaman::inline v0
