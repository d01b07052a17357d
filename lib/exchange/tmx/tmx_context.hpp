/// @file
/// The neighbours of units that are written one after the other.
#pragma once

#include <optional>
#include <string>

#include <trujaman/unit.hpp>

namespace trujaman::exchange {

/// Holds a unit back until the next one is known, and gives it on with the source texts of those
/// that stand beside it in a document, as properties of its source variant.
class TmxContext {
 public:
  /// @p source is the source language of units that name none.
  explicit TmxContext(LanguageTag source) : source_(std::move(source)) {}

  /// Takes a unit; gives the one that was taken before it.
  [[nodiscard]] std::optional<TranslationUnit> next(TranslationUnit unit);
  /// The one that was taken last.
  [[nodiscard]] std::optional<TranslationUnit> last();

 private:
  [[nodiscard]] Variant* source_of(TranslationUnit& unit) const;

  LanguageTag source_;
  std::optional<TranslationUnit> held_;
};

}  // namespace trujaman::exchange
