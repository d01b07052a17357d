/// @file
/// Whether a text looks like Spanish, English or French: what tells encodings apart.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trujaman::base {

/// A language by which letters and marks are judged.
enum class LatinLanguage { Other, Spanish, English, French };

struct LikelyLanguage {
  LatinLanguage language = LatinLanguage::Other;
  double weight = 1.0;  ///< Its frequent words, as a share of the likeliest language's.
};
/// Those of which @p text has frequent words, where they are near the most; never empty. Words
/// without accents suffice, so that the text may be in a wrong encoding.
[[nodiscard]] std::vector<LikelyLanguage> likely_languages(std::string_view text);

/// How well what is not ASCII stands where it stands: accented letters of the language in words,
/// quotation marks round them.
struct LatinJudgement {
  double plausible = 0.0;  ///< Mean, 0 to 1.
  std::size_t judged = 0;  ///< Characters that are not ASCII.
};
[[nodiscard]] LatinJudgement judge_latin(std::string_view text, LatinLanguage language);

}  // namespace trujaman::base
