#include <chrono>
#include <type_traits>

#include <catch2/catch.hpp>

#include <trujaman/timestamp.hpp>

using namespace std::chrono;
using trujaman::Timestamp;

TEST_CASE("a timestamp is the second that chrono means, and turns into it again", "[base]") {
  const sys_seconds noon = sys_days(2024y / 2 / 29) + 12h;
  const Timestamp time = noon;
  CHECK(time.seconds == 1'709'208'000);
  CHECK(sys_seconds(time) == noon);
  CHECK(time == Timestamp(1'709'208'000));
}

TEST_CASE("a timestamp may be given as a day, or a minute", "[base]") {
  const Timestamp day = sys_days(1969y / 12 / 31);
  CHECK(day.seconds == -86'400);
  CHECK(Timestamp(sys_time<minutes>(2min)).seconds == 120);
}

TEST_CASE("timestamps are in the order of time", "[base]") {
  CHECK(Timestamp(-5) < Timestamp());
  CHECK(Timestamp(1) > Timestamp());
}

// What would lose a part of what it says does not become one unasked; nor does a local time.
static_assert(!std::is_convertible_v<sys_time<milliseconds>, Timestamp>);
static_assert(!std::is_convertible_v<local_seconds, Timestamp>);
static_assert(!std::is_convertible_v<Timestamp, sys_days>);
static_assert(!std::is_convertible_v<std::int64_t, Timestamp>);
