#include <utility>

#include <trujaman/error.hpp>

namespace trujaman::inline v0 {

Error::Error(Errc code, const std::string& message, Location where)
    : std::runtime_error(message), code_(code), where_(std::move(where)) {}

std::string to_string(const Location& where) {
  if (where.source.empty() || where.line == 0) return where.source;
  return where.source + ":" + std::to_string(where.line);
}

}  // namespace trujaman::inline v0
