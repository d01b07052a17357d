/// @file
/// What a TMX file says of itself before its units.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <trujaman/language.hpp>

#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// Takes the attributes of `<tmx>` and `<header>`. What is odd about them is reported, and read as
/// well as can be.
class TmxHeaderReader {
 public:
  using Warn = std::function<void(const std::string& message)>;
  explicit TmxHeaderReader(Warn warn) : warn_(std::move(warn)) {}

  void read_root(XmlAttributes attributes);
  void read_header(XmlAttributes attributes);
  /// The body begins: a header must have been there.
  void end();

  /// The language of a tuv; empty when it has none.
  [[nodiscard]] std::string_view language_of(XmlAttributes tuv);
  /// What srclang says: undetermined for "*all*", and for what is no tag.
  [[nodiscard]] LanguageTag source_language_of(std::string_view srclang) const;
  [[nodiscard]] const LanguageTag& source_language() const noexcept { return source_language_; }

 private:
  Warn warn_;
  std::string version_;
  LanguageTag source_language_;
  bool seen_ = false;
  bool xml_lang_reported_ = false;
};

}  // namespace trujaman::exchange
