#include <algorithm>
#include <string_view>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/local.hpp"
#include "exchange/other_variant.hpp"
#include "exchange/output.hpp"
#include "exchange/seen_keys.hpp"
#include "exchange/xliff/xliff_codes.hpp"
#include "exchange/xliff/xliff_properties.hpp"
#include "exchange/xliff/xliff_state.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// A unit less sure than this is for a human to look at.
constexpr double kSure = 0.8;

/// The state of a target whose own the version does not know: how far that has come, else how sure
/// the aligner was.
std::string other_state(const TranslationUnit& unit, const std::vector<Property>& of_target,
                        XliffVersion version) {
  if (is_untranslated(property_value(of_target, kStateProperty))) {
    return version == XliffVersion::V1_2 ? "needs-translation" : "initial";
  }
  const bool unsure = version == XliffVersion::V1_2 && unit.confidence < kSure;
  return unsure ? "needs-review-translation" : "translated";
}

/// Takes the first property of the type out of @p properties when @p fits; its value, or nothing.
template <typename Fits>
std::string take_property(std::vector<Property>& properties, std::string_view type, Fits fits) {
  const auto found = std::ranges::find(properties, type, &Property::type);
  if (found == properties.end() || !fits(found->value)) return {};
  std::string value = std::move(found->value);
  properties.erase(found);
  return value;
}

bool is_no(std::string_view value) {
  return value == "no";
}

/// Whether @p text can be an id of 2.x (NMTOKEN), in ASCII.
bool is_name_token(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':';
  });
}

void append_optional(std::string& xml, std::string_view name, const std::string& value) {
  if (!value.empty()) append_xml_attribute(xml, name, value);
}

}  // namespace

struct TRUJAMAN_LOCAL XliffWriter::Impl {
  std::ostream* out;
  XliffHeader header;
  std::string xml;
  std::size_t units = 0;
  SeenKeys seen{};  ///< Ids.
  bool finished = false;

  /// @p target: null where there is no translation.
  void append_unit_1(const TranslationUnit& unit, const Variant& source, const Variant* target) {
    XliffRemarks remarks = to_remarks(unit, source, target, header.version);
    std::vector<Property>& of_unit = remarks.of(XliffPart::Unit);
    std::vector<Property>& of_target = remarks.of(XliffPart::Target);
    xml += "      <trans-unit";
    const std::string id = id_of(unit, of_unit);
    append_xml_attribute(xml, "id", id);
    if (id != unit.id) append_optional(xml, "resname", unit.id);
    append_optional(xml, "translate", take_property(of_unit, kTranslateProperty, is_no));
    append_optional(xml, "approved", take_property(of_unit, kApprovedProperty, [](auto& value) {
                      return value == "yes";
                    }));
    xml += ">\n        <source xml:space=\"preserve\">";
    append_xliff_1(xml, source);
    xml += "</source>\n";
    if (target != nullptr) append_target_1(unit, *target, of_target);
    append_notes(remarks, "annotates", "        ");
    append_locations(of_unit);
    append_contexts(of_unit, "information");
    append_contexts(remarks.of(XliffPart::Source), "x-source");
    append_contexts(of_target, "x-target");
    xml += "      </trans-unit>\n";
  }

  void append_target_1(const TranslationUnit& unit, const Variant& target,
                       std::vector<Property>& of_target) {
    xml += "        <target xml:space=\"preserve\"";
    const std::string state = take_property(of_target, kStateProperty, is_state_1);
    append_xml_attribute(xml, "state",
                         state.empty() ? other_state(unit, of_target, header.version) : state);
    append_optional(xml, "state-qualifier",
                    take_property(of_target, kStateQualifierProperty, is_state_qualifier));
    xml += '>';
    append_xliff_1(xml, target);
    xml += "</target>\n";
  }

  void append_unit_2(const TranslationUnit& unit, const Variant& source, const Variant* target) {
    XliffRemarks remarks = to_remarks(unit, source, target, header.version);
    std::vector<Property>& of_unit = remarks.of(XliffPart::Unit);
    std::vector<Property>& of_target = remarks.of(XliffPart::Target);
    xml += "    <unit";
    const std::string id = id_of(unit, of_unit);
    append_xml_attribute(xml, "id", id);
    if (id != unit.id) append_optional(xml, "name", unit.id);
    append_optional(xml, "translate", take_property(of_unit, kTranslateProperty, is_no));
    xml += " xml:space=\"preserve\">\n";
    const std::string state = take_property(of_target, kStateProperty, is_state_2);
    const std::string substate = take_property(of_target, kSubstateProperty, is_substate);
    append_metadata(remarks);
    if (!remarks.notes.empty()) {
      xml += "      <notes>\n";
      append_notes(remarks, "appliesTo", "        ");
      xml += "      </notes>\n";
    }
    std::string data;
    std::string segment = "        <source>";
    append_xliff_2(segment, source, "s", data);
    segment += "</source>\n";
    if (target != nullptr) {
      segment += "        <target>";
      append_xliff_2(segment, *target, "t", data);
      segment += "</target>\n";
    }
    if (!data.empty()) xml += "      <originalData>\n" + data + "      </originalData>\n";
    xml += "      <segment";
    const std::string otherwise =
        target == nullptr ? "initial" : other_state(unit, of_target, header.version);
    append_xml_attribute(xml, "state", state.empty() ? otherwise : state);
    append_optional(xml, "subState", substate);
    xml += ">\n" + segment + "      </segment>\n    </unit>\n";
  }

  /// The id that the unit had in its file, or its own, or a number: what no other unit has, and the
  /// version takes. Its property is taken out of @p of_unit.
  std::string id_of(const TranslationUnit& unit, std::vector<Property>& of_unit) {
    const bool version_1 = header.version == XliffVersion::V1_2;
    const auto is_free = [&](const std::string& id) {
      return !id.empty() && (version_1 || is_name_token(id)) && seen.insert(id);
    };
    std::string id = take_property(of_unit, kIdProperty, is_free);
    if (id.empty() && is_free(unit.id)) id = unit.id;
    for (std::size_t n = units; id.empty(); ++n) {
      const std::string number =
          (unit.id.empty() ? (version_1 ? "" : "u") : std::string(kOwnId)) + std::to_string(n);
      if (seen.insert(number)) id = number;
    }
    return id;
  }

  void append_notes(const XliffRemarks& remarks, std::string_view part, std::string_view indent) {
    for (const XliffNote& note : remarks.notes) {
      xml.append(indent).append("<note");
      if (note.part != XliffPart::Unit) append_xml_attribute(xml, part, name_of(note.part));
      for (const Property& p : note.says) append_xml_attribute(xml, p.type, p.value);
      xml += '>';
      append_xml_text(xml, note.text);
      xml += "</note>\n";
    }
  }

  /// Takes places of the form FILE:LINE out of @p properties.
  void append_locations(std::vector<Property>& properties) {
    std::erase_if(properties, [&](const Property& p) {
      const std::size_t colon = p.value.rfind(':');
      if (p.type != kReferenceProperty || colon == std::string::npos || colon == 0 ||
          p.value.find(' ') != std::string::npos || colon + 1 == p.value.size() ||
          p.value.find_first_not_of("0123456789", colon + 1) != std::string::npos) {
        return false;
      }
      append_contexts(
          {{"sourcefile", p.value.substr(0, colon)}, {"linenumber", p.value.substr(colon + 1)}},
          "location");
      return true;
    });
  }

  void append_contexts(const std::vector<Property>& properties, std::string_view purpose) {
    if (properties.empty()) return;
    xml += "        <context-group";
    append_xml_attribute(xml, "purpose", purpose);
    xml += ">\n";
    for (const Property& p : properties) {
      xml += "          <context";
      append_xml_attribute(xml, "context-type", to_context_type(p.type));
      xml += '>';
      append_xml_text(xml, p.value);
      xml += "</context>\n";
    }
    xml += "        </context-group>\n";
  }

  void append_metadata(const XliffRemarks& remarks) {
    std::string groups;
    for (const XliffPart part : {XliffPart::Unit, XliffPart::Source, XliffPart::Target}) {
      const std::vector<Property>& properties = remarks.of(part);
      if (properties.empty()) continue;
      groups += "        <mda:metaGroup";
      if (part != XliffPart::Unit) append_xml_attribute(groups, "appliesTo", name_of(part));
      groups += ">\n";
      for (const Property& p : properties) {
        groups += "          <mda:meta";
        append_xml_attribute(groups, "type", p.type);
        groups += '>';
        append_xml_text(groups, p.value);
        groups += "</mda:meta>\n";
      }
      groups += "        </mda:metaGroup>\n";
    }
    if (groups.empty()) return;
    xml += "      <mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\">\n" + groups +
           "      </mda:metadata>\n";
  }

  static std::string_view name_of(XliffPart part) {
    return part == XliffPart::Source ? "source" : "target";
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
  if (source == nullptr) return;
  const Variant* target = find_other(unit, *source, impl_->header.languages.target);
  ++impl_->units;
  if (impl_->header.version == XliffVersion::V2_0) {
    impl_->append_unit_2(unit, *source, target);
  } else {
    impl_->append_unit_1(unit, *source, target);
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
  if (!*impl_->out)
    throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
}

}  // namespace trujaman::inline v0
