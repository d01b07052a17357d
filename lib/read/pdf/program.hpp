/// @file
/// Other programs, run without a shell and within limits.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trujaman::read {

struct ProgramLimits {
  std::chrono::milliseconds time;
  std::size_t output;  ///< Bytes on standard output.
};

/// How a program ended and what it said.
struct ProgramRun {
  enum class End { Exited, Died, TimedOut, SaidTooMuch };
  End end = End::Exited;
  int status = 0;  ///< Of an Exited one.
  std::string output;
  std::string errors;  ///< The first 4 KiB of standard error.
};

/// Runs the program @p arguments[0], looked for in PATH, with @p input on its standard input (a
/// nameless private file, so that it can seek in it). It is killed when it goes over a limit.
/// nullopt when there is no such program. Safe to call from several threads.
/// @throws Error{Io} when the system has no file or process left.
[[nodiscard]] std::optional<ProgramRun> run_program(const std::vector<std::string>& arguments,
                                                    std::string_view input,
                                                    const ProgramLimits& limits);

}  // namespace trujaman::read
