/// @file
/// Expat, which knows all of XML.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <trujaman/error.hpp>

#include "exchange/xml/xml_events.hpp"

namespace trujaman::exchange {

/// Parses UTF-8 that comes in pieces. External entities and DTDs are never fetched; undeclared
/// entities are told of instead of ending the parse. What a handler throws does not pass through
/// expat: it is thrown on by feed().
class ExpatParser {
 public:
  /// @p name is for errors. @p events must outlive the parser.
  ExpatParser(XmlEvents& events, std::string name);
  ~ExpatParser();
  ExpatParser(const ExpatParser&) = delete;
  ExpatParser& operator=(const ExpatParser&) = delete;

  /// Before anything was fed: to stop before the first element inside the root, unless the document
  /// declares something of its own.
  void stop_inside_root();
  /// Before anything was fed: to go on inside elements, whose start tags are given and not told of,
  /// from the line @p line of the document.
  void go_on_inside(const std::string& start_tags, std::size_t line, bool standalone);

  /// False when it stopped. @throws Error{Malformed} when it is not well-formed or, with @p last,
  /// breaks off.
  bool feed(std::string_view piece, bool last);
  /// Bytes fed that belong to nothing told of: what is not whole yet, or what it stopped before.
  [[nodiscard]] std::size_t unparsed() const;
  [[nodiscard]] std::size_t line() const;
  /// Of the root, once it was told of.
  [[nodiscard]] const std::string& root() const;
  /// Whether the document says that it stands alone: undeclared entities are mistakes then.
  [[nodiscard]] bool standalone() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trujaman::exchange
