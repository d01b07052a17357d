/// @file
/// Translation units → what is likely to be wrong in them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/glossary.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/message.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// What is checked. Each can be left out; lib/check/README.md says what each takes for wrong.
enum class CheckRule {
  Empty,             ///< The source has text, the target has none.
  Untranslated,      ///< The target is the source.
  Language,          ///< A text is in another language than it is said to be in.
  Number,            ///< A number, time or document symbol stands on one side only.
  Date,              ///< The same of a date.
  Term,              ///< A glossary term of the source has no equivalent in the target.
  DeprecatedTerm,    ///< A term that the glossary advises against.
  Acronym,           ///< An acronym of another language, like OIM in an English text.
  Code,              ///< An inline code or placeholder is missing or too many.
  CodeOrder,         ///< The codes stand in another order.
  Inconsistent,      ///< One source has several translations.
  SameTarget,        ///< Sources that have little in common share a translation.
  DoubledWord,       ///< "de de"
  Bracket,           ///< A bracket without its other half.
  Quote,             ///< A quotation mark without its other half.
  OpeningMark,       ///< Spanish ? or ! without ¿ or ¡ before it.
  FrenchSpace,       ///< French : ; ? ! » without a space before it, « without one behind it.
  Space,             ///< Two spaces, or space at an end that the other side does not have.
  FinalPunctuation,  ///< The texts end in different punctuation.
};

/// All rules, in the order of the enumeration.
[[nodiscard]] TRUJAMAN_API std::span<const CheckRule> check_rules() noexcept;
/// Name of a rule on the command line and in JSON, e.g. "deprecated-term".
[[nodiscard]] TRUJAMAN_API std::string_view name_of(CheckRule rule) noexcept;
/// One line in English that says what the rule finds; message() gives it in another language.
[[nodiscard]] TRUJAMAN_API std::string_view description_of(CheckRule rule) noexcept;
/// The rule of that name; nothing when there is none.
[[nodiscard]] TRUJAMAN_API std::optional<CheckRule> find_check_rule(std::string_view name) noexcept;

/// Words that a finding is about.
struct FindingPlace {
  LanguageTag language;  ///< Of the variant in which they stand.
  TextSpan span;         ///< In its text; may be empty, for a place where something is missing.
  std::string words;     ///< The text of the span.
  bool operator==(const FindingPlace&) const = default;
};

/// One thing that is likely to be wrong in a unit.
struct Finding {
  CheckRule rule = CheckRule::Empty;  ///< The rule that found it.
  /// Defect: hardly ever right. Warning: usually to be mended. Note: worth a look.
  Severity severity = Severity::Warning;
  LanguagePair languages;            ///< Tags of the two variants compared.
  std::vector<FindingPlace> places;  ///< At least one, those of the source first.
  std::string message;  ///< In English, with the words: "“12” is not in the target".
  /// Zero-based number of the unit: in the units given to check_units or ConsistencyChecker::add;
  /// 0 from Checker::check, which sees one.
  std::size_t unit = 0;
  /// The unit that this one is at odds with, for the rules that compare units.
  std::optional<std::size_t> other_unit;
};

/// What is checked, and in which languages.
struct CheckOptions {
  std::vector<CheckRule> disabled;  ///< Rules that are not applied.
  /// Borrowed, must outlive the checker; without it the rules about terms find nothing.
  const Glossary* glossary = nullptr;
  LanguageTag source;                ///< "und": the unit's source language, else its first variant.
  std::vector<LanguageTag> targets;  ///< Empty: every other language of a unit.
};

/// Applies the rules that look at one unit at a time. Immutable after construction: share one
/// between threads freely.
class TRUJAMAN_API Checker {
 public:
  /// Takes the options over; the glossary is borrowed.
  explicit Checker(CheckOptions options = {});
  ~Checker();
  Checker(Checker&&) noexcept;
  Checker& operator=(Checker&&) noexcept;

  /// Findings about @p unit (texts in UTF-8, NFC), target by target, in the order of the rules. A
  /// unit without the source language has none. Rules that know a language's words or marks serve
  /// Spanish, English and French and are silent about others. O(bytes of the texts).
  [[nodiscard]] std::vector<Finding> check(const TranslationUnit& unit) const;

 private:
  struct Impl;
  ImplPtr<const Impl> impl_;
};

/// Applies the rules that compare units with each other: Inconsistent and SameTarget. It is given
/// all units first, however many files they come from. One thread at a time.
class TRUJAMAN_API ConsistencyChecker {
 public:
  /// Takes the options over; the glossary is borrowed.
  explicit ConsistencyChecker(CheckOptions options = {});
  ~ConsistencyChecker();
  ConsistencyChecker(ConsistencyChecker&&) noexcept;
  ConsistencyChecker& operator=(ConsistencyChecker&&) noexcept;

  /// Remembers the texts of @p unit; memory grows with the number of different texts.
  void add(const TranslationUnit& unit);
  /// What was found among all units so far, by number of the unit. O(bytes of all texts).
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

/// Both checkers over @p units: findings by number of the unit.
[[nodiscard]] TRUJAMAN_API std::vector<Finding> check_units(std::span<const TranslationUnit> units,
                                                            const CheckOptions& options = {});

}  // namespace trujaman::inline v0
