#include "exchange/table/csv_parser.hpp"

namespace trujaman::exchange {

CsvParser::CsvParser(char separator, std::vector<std::string>& fields)
    : separator_(separator), fields_(&fields) {
  fields_->assign(1, {});
}

CsvParser::Outcome CsvParser::feed(std::string_view line) {
  for (std::size_t i = 0; i < line.size() && !bad_; ++i) {
    // "\r\n" ends a record, but is text inside quotes.
    const bool line_end = line[i] == '\r' && i + 1 == line.size();
    if (!line_end || state_ == State::Quoted) add(line[i]);
  }
  if (bad_) return Outcome::Bad;
  if (state_ != State::Quoted) return Outcome::Complete;
  fields_->back() += '\n';
  return Outcome::Open;
}

void CsvParser::add(char c) {
  if (state_ == State::Quoted) {
    if (c == '"') {
      state_ = State::QuoteInQuoted;
    } else {
      fields_->back() += c;
    }
  } else if (c == separator_) {
    fields_->emplace_back();
    state_ = State::FieldStart;
  } else if (state_ == State::QuoteInQuoted) {
    bad_ = c != '"';
    fields_->back() += c;
    state_ = State::Quoted;
  } else if (state_ == State::FieldStart && c == '"') {
    state_ = State::Quoted;
  } else {
    // A quote inside an unquoted field is text: RFC 4180 forbids it, people write it.
    fields_->back() += c;
    state_ = State::Plain;
  }
}

}  // namespace trujaman::exchange
