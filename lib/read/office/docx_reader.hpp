/// @file
/// DOCX → paragraphs.
#pragma once

#include "read/office/docx_package.hpp"
#include "read/office/paragraph.hpp"

namespace trujaman::read::office {

/// Paragraphs in reading order: those of text boxes behind the one on which the box hangs, those of
/// notes at the end, in the order in which the text refers to them. Their nodes are @p package's.
/// @throws Error{Malformed} for a part that is no XML.
[[nodiscard]] OfficeText read_docx(DocxPackage& package);

}  // namespace trujaman::read::office
