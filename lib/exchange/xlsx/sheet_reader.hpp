/// @file
/// A sheet of an XLSX workbook (ISO/IEC 29500-1, SpreadsheetML) as rows of text.
#pragma once

#include <deque>
#include <iosfwd>
#include <string>

#include "exchange/table/rows.hpp"

namespace trujaman::exchange {

/// Reads the sheet called @p sheet, or the first that is not hidden. Numbers stand as they are
/// stored, dates, too, which are numbers; formulas are their last results. Rows with a result that
/// is an error have a problem. Cells of text are without their formatting.
class SheetReader : public RowSource {
 public:
  /// Unpacks the whole sheet. @throws Error{Malformed} when it is no workbook, damaged, or too
  /// large; Error{Unsupported} when it is encrypted; Error{InvalidArgument} without such a sheet.
  SheetReader(std::istream& in, const std::string& name, const std::string& sheet);
  [[nodiscard]] bool read(Record& record) override;

 private:
  std::deque<Record> rows_;
};

}  // namespace trujaman::exchange
