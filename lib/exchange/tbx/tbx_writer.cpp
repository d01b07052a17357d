/// Concepts → TBX: ISO 30042:2019 in DCA style, or the form of 2008.
#include <set>
#include <string>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "exchange/output.hpp"
#include "exchange/tbx/tbx_composer.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// The file's language is that of what has none of its own; TBX wants one.
LanguageTag language_of(const TbxHeader& header, std::span<const ConceptEntry> concepts) {
  if (!header.language.undetermined()) return header.language;
  for (const ConceptEntry& entry : concepts) {
    if (!entry.terms.empty()) return entry.terms.front().language;
  }
  return LanguageTag("en");
}

void append_header(std::string& xml, const TbxHeader& header, TbxVersion version) {
  const bool old = version == TbxVersion::V2008;
  xml += old ? "  <martifHeader>\n" : "  <tbxHeader>\n";
  xml += "    <fileDesc>\n";
  if (!header.title.empty()) {
    xml += "      <titleStmt><title>";
    append_xml_text(xml, header.title);
    xml += "</title></titleStmt>\n";
  }
  xml += "      <sourceDesc>\n";
  // The schema asks for a paragraph at least.
  const std::vector<std::string> fallback{"Written by trujaman."};
  for (const std::string& paragraph : header.description.empty() ? fallback : header.description) {
    xml += "        <p>";
    append_xml_text(xml, paragraph);
    xml += "</p>\n";
  }
  xml += "      </sourceDesc>\n    </fileDesc>\n";
  if (old) {
    xml +=
        "    <encodingDesc><p type=\"XCSURI\">TBXBasicXCSV02.xcs</p></encodingDesc>\n"
        "  </martifHeader>\n";
  } else {
    xml += "  </tbxHeader>\n";
  }
}

/// What of them is not TBX-Basic, told to the sink. @return whether anything is.
bool report_foreign(TbxComposer& composer, std::span<const ConceptEntry> concepts,
                    const DiagnosticSink& on_diagnostic) {
  std::string unused;
  for (const ConceptEntry& entry : concepts) {
    unused.clear();
    composer.append(unused, entry);
  }
  for (const auto& [what, id] : composer.foreign()) {
    if (!on_diagnostic) break;
    on_diagnostic(
        {Severity::Warning,
         id.empty()
             ? message("TBX-Basic does not have {1}; kept, so other tools may pass over it", what)
             : message("TBX-Basic does not have {1} ({2}); kept, so other tools may pass over it",
                       what, id),
         {}});
  }
  return !composer.foreign().empty();
}

}  // namespace

void write_tbx(std::ostream& out, std::span<const ConceptEntry> concepts, const TbxHeader& header,
               const DiagnosticSink& on_diagnostic, TbxVersion version) {
  const bool old = version == TbxVersion::V2008;
  std::set<std::string, std::less<>> ids;
  for (const ConceptEntry& entry : concepts) ids.insert(entry.id);
  TbxComposer composer(std::move(ids), version);
  const bool foreign = report_foreign(composer, concepts, on_diagnostic);
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  xml += old ? "<martif" : "<tbx";
  append_xml_attribute(xml, "type", !foreign ? "TBX-Basic" : old ? "TBX" : "TBX-Extended");
  if (!old) xml += " style=\"dca\"";
  append_xml_attribute(xml, "xml:lang", language_of(header, concepts).str());
  if (!old) xml += " xmlns=\"urn:iso:std:iso:30042:ed-2\"";
  xml += ">\n";
  append_header(xml, header, version);
  xml += "  <text><body>\n";
  for (const ConceptEntry& entry : concepts) {
    composer.append(xml, entry);
    flush_to(out, xml);
  }
  xml += old ? "  </body></text>\n</martif>\n" : "  </body></text>\n</tbx>\n";
  flush_to(out, xml);
  out.flush();
  if (!out) throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
}

}  // namespace trujaman::inline v0
