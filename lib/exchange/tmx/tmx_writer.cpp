#include <algorithm>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/encoding.hpp"
#include "base/local.hpp"
#include "exchange/output.hpp"
#include "exchange/tmx/tmx_code.hpp"
#include "exchange/tmx/tmx_context.hpp"
#include "exchange/tmx/tmx_format.hpp"
#include "exchange/tmx/tmx_header.hpp"
#include "exchange/tmx/tmx_history.hpp"
#include "exchange/tmx/tmx_properties.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

void append_optional(std::string& xml, std::string_view name, const std::string& value) {
  if (!value.empty()) append_xml_attribute(xml, name, value);
}

void append_attributes(std::string& xml, std::vector<Property> attributes, TmxElement element) {
  const std::size_t known = order_attributes(attributes, element);
  for (std::size_t i = 0; i < known; ++i) {
    append_xml_attribute(xml, attributes[i].type, attributes[i].value);
  }
}

void append_notes(std::string& xml, const std::vector<std::string>& notes,
                  const std::vector<Property>& properties, std::string_view indent) {
  for (const std::string& note : notes) {
    xml.append(indent).append("<note>");
    append_xml_text(xml, note);
    xml += "</note>\n";
  }
  for (const Property& p : properties) {
    xml.append(indent).append("<prop");
    append_xml_attribute(xml, "type", p.type);
    xml += '>';
    append_xml_text(xml, p.value);
    xml += "</prop>\n";
  }
}

/// Writes the content of a `<seg>`. Whatever codes it is given, elements end up nested.
class SegmentWriter {
 public:
  SegmentWriter(std::string& xml, const Variant& variant) : xml_(&xml), variant_(&variant) {}

  void write() {
    const std::vector<int> numbers = numbers_of(variant_->codes);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      append_text_to(variant_->codes[i].position);
      append_code(variant_->codes[i], numbers[i]);
    }
    append_text_to(variant_->text.size());
    while (!highlights_.empty()) close_highlight();
  }

 private:
  void append_text_to(std::size_t end) {
    const std::string_view text = variant_->text;
    end = std::min(std::max(end, at_), text.size());
    // A code inside a character stands behind it.
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    append_xml_text(*xml_, text.substr(at_, end - at_));
    at_ = end;
  }

  void append_code(const InlineCode& code, int number) {
    if (code.kind == CodeKind::HiBegin) {
      append_start_tag(code, number);
      highlights_.push_back(code.pair);
    } else if (code.kind == CodeKind::HiEnd) {
      if (std::find(highlights_.begin(), highlights_.end(), code.pair) == highlights_.end()) return;
      while (highlights_.back() != code.pair) close_highlight();
      close_highlight();
    } else {
      append_start_tag(code, number);
      if (code.fragment && is_xml_fragment(code.native)) {
        *xml_ += code.native;
      } else {
        append_xml_text(*xml_, code.native);
      }
      append_end_tag(element_of(code.kind));
    }
  }

  void append_start_tag(const InlineCode& code, int number) {
    const std::string_view element = element_of(code.kind);
    const std::string place = code_attribute(code, "pos") == "end" ? "end" : "begin";
    const std::pair<std::string_view, std::string> attributes[] = {
        {"pos", place},
        {"i", std::to_string(number)},
        {"x", code.id},
        {"assoc", code_attribute(code, "assoc")},
        {"type", code.type}};
    xml_->append("<").append(element);
    for (const auto& [name, value] : attributes) {
      if (has_attribute(element, name)) append_optional(*xml_, name, value);
    }
    *xml_ += '>';
  }

  void append_end_tag(std::string_view element) { xml_->append("</").append(element).append(">"); }

  void close_highlight() {
    append_end_tag("hi");
    highlights_.pop_back();
  }

  std::string* xml_;
  const Variant* variant_;
  std::size_t at_ = 0;
  std::vector<int> highlights_;  ///< Pairs of the open ones, outermost first.
};

void append_variant(std::string& xml, const Variant& v) {
  xml += "      <tuv";
  append_xml_attribute(xml, "xml:lang", v.language.str());
  append_history(xml, v.history);
  append_attributes(xml, v.attributes, TmxElement::Tuv);
  xml += ">\n";
  append_notes(xml, v.notes, properties_to_write(v), "        ");
  xml += "        <seg>";
  SegmentWriter(xml, v).write();
  xml += "</seg>\n      </tuv>\n";
}

void append_unit(std::string& xml, const TranslationUnit& unit, const LanguageTag& header_source) {
  xml += "    <tu";
  append_optional(xml, "tuid", unit.id);
  if (unit.source_language != header_source) {
    append_xml_attribute(xml, "srclang", source_language_text(unit.source_language));
  }
  append_history(xml, unit.history);
  append_attributes(xml, unit.attributes, TmxElement::Tu);
  xml += ">\n";
  append_notes(xml, unit.notes, properties_to_write(unit), "      ");
  for (const Variant& v : unit.variants) append_variant(xml, v);
  xml += "    </tu>\n";
}

}  // namespace

struct TRUJAMAN_LOCAL TmxWriter::Impl {
  std::ostream* out;
  LanguageTag source_language;
  TmxOptions options;
  TmxContext context;
  std::string xml{};
  bool finished = false;

  void flush() {
    if (options.utf16) xml = base::to_utf16le(xml);
    flush_to(*out, xml);
  }

  void append(const TranslationUnit& unit) {
    // A <tu> without <tuv> would make the file invalid.
    if (!unit.variants.empty()) append_unit(xml, unit, source_language);
  }

  void append_part(TranslationUnit unit) {
    const auto& wanted = options.languages;
    const bool whole = std::ranges::all_of(
        wanted, [&](const LanguageTag& range) { return unit.find(range) != nullptr; });
    if (!whole) return;
    if (!wanted.empty()) {
      std::erase_if(unit.variants, [&](const Variant& variant) {
        return std::ranges::none_of(
            wanted, [&](const LanguageTag& range) { return variant.language.matches(range); });
      });
      // Programs look for the text in the language that is named.
      if (unit.find(unit.source_language) == nullptr) unit.source_language = {};
    }
    if (options.level == 1) {
      for (Variant& variant : unit.variants) variant.codes.clear();
    }
    append(unit);
  }
};

TmxWriter::TmxWriter(std::ostream& out, const TmxHeader& header, const TmxOptions& options)
    : impl_(new Impl{&out, header.source_language, options, TmxContext(header.source_language)}) {
  if (options.level != 1 && options.level != 2) {
    throw Error(Errc::InvalidArgument, message("TMX has the levels 1 and 2"));
  }
  // No DOCTYPE: parsers would look for it.
  std::string& xml = impl_->xml;
  if (options.utf16) xml = "\uFEFF";
  xml.append("<?xml version=\"1.0\" encoding=\"").append(options.utf16 ? "UTF-16" : "UTF-8");
  xml += "\"?>\n<tmx version=\"1.4\">\n";
  append_header(xml, header);
  xml += "  <body>\n";
}
TmxWriter::~TmxWriter() = default;
TmxWriter::TmxWriter(TmxWriter&&) noexcept = default;
TmxWriter& TmxWriter::operator=(TmxWriter&&) noexcept = default;

void TmxWriter::write(const TranslationUnit& unit) {
  if (impl_->options.context) {
    if (auto before = impl_->context.next(unit)) impl_->append_part(*std::move(before));
  } else if (impl_->options.languages.empty() && impl_->options.level == 2) {
    impl_->append(unit);
  } else {
    impl_->append_part(unit);
  }
  impl_->flush();
}

void TmxWriter::finish() {
  if (std::exchange(impl_->finished, true)) return;
  if (auto last = impl_->context.last()) impl_->append_part(*std::move(last));
  impl_->xml += "  </body>\n</tmx>\n";
  impl_->flush();
  impl_->out->flush();
  if (!*impl_->out)
    throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
}

}  // namespace trujaman::inline v0
