/// @file
/// The parts of an XLSX workbook: its sheets, and the texts that they share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// Text of a cell, from the events inside `<si>` or `<is>`: its runs without how they look, and
/// without the reading aids (`<rPh>`) that East Asian texts may have.
class CellText {
 public:
  void start(std::string_view element);
  void end(std::string_view element);
  void text(std::string_view more);
  /// What was gathered, in NFC, with characters that XML cannot hold (`_x001F_`) as themselves.
  [[nodiscard]] std::string take();
  [[nodiscard]] std::size_t size() const noexcept { return text_.size(); }

 private:
  std::string text_;
  bool in_text_ = false;
  int aids_ = 0;  ///< `<rPh>` that are open.
};

/// A stored text as it is meant: ST_Xstring's escapes, line ends, NFC.
[[nodiscard]] std::string plain_text(std::string text);

class Workbook {
 public:
  /// @p bytes must outlive it. @throws Error{Malformed} when it is none.
  Workbook(std::string_view bytes, const std::string& name);

  /// The part of the sheet called @p sheet, or of the first that is not hidden.
  /// @throws Error{InvalidArgument} when there is no such sheet.
  [[nodiscard]] std::string sheet(const std::string& sheet) const;
  [[nodiscard]] std::vector<std::string> shared_texts() const;

 private:
  struct Sheet {
    std::string name;
    std::string part;
    bool hidden;
  };
  [[nodiscard]] std::string part(const std::string& path) const;

  base::Archive archive_;
  std::vector<Sheet> sheets_;
  std::string shared_texts_;  ///< Path of the part; empty where there is none.
};

}  // namespace trujaman::exchange
