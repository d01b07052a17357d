/// @file
/// The segments that stand round a unit, as programs write them into the properties of TMX units.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/unit.hpp>

namespace trujaman::base {

/// memoQ's and MateCat's names, which are ours for writing.
inline constexpr std::string_view kPreviousTextProperty = "x-context-pre";
inline constexpr std::string_view kNextTextProperty = "x-context-post";

/// Texts that stand before and after a unit at its several places; which belongs to which is not
/// kept.
struct NeighbourTexts {
  std::vector<std::string> previous;
  std::vector<std::string> next;
};

/// What the properties of @p unit, and of its variants in the language @p primary ("es"), say of
/// its neighbours in that language: those of memoQ and MateCat, OmegaT, Phrase, XTM, Trados.
[[nodiscard]] NeighbourTexts neighbour_texts(const TranslationUnit& unit, std::string_view primary);

/// @p text as memoQ has it in such a property: an XML element `<seg>`.
[[nodiscard]] std::string neighbour_property(std::string_view text);

}  // namespace trujaman::base
