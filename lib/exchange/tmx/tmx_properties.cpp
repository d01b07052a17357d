#include "exchange/tmx/tmx_properties.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace trujaman::exchange {
namespace {

constexpr std::string_view kDocument = "x-document";
constexpr std::string_view kPosition = "x-position";
constexpr std::string_view kConfidence = "x-confidence";

template <typename Number>
std::optional<Number> parse(const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The shortest digits that give the same number back.
std::string shortest(double value) {
  std::array<char, 32> out{};
  const auto result = std::to_chars(out.data(), out.data() + out.size(), value);
  return {out.data(), result.ptr};
}

std::optional<double> confidence_of(const Property& p) {
  if (p.type != kConfidence) return std::nullopt;
  const auto value = parse<double>(p.value);
  return value && *value >= 0 && *value <= 1 ? value : std::nullopt;
}

void append_attributes(std::vector<Property>& out, std::vector<Property> attributes,
                       TmxElement element) {
  for (std::size_t i = order_attributes(attributes, element); i < attributes.size(); ++i) {
    out.push_back({std::string(kAttributeProperty) + attributes[i].type, attributes[i].value});
  }
}

void take_attributes(std::vector<Property>& properties, std::vector<Property>& attributes,
                     TmxElement element) {
  for (const Property& p : properties) {
    if (!p.type.starts_with(kAttributeProperty)) continue;
    attributes.push_back({p.type.substr(kAttributeProperty.size()), p.value});
  }
  std::erase_if(properties,
                [](const Property& p) { return p.type.starts_with(kAttributeProperty); });
  order_attributes(attributes, element);
}

}  // namespace

std::vector<Property> properties_to_write(const TranslationUnit& unit) {
  std::vector<Property> out;
  for (const Occurrence& o : unit.occurrences) {
    out.push_back({std::string(kDocument), o.document});
    out.push_back({std::string(kPosition), std::to_string(o.position)});
  }
  if (unit.confidence != 1.0) out.push_back({std::string(kConfidence), shortest(unit.confidence)});
  append_attributes(out, unit.attributes, TmxElement::Tu);
  out.insert(out.end(), unit.properties.begin(), unit.properties.end());
  return out;
}

std::vector<Property> properties_to_write(const Variant& variant) {
  std::vector<Property> out;
  append_attributes(out, variant.attributes, TmxElement::Tuv);
  out.insert(out.end(), variant.properties.begin(), variant.properties.end());
  return out;
}

void take_fields(TranslationUnit& unit) {
  take_attributes(unit.properties, unit.attributes, TmxElement::Tu);
  std::vector<Property> rest;
  for (Property& p : unit.properties) {
    if (const auto confidence = confidence_of(p)) {
      unit.confidence = *confidence;
      continue;
    }
    const auto position = p.type == kPosition ? parse<std::size_t>(p.value) : std::nullopt;
    if (position && !rest.empty() && rest.back().type == kDocument) {
      unit.occurrences.push_back({std::move(rest.back().value), *position});
      rest.pop_back();
      continue;
    }
    rest.push_back(std::move(p));
  }
  unit.properties = std::move(rest);
}

void take_fields(Variant& variant) {
  take_attributes(variant.properties, variant.attributes, TmxElement::Tuv);
}

}  // namespace trujaman::exchange
