/// @file
/// Exit statuses, and the way from an exception to one.
#pragma once

#include <stdexcept>
#include <string>

#include <trujaman/error.hpp>

namespace trujaman::cli {

/// What the program's exit status means. A signal that stopped it gives 128 + its number (130 for
/// Ctrl-C), as shells have it.
enum class Status : int {
  Done = 0,
  None = 1,      ///< The answer is "none": no match, no term.
  Usage = 2,     ///< Wrong arguments.
  Input = 3,     ///< An input cannot be read or is invalid, or an output cannot be written.
  Memory = 4,    ///< The memory cannot be used.
  Internal = 70  ///< A bug (EX_SOFTWARE of sysexits.h).
};

/// Arguments that parse one by one but make no sense together.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A signal stopped the work, and there is more to say about it than that it was taken back.
class Interrupted : public Error {
 public:
  explicit Interrupted(const std::string& what) : Error(Errc::Cancelled, what) {}
};

/// Prints "trujaman: FILE:LINE: what is wrong; what to do" on standard error.
void print_error(const std::string& what, const Location& where = {});

/// Prints "trujaman: FILE:LINE: warning: …" on standard error, in the language of messages.
void print_warning(const Diagnostic& diagnostic);

/// Prints the exception that is being handled and gives the status that it stands for.
/// @p command is named in hints: "lookup".
[[nodiscard]] int report_current_exception(const std::string& command);

}  // namespace trujaman::cli
