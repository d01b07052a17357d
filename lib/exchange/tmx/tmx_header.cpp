#include "exchange/tmx/tmx_header.hpp"

#include <utility>

#include "exchange/language.hpp"
#include "exchange/tmx/tmx_format.hpp"

namespace trujaman::exchange {

void TmxHeaderReader::read_root(XmlAttributes attributes) {
  version_ = std::string(find_attribute(attributes, "version").substr(0, 20));
  if (!is_known_version(version_)) {
    warn_("version \"" + version_ + "\" of TMX is not known; read as 1.4");
  }
}

void TmxHeaderReader::read_header(XmlAttributes attributes) {
  std::string missing;
  for (const std::string_view required : required_header_attributes()) {
    if (find_attribute(attributes, required).data() != nullptr) continue;
    missing.append(missing.empty() ? "" : ", ").append(required);
  }
  if (!missing.empty()) warn_("<header> lacks " + missing);
  source_language_ = source_language_of(find_attribute(attributes, "srclang"));
  seen_ = true;
}

void TmxHeaderReader::end() {
  if (!seen_) warn_("<body> without a <header> before it; any language may be the source");
}

std::string_view TmxHeaderReader::language_of(XmlAttributes tuv) {
  const std::string_view text = find_attribute(tuv, "xml:lang");
  if (text.data() == nullptr) return find_attribute(tuv, "lang");
  if (is_before_xml_lang(version_) && !std::exchange(xml_lang_reported_, true)) {
    warn_("xml:lang is not TMX " + version_ + ", which has lang");
  }
  return text;
}

LanguageTag TmxHeaderReader::source_language_of(std::string_view srclang) const {
  if (srclang.empty() || srclang == "*all*") return {};
  if (auto language = parse_language(srclang)) return *std::move(language);
  warn_("srclang is no language tag; any language may be the source");
  return {};
}

}  // namespace trujaman::exchange
