#include "exchange/tmx/tmx_format.hpp"

#include <algorithm>
#include <array>

namespace trujaman::exchange {
namespace {

struct InlineElement {
  std::string_view name;
  CodeKind kind;
  std::string_view attributes;  ///< Between blanks.
};
constexpr std::array<InlineElement, 7> kInline{{{"bpt", CodeKind::Bpt, " i x type "},
                                                {"ept", CodeKind::Ept, " i "},
                                                {"ph", CodeKind::Ph, " x assoc type "},
                                                {"it", CodeKind::It, " pos x type "},
                                                {"hi", CodeKind::HiBegin, " x type "},
                                                {"hi", CodeKind::HiEnd, " x type "},
                                                {"ut", CodeKind::Ut, " x "}}};
constexpr std::string_view kSubAttributes = " datatype type ";

constexpr std::string_view kRequired[] = {
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"};

/// Attributes that are no fields of TranslationUnit or Variant. tu has segtype beyond them.
constexpr std::string_view kFurther[] = {"o-encoding", "datatype", "creationtool",
                                         "creationtoolversion", "o-tmf"};
constexpr std::string_view kSegmentTypes[] = {"block", "paragraph", "sentence", "phrase"};

template <typename Names>
bool contains(const Names& names, std::string_view name) noexcept {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool listed(std::string_view names, std::string_view name) {
  return names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

bool is_in_dtd(const Property& attribute, TmxElement element) noexcept {
  if (contains(kFurther, attribute.type)) return true;
  return element == TmxElement::Tu && attribute.type == "segtype" &&
         is_segment_type(attribute.value);
}

}  // namespace

std::string_view element_of(CodeKind kind) noexcept {
  for (const InlineElement& e : kInline) {
    if (e.kind == kind) return e.name;
  }
  return "ph";
}

std::optional<CodeKind> kind_of(std::string_view element) noexcept {
  for (const InlineElement& e : kInline) {
    if (e.name == element) return e.kind;
  }
  return std::nullopt;
}

bool may_contain(std::string_view parent, std::string_view child) noexcept {
  if (parent == "seg" || parent == "sub" || parent == "hi") return kind_of(child).has_value();
  return child == "sub";
}

bool has_attribute(std::string_view inline_element, std::string_view name) {
  if (inline_element == "sub") return listed(kSubAttributes, name);
  for (const InlineElement& e : kInline) {
    if (e.name == inline_element) return listed(e.attributes, name);
  }
  return false;
}

std::span<const std::string_view> required_header_attributes() noexcept {
  return kRequired;
}

bool is_segment_type(std::string_view value) noexcept {
  return contains(kSegmentTypes, value);
}

bool is_known_version(std::string_view version) noexcept {
  return contains(std::array<std::string_view, 6>{"1.1", "1.2", "1.3", "1.4", "1.4a", "1.4b"},
                  version);
}

bool is_before_xml_lang(std::string_view version) noexcept {
  return version == "1.1" || version == "1.2";
}

std::size_t order_attributes(std::vector<Property>& attributes, TmxElement element) {
  std::vector<std::string> seen;
  const auto rest =
      std::stable_partition(attributes.begin(), attributes.end(), [&](const Property& a) {
        if (!is_in_dtd(a, element) || contains(seen, a.type)) return false;
        seen.push_back(a.type);
        return true;
      });
  return static_cast<std::size_t>(rest - attributes.begin());
}

}  // namespace trujaman::exchange
