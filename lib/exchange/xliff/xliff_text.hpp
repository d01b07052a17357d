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

/// A text in NFC with its codes, and the comments of marks in it.
struct XliffSegment {
  std::string mid;  ///< That of its `<mrk mtype="seg">`.
  std::string text;
  InlineCodes codes;
  std::vector<std::string> comments;
};

/// The content as a whole, and as 1.x has it segmented.
struct XliffContent {
  XliffSegment whole;
  std::vector<XliffSegment> segments;  ///< What stands in `<mrk mtype="seg">` each.
  bool text_between = false;           ///< Beside the segments there is more than white space.
};

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

  /// What was built; the builder is ready for the next.
  [[nodiscard]] XliffContent finish();
  /// Forgets what was begun.
  void clear();

 private:
  enum class Open { Plain, Pair, Native, Segment };
  /// A `<g>` or `<pc>` that is open.
  struct OpenPair {
    std::size_t begin;  ///< Index of its opening code.
    InlineCode end;     ///< What is known already of the closing one.
  };
  /// A range of the content: bytes of the text, numbers of codes and of comments.
  struct Range {
    std::string mid;
    std::size_t text[2];
    std::size_t codes[2];
    std::size_t comments[2];
  };
  InlineCode& add(CodeKind kind, std::string_view id, std::string_view pair);
  Open start_mark(XmlAttributes attributes);
  void end_pair(InlineCode& end) const;
  [[nodiscard]] std::string data(XmlAttributes attributes, std::string_view reference) const;
  [[nodiscard]] XliffSegment cut(const Range& range) const;
  [[nodiscard]] bool has_text_between() const;

  std::string text_;
  InlineCodes codes_;
  std::vector<std::string> comments_;
  std::vector<Range> segments_;
  std::vector<Open> open_;
  std::vector<OpenPair> pairs_;
  std::map<std::string, int> numbers_;  ///< Pair number by the id that links both halves.
  const std::map<std::string, std::string>* data_ = nullptr;
  std::size_t native_depth_ = 0;  ///< Size of open_ with the outermost code in it.
  bool in_segment_ = false;
};

}  // namespace trujaman::exchange
