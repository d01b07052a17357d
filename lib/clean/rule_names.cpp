#include <algorithm>
#include <array>

#include <trujaman/cleaner.hpp>
#include <trujaman/message.hpp>

namespace trujaman::inline v0 {
namespace {

struct Name {
  CleanRule rule;
  std::string_view name;
  std::string_view description;
};

constexpr std::array kNames{
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
};

constexpr auto kRules = [] {
  std::array<CleanRule, kNames.size()> rules{};
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

std::span<const CleanRule> clean_rules() noexcept {
  return kRules;
}

std::string_view name_of(CleanRule rule) noexcept {
  return kNames[static_cast<std::size_t>(rule)].name;
}

std::string_view description_of(CleanRule rule) noexcept {
  return kNames[static_cast<std::size_t>(rule)].description;
}

std::optional<CleanRule> find_clean_rule(std::string_view name) noexcept {
  const auto* found = std::ranges::find(kNames, name, &Name::name);
  if (found == kNames.end()) return {};
  return found->rule;
}

}  // namespace trujaman::inline v0
