#include "memory/schema.hpp"

#include <string>

#include <trujaman/error.hpp>

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
  tag TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint INTEGER NOT NULL,
  tuid TEXT,
  source_language INTEGER NOT NULL REFERENCES languages,
  confidence REAL NOT NULL,
  details TEXT
) STRICT;
CREATE INDEX units_by_fingerprint ON units (fingerprint);
CREATE TABLE variants (
  id INTEGER PRIMARY KEY,
  unit INTEGER NOT NULL REFERENCES units ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  language INTEGER NOT NULL REFERENCES languages,
  tokens INTEGER NOT NULL,
  text TEXT NOT NULL,
  details TEXT
) STRICT;
CREATE UNIQUE INDEX variants_by_unit ON variants (unit, ordinal);
CREATE INDEX variants_by_length ON variants (language, tokens);
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
CREATE VIRTUAL TABLE words USING fts5 (
  text, content = 'variants', content_rowid = 'id', tokenize = 'trujaman'
);
CREATE VIRTUAL TABLE word_counts USING fts5vocab (words, row);
)sql";

std::int64_t pragma(Connection& connection, const char* sql) {
  Statement statement(connection, sql);
  return statement.step() ? statement.integer(0) : 0;
}

bool is_empty(Connection& connection) {
  return pragma(connection, "SELECT count(*) FROM sqlite_schema") == 0;
}

void create(Connection& connection) {
  connection.run("PRAGMA journal_mode = WAL");
  Transaction transaction(connection);
  if (is_empty(connection)) {  // another process may have been faster
    connection.run(kCreate);
    connection.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    connection.run(("PRAGMA user_version = " + std::to_string(kSchemaVersion)).c_str());
  }
  transaction.commit();
}

}  // namespace

void prepare_schema(Connection& connection, bool may_write) {
  register_tokenizer(connection);
  if (may_write) {
    connection.run("PRAGMA foreign_keys = ON");
    // With a write-ahead log, NORMAL loses no committed work to a crash of the program and never
    // damages the file; a power cut may undo the last commit as a whole.
    connection.run("PRAGMA synchronous = NORMAL");
    if (is_empty(connection)) create(connection);
  }
  const auto refuse = [&](const char* why) {
    throw Error(Errc::Storage, why, {connection.path()});
  };
  if (pragma(connection, "PRAGMA application_id") != kApplicationId) {
    refuse("is not a trujaman memory");
  }
  const std::int64_t version = pragma(connection, "PRAGMA user_version");
  if (version > kSchemaVersion) refuse("was written by a newer version of trujaman; update this one");
}

}  // namespace trujaman::memory
