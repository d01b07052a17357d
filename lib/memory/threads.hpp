/// @file
/// The same work on several threads.
#pragma once

#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace trujaman::memory {

/// Calls @p work on @p count threads, the caller's among them, and waits for all. Rethrows the
/// exception of one of them. With a count of 0 nothing is done.
template <class Work>
void run_in_threads(std::size_t count, const Work& work) {
  if (count == 0) return;
  std::vector<std::exception_ptr> failures(count);
  const auto guarded = [&](std::size_t i) {
    try {
      work();
    } catch (...) {
      failures[i] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;  // joined at the end of the scope
    for (std::size_t i = 1; i < count; ++i) others.emplace_back(guarded, i);
    guarded(0);
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace trujaman::memory
