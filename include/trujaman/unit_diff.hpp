/// @file
/// What differs between two sets of units, and between two texts.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/text.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// A unit that only one of two sets has, or that is another one in the second.
struct UnitDifference {
  /// What became of a unit.
  enum class Kind {
    Removed,  ///< Only the first set has it.
    Added,    ///< Only the second set has it.
    Changed   ///< Both have it, and it differs.
  };
  Kind kind{};                            ///< What became of it.
  std::optional<TranslationUnit> before;  ///< Without it, Added.
  std::optional<TranslationUnit> after;   ///< Without it, Removed.
  Location before_where;                  ///< Where it stood in the first set.
  Location after_where;                   ///< Where it stands in the second.
};

/// What counts as a difference.
struct DiffOptions {
  /// Units with the same texts and codes differ, too, where their ids, histories, notes,
  /// properties, occurrences or confidences do.
  bool details = false;
  /// Where units are kept meanwhile; empty: the system's folder for temporary files.
  std::string folder{};
};

/// Compares two sets of units: first all of one set are added, then all of the other. Order does
/// not count, how often a unit stands there does. Keeps the units in temporary files and some 70
/// bytes of each in memory. One thread.
class TRUJAMAN_API UnitDiffer {
 public:
  explicit UnitDiffer(DiffOptions options = {});  ///< @throws Error{Io}.
  ~UnitDiffer();
  UnitDiffer(UnitDiffer&&) noexcept;
  UnitDiffer& operator=(UnitDiffer&&) noexcept;

  void add_first(const TranslationUnit& unit, const Location& where = {});   ///< @throws Error{Io}.
  void add_second(const TranslationUnit& unit, const Location& where = {});  ///< @throws Error{Io}.
  /// The differences: what was removed or changed in the order of the first set, then what was
  /// added in the order of the second. Of units without an equal, those with one id are one unit
  /// changed, and then those with one source text. @p visit may stop it with false.
  void for_each(const std::function<bool(const UnitDifference&)>& visit) const;

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

/// The words that two texts do not share, in order; neighbours are one span.
struct TextDifference {
  std::vector<TextSpan> before;  ///< In the first text.
  std::vector<TextSpan> after;   ///< In the second.
};

/// Compares word by word, marks and numbers being words, so that as many as can be stay the same;
/// of texts of many thousand words that differ throughout, everything between their equal ends is
/// marked. Valid UTF-8. O(words of one × words of the other).
[[nodiscard]] TRUJAMAN_API TextDifference compare_words(std::string_view before,
                                                        std::string_view after);

}  // namespace trujaman::inline v0
