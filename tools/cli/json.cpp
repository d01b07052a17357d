#include "cli/json.hpp"

#include <cmath>

#include "cli/terminal.hpp"

namespace trujaman::cli {

void print_json(const Json& object) {
  // Text from the library is valid UTF-8; file names need not be, and must not stop the output.
  print_line(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

Json occurrences_json(const std::vector<Occurrence>& occurrences) {
  Json out = Json::array();
  for (const Occurrence& o : occurrences) {
    out.push_back({{"document", o.document}, {"position", o.position}});
  }
  return out;
}

}  // namespace trujaman::cli
