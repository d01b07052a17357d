/// @file
/// A progress line on standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include <trujaman/error.hpp>

#include "cli/read_position.hpp"

namespace trujaman::cli {

/// Draws a bar with the share done and the time left, where standard error is a terminal and the
/// work has taken over a second. Wiped when it goes out of scope.
class ProgressBar {
 public:
  explicit ProgressBar(std::string label);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Shows that @p done of the work, in [0, 1], is done. False when a signal asks to stop.
  bool update(double done);
  /// Shows a count where the total is unknown. False when a signal asks to stop.
  bool count(std::size_t n);
  /// Shows a count, and how much of the file it comes from has been read, where that is known.
  /// False when a signal asks to stop.
  bool count(std::size_t n, const ReadPosition& position);

 private:
  using Clock = std::chrono::steady_clock;
  bool due();
  void draw(const std::string& text);
  [[nodiscard]] double seconds() const;

  std::string label_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_ = start_;
  bool on_terminal_;
  bool visible_ = false;
};

}  // namespace trujaman::cli
