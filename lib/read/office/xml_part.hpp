/// @file
/// XML files inside office documents.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace trujaman::read::office {

/// How deep elements may stand in each other. Tables in text boxes in tables come to some sixty;
/// the readers follow the tree by recursion and rely on this.
constexpr int kDeepestXml = 256;

/// A namespace, and the prefix by which the readers know it.
struct XmlNamespace {
  std::string_view uri;
  std::string_view prefix;
};

/// Parses @p bytes, in UTF-8 or what their XML declaration says, white space kept. Elements and
/// attributes of @p namespaces have the prefixes named there, whichever the file has.
/// @throws Error{Malformed} (@p name is the document's, @p part the file's inside it) when it is no
///         well-formed XML, nests too deep, or has a document type: that is where entities are
///         declared, and office documents have none.
[[nodiscard]] pugi::xml_document parse_xml(std::string_view bytes,
                                           std::span<const XmlNamespace> namespaces,
                                           const std::string& name, std::string_view part);

/// The document in UTF-8, in which it says that it is.
[[nodiscard]] std::string to_bytes(pugi::xml_document& document);

/// An attribute of a child: <w:name w:val="…">; empty when either is missing.
[[nodiscard]] std::string_view value_of(pugi::xml_node node, const char* child,
                                        const char* attribute);

/// Valid UTF-8: character references can bring in what is none.
[[nodiscard]] std::string clean_text(std::string_view text);

/// The number that @p text begins with, brought into [least, most]; @p fallback when there is none.
[[nodiscard]] int to_number(std::string_view text, int least, int most, int fallback);

}  // namespace trujaman::read::office
