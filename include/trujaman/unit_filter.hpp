/// @file
/// Which translation units are wanted: of a memory, or of a file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <trujaman/impl_ptr.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// Which units are wanted. Empty members do not restrict.
struct UnitFilter {
  std::vector<LanguageTag> languages{};  ///< Units that have text in each of them.
  std::string document{};                ///< Units that occur in this document.
  /// Units last changed (or, without that, made) from this time on, and before that one. A unit
  /// without any date is neither.
  std::optional<Timestamp> since = std::nullopt;   ///< From this time on (UTC).
  std::optional<Timestamp> before = std::nullopt;  ///< Before this time (UTC).
  std::optional<Property> property =
      std::nullopt;             ///< Units that have it, themselves or in a variant.
  double min_confidence = 0.0;  ///< Lowest confidence, in [0, 1].
  double max_confidence = 1.0;  ///< Highest confidence, in [0, 1].
  /// Units whose source, or one of whose targets, has a match of this regular expression (ICU's;
  /// "(?i)" at its beginning ignores case).
  std::string source_matches{};
  std::string target_matches{};  ///< The same of one of the targets.
  /// What is the source for these; "und": the unit's source language, else its first variant.
  LanguageTag source{};
  bool invert = false;  ///< The other units.
};

/// Tells the wanted units from the others. Immutable: share one between threads freely.
class TRUJAMAN_API UnitSelector {
 public:
  /// @throws Error{InvalidArgument} that says what is wrong with a regular expression.
  explicit UnitSelector(UnitFilter filter);
  ~UnitSelector();
  UnitSelector(UnitSelector&&) noexcept;
  UnitSelector& operator=(UnitSelector&&) noexcept;

  /// Whether @p unit is wanted. @throws Error{InvalidArgument} when a regular expression takes more
  /// than some tenths of a second for one text.
  [[nodiscard]] bool operator()(const TranslationUnit& unit) const;

 private:
  struct Impl;
  ImplPtr<const Impl> impl_;
};

/// The variant that others are translations of: the first of @p source where that is determined,
/// else of the unit's own source language, else the first; nullptr where there is none.
[[nodiscard]] TRUJAMAN_API const Variant* source_of(const TranslationUnit& unit,
                                                    const LanguageTag& source = {}) noexcept;

/// When @p unit was last changed, or made: the latest that it or its variants say.
[[nodiscard]] TRUJAMAN_API std::optional<Timestamp> last_change(
    const TranslationUnit& unit) noexcept;

}  // namespace trujaman::inline v0
