/// @file
/// Options of callers that were built with an older or a newer header.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <type_traits>

#include "capi/guard.hpp"

namespace trujaman::capi {

/// What the caller said, with @p defaults for what it did not know of.
/// @throws Error{InvalidArgument} when it says something that is not known here.
template <class Options>
Options complete(const Options* given, const Options& defaults, const char* name) {
  static_assert(std::is_trivially_copyable_v<Options>);
  Options out = defaults;
  if (given == nullptr || given->size == 0) return out;
  const std::size_t size = given->size;
  const auto* bytes = reinterpret_cast<const unsigned char*>(given);
  if (size < sizeof(std::size_t)) {
    throw Error(Errc::InvalidArgument, std::string(name) + ".size is no size of such options");
  }
  std::memcpy(static_cast<void*>(&out), bytes, std::min(size, sizeof(Options)));
  out.size = sizeof(Options);
  if (size > sizeof(Options) &&
      !std::all_of(bytes + sizeof(Options), bytes + size, [](unsigned char b) { return b == 0; })) {
    throw Error(Errc::InvalidArgument, std::string(name) + " say something that this library (" +
                                           TRUJAMAN_VERSION +
                                           ") does not know; leave it out, or use a newer one");
  }
  return out;
}

/// @throws Error{InvalidArgument} when a reserved member is used.
inline void need_unused(const bool* begin, std::size_t count, const char* name) {
  if (std::any_of(begin, begin + count, [](bool b) { return b; })) {
    throw Error(Errc::InvalidArgument, std::string(name) + ": a reserved member is not 0");
  }
}

template <std::size_t N>
void need_unused(const bool (&reserved)[N], const char* name) {
  need_unused(reserved, N, name);
}

inline void need_unused(int reserved, const char* name) {
  const bool used = reserved != 0;
  need_unused(&used, 1, name);
}

template <std::size_t N>
void need_unused(void* const (&reserved)[N], const char* name) {
  const bool used = std::any_of(reserved, reserved + N, [](const void* p) { return p != nullptr; });
  need_unused(&used, 1, name);
}

}  // namespace trujaman::capi
