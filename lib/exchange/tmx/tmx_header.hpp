/// @file
/// What a TMX file says of itself before its units.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <trujaman/exchange.hpp>

#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// Takes the attributes of `<tmx>` and `<header>`, and what stands in the header. What is odd about
/// them is reported, and read as well as can be.
class TmxHeaderReader {
 public:
  using Warn = std::function<void(const std::string& message)>;
  explicit TmxHeaderReader(Warn warn) : warn_(std::move(warn)) {}

  void read_root(XmlAttributes attributes);
  void read_header(XmlAttributes attributes);
  /// Of a note or prop, whose text comes when it ends.
  void begin_text(XmlAttributes attributes);
  void end_text(std::string_view element, std::string text);
  void begin_encoding(XmlAttributes attributes);
  void add_character(XmlAttributes attributes);
  void end_header();
  /// The body begins: a header must have been there.
  void end();

  /// The language of a tuv; empty when it has none.
  [[nodiscard]] std::string_view language_of(XmlAttributes tuv);
  /// What srclang says: undetermined for "*all*", and for what is no tag.
  [[nodiscard]] LanguageTag source_language_of(std::string_view srclang) const;
  [[nodiscard]] const TmxHeader& header() const noexcept { return header_; }

 private:
  void read_attribute(const XmlAttribute& attribute);

  Warn warn_;
  std::string version_;
  TmxHeader header_;
  TmxHeaderText text_;  ///< The note or prop that is being read.
  bool seen_ = false;
  bool xml_lang_reported_ = false;
};

void append_header(std::string& xml, const TmxHeader& header);

/// srclang: "*all*" for the undetermined language.
[[nodiscard]] std::string source_language_text(const LanguageTag& language);

}  // namespace trujaman::exchange
