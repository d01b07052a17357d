/// @file
/// What a report looks like once read: blocks of plain text, then segments inside the blocks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/export.hpp>
#include <trujaman/language.hpp>
#include <trujaman/text.hpp>

namespace trujaman::inline v0 {

/// What a block is in its document.
enum class BlockKind {
  Paragraph,  ///< Running text, and whatever is none of the others.
  Heading,    ///< Its rank is Block::level.
  ListItem,   ///< Its depth is Block::level.
  TableCell,  ///< One cell of a table.
  Caption,    ///< Of a figure or table.
  Footnote    ///< Or endnote.
};

/// Damage that a reader found in a block and mended.
enum class Repair {
  PageBreakJoined,  ///< The rest of the block stood after a page or column break.
  LinesJoined,      ///< Hard-wrapped lines became one paragraph.
  Dehyphenated,     ///< A word cut at a line end was put together.
  FurnitureRemoved  ///< A running header, footer or page number stood inside the block.
};

/// One paragraph-like unit. text is valid UTF-8 in NFC without line breaks, its white space
/// trimmed at both ends.
struct Block {
  BlockKind kind = BlockKind::Paragraph;  ///< What it is in its document.
  int level = 0;       ///< Heading 1–6, nesting depth of a list item (1 = outermost), else 0.
  std::string marker;  ///< List marker or number taken off the text: "-", "1.", "a)"; or empty.
  std::string text;    ///< UTF-8, NFC, one line.
  InlineCodes codes;   ///< Bold, links, …; positions in text.
  /// Where the block starts in the file it was read from; line is the number of the paragraph where
  /// files have no lines.
  Location where;
  std::vector<Repair> repairs;  ///< What was mended, each kind once, in enum order.
  bool after_rule = false;      ///< A rule ("--", "***") or page start stands before it.
};

/// A report, read: its text in reading order, without its layout.
struct Document {
  std::string id;  ///< Stable name used in provenance, normally the file name without folders.
  LanguageTag language;       ///< As given, or as detected.
  std::vector<Block> blocks;  ///< In reading order.
  /// Running headers and footers of files that tell them from the text: kept apart, in no segment.
  std::vector<Block> furniture;
  bool segmented = false;  ///< The file itself says where segments are: each block is one.
};

/// A sentence-like piece of one block; an index and a span, so it stays valid when moved or stored.
struct Segment {
  std::size_t block = 0;  ///< Index of its block in Document::blocks.
  TextSpan span;          ///< Where it stands in the block's text.
};

/// A document and where its segments are.
struct SegmentedDocument {
  Document document;              ///< What the segments are of.
  std::vector<Segment> segments;  ///< In reading order, never overlapping.

  /// Number of segments.
  [[nodiscard]] std::size_t size() const noexcept { return segments.size(); }

  /// Text of segment @p i; the view lives as long as this object is neither moved nor changed.
  [[nodiscard]] std::string_view text(std::size_t i) const {
    const Segment& s = segments.at(i);
    return std::string_view(document.blocks.at(s.block).text).substr(s.span.begin, s.span.size());
  }
};

/// How a document is read.
struct ReadOptions {
  std::string encoding;          ///< IANA name; empty = by BOM, declaration, UTF-8, detection.
  DiagnosticSink on_diagnostic;  ///< Called for each skipped or repaired piece; may be empty.
};

/// Reads a report: DOCX, ODT, HTML, Markdown, PDF or plain text; or the texts of one language in a
/// file of segments (XLIFF, po, TSV or CSV with a header row of language tags, SRT, WebVTT). The
/// format is chosen by content, then by ending. PDF is read by poppler's pdftotext, which must be
/// in PATH, in at most two minutes; its blocks' places are pages. An undetermined @p language is
/// detected from the text (Spanish, English, French); of files in several languages it means the
/// source's texts.
/// @throws Error{Io} when the file cannot be read, Error{Malformed} when it is empty or not text,
///         Error{Unsupported} for a format this build lacks, Error{InvalidArgument} when no
///         language was given and none is detectable, or a file of segments has no text in it.
[[nodiscard]] TRUJAMAN_API Document read_document(const std::string& path,
                                                  const LanguageTag& language = {},
                                                  const ReadOptions& options = {});

/// The same for bytes already in memory; @p name serves for messages and for its ending.
[[nodiscard]] TRUJAMAN_API Document read_document_bytes(std::string_view bytes,
                                                        const std::string& name,
                                                        const LanguageTag& language = {},
                                                        const ReadOptions& options = {});

/// Reads a file whose lines are segments already: one block and one segment a line, nothing
/// repaired, split or dropped (an empty line gives an empty segment), so that line n of the file
/// is segment n − 1. @throws as read_document.
[[nodiscard]] TRUJAMAN_API SegmentedDocument read_segmented(const std::string& path,
                                                            const LanguageTag& language = {},
                                                            const ReadOptions& options = {});

/// The likeliest of Spanish, English and French for @p text, "und" when there is too little to
/// tell. Counts each language's most frequent words (Grefenstette 1995); O(bytes).
[[nodiscard]] TRUJAMAN_API LanguageTag detect_language(std::string_view text);

}  // namespace trujaman::inline v0
