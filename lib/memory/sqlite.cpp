#include "memory/sqlite.hpp"

#include <filesystem>
#include <new>
#include <utility>

#include <sqlite3.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::memory {
namespace {

/// How long a writer of another process is waited for.
constexpr int kBusyMilliseconds = 5000;

int flags_of(Connection::Mode mode) {
  // No mutex: a connection serves one thread at a time.
  constexpr int kCommon = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
  switch (mode) {
    case Connection::Mode::ReadOnly:
      return kCommon | SQLITE_OPEN_READONLY;
    case Connection::Mode::ReadWrite:
      return kCommon | SQLITE_OPEN_READWRITE;
    case Connection::Mode::Create:
      return kCommon | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return kCommon;
}

/// "file:" URI of a path; what has a meaning in URIs is escaped.
std::string uri_of(const std::string& path, const char* query) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      const auto u = static_cast<unsigned char>(c);
      uri += '%';
      uri += kHex[u >> 4U];
      uri += kHex[u & 15U];
    } else {
      uri += c;
    }
  }
  return uri + query;
}

}  // namespace

void Connection::Close::operator()(sqlite3* db) const noexcept {
  sqlite3_close(db);
}
void Connection::Finalize::operator()(sqlite3_stmt* s) const noexcept {
  sqlite3_finalize(s);
}

Connection::~Connection() = default;

Connection::Connection(const std::string& path, Mode mode) : path_(path) {
  if (std::filesystem::is_directory(path)) {
    throw Error(Errc::Io, message("is a directory; name a memory file"), {path});
  }
  if (mode != Mode::Create && !std::filesystem::exists(path)) {
    throw Error(Errc::Io, message("no such memory; check the path"), {path});
  }
  const auto open = [&](const char* query) {
    sqlite3* db = nullptr;
    const int code = sqlite3_open_v2(uri_of(path, query).c_str(), &db, flags_of(mode), nullptr);
    db_.reset(db);
    if (code != SQLITE_OK) return code;
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, kBusyMilliseconds);
    return sqlite3_exec(db, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  };
  int code = open("");
  // A write-ahead-log database in a folder that cannot be written to opens only as a file that
  // nobody changes.
  if ((code & 0xFF) == SQLITE_CANTOPEN && mode == Mode::ReadOnly &&
      !std::filesystem::exists(path + "-wal")) {
    code = open("?immutable=1");
  }
  if (code != SQLITE_OK) fail(code);
}

void Connection::fail(int code) const {
  const std::string reason = db_ ? sqlite3_errmsg(db_.get()) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(Errc::Busy, message("is being written to by another program; try again later"),
                  {path_});
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      throw Error(Errc::Io, message("cannot be opened: {1}", reason), {path_});
    case SQLITE_READONLY:
      throw Error(Errc::Storage, message("cannot be written to; check its permissions"), {path_});
    case SQLITE_NOTADB:
      throw Error(Errc::Storage, message("is not a trujaman memory"), {path_});
    case SQLITE_CORRUPT:
      throw Error(Errc::Storage, message("is damaged ({1}); restore it from a copy", reason),
                  {path_});
    case SQLITE_FULL:
      throw Error(Errc::Storage, message("the disk is full; nothing was changed"), {path_});
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw Error(Errc::Storage, message("cannot be used: {1}", reason), {path_});
  }
}

void Connection::run(const char* sql) {
  const int code = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Connection::last_row() const noexcept {
  return sqlite3_last_insert_rowid(db_.get());
}
int Connection::changes() const noexcept {
  return sqlite3_changes(db_.get());
}

Query::Query(Connection& connection, const char* sql, Prepare /*tag*/)
    : connection_(&connection), sql_(sql) {
  const auto idle = connection.idle_.find(sql);
  if (idle != connection.idle_.end() && idle->second) {
    statement_ = std::move(idle->second);
    return;
  }
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(connection.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr));
  statement_.reset(statement);
}

Query::~Query() {
  if (!statement_) return;
  sqlite3_reset(statement_.get());
  try {
    connection_->idle_[sql_] = std::move(statement_);
  } catch (const std::bad_alloc&) {  // then it is prepared anew next time
  }
}

void Query::check(int code) const {
  if (code != SQLITE_OK) connection_->fail(code);
}

void Query::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), index, value));
}
void Query::bind(int index, double value) {
  check(sqlite3_bind_double(statement_.get(), index, value));
}
void Query::bind(int index, std::string_view text) {
  check(sqlite3_bind_text64(statement_.get(), index, text.empty() ? "" : text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
}
void Query::bind(int index, Blob blob) {
  check(sqlite3_bind_blob64(statement_.get(), index, blob.bytes.empty() ? "" : blob.bytes.data(),
                            blob.bytes.size(), SQLITE_STATIC));
}

bool Query::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) connection_->fail(code);
  return false;
}

bool Query::is_null(int column) const noexcept {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::int64_t Query::integer(int column) const noexcept {
  return sqlite3_column_int64(statement_.get(), column);
}
double Query::real(int column) const noexcept {
  return sqlite3_column_double(statement_.get(), column);
}
std::string_view Query::text(int column) const noexcept {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(&connection) {
  if (kind == Kind::Write) {
    execute(connection, "BEGIN IMMEDIATE");
  } else {
    execute(connection, "BEGIN");
  }
}
Transaction::~Transaction() {
  // Nothing can be done about a rollback that fails: SQLite rolls back when the file is opened
  // next.
  if (open_) sqlite3_exec(connection_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
  execute(*connection_, "COMMIT");
  open_ = false;
}

}  // namespace trujaman::memory
