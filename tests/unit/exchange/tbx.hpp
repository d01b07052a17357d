/// @file
/// TBX for tests: text in, concepts and diagnostics out.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

namespace test {

struct ReadConcepts {
  std::vector<trujaman::ConceptEntry> concepts;
  std::vector<trujaman::Diagnostic> diagnostics;
  trujaman::ReadSummary summary;

  [[nodiscard]] std::size_t count(trujaman::Severity severity) const {
    std::size_t n = 0;
    for (const auto& d : diagnostics) n += d.severity == severity ? 1 : 0;
    return n;
  }
  /// "FILE:LINE: message" of the first one.
  [[nodiscard]] std::string first_message() const {
    if (diagnostics.empty()) return {};
    return to_string(diagnostics[0].where) + ": " + diagnostics[0].message;
  }
};

inline ReadConcepts read_tbx(std::istream& in) {
  ReadConcepts out;
  out.summary = trujaman::read_tbx(
      in, "glosario.tbx", [&](trujaman::ConceptEntry&& c) { out.concepts.push_back(std::move(c)); },
      [&](const trujaman::Diagnostic& d) { out.diagnostics.push_back(d); });
  return out;
}

inline ReadConcepts read_tbx(const std::string& tbx) {
  std::istringstream in(tbx);
  return read_tbx(in);
}

}  // namespace test
