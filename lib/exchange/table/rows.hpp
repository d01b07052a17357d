/// @file
/// Rows of a table, whichever format its file has.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

namespace trujaman::exchange {

struct Record {
  std::size_t line = 0;  ///< Of its first character, or of the row in its sheet, from 1.
  std::vector<std::string> fields;
  std::string problem;  ///< Why it cannot be used; empty when it can.
};

class RowSource {
 public:
  RowSource() = default;
  virtual ~RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  /// The next row that has text, its fields in NFC.
  [[nodiscard]] virtual bool read(Record& record) = 0;
};

/// @p in must outlive the source; @p sheet is the name of a workbook's sheet, or empty.
/// @throws Error{Malformed} when it is no workbook, Error{InvalidArgument} when it has no such
///         sheet.
[[nodiscard]] std::unique_ptr<RowSource> open_rows(std::istream& in, const std::string& name,
                                                   TableFormat format, const std::string& sheet);

class RowWriter {
 public:
  RowWriter() = default;
  virtual ~RowWriter() = default;
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;
  virtual void write(const std::vector<std::string>& cells) = 0;  ///< @throws Error{Io}.
  virtual void finish() = 0;                                      ///< @throws Error{Io}.
};

struct RowOptions {
  TableFormat format = TableFormat::Tsv;
  char separator = ',';    ///< Of CSV.
  std::string sheet = {};  ///< What a workbook's sheet is called.
};

/// @p out must outlive the writer.
[[nodiscard]] std::unique_ptr<RowWriter> make_row_writer(std::ostream& out,
                                                         const RowOptions& options);

}  // namespace trujaman::exchange
