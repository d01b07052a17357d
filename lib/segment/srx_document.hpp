/// @file
/// What an SRX file says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <trujaman/language.hpp>

namespace trujaman::segment {

/// A position is decided by the first rule whose @ref before matches up to it and whose @ref after
/// matches from it on.
struct SrxRule {
  bool breaks = true;
  std::string before;  ///< ICU regular expressions; empty matches anything.
  std::string after;
  std::size_t line = 0;
};

/// Languages whose tags match @ref pattern use the rules named @ref rules.
struct SrxMap {
  std::string pattern;
  std::string rules;
  std::size_t line = 0;
};

struct SrxDocument {
  std::string name;      ///< For messages.
  bool cascade = false;  ///< All maps that match count, in order, and not the first alone.
  std::unordered_map<std::string, std::vector<SrxRule>> rules;
  std::vector<SrxMap> maps;

  /// The rules for a language, in their order; borrowed.
  /// @throws Error{Malformed} for a map whose pattern is none.
  [[nodiscard]] std::vector<const SrxRule*> rules_for(const LanguageTag& language) const;
};

/// The largest known rule file has 9,000 lines and 360 kB; what is far from it is no rule file.
constexpr std::size_t kMostSrxBytes = 16U << 20U;

/// Parses SRX 1.0 or 2.0. Patterns are not looked at. @throws Error{Malformed} with the line of
/// what is wrong; Error{Unsupported} for another version.
[[nodiscard]] SrxDocument parse_srx(std::string_view bytes, const std::string& name);

}  // namespace trujaman::segment
