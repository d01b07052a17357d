/// @file
/// Rules by number and by bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "capi/guard.hpp"

namespace trujaman::capi {

/// The rules whose bits are set. @throws Error{InvalidArgument} for the bit of no rule.
template <class Rule>
std::vector<Rule> rules_of(std::uint64_t bits, std::span<const Rule> rules) {
  if (rules.size() < 64 && bits >> rules.size() != 0) {
    throw Error(Errc::InvalidArgument, "options.disabled has the bit of a rule that is not there");
  }
  std::vector<Rule> out;
  for (const Rule rule : rules) {
    if ((bits >> static_cast<unsigned>(rule) & 1U) != 0) out.push_back(rule);
  }
  return out;
}

/// What is said of a rule; NULL when there is none of that number. Names are literals: they end in
/// NUL.
template <class Rule, class Say>
const char* text_of_rule(unsigned number, std::size_t count, const Say& say) noexcept {
  return number < count ? say(static_cast<Rule>(number)).data() : nullptr;
}

}  // namespace trujaman::capi
