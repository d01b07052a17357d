/// @file
/// TBX-Basic's data categories (ISO 30042:2019, module TBX-Basic): the element of each in DCA
/// style, the levels at which it may stand, and the values it takes.
#pragma once

#include <string_view>

namespace trujaman::exchange {

/// Where something is said: of the concept, of one language, of one term.
enum class TbxLevel { Concept, Language, Term };

/// The element that holds a data category in DCA style.
enum class TbxHolder { Admin, Descrip, TermNote, Ref, Xref, Transac, TransacNote, Date };

/// Of a category that TBX-Basic has; of any other, what TBX (2008) has it in, or would.
[[nodiscard]] TbxHolder tbx_holder(std::string_view category, TbxLevel level) noexcept;

/// Whether TBX-Basic has that category at that level.
[[nodiscard]] bool is_basic_category(std::string_view category, TbxLevel level) noexcept;

/// Whether TBX-Basic lets the category have that value.
[[nodiscard]] bool is_basic_value(std::string_view category, std::string_view value) noexcept;

}  // namespace trujaman::exchange
