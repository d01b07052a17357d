/// @file
/// The rules. Each looks at a pair of texts, or at a text beside its counterpart, and reports.
#pragma once

#include "check/report.hpp"
#include "check/side.hpp"

namespace trujaman::check {

/// Empty: whether the target has no text where the source has; nothing else is to be checked then.
[[nodiscard]] bool check_empty(const Pair& pair, Report& report);
/// Untranslated; true when the target is the source, so that the other rules would only repeat it.
[[nodiscard]] bool check_untranslated(const Pair& pair, Report& report);
/// Number and Date.
void check_numbers(const Pair& pair, Report& report);
/// Code and CodeOrder.
void check_codes(const Pair& pair, Report& report);

// Of @p side; what its counterpart has in the same way is taken to be meant.
void check_language(const Side& side, const Side& other, Report& report);
void check_doubled_words(const Side& side, const Side& other, Report& report);
void check_brackets(const Side& side, const Side& other, Report& report);
void check_quotes(const Side& side, const Side& other, Report& report);
void check_opening_marks(const Side& side, const Side& other, Report& report);
void check_french_spaces(const Side& side, Report& report);
void check_double_spaces(const Side& side, const Side& other, Report& report);

/// Space at the ends.
void check_outer_spaces(const Pair& pair, Report& report);
void check_final_punctuation(const Pair& pair, Report& report);

}  // namespace trujaman::check
