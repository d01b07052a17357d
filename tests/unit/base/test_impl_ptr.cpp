#include <memory>
#include <utility>

#include <catch2/catch.hpp>

#include <trujaman/impl_ptr.hpp>

using trujaman::ImplPtr;

namespace {

/// Counts those that are there.
struct Counted {
  explicit Counted(int& there) : count(&there) { ++*count; }
  ~Counted() { --*count; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  int* count;
};

}  // namespace

TEST_CASE("the hidden part goes with its owner", "[base]") {
  int there = 0;
  {
    const ImplPtr<Counted> part(new Counted(there));
    CHECK(there == 1);
  }
  CHECK(there == 0);
}

TEST_CASE("the hidden part is taken over from a unique_ptr", "[base]") {
  int there = 0;
  {
    const ImplPtr<const Counted> part = std::make_unique<const Counted>(there);
    CHECK(there == 1);
  }
  CHECK(there == 0);
}

TEST_CASE("an owner that is given another part lets go of its own at once", "[base]") {
  int first = 0;
  int second = 0;
  ImplPtr<Counted> owner(new Counted(first));
  ImplPtr<Counted> other(new Counted(second));
  owner = std::move(other);
  CHECK(first == 0);
  CHECK(second == 1);
  CHECK(owner->count == &second);
}

TEST_CASE("an owner that is moved to itself keeps its part", "[base]") {
  int there = 0;
  ImplPtr<Counted> owner(new Counted(there));
  ImplPtr<Counted>& same = owner;
  owner = std::move(same);
  CHECK(there == 1);
}
