/// @file
/// The rules of an enumeration by their names.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace trujaman::base {

template <class Rule>
struct RuleName {
  Rule rule;
  std::string_view name;
  std::string_view description;
};

/// All rules of an enumeration, in its order.
template <class Rule, std::size_t N>
class RuleTable {
 public:
  /// Does not compile when the rules are not in their order.
  consteval explicit RuleTable(const RuleName<Rule> (&names)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
      if (static_cast<std::size_t>(names[i].rule) != i) throw i;  // is no constant then
      names_[i] = names[i];
      rules_[i] = names[i].rule;
    }
  }

  [[nodiscard]] constexpr std::span<const Rule> rules() const noexcept { return rules_; }
  [[nodiscard]] constexpr const RuleName<Rule>& operator[](Rule rule) const noexcept {
    return names_[static_cast<std::size_t>(rule)];
  }
  [[nodiscard]] constexpr std::optional<Rule> find(std::string_view name) const noexcept {
    for (const RuleName<Rule>& one : names_) {
      if (one.name == name) return one.rule;
    }
    return std::nullopt;
  }

 private:
  std::array<RuleName<Rule>, N> names_{};
  std::array<Rule, N> rules_{};
};

}  // namespace trujaman::base
