/// @file
/// A thin skin over SQLite: handles that close themselves, errors that are trujaman's.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace trujaman::memory {

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// One connection; one thread at a time.
class Connection {
 public:
  enum class Mode { ReadOnly, ReadWrite, Create };
  /// @throws Error{Io} when the file is missing or cannot be opened, Error{Busy}, Error{Storage}.
  Connection(const std::string& path, Mode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Runs statements that take and give nothing.
  void run(const char* sql);
  [[nodiscard]] std::int64_t last_row() const noexcept;
  /// Rows that the last statement changed.
  [[nodiscard]] int changes() const noexcept;
  [[nodiscard]] sqlite3* handle() const noexcept { return db_.get(); }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  /// Turns SQLite's result code into an Error of the right kind.
  [[noreturn]] void fail(int code) const;

 private:
  friend class Query;
  struct Close {
    void operator()(sqlite3* db) const noexcept;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* s) const noexcept;
  };
  using Handle = std::unique_ptr<sqlite3_stmt, Finalize>;

  std::unique_ptr<sqlite3, Close> db_;
  std::string path_;
  /// Statements; null while one is in use. Keyed by address: every SQL text is a literal.
  std::unordered_map<const char*, Handle> idle_;
};

/// A statement with its parameters, ?1 and on, bound; step through its rows with next().
class Query {
 public:
  /// @p sql must be a string literal. Text and blobs are borrowed until the query is gone.
  template <class... Values>
  Query(Connection& connection, const char* sql, const Values&... values)
      : Query(connection, sql, Prepare{}) {
    int index = 0;
    (bind(++index, values), ...);
  }
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// True while there is a row.
  bool next();

  [[nodiscard]] bool is_null(int column) const noexcept;
  [[nodiscard]] std::int64_t integer(int column) const noexcept;
  [[nodiscard]] double real(int column) const noexcept;
  /// Text or blob; valid until the next row; empty for NULL.
  [[nodiscard]] std::string_view text(int column) const noexcept;

 private:
  struct Prepare {};
  Query(Connection& connection, const char* sql, Prepare);
  void bind(int index, std::int64_t value);
  void bind(int index, double value);
  void bind(int index, std::string_view text);
  void bind(int index, Blob blob);
  void check(int code) const;

  Connection* connection_;
  const char* sql_;
  Connection::Handle statement_;
};

/// Runs a statement that gives no rows.
template <class... Values>
void execute(Connection& connection, const char* sql, const Values&... values) {
  Query(connection, sql, values...).next();
}

/// The integer that a statement gives; @p missing when it gives no row.
template <class... Values>
[[nodiscard]] std::int64_t select_integer(Connection& connection, const char* sql,
                                          std::int64_t missing, const Values&... values) {
  Query query(connection, sql, values...);
  return query.next() ? query.integer(0) : missing;
}

/// Rolls back unless committed.
class Transaction {
 public:
  /// Write begins at once as a writer; Read sees one state of the file throughout.
  enum class Kind { Read, Write };
  Transaction(Connection& connection, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection* connection_;
  bool open_ = true;
};

}  // namespace trujaman::memory
