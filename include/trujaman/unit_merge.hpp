/// @file
/// When two units are one, and what becomes of them; one set of units of several.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// A number that equal units share whatever the order of their variants (FNV-1a over languages,
/// texts and codes).
[[nodiscard]] TRUJAMAN_API std::int64_t fingerprint(const TranslationUnit& unit);

/// Whether two units have the same variants (language, text and codes) in any order.
[[nodiscard]] TRUJAMAN_API bool have_same_variants(const TranslationUnit& a,
                                                   const TranslationUnit& b);

/// Whether two units have the same variants, and ids that do not contradict each other.
[[nodiscard]] TRUJAMAN_API bool are_equal(const TranslationUnit& a, const TranslationUnit& b);

/// Brings what @p other knows into the equal @p unit: occurrences, properties, attributes and notes
/// that it lacks; the earliest time of creation and the latest of change and use; the higher
/// confidence and usage count. Merging the same unit again changes nothing.
TRUJAMAN_API void merge_into(TranslationUnit& unit, const TranslationUnit& other);

/// How a stored unit stands to one of the same source that is to be added.
enum class UnitRelation {
  Unrelated,   ///< Neither of the below.
  Holds,       ///< It has all variants of the other.
  Contradicts  ///< In a language that both have, their translations differ.
};

/// Tags of which one falls under the other count as one language here. Units with ids that differ
/// are unrelated.
[[nodiscard]] TRUJAMAN_API UnitRelation relation_of(const TranslationUnit& stored,
                                                    const TranslationUnit& unit);

/// Takes over into @p unit what it does not contradict of @p other, which it replaces: languages
/// that it lacks, occurrences, properties, attributes and notes, the earliest time of creation.
TRUJAMAN_API void inherit(TranslationUnit& unit, const TranslationUnit& other);

/// How one text was translated once.
struct TranslationChoice {
  std::string text;                  ///< The translation.
  std::size_t unit = 0;              ///< Number of the unit, as UnitMerger::for_each counts them.
  Location where;                    ///< Where it came from.
  std::optional<Timestamp> changed;  ///< When (UTC), if the unit says it.
};

/// One text that has different translations in one language.
struct TranslationConflict {
  LanguageTag source_language;             ///< What the text is in.
  std::string source;                      ///< The text.
  LanguageTag language;                    ///< What it was translated into.
  std::vector<TranslationChoice> choices;  ///< At least two, in the order in which they came.
};

/// What is kept, and where meanwhile.
struct MergeOptions {
  /// Of different translations of one text, only the one changed last is kept (of those without a
  /// date, or of one time, the one that came last). A unit left with one language goes.
  bool newest_only = false;
  /// Where the units are kept meanwhile; empty: the system's folder for temporary files.
  std::string folder{};
};

/// Makes one set of several: equal units become one, as a memory merges them. Keeps the units in a
/// temporary file and 100 to 150 bytes of each in memory. One thread.
class TRUJAMAN_API UnitMerger {
 public:
  explicit UnitMerger(MergeOptions options = {});  ///< @throws Error{Io}.
  ~UnitMerger();
  UnitMerger(UnitMerger&&) noexcept;
  UnitMerger& operator=(UnitMerger&&) noexcept;

  /// Takes @p unit, which stands at @p where. False when it became one with an earlier one.
  /// @throws Error{Io} when the temporary file cannot be written.
  bool add(const TranslationUnit& unit, const Location& where = {});
  /// The united units, in the order in which the first of each came. @p visit may stop it with
  /// false.
  void for_each(const std::function<bool(const TranslationUnit&)>& visit) const;
  /// Where one source text (in the unit's source language, codes left aside) has different
  /// translations in one language, in the order of the texts' first units.
  void for_each_conflict(const std::function<bool(const TranslationConflict&)>& visit) const;

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
