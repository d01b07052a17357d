/// @file
/// The plain part of XML, which is nearly all of a large file, taken at several times expat's
/// speed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/xml/xml_events.hpp"

namespace trujaman::exchange {

/// Takes plain content: tags, instructions and references with ASCII names, text, CDATA, comments,
/// all of it well-formed, in a document that declares nothing. It never judges: where it meets
/// anything else (a reference to an entity in an attribute, a line end there, a mistake) it stops
/// before it, and a parser has to go on from there. What it takes gives the events that a parser
/// would give, but that text may be cut at other places.
class PlainXml {
 public:
  /// @p events is told of the content; @p root is the element in which it begins. In a document
  /// that stands alone, undeclared entities are odd.
  PlainXml(XmlEvents& events, std::string_view root, bool standalone);

  /// Takes from @p xml what is whole and plain; returns its size. The rest is to be given again,
  /// with what follows it, unless it was odd. The end tag of the root is not taken.
  [[nodiscard]] std::size_t take(std::string_view xml);
  /// Whether the last take() stopped before something that is not plain.
  [[nodiscard]] bool odd() const noexcept { return odd_; }
  /// While an event is told of: the offset in take()'s text at which it begins.
  [[nodiscard]] std::size_t at() const noexcept { return at_; }
  /// Start tags of the elements that are open, for a parser that is to go on inside them.
  [[nodiscard]] std::string open_tags() const;
  [[nodiscard]] bool standalone() const noexcept { return standalone_; }

 private:
  // Each takes one construct at the cursor, or returns false and leaves it there.
  bool take_text();
  bool take_reference();
  bool take_line_end();
  bool take_markup();
  bool take_start_tag();
  bool take_end_tag();
  bool take_comment();
  bool take_cdata();
  bool take_instruction();
  bool take_entity();
  void tell_of(std::string_view text);  ///< With line ends of any kind.

  bool take_attributes(bool& empty);
  bool take_value(XmlAttribute& attribute);
  void resolve_values();

  bool stop_odd() noexcept;
  /// Odd, unless the text ends before it can be known.
  bool stop(bool at_end) noexcept { return at_end ? false : stop_odd(); }

  XmlEvents* events_;
  bool standalone_;
  std::string open_;                 ///< Names of the open elements, one behind the other.
  std::vector<std::size_t> begins_;  ///< Where each begins.

  const char* begin_ = nullptr;
  const char* cursor_ = nullptr;
  const char* end_ = nullptr;
  std::size_t at_ = 0;
  bool odd_ = false;

  std::vector<XmlAttribute> attributes_;
  std::vector<std::size_t> references_;  ///< Attributes with references in their values.
  std::string values_;                   ///< What these mean.
};

}  // namespace trujaman::exchange
