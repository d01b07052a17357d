/// @file
/// The content of a TMX `<seg>`: text, and the codes in it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>
#include <trujaman/unit.hpp>

#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// Builds text and codes from the events inside `<seg>`. What the DTD does not allow there is
/// reported, and its text kept.
class SegmentBuilder {
 public:
  using Warn = std::function<void(const std::string& message)>;
  explicit SegmentBuilder(Warn warn) : warn_(std::move(warn)) {}

  void start(std::string_view element, XmlAttributes attributes);
  void end();
  void text(std::string_view more);

  /// Text in NFC and its codes go to @p variant; the builder is ready for the next segment.
  void finish(Variant& variant);
  /// Forgets a segment that was begun.
  void clear();

 private:
  void start_code(CodeKind kind, XmlAttributes attributes);
  void start_in_code(std::string_view element, XmlAttributes attributes);
  InlineCode& code() { return codes_.back(); }
  [[nodiscard]] std::string_view parent() const {
    return open_.empty() ? "seg" : std::string_view(open_.back());
  }

  Warn warn_;
  std::string text_;
  InlineCodes codes_;
  std::vector<std::string> numbers_;  ///< The attribute i of each code.
  std::vector<std::string> open_;     ///< Elements that are open; what they stand in where unknown.
  std::vector<bool> known_;           ///< Whether each of them is written into the code.
  std::vector<std::size_t> highlights_;  ///< Index of each HiBegin that is open.
  std::size_t code_depth_ = 0;  ///< Size of open_ with the outermost code in it; 0 outside.
  int highlight_count_ = 0;
};

/// Text into NFC. A code inside what becomes one character moves behind it.
void normalize(std::string& text, InlineCodes& codes);

}  // namespace trujaman::exchange
