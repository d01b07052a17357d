#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::inline v0 {

Error::Error(Errc code, const std::string& message, Location where)
    : std::runtime_error(message), code_(code), where_(std::move(where)) {}

std::string to_string(const Location& where) {
  if (where.source.empty()) return {};
  if (where.line != 0) return where.source + ":" + std::to_string(where.line);
  if (where.page != 0) return message("{1}, page {2}", where.source, where.page);
  return where.source;
}

}  // namespace trujaman::inline v0
