/// @file
/// A document in another language: a copy in which parts of the text are replaced.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/document.hpp>
#include <trujaman/error.hpp>
#include <trujaman/export.hpp>
#include <trujaman/text.hpp>

namespace trujaman::inline v0 {

/// What becomes of a part of a block, usually of a segment.
struct Rendering {
  TextSpan span;  ///< In Block::text.
  /// What takes its place (UTF-8); unset: the part stays, highlighted as still to be translated
  /// where the format can.
  std::optional<std::string> text;
  /// Codes of text. Pairs of the types "bold" and "italic" are followed; without any, the text
  /// looks like what it replaces.
  InlineCodes codes;
  bool revise = false;  ///< text is highlighted, in another colour: someone is to look at it.
};

/// Called for each block of the document, in the order of Document::blocks; @p number counts them
/// from 0. Returns what becomes of its parts, in order and not overlapping. What no rendering names
/// stays as it is.
using BlockTranslator =
    std::function<std::vector<Rendering>(std::size_t number, const Block& block)>;

/// What was done. Renderings with a text that cannot be put in count as left, and the diagnostic
/// sink hears of them: those that lack what a document computes in their place, such as a page
/// number, and, in text files, those of which the place is no plain text.
struct RenderSummary {
  std::size_t replaced = 0;  ///< Renderings with a text that was put in.
  std::size_t left = 0;      ///< Renderings whose part stays as it is.
};

/// Copies a document to @p out, text by text as @p translate says.
///
/// DOCX, ODT: styles, pictures and all parts but the text are as they were, to the byte; of the
/// text part, only the runs that renderings name are changed. What stands inside a part that is
/// replaced stays with it: notes' references, pictures, page breaks.
///
/// Markdown, plain text: all else stays to the byte (of UTF-8 in NFC, which is written whatever the
/// file was in). In Markdown, what is left stands in `<mark>`, what is to be revised in `<mark
/// class="revise">`; in text, in [[ and ]], and in [? and ?]. The sink hears of each part that is
/// left and cannot be marked (Note).
///
/// XLIFF: units without a translation get one, in the state translated, or needs-review-translation
/// where it is to be revised (2.x: as it was); codes are the source's. Of units with segments
/// (`<mrk mtype="seg">`) each segment without a translation gets one; as long as some lack theirs,
/// the target has no state. All else stays to the byte. Only files in UTF-8.
/// po: entries without a translation get one, marked fuzzy where it is to be revised; those with a
/// plural are left. In another encoding than UTF-8, the file is written in UTF-8, its header says
/// so, and the sink hears of it (Note). Both: of parts that are left, the sink hears.
///
/// @p bytes is the document, @p name its name for errors and its ending.
/// @throws Error as read_document_bytes; Error{Unsupported} for a format that is read and not
///         written, Error{InvalidArgument} for renderings that overlap, are out of order, or do not
///         lie on code points of their block.
TRUJAMAN_API RenderSummary translate_document(std::string_view bytes, const std::string& name,
                                              std::ostream& out, const BlockTranslator& translate,
                                              const ReadOptions& options = {});

/// The same for a file. @throws Error{Io}, too.
TRUJAMAN_API RenderSummary translate_document(const std::string& source, std::ostream& out,
                                              const BlockTranslator& translate,
                                              const ReadOptions& options = {});

}  // namespace trujaman::inline v0
