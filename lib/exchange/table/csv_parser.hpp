/// @file
/// One record of a CSV file (RFC 4180).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trujaman::exchange {

/// Is fed the lines of a record, without their "\n", until it has the whole.
class CsvParser {
 public:
  enum class Outcome {
    Complete,
    Open,  ///< A quoted field goes on in the next line.
    Bad,   ///< Something other than a separator follows a closing quote.
  };

  CsvParser(char separator, std::vector<std::string>& fields);
  Outcome feed(std::string_view line);

 private:
  enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };
  void add(char c);

  char separator_;
  std::vector<std::string>* fields_;
  State state_ = State::FieldStart;
  bool bad_ = false;
};

}  // namespace trujaman::exchange
