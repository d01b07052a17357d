/// @file
/// Parts of a text that a memory knows, where it does not know the whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <trujaman/memory.hpp>

namespace trujaman::inline v0 {

/// A stretch of a text that stands in a unit, and what it became there.
struct Fragment {
  TextSpan span;          ///< In the text looked up.
  std::int64_t row = 0;   ///< Key of the unit in its memory.
  Variant source;         ///< The unit's text …
  TextSpan source_span;   ///< … and where the stretch stands in it.
  Variant target;         ///< Its translation …
  TextSpan target_span;   ///< … and the part of that which the stretch is rendered by.
  double confidence = 0;  ///< That it is this part, in [0, 1].
  std::size_t units = 0;  ///< Units seen with the same rendering, of some dozens looked at.
};

/// Which parts are wanted.
struct FragmentOptions {
  std::size_t min_words = 2;    ///< Shortest stretch, in words; 0 counts as 1.
  std::size_t limit = 5;        ///< Most fragments returned.
  double min_confidence = 0.4;  ///< Renderings that are less certain are left out, in [0, 1].
};

/// The longest stretches of @p text (UTF-8) that stand in units of @p memory, longest first, each
/// with its most frequent rendering; none lies within another. Case and accents do not count. To be
/// asked when Memory::lookup finds nothing good enough: this takes some tens of milliseconds.
[[nodiscard]] TRUJAMAN_API std::vector<Fragment> find_fragments(
    const Memory& memory, std::string_view text, const LanguagePair& languages,
    const FragmentOptions& options = {});

}  // namespace trujaman::inline v0
