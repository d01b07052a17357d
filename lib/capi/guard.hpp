/// @file
/// The border: no exception crosses it, no required pointer is NULL behind it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include <trujaman/c/status.h>
#include <trujaman/error.hpp>

namespace trujaman::capi {

/// Sets the calling thread's last error.
void set_error(trujaman_status status, const char* message, const Location& where = {}) noexcept;
/// Sets it to TRUJAMAN_OK.
void clear_error() noexcept;
/// Sets it by the exception that is being handled. @return its status.
trujaman_status record_exception() noexcept;

/// Runs the body of a function. The only try block of the interface.
template <class Body>
trujaman_status guard(const Body& body) noexcept {
  try {
    body();
  } catch (...) {
    return record_exception();
  }
  clear_error();
  return TRUJAMAN_OK;
}

/// @throws Error{InvalidArgument} when @p pointer is NULL. @return what it points to.
template <class T>
T& need(T* pointer, const char* name) {
  if (pointer == nullptr) throw Error(Errc::InvalidArgument, std::string(name) + " is NULL");
  return *pointer;
}

/// A function pointer that must be there.
template <class Result, class... Arguments>
void need_callback(Result (*function)(Arguments...), const char* name) {
  if (function == nullptr) throw Error(Errc::InvalidArgument, std::string(name) + " is NULL");
}

/// Runs a body that gives a std::unique_ptr, for the caller to own; NULL upon failure, or when the
/// body gives none.
template <class T, class Body>
trujaman_status give(T** out, const char* name, const Body& body) noexcept {
  if (out != nullptr) *out = nullptr;
  return guard([&] {
    need(out, name);
    *out = body().release();
  });
}

/// Runs a body whose value goes into an output that must be there; 0 upon failure.
template <class T, class Body>
trujaman_status put(T* out, const char* name, const Body& body) noexcept {
  if (out != nullptr) *out = T{};
  return guard([&] {
    need(out, name);
    *out = body();
  });
}

/// The same where the caller may not want to know.
template <class T, class Body>
trujaman_status put_if(T* out, const Body& body) noexcept {
  if (out != nullptr) *out = T{};
  return guard([&] {
    const T value = body();
    if (out != nullptr) *out = value;
  });
}

/// @throws Error{Cancelled} when a callback of the caller said 0.
inline void go_on(int answer) {
  if (answer == 0) throw Error(Errc::Cancelled, "stopped by the caller");
}

}  // namespace trujaman::capi
