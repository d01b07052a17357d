/// @file
/// JSON Lines on standard output.
#pragma once

#include <nlohmann/json.hpp>

#include <trujaman/unit.hpp>

namespace trujaman::cli {

/// Keys keep the order in which they are set, so that equal results are equal bytes.
using Json = nlohmann::ordered_json;

/// Prints one object as one line of UTF-8. @throws as print_line.
void print_json(const Json& object);

/// A probability or score with at most four decimals.
[[nodiscard]] Json rounded(double value);

/// [{"document","position"}, …]
[[nodiscard]] Json occurrences_json(const std::vector<Occurrence>& occurrences);

}  // namespace trujaman::cli
