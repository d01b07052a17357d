/// @file
/// Streaming XML for the readers of exchange formats.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include <trujaman/error.hpp>

#include "exchange/xml/xml_events.hpp"

namespace trujaman::exchange {

/// Base of a reader: it is handed the elements as they come. External entities and DTDs are never
/// fetched. Memory is bounded: by the depth of elements, by the size of a tag, and by expat's own
/// guard against entities that grow.
class XmlReader {
 public:
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

 protected:
  explicit XmlReader(std::string name);
  virtual ~XmlReader();

  /// Reads all of @p in, by @p piece bytes. What a handler throws stops it and is thrown on.
  /// @throws Error{Malformed} with the line when it is not well-formed XML or breaks off.
  void parse(std::istream& in, std::size_t piece = std::size_t{1} << 16U);

  virtual void on_start(std::string_view name, XmlAttributes attributes) = 0;
  virtual void on_end(std::string_view name) = 0;
  /// Text comes in pieces cut anywhere between two characters.
  virtual void on_text(std::string_view text) = 0;
  /// A reference to an entity that is not declared stands here; @p text is what HTML means by it,
  /// or empty. Inside attribute values such references vanish unseen.
  virtual void on_undeclared_entity(std::string_view name, std::string_view text) = 0;
  /// A character that XML forbids stands here, and would be left out.
  /// @throws Error{Malformed}; readers of formats in which that happens warn instead.
  virtual void on_left_out(char32_t character);

  [[nodiscard]] Location where() const;
  [[nodiscard]] std::size_t line() const;  ///< where()'s, without its name.

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trujaman::exchange
