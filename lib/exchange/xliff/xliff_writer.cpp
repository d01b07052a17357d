#include <algorithm>
#include <array>
#include <utility>

#include <trujaman/exchange.hpp>

#include "exchange/output.hpp"
#include "exchange/xliff/xliff_codes.hpp"
#include "exchange/xliff/xliff_state.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// A unit less sure than this is for a human to look at.
constexpr double kSure = 0.8;

/// What the target's state is: as it was read, else by how sure the aligner was.
std::string state_of(const TranslationUnit& unit, const Variant& target, XliffVersion version) {
  for (const Property& p : target.properties) {
    if (p.type == kStateProperty && is_state(p.value, version)) return p.value;
  }
  if (version == XliffVersion::V2_0) return "translated";
  return unit.confidence < kSure ? "needs-review-translation" : "translated";
}

void append_notes(std::string& xml, const TranslationUnit& unit, std::string_view indent) {
  for (const std::string& note : unit.notes) {
    xml.append(indent).append("<note>");
    append_xml_text(xml, note);
    xml += "</note>\n";
  }
}

}  // namespace

struct XliffWriter::Impl {
  std::ostream* out;
  XliffHeader header;
  std::string xml;
  std::size_t units = 0;
  bool finished = false;

  void append_unit_1(const TranslationUnit& unit, const Variant& source, const Variant& target) {
    xml += "      <trans-unit";
    append_xml_attribute(xml, "id", std::to_string(units));
    if (!unit.id.empty()) append_xml_attribute(xml, "resname", unit.id);
    xml += ">\n        <source xml:space=\"preserve\">";
    append_xliff_1(xml, source);
    xml += "</source>\n        <target xml:space=\"preserve\"";
    append_xml_attribute(xml, "state", state_of(unit, target, XliffVersion::V1_2));
    xml += '>';
    append_xliff_1(xml, target);
    xml += "</target>\n";
    append_notes(xml, unit, "        ");
    xml += "      </trans-unit>\n";
  }

  void append_unit_2(const TranslationUnit& unit, const Variant& source, const Variant& target) {
    xml += "    <unit";
    append_xml_attribute(xml, "id", "u" + std::to_string(units));
    if (!unit.id.empty()) append_xml_attribute(xml, "name", unit.id);
    xml += " xml:space=\"preserve\">\n";
    if (!unit.notes.empty()) {
      xml += "      <notes>\n";
      append_notes(xml, unit, "        ");
      xml += "      </notes>\n";
    }
    std::string data;
    std::string segment = "        <source>";
    append_xliff_2(segment, source, "s", data);
    segment += "</source>\n        <target>";
    append_xliff_2(segment, target, "t", data);
    segment += "</target>\n";
    if (!data.empty()) xml += "      <originalData>\n" + data + "      </originalData>\n";
    xml += "      <segment";
    append_xml_attribute(xml, "state", state_of(unit, target, XliffVersion::V2_0));
    xml += ">\n" + segment + "      </segment>\n    </unit>\n";
  }
};

XliffWriter::XliffWriter(std::ostream& out, const XliffHeader& header)
    : impl_(new Impl{&out, header, {}}) {
  std::string& xml = impl_->xml;
  const std::string& source = header.languages.source.str();
  const std::string& target = header.languages.target.str();
  xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (header.version == XliffVersion::V2_0) {
    xml += "<xliff version=\"2.0\"";
    append_xml_attribute(xml, "srcLang", source);
    append_xml_attribute(xml, "trgLang", target);
    xml += " xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">\n  <file id=\"f1\"";
    append_xml_attribute(xml, "original", header.original);
    xml += ">\n";
  } else {
    xml += "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n  <file";
    append_xml_attribute(xml, "original", header.original);
    append_xml_attribute(xml, "source-language", source);
    append_xml_attribute(xml, "target-language", target);
    xml += " datatype=\"plaintext\">\n    <body>\n";
  }
}
XliffWriter::~XliffWriter() = default;
XliffWriter::XliffWriter(XliffWriter&&) noexcept = default;
XliffWriter& XliffWriter::operator=(XliffWriter&&) noexcept = default;

void XliffWriter::write(const TranslationUnit& unit) {
  const Variant* source = unit.find(impl_->header.languages.source);
  const Variant* target = unit.find(impl_->header.languages.target);
  if (source == nullptr || target == nullptr) return;
  ++impl_->units;
  if (impl_->header.version == XliffVersion::V2_0) {
    impl_->append_unit_2(unit, *source, *target);
  } else {
    impl_->append_unit_1(unit, *source, *target);
  }
  flush_to(*impl_->out, impl_->xml);
}

std::size_t XliffWriter::written() const noexcept {
  return impl_->units;
}

void XliffWriter::finish() {
  if (std::exchange(impl_->finished, true)) return;
  // XLIFF 2.0 wants at least one unit in a file.
  if (impl_->header.version == XliffVersion::V2_0) {
    if (impl_->units == 0) {
      impl_->xml += "    <unit id=\"u0\"><segment><source/></segment></unit>\n";
    }
    impl_->xml += "  </file>\n</xliff>\n";
  } else {
    impl_->xml += "    </body>\n  </file>\n</xliff>\n";
  }
  flush_to(*impl_->out, impl_->xml);
  impl_->out->flush();
  if (!*impl_->out) throw Error(Errc::Io, "cannot be written; check the disk's free space");
}

}  // namespace trujaman::inline v0
