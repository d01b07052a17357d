#include "exchange/xlsx/sheet_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <istream>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "exchange/xlsx/workbook.hpp"

namespace trujaman::exchange {
namespace {

/// Columns of a glossary, with room; a sheet may have 16,384.
constexpr std::size_t kMostColumns = 1000;
/// Cells, empty ones before others included: 100,000 concepts of 40 columns, with room.
constexpr std::size_t kMostCells = 8'000'000;

/// Column of "AB12", from 0; nothing where it is no reference to a cell.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t i = 0;
  for (; i < reference.size() && base::is_ascii_alpha(reference[i]); ++i) {
    column = column * 26 + static_cast<std::size_t>(base::ascii_upper(reference[i]) - 'A') + 1;
    if (i > 3) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// A number as people would write it: programs store 0.1 as 0.10000000000000001.
std::string shortest(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return text;
  std::array<char, 32> out{};
  const auto result = std::to_chars(out.data(), out.data() + out.size(), number);
  return {out.data(), result.ptr};
}

class RowReader : private XmlReader {
 public:
  RowReader(const std::string& name, std::vector<std::string> shared, std::deque<Record>& rows)
      : XmlReader(name), shared_(std::move(shared)), rows_(&rows) {}

  void read(std::string sheet) {
    std::istringstream in(std::move(sheet));
    parse(in);
  }

 private:
  void on_start(std::string_view qualified, XmlAttributes attributes) override {
    const std::string_view name = local_name(qualified);
    if (name == "row") {
      row_ = {};
      row_.line = number_of(find_attribute(attributes, "r")).value_or(line_ + 1);
      line_ = row_.line;
      column_ = 0;
    } else if (name == "c") {
      column_ = column_of(find_attribute(attributes, "r")).value_or(column_);
      type_ = find_attribute(attributes, "t");
      value_.clear();
      in_cell_ = true;
    } else if (name == "v") {
      in_value_ = in_cell_;
    } else if (in_cell_) {
      text_.start(name);
    }
  }

  void on_end(std::string_view qualified) override {
    const std::string_view name = local_name(qualified);
    if (name == "v") {
      in_value_ = false;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      end_row();
    } else if (in_cell_) {
      text_.end(name);
    }
  }

  void on_text(std::string_view text) override {
    if (in_value_) value_ += text;
    if (in_cell_) text_.text(text);
  }

  void on_undeclared_entity(std::string_view, std::string_view text) override { on_text(text); }

  void end_cell() {
    in_cell_ = false;
    in_value_ = false;
    std::string text = text_of_cell();
    const std::size_t column = column_++;
    if (base::trim(text).empty()) return;
    if (column >= kMostColumns) {
      row_.problem = message("has cells beyond column {1}", kMostColumns);
      return;
    }
    if (column >= row_.fields.size()) {
      cells_ += column + 1 - row_.fields.size();
      if (cells_ > kMostCells) {
        throw Error(
            Errc::Malformed,
            message("has a sheet of more than 8 million cells; split it, or save it as csv"),
            where());
      }
      row_.fields.resize(column + 1);
    }
    row_.fields[column] = std::move(text);
  }

  std::string text_of_cell() {
    std::string text = text_.take();
    if (type_ == "inlineStr") return text;
    std::string value = std::exchange(value_, {});
    if (type_ == "s") {
      const auto number = number_of(base::trim(value));
      if (number && *number < shared_.size()) return shared_[*number];
      row_.problem = message("refers to a text that the workbook does not have");
      return {};
    }
    if (type_ == "e") {
      row_.problem = message("has a cell with an error, {1}", value.substr(0, 20));
      return value;
    }
    if (type_ == "b") return value == "1" ? "TRUE" : "FALSE";
    if (type_.empty() || type_ == "n") return shortest(value);
    return plain_text(std::move(value));
  }

  void end_row() {
    if (!row_.fields.empty() || !row_.problem.empty()) rows_->push_back(std::move(row_));
    row_ = {};
  }

  std::vector<std::string> shared_;
  std::deque<Record>* rows_;
  Record row_;              ///< That is open.
  std::size_t line_ = 0;    ///< Number of the last row.
  std::size_t column_ = 0;  ///< Of the cell that is open, or of the next.
  std::size_t cells_ = 0;
  std::string type_;  ///< Of the cell that is open.
  std::string value_;
  CellText text_;
  bool in_cell_ = false;
  bool in_value_ = false;
};

}  // namespace

SheetReader::SheetReader(std::istream& in, const std::string& name, const std::string& sheet) {
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const Workbook workbook(bytes, name);
  RowReader(name, workbook.shared_texts(), rows_).read(workbook.sheet(sheet));
}

bool SheetReader::read(Record& record) {
  if (rows_.empty()) return false;
  record = std::move(rows_.front());
  rows_.pop_front();
  return true;
}

}  // namespace trujaman::exchange
