/// @file
/// A thin skin over SQLite: handles that close themselves, errors that are trujaman's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace trujaman::memory {

/// One connection; one thread at a time.
class Connection {
 public:
  enum class Mode { ReadOnly, ReadWrite, Create };
  /// @throws Error{Io} when the file is missing or cannot be opened, Error{Busy}, Error{Storage}.
  Connection(const std::string& path, Mode mode);

  /// Runs statements that give no rows.
  void run(const char* sql);
  [[nodiscard]] std::int64_t last_row() const noexcept;
  /// Rows that the last statement changed.
  [[nodiscard]] int changes() const noexcept;
  [[nodiscard]] sqlite3* handle() const noexcept { return db_.get(); }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  /// Turns SQLite's result code into an Error of the right kind.
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* db) const noexcept;
  };
  std::unique_ptr<sqlite3, Close> db_;
  std::string path_;
};

/// A prepared statement. Bind, then step through its rows; reset() for the next use.
class Statement {
 public:
  Statement(Connection& connection, const char* sql);

  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  /// The text is copied.
  Statement& bind(int index, std::string_view text);
  Statement& bind_null(int index);
  /// NULL for an empty text.
  Statement& bind_or_null(int index, std::string_view text);

  /// True while there is a row.
  bool step();
  /// For statements without rows: runs and resets.
  void execute();
  void reset() noexcept;

  [[nodiscard]] std::int64_t integer(int column) const noexcept;
  [[nodiscard]] double real(int column) const noexcept;
  /// Valid until the next step or reset; empty for NULL.
  [[nodiscard]] std::string_view text(int column) const noexcept;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* s) const noexcept;
  };
  void check(int code) const;

  Connection* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Begins at once as a writer (BEGIN IMMEDIATE) and rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection* connection_;
  bool open_ = true;
};

}  // namespace trujaman::memory
