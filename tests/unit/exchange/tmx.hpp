/// @file
/// TMX for tests: text in, units and diagnostics out, and back.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

namespace test {

struct Read {
  std::vector<trujaman::TranslationUnit> units;
  std::vector<trujaman::Diagnostic> diagnostics;
  trujaman::ReadSummary summary;
  trujaman::TmxHeader header;

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

inline Read read_tmx(std::istream& in, const std::string& name = "informe.tmx") {
  Read out;
  out.summary = trujaman::read_tmx(
      in, name, [&](trujaman::TranslationUnit&& u) { out.units.push_back(std::move(u)); },
      [&](const trujaman::Diagnostic& d) { out.diagnostics.push_back(d); }, &out.header);
  return out;
}

inline Read read_tmx(const std::string& tmx) {
  std::istringstream in(tmx);
  return read_tmx(in);
}

/// A whole file around @p units, which begin on line 4.
inline std::string tmx_with(const std::string& units) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\"><header "
         "creationtool=\"x\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"x\" "
         "adminlang=\"en\" srclang=\"es\" datatype=\"plaintext\"/>\n<body>\n" +
         units + "\n</body></tmx>\n";
}

/// A file of one unit with these Spanish and English segments.
inline std::string tmx_of(const std::string& es, const std::string& en) {
  return tmx_with("<tu><tuv xml:lang=\"es\"><seg>" + es + "</seg></tuv><tuv xml:lang=\"en\"><seg>" +
                  en + "</seg></tuv></tu>");
}

inline std::string write_tmx(const std::vector<trujaman::TranslationUnit>& units,
                             const trujaman::TmxHeader& header = {
                                 .source_language = trujaman::LanguageTag("es")}) {
  std::ostringstream out;
  trujaman::TmxWriter writer(out, header);
  for (const auto& unit : units) writer.write(unit);
  writer.finish();
  return out.str();
}

}  // namespace test
