/// @file
/// Rows of text as an XLSX workbook with one sheet.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/table/rows.hpp"

namespace trujaman::exchange {

/// Whether @p text is no longer than a cell may be: 32,767 UTF-16 code units.
[[nodiscard]] bool fits_cell(std::string_view text);

/// The first row is the header: bold, and it stays in sight. Every cell is a text, whatever it
/// looks like. What is longer than a spreadsheet's cell may be, is cut.
class SheetWriter : public RowWriter {
 public:
  /// @p out must outlive the writer; nothing is written before finish().
  SheetWriter(std::ostream& out, const std::string& sheet);
  void write(const std::vector<std::string>& cells) override;
  void finish() override;

 private:
  std::ostream* out_;
  std::string sheet_;
  std::string rows_;
  std::size_t count_ = 0;
  std::vector<std::size_t> widths_;  ///< Of each column, in characters.
};

}  // namespace trujaman::exchange
