#include "base/system_error.hpp"

#include <string_view>
#include <system_error>

#include <trujaman/message.hpp>

namespace trujaman::base {
namespace {

/// The words of the C library for what happens to files, so that they are in the catalogues.
[[maybe_unused]] constexpr std::string_view kReasons[] = {
    message_id("Permission denied"),
    message_id("Operation not permitted"),
    message_id("No such file or directory"),
    message_id("Not a directory"),
    message_id("Is a directory"),
    message_id("Directory not empty"),
    message_id("File exists"),
    message_id("File name too long"),
    message_id("File too large"),
    message_id("No space left on device"),
    message_id("Disk quota exceeded"),
    message_id("Read-only file system"),
    message_id("Input/output error"),
    message_id("Too many open files"),
    message_id("Too many open files in system"),
    message_id("Too many levels of symbolic links"),
    message_id("Text file busy"),
    message_id("Device or resource busy"),
    message_id("Cannot allocate memory"),
    message_id("Invalid argument"),
    message_id("Invalid cross-device link"),
    message_id("No such device or address"),
    message_id("Broken pipe"),
};

}  // namespace

std::string reason_of(int error) {
  return message(std::generic_category().message(error));
}

}  // namespace trujaman::base
