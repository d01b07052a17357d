/// @file
/// Where the rules put what they find.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trujaman/checker.hpp>

#include "check/side.hpp"

namespace trujaman::check {

/// Which rules are to be applied.
class RuleSet {
 public:
  explicit RuleSet(const std::vector<CheckRule>& disabled) {
    on_.fill(true);
    for (const CheckRule rule : disabled) on_.at(static_cast<std::size_t>(rule)) = false;
  }
  [[nodiscard]] bool has(CheckRule rule) const { return on_[static_cast<std::size_t>(rule)]; }

 private:
  std::array<bool, static_cast<std::size_t>(CheckRule::FinalPunctuation) + 1> on_{};
};

/// A place in @p side.
[[nodiscard]] inline FindingPlace place(const Side& side, TextSpan span) {
  return {side.variant->language, span, std::string(side.at(span))};
}

/// @p words as they stand in a message; what is long is cut.
[[nodiscard]] std::string quoted(std::string_view words);
/// The words of several places, "“a”, “b”".
[[nodiscard]] std::string quoted(const std::vector<FindingPlace>& places);

/// Collects the findings of one pair of texts.
class Report {
 public:
  /// Both are borrowed.
  Report(std::vector<Finding>& out, const RuleSet& rules, LanguagePair languages)
      : out_(&out), rules_(&rules), languages_(std::move(languages)) {}

  [[nodiscard]] bool wants(CheckRule rule) const { return rules_->has(rule); }
  void add(CheckRule rule, Severity severity, std::vector<FindingPlace> places,
           std::string message) {
    out_->push_back({.rule = rule,
                     .severity = severity,
                     .languages = languages_,
                     .places = std::move(places),
                     .message = std::move(message),
                     .other_unit = {}});
  }

 private:
  std::vector<Finding>* out_;
  const RuleSet* rules_;
  LanguagePair languages_;
};

}  // namespace trujaman::check
