/// @file
/// ODT → paragraphs.
#pragma once

#include <string>

#include <pugixml.hpp>

#include "base/archive.hpp"
#include "read/office/paragraph.hpp"

namespace trujaman::read::office {

/// The parts of an ODT file.
struct OdtPackage {
  /// @throws Error{Malformed} when a part is no XML or the text is missing, Error{Unsupported} when
  ///         the file is encrypted.
  explicit OdtPackage(const base::Archive& archive);

  pugi::xml_document content;
  pugi::xml_document styles;  ///< Empty when the file has none.
};

/// Paragraphs in reading order: those of text boxes behind the one on which the box hangs, those of
/// notes at the end, in the order in which the text refers to them. Their nodes are @p package's.
[[nodiscard]] OfficeText read_odt(const OdtPackage& package);

}  // namespace trujaman::read::office
