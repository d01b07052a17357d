/// @file
/// Translation units → which of them are of no use, why, and what is to be done about each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/impl_ptr.hpp>
#include <trujaman/message.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// What makes a unit useless; lib/clean/README.md says what each takes for it.
enum class CleanRule {
  Empty,          ///< A variant without text.
  SameAsSource,   ///< A translation that is the source.
  Language,       ///< A text in another language than it is said to be in.
  Code,           ///< A translation without inline codes or placeholders that its source has.
  Length,         ///< A translation far longer or shorter than its source lets expect.
  Duplicate,      ///< The same texts and codes as a newer unit.
  NearDuplicate,  ///< The same texts but for capitals, punctuation and white space.
};

/// All rules, in the order of the enumeration.
[[nodiscard]] TRUJAMAN_API std::span<const CleanRule> clean_rules() noexcept;
/// Name of a rule on the command line and in JSON: "near-duplicate".
[[nodiscard]] TRUJAMAN_API std::string_view name_of(CleanRule rule) noexcept;
/// One line in English that says what the rule takes out; message() gives it in another language.
[[nodiscard]] TRUJAMAN_API std::string_view description_of(CleanRule rule) noexcept;
/// The rule of that name; nothing when there is none.
[[nodiscard]] TRUJAMAN_API std::optional<CleanRule> find_clean_rule(std::string_view name) noexcept;

/// What is to be done about one unit.
struct Remedy {
  std::int64_t unit = 0;               ///< As Cleaner::add was given it.
  CleanRule rule = CleanRule::Empty;   ///< The rule that found it.
  std::string reason;                  ///< In English, with the words.
  std::vector<LanguageTag> languages;  ///< Variants to take out; empty: the whole unit.
  std::optional<std::int64_t> kept;    ///< The unit that stays in its place, of duplicates.
};

/// What is looked for.
struct CleanOptions {
  std::vector<CleanRule> disabled;  ///< Rules that are not applied.
};

/// Finds what is to be taken out of a set of units. A unit has one remedy, by the first rule that
/// finds something; where two good variants are left, only the bad ones go. Keeps some 200 bytes a
/// unit. One thread.
class TRUJAMAN_API Cleaner {
 public:
  /// Begins without units.
  explicit Cleaner(CleanOptions options = {});
  ~Cleaner();
  Cleaner(Cleaner&&) noexcept;
  Cleaner& operator=(Cleaner&&) noexcept;

  /// Looks at a unit (texts in UTF-8, NFC); @p number is how the caller knows it: no two units have
  /// the same.
  void add(std::int64_t number, const TranslationUnit& unit);
  /// What is to be done about the units so far, by number. Which
  /// lengths are usual is known only now: the median ratio and spread of each pair of languages.
  [[nodiscard]] std::vector<Remedy> remedies() const;

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

/// Takes out of @p unit what @p remedy says. False when that is the whole unit.
TRUJAMAN_API bool apply(const Remedy& remedy, TranslationUnit& unit);

}  // namespace trujaman::inline v0
