#include <array>
#include <exception>
#include <filesystem>
#include <new>
#include <stdexcept>

#include "capi/guard.hpp"

namespace trujaman::capi {
namespace {

struct LastError {
  trujaman_error shown{TRUJAMAN_OK, "", "", 0, 0, 0};
  std::string message;
  std::string source;
};

LastError& last() noexcept {
  thread_local LastError error;
  return error;
}

}  // namespace

void set_error(trujaman_status status, const char* message, const Location& where) noexcept {
  LastError& error = last();
  error.shown = {status, "", "", where.line, where.page, where.offset};
  try {
    error.message = message;
    error.source = where.source;
    error.shown.message = error.message.c_str();
    error.shown.source = error.source.c_str();
  } catch (...) {  // without memory for it, the status must do
    error.shown.message = "there is not enough memory to say what is wrong";
  }
}

void clear_error() noexcept {
  last().shown = {TRUJAMAN_OK, "", "", 0, 0, 0};
}

trujaman_status record_exception() noexcept {
  try {
    throw;
  } catch (const Error& e) {
    set_error(static_cast<trujaman_status>(e.code()), e.what(), e.where());
  } catch (const std::bad_alloc&) {
    set_error(TRUJAMAN_OUT_OF_MEMORY, "there is not enough memory");
  } catch (const std::length_error&) {  // a container larger than any memory
    set_error(TRUJAMAN_OUT_OF_MEMORY, "there is not enough memory");
  } catch (const std::filesystem::filesystem_error& e) {
    set_error(TRUJAMAN_IO, e.code().message().c_str(), {.source = e.path1().string()});
  } catch (const std::exception& e) {
    set_error(TRUJAMAN_INTERNAL, e.what());
  } catch (...) {
    set_error(TRUJAMAN_INTERNAL, "unknown exception");
  }
  return last().shown.status;
}

}  // namespace trujaman::capi

using namespace trujaman;

const trujaman_error* trujaman_last_error() {
  return &capi::last().shown;
}

const char* trujaman_status_name(trujaman_status status) {
  constexpr std::array names{"ok",   "invalid argument", "io",        "malformed", "unsupported",
                             "busy", "internal",         "cancelled", "storage",   "out of memory"};
  const auto number = static_cast<std::size_t>(status);
  return number < names.size() ? names[number] : "unknown";
}

const char* trujaman_version() {
  return TRUJAMAN_VERSION;
}

int trujaman_c_abi(int* minor) {
  if (minor != nullptr) *minor = TRUJAMAN_C_ABI_MINOR;
  return TRUJAMAN_C_ABI;
}
