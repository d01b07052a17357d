#include "exchange/table/rows.hpp"

#include <ostream>

#include <trujaman/message.hpp>

#include "exchange/output.hpp"
#include "exchange/table/record_reader.hpp"
#include "exchange/table/table_cell.hpp"
#include "exchange/xlsx/sheet_reader.hpp"
#include "exchange/xlsx/sheet_writer.hpp"

namespace trujaman::exchange {
namespace {

class TextRowWriter : public RowWriter {
 public:
  TextRowWriter(std::ostream& out, const RowOptions& options) : out_(&out), options_(options) {}

  void write(const std::vector<std::string>& cells) override {
    const bool csv = options_.format == TableFormat::Csv;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) row_ += csv ? options_.separator : '\t';
      if (csv) {
        append_csv_field(row_, cells[i]);
      } else {
        append_tsv_field(row_, cells[i]);
      }
    }
    row_ += csv ? "\r\n" : "\n";
    flush_to(*out_, row_);
  }

  void finish() override {
    out_->flush();
    if (!*out_) throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
  }

 private:
  std::ostream* out_;
  RowOptions options_;
  std::string row_;
};

}  // namespace

std::unique_ptr<RowSource> open_rows(std::istream& in, const std::string& name, TableFormat format,
                                     const std::string& sheet) {
  if (format == TableFormat::Xlsx) return std::make_unique<SheetReader>(in, name, sheet);
  return std::make_unique<RecordReader>(in, name, format);
}

std::unique_ptr<RowWriter> make_row_writer(std::ostream& out, const RowOptions& options) {
  if (options.format == TableFormat::Xlsx) {
    return std::make_unique<SheetWriter>(out, options.sheet);
  }
  return std::make_unique<TextRowWriter>(out, options);
}

}  // namespace trujaman::exchange
