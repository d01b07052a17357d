/// @file
/// How the library says that something went wrong.
///
/// - A call that cannot do its work throws Error (bad path, malformed file, locked memory).
/// - "Nothing found" is no error: lookups return an empty vector, a null pointer or std::nullopt.
/// - A defect in ONE record of a large file is reported to a DiagnosticSink, and reading goes on.
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>

#include <trujaman/export.hpp>

namespace trujaman::inline v0 {

/// Kind of failure. Values are never renumbered: other languages see them as plain numbers.
enum class Errc : int {
  InvalidArgument = 1,  ///< The caller broke a documented precondition.
  Io = 2,               ///< The operating system refused to read or write a file.
  Malformed = 3,        ///< The input is not what its format requires.
  Unsupported = 4,      ///< Valid input, but of a kind this build cannot read.
  Busy = 5,             ///< Another process holds the memory's write lock.
  Internal = 6,         ///< A bug in trujaman; please report it.
  Cancelled = 7,        ///< The caller's Progress callback asked to stop.
  Storage = 8,          ///< The memory file cannot be used: damaged, newer version, disk full.
};

/// Place in an input. line and page are 1-based, 0 when unknown or when the format has none: a PDF
/// has pages and no lines, a text file lines and no pages. offset is in bytes from the start.
struct Location {
  std::string source;      ///< Usually a file name; "-" for standard input.
  std::size_t line = 0;    ///< 1-based; 0 when unknown.
  std::size_t offset = 0;  ///< Bytes from the start.
  std::size_t page = 0;    ///< 1-based; 0 when unknown.
};

/// The one exception type that leaves the library (besides std::bad_alloc). what() is the message
/// without the place; to_string(where()) gives "FILE:LINE".
class TRUJAMAN_API Error : public std::runtime_error {
 public:
  /// @p message says what is wrong and what to do, in English, without the place.
  Error(Errc code, const std::string& message, Location where = {});
  /// The kind of failure.
  [[nodiscard]] Errc code() const noexcept { return code_; }
  /// Where it was; an empty source when that is unknown.
  [[nodiscard]] const Location& where() const noexcept { return where_; }

 private:
  Errc code_;
  Location where_;
};

/// How bad a finding is.
enum class Severity {
  Note,     ///< Nothing is wrong.
  Warning,  ///< Something was mended, or is to be looked at.
  Defect    ///< A record is lost, or wrong.
};

/// A finding that did not stop the work, e.g. a `<tu>` without a language that was skipped.
struct Diagnostic {
  Severity severity = Severity::Warning;  ///< How bad it is.
  std::string message;                    ///< In English, without the place.
  Location where;                         ///< Where it was found.
};

/// Receives diagnostics while a call works, on the calling thread; may be empty.
using DiagnosticSink = std::function<void(const Diagnostic&)>;

/// Called now and then by long work, with the share done in [0, 1]; return false to stop it, upon
/// which the call throws Error{Cancelled} and leaves no trace. May be empty.
using Progress = std::function<bool(double done)>;

/// "FILE:LINE", else "FILE, page PAGE", else "FILE"; "" when the source is unknown.
[[nodiscard]] TRUJAMAN_API std::string to_string(const Location& where);

}  // namespace trujaman::inline v0
