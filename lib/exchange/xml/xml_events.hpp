/// @file
/// What the content of an XML document is made of.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace trujaman::exchange {

struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};
using XmlAttributes = std::span<const XmlAttribute>;

/// Value of the attribute; a view with data() == nullptr where there is none.
[[nodiscard]] std::string_view find_attribute(XmlAttributes attributes,
                                              std::string_view name) noexcept;
/// @p name without a namespace prefix: "definition" of "basic:definition".
[[nodiscard]] std::string_view local_name(std::string_view name) noexcept;
/// A name from the file for a message: in angle brackets, and of bearable length.
[[nodiscard]] std::string tag(std::string_view name);

/// What to say of a character that XML forbids.
[[nodiscard]] std::string left_out(char32_t character);

/// Is told of it. Text comes in pieces cut anywhere between two characters.
class XmlEvents {
 public:
  virtual void start(std::string_view element, XmlAttributes attributes) = 0;
  virtual void end(std::string_view element) = 0;
  virtual void text(std::string_view text) = 0;
  /// A reference to an entity that is not declared.
  virtual void undeclared_entity(std::string_view name) = 0;

 protected:
  ~XmlEvents() = default;
};

}  // namespace trujaman::exchange
