/// @file
/// Inline codes as XLIFF writes them.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/unit.hpp>

namespace trujaman::exchange {

/// Before the types of codes that XLIFF 2.x has no name for, in `subType`.
inline constexpr std::string_view kOwnSubtype = "trujaman:";

/// Attributes of a code (code_attribute): what stands for it in plain text, and on a screen.
inline constexpr std::string_view kEquivalent = "equiv";
inline constexpr std::string_view kShown = "disp";

/// Appends the content of a `<source>` or `<target>` of XLIFF 1.2: `<bpt>`, `<ept>`, `<ph>` and
/// `<it>` with the native code inside; a highlight is a `<g>` where it can nest, else nothing.
void append_xliff_1(std::string& xml, const Variant& variant);

/// The same for XLIFF 2.x: `<sc>`, `<ec>` and `<ph>`, whose native codes stand in the unit's
/// `<originalData>`, to which they are appended as `<data>` elements in @p data. @p prefix keeps
/// the ids of one variant's data apart from another's.
void append_xliff_2(std::string& xml, const Variant& variant, std::string_view prefix,
                    std::string& data);

}  // namespace trujaman::exchange
