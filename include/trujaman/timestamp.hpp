/// @file
/// When something was made, changed or used.
#pragma once

#include <compare>
#include <cstdint>

namespace trujaman::inline v0 {

/// A moment, to the second: all that exchange formats keep. It is made from std::chrono's system
/// times and turns into them, without that header, which would cost every program a sixth of what
/// including the library takes.
struct Timestamp {
  std::int64_t seconds = 0;  ///< Since 1970-01-01T00:00:00Z, leap seconds not counted.

  constexpr Timestamp() = default;
  /// @p since_1970 in seconds, as the member.
  explicit constexpr Timestamp(std::int64_t since_1970) noexcept : seconds(since_1970) {}
  /// From std::chrono::sys_seconds, sys_days and what else is no finer than a second.
  template <class SystemTime>
  requires(SystemTime::period::den == 1) && requires { &SystemTime::clock::to_time_t; }
  constexpr Timestamp(const SystemTime& time) noexcept
      : seconds(std::int64_t{time.time_since_epoch().count()} * SystemTime::period::num) {}
  /// To std::chrono::sys_seconds.
  template <class SystemTime>
  requires(SystemTime::period::den == 1 && SystemTime::period::num == 1) && requires {
    &SystemTime::clock::to_time_t;
  }
  constexpr operator SystemTime() const noexcept {
    return SystemTime(typename SystemTime::duration(seconds));
  }
  constexpr auto operator<=>(const Timestamp&) const = default;
};

}  // namespace trujaman::inline v0
