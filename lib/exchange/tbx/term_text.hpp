/// @file
/// What the text of a term says of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>

namespace trujaman::exchange {

/// White space trimmed at both ends, and runs of it one blank: exchange files are indented.
[[nodiscard]] std::string collapse_space(std::string_view text);

/// Whether it is written like an acronym: capital letters and full stops only, two letters or more
/// ("OIM", "EE.UU."). Where a file does not tell what kind of term it is, this does.
[[nodiscard]] bool looks_like_acronym(std::string_view text);

}  // namespace trujaman::exchange
