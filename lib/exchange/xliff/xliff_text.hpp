/// @file
/// The content of an XLIFF `<source>` or `<target>`: text, and the codes in it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/unit.hpp>

#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// Builds text and codes from the events inside. Codes have XLIFF's ids; what they were in their
/// own format is known of bpt, ept, ph and it of 1.x, and of 2.x where it is in the unit's original
/// data. Marks and unknown elements are passed over, their text is kept.
class XliffText {
 public:
  /// Where codes of 2.x find what they were, by the id of `<data>`; borrowed, may be null.
  void use_data(const std::map<std::string, std::string>* data) { data_ = data; }

  /// @p element without namespace prefix.
  void start(std::string_view element, XmlAttributes attributes);
  void end();
  void text(std::string_view more);

  /// Text in NFC and its codes go to @p variant; the builder is ready for the next.
  void finish(Variant& variant);

 private:
  enum class Open { Plain, Pair, Native };
  /// A `<g>` or `<pc>` that is open.
  struct OpenPair {
    std::size_t begin;  ///< Index of its opening code.
    std::string native_end;
  };
  InlineCode& add(CodeKind kind, std::string_view id, std::string_view pair);
  void end_pair(InlineCode& end) const;
  [[nodiscard]] std::string data(XmlAttributes attributes, std::string_view reference) const;

  std::string text_;
  InlineCodes codes_;
  std::vector<Open> open_;
  std::vector<OpenPair> pairs_;
  std::map<std::string, int> numbers_;  ///< Pair number by the id that links both halves.
  const std::map<std::string, std::string>* data_ = nullptr;
  std::size_t native_depth_ = 0;  ///< Size of open_ with the outermost code in it.
};

}  // namespace trujaman::exchange
