#include "memory/schema.hpp"

#include <string>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::memory {
namespace {

/// "trja": tells a memory from other SQLite files (`file` shows it too).
constexpr std::int64_t kApplicationId = 0x74726A61;

// What the columns mean is in README.md.
constexpr const char* kCreate = R"sql(
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE languages (
  id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL UNIQUE,
  general INTEGER NOT NULL REFERENCES languages
) STRICT;
CREATE TABLE units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint INTEGER NOT NULL,
  first_variant INTEGER NOT NULL,
  variants INTEGER NOT NULL,
  source_language INTEGER NOT NULL REFERENCES languages,
  confidence REAL NOT NULL,
  tuid TEXT,
  details TEXT
) STRICT;
CREATE INDEX units_by_fingerprint ON units (fingerprint, tuid);
CREATE TABLE variants (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit INTEGER NOT NULL,
  language INTEGER NOT NULL REFERENCES languages,
  text TEXT NOT NULL,
  details TEXT
) STRICT;
CREATE TABLE occurrences (
  document INTEGER NOT NULL REFERENCES documents,
  position INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  PRIMARY KEY (document, position, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX occurrences_by_unit ON occurrences (unit);
CREATE TABLE concepts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL
) STRICT;

CREATE TABLE words (
  language INTEGER NOT NULL REFERENCES languages,
  key TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (language, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE blocks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  language INTEGER NOT NULL REFERENCES languages,
  first_variant INTEGER NOT NULL,
  last_variant INTEGER NOT NULL,
  variants INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE TABLE pieces (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
)sql";

bool is_empty(Connection& connection) {
  return select_integer(connection, "SELECT count(*) FROM sqlite_schema", 0) == 0;
}

void create(Connection& connection) {
  connection.run("PRAGMA journal_mode = WAL");
  Transaction transaction(connection, Transaction::Kind::Write);
  if (is_empty(connection)) {  // another process may have been faster
    connection.run(kCreate);
    connection.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    connection.run(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
  }
  transaction.commit();
}

}  // namespace

void map_pages(Connection& connection) {
  connection.run("PRAGMA mmap_size = 2147418112");
  // SQLite maps no more than that; of the rest of a larger file it keeps the inner nodes of trees.
  connection.run("PRAGMA cache_size = -16384");
}

void prepare_schema(Connection& connection, bool may_write) {
  if (may_write) {
    connection.run("PRAGMA foreign_keys = ON");
    // With a write-ahead log, NORMAL loses no committed work to a crash of the program and never
    // damages the file; a power cut may undo the last commit as a whole.
    connection.run("PRAGMA synchronous = NORMAL");
    if (is_empty(connection)) create(connection);
  }
  const auto refuse = [&](const std::string& why) {
    throw Error(Errc::Storage, why, {connection.path()});
  };
  if (select_integer(connection, "PRAGMA application_id", 0) != kApplicationId) {
    refuse(message("is not a trujaman memory"));
  }
  const std::int64_t version = select_integer(connection, "PRAGMA user_version", 0);
  if (version > kSchemaVersion) {
    refuse(message("was written by a newer version of trujaman; update this one"));
  }
  if (version < kSchemaVersion) {
    refuse(message(
        "was written by an older version of trujaman; export it with that, and import it anew"));
  }
}

}  // namespace trujaman::memory
