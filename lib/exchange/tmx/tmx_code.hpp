/// @file
/// Inline codes between TMX and InlineCode: attributes and pairs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::exchange {

/// InlineCode::attributes: "name=value" with one blank between two; blanks, control characters and
/// "%" of a value are written %XX.
void set_code_attribute(InlineCode& code, std::string_view name, std::string_view value);
/// Empty when there is none.
[[nodiscard]] std::string code_attribute(const InlineCode& code, std::string_view name);

/// Makes `pair` of the attributes i: positive numbers are kept, others ("0", "a1", none at all) get
/// numbers of their own. An Ept has its Bpt's id and type. False when they do not pair up.
[[nodiscard]] bool pair_codes(InlineCodes& codes, const std::vector<std::string>& numbers);

/// The i to write for each Bpt and Ept: its pair, or a number that none has where it has no pair.
[[nodiscard]] std::vector<int> numbers_of(const InlineCodes& codes);

}  // namespace trujaman::exchange
