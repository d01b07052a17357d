/// @file
/// Which variants of a unit are compared.
#pragma once

#include <vector>

#include <trujaman/checker.hpp>

namespace trujaman::check {

/// The source of @p unit as the options have it; nullptr when it has none.
[[nodiscard]] const Variant* source_of(const TranslationUnit& unit, const CheckOptions& options);

/// A language to be translated into, and the variant in it; nullptr where there is none.
struct Target {
  LanguageTag language;
  const Variant* variant = nullptr;
};
[[nodiscard]] std::vector<Target> targets_of(const TranslationUnit& unit, const Variant& source,
                                             const CheckOptions& options);

}  // namespace trujaman::check
