/// @file
/// The interface behind which each document format stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/document.hpp>

namespace trujaman::read {

/// What a reader gets.
struct Input {
  /// Text formats: valid UTF-8 in NFC; others (Format::decode is false): the file as it is.
  std::string_view content;
  std::string name;         ///< For the blocks' locations and for errors.
  LanguageTag language;     ///< What the caller asked for; may be undetermined.
  std::string encoding;     ///< IANA name the caller gave, or empty.
  DiagnosticSink diagnose;  ///< May be empty.
};

/// What a reader gives.
struct Reading {
  std::vector<Block> blocks;
  std::vector<Block> furniture;  ///< Running headers and footers, apart from the text.
  LanguageTag language;    ///< As the file declares it; only asked when the text does not tell.
  bool segmented = false;  ///< Each block is a segment already.
};

using Reader = Reading (*)(const Input&);

[[nodiscard]] Reading read_text(const Input& input);
[[nodiscard]] Reading read_markdown(const Input& input);
[[nodiscard]] Reading read_office(const Input& input);
[[nodiscard]] Reading read_pdf(const Input& input);
[[nodiscard]] Reading read_html(const Input& input);
// Files whose texts are segments already, of one language or more: the texts in Input::language.
[[nodiscard]] Reading read_xliff_document(const Input& input);
[[nodiscard]] Reading read_po_document(const Input& input);
[[nodiscard]] Reading read_tsv_document(const Input& input);
[[nodiscard]] Reading read_csv_document(const Input& input);
[[nodiscard]] Reading read_subtitles(const Input& input);

/// Whether a file begins as HTML or XHTML, or as XLIFF does.
[[nodiscard]] bool is_html(std::string_view beginning);
[[nodiscard]] bool is_xliff(std::string_view beginning);

}  // namespace trujaman::read
