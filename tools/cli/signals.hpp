/// @file
/// Ctrl-C, termination and closed pipes, taken note of and answered where nothing is half done.
#pragma once

namespace trujaman::cli {

/// From now on SIGINT, SIGTERM, SIGHUP and SIGPIPE are only noted. A second SIGINT, SIGTERM or
/// SIGHUP ends the program at once.
void catch_signals();

/// Opens standard input, output and error where the caller closed them, so that no file of ours
/// gets their numbers; writing to them goes on failing.
void occupy_standard_streams();

/// The signal that was caught; 0 when none was.
[[nodiscard]] int caught_signal() noexcept;

/// True when the reader of our output has gone away (SIGPIPE).
[[nodiscard]] bool output_is_gone() noexcept;

/// @throws Error{Cancelled} when a signal was caught. Called between steps of long work.
void stop_if_interrupted();

}  // namespace trujaman::cli
