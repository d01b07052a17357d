/// @file
/// Rows of a table file.
#pragma once

#include <cstddef>
#include <deque>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/exchange.hpp>

#include "exchange/source.hpp"
#include "exchange/table/rows.hpp"

namespace trujaman::exchange {

/// Lines of a stream; any of them can be given back.
class LineReader {
 public:
  LineReader(std::istream& in, const std::string& name,
             Utf8Source::Detect detect = encoding_of_text);
  /// Line without its "\n". Of a line above 16 MiB the rest is dropped.
  [[nodiscard]] bool read(std::string& line);
  /// Lines to read again, in their order, before all others.
  void give_back(std::vector<std::string>&& lines);
  [[nodiscard]] std::size_t line_number() const noexcept { return number_; }

 private:
  bool read_new(std::string& line);

  Utf8Source source_;
  std::string piece_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  std::deque<std::string> given_back_;
};

/// Takes a stream apart into records. Lines without any text are passed over.
class RecordReader : public RowSource {
 public:
  RecordReader(std::istream& in, const std::string& name, TableFormat format);
  [[nodiscard]] bool read(Record& record) override;

 private:
  void parse_tsv(const std::string& line, Record& record) const;
  void parse_csv(std::string line, Record& record);

  LineReader lines_;
  TableFormat format_;
  /// Comma, or semicolon where the header has that and no comma, as spreadsheets write in
  /// countries with a decimal comma.
  char separator_ = '\0';
};

}  // namespace trujaman::exchange
