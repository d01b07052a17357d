#include "memory/bookmarks.hpp"

namespace trujaman::memory {
namespace {

/// The table comes with the first bookmark: most memories never have one.
bool has_table(Connection& connection) {
  return select_integer(connection,
                        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'bookmarks'",
                        0) != 0;
}

}  // namespace

std::optional<std::string> read_bookmark(Connection& connection, std::string_view name) {
  if (!has_table(connection)) return std::nullopt;
  Query row(connection, "SELECT text FROM bookmarks WHERE name = ?1", name);
  if (!row.next()) return std::nullopt;
  return std::string(row.text(0));
}

void write_bookmark(Connection& connection, std::string_view name, std::string_view text) {
  if (!has_table(connection)) {
    if (text.empty()) return;
    connection.run(
        "CREATE TABLE bookmarks (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID");
  }
  if (text.empty()) {
    execute(connection, "DELETE FROM bookmarks WHERE name = ?1", name);
  } else {
    execute(connection, "INSERT OR REPLACE INTO bookmarks (name, text) VALUES (?1, ?2)", name,
            text);
  }
}

}  // namespace trujaman::memory
