#include "exchange/table/record_reader.hpp"

#include <algorithm>
#include <utility>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "exchange/table/csv_parser.hpp"

namespace trujaman::exchange {
namespace {

constexpr std::size_t kLongestRecord = std::size_t{16} << 20;

std::string unescape(std::string_view field) {
  std::string out;
  out.reserve(field.size());
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char next = field[i] == '\\' && i + 1 < field.size() ? field[i + 1] : '\0';
    const std::size_t known = std::string_view("tnr\\").find(next);
    if (next == '\0' || known == std::string_view::npos) {
      out += field[i];
    } else {
      out += "\t\n\r\\"[known];
      ++i;
    }
  }
  return out;
}

}  // namespace

LineReader::LineReader(std::istream& in, const std::string& name, Utf8Source::Detect detect)
    : source_(in, name, detect) {}

bool LineReader::read(std::string& line) {
  if (given_back_.empty()) {
    if (!read_new(line)) return false;
  } else {
    line = std::move(given_back_.front());
    given_back_.pop_front();
  }
  ++number_;
  return true;
}

bool LineReader::read_new(std::string& line) {
  line.clear();
  bool any = false;
  for (;;) {
    if (at_ == piece_.size()) {
      at_ = 0;
      if (!source_.read(piece_)) return any;
    }
    any = true;
    const std::size_t end = std::min(piece_.find('\n', at_), piece_.size());
    // One byte more than the limit tells that the line is too long.
    const std::size_t room = kLongestRecord + 1 - std::min(line.size(), kLongestRecord + 1);
    line.append(piece_, at_, std::min(end - at_, room));
    at_ = end;
    if (at_ < piece_.size()) {
      ++at_;
      return true;
    }
  }
}

void LineReader::give_back(std::vector<std::string>&& lines) {
  number_ -= lines.size();
  given_back_.insert(given_back_.begin(), std::make_move_iterator(lines.begin()),
                     std::make_move_iterator(lines.end()));
}

RecordReader::RecordReader(std::istream& in, const std::string& name, TableFormat format)
    : lines_(in, name), format_(format) {}

bool RecordReader::read(Record& record) {
  std::string line;
  while (lines_.read(line)) {
    record = {.line = lines_.line_number(), .fields = {}, .problem = {}};
    if (line.size() > kLongestRecord) {
      record.problem = message("line of more than 16 MiB");
    } else if (format_ == TableFormat::Tsv) {
      parse_tsv(line, record);
    } else {
      parse_csv(std::move(line), record);
    }
    for (std::string& field : record.fields) {
      if (base::find_invalid_utf8(field) != std::string::npos) {
        record.problem = message("has bytes that are not UTF-8");
        field = base::replace_invalid_utf8(field);
      }
      field = base::to_nfc(field);
    }
    const auto empty = [](const std::string& field) { return base::trim(field).empty(); };
    const bool blank = std::all_of(record.fields.begin(), record.fields.end(), empty);
    if (!blank || !record.problem.empty()) return true;
  }
  return false;
}

void RecordReader::parse_tsv(const std::string& line, Record& record) const {
  std::string_view rest = line;
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  for (;;) {
    const std::size_t tab = rest.find('\t');
    record.fields.push_back(unescape(rest.substr(0, tab)));
    if (tab == std::string_view::npos) return;
    rest.remove_prefix(tab + 1);
  }
}

void RecordReader::parse_csv(std::string line, Record& record) {
  if (separator_ == '\0') {
    const bool semicolon =
        line.find(',') == std::string::npos && line.find(';') != std::string::npos;
    separator_ = semicolon ? ';' : ',';
  }
  CsvParser parser(separator_, record.fields);
  std::vector<std::string> further;
  std::size_t size = line.size();
  CsvParser::Outcome outcome = parser.feed(line);
  while (outcome == CsvParser::Outcome::Open && size <= kLongestRecord && lines_.read(line)) {
    size += line.size();
    outcome = parser.feed(line);
    further.push_back(std::move(line));
  }
  if (outcome == CsvParser::Outcome::Complete) return;
  record.problem = outcome == CsvParser::Outcome::Open
                       ? message("a quote is opened and never closed")
                       : message("text stands behind a closing quote");
  // The rows below may be good ones: only the first line is given up.
  lines_.give_back(std::move(further));
}

}  // namespace trujaman::exchange
