/// @file
/// What TMX 1.4b says, in tables: elements, attributes, versions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::exchange {

/// The element that a code is written as: "bpt", …; "hi" for both its ends.
[[nodiscard]] std::string_view element_of(CodeKind kind) noexcept;
/// The code that an element is; HiBegin for "hi", nullopt for elements that are none.
[[nodiscard]] std::optional<CodeKind> kind_of(std::string_view element) noexcept;
/// Whether the DTD lets @p child stand in @p parent, which is "seg", "sub" or a code's element.
[[nodiscard]] bool may_contain(std::string_view parent, std::string_view child) noexcept;
/// Whether the DTD gives the inline element the attribute.
[[nodiscard]] bool has_attribute(std::string_view inline_element, std::string_view name);

/// Header attributes that the DTD requires.
[[nodiscard]] std::span<const std::string_view> required_header_attributes() noexcept;
/// Whether the DTD knows the value of segtype.
[[nodiscard]] bool is_segment_type(std::string_view value) noexcept;
[[nodiscard]] bool is_known_version(std::string_view version) noexcept;
/// Versions whose tuv has `lang`, not `xml:lang`.
[[nodiscard]] bool is_before_xml_lang(std::string_view version) noexcept;

enum class TmxElement { Tu, Tuv };

/// Puts first the attributes that the DTD knows for @p element, as the writer writes those and in
/// what order; returns their number. The others become props "x-attribute-NAME", which keeps the
/// file valid and loses nothing.
std::size_t order_attributes(std::vector<Property>& attributes, TmxElement element);

inline constexpr std::string_view kAttributeProperty = "x-attribute-";

}  // namespace trujaman::exchange
