/// @file
/// The content of an XLIFF `<source>` or `<target>`: text, and the codes in it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/unit.hpp>

#include "exchange/xml_reader.hpp"

namespace trujaman::exchange {

/// Builds text and codes from the events inside. Codes have XLIFF's ids; what they were in their
/// own format is known of bpt, ept, ph and it of 1.x only. Marks and unknown elements are passed
/// over, their text is kept.
class XliffText {
 public:
  /// @p element without namespace prefix.
  void start(std::string_view element, XmlAttributes attributes);
  void end();
  void text(std::string_view more);

  /// Text in NFC and its codes go to @p variant; the builder is ready for the next.
  void finish(Variant& variant);

 private:
  enum class Open { Plain, Pair, Native };
  InlineCode& add(CodeKind kind, std::string_view id, std::string_view pair);

  std::string text_;
  InlineCodes codes_;
  std::vector<Open> open_;
  std::vector<std::size_t> pairs_;      ///< Index of the opening code of each open pair.
  std::map<std::string, int> numbers_;  ///< Pair number by the id that links both halves.
  std::size_t native_depth_ = 0;        ///< Size of open_ with the outermost code in it.
};

}  // namespace trujaman::exchange
