/// @file
/// Writing to a stream that may fail.
#pragma once

#include <ostream>
#include <string>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::exchange {

/// Writes @p text and empties it. @throws Error{Io} when the stream does not take it.
inline void flush_to(std::ostream& out, std::string& text) {
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  text.clear();
  if (!out) throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
}

}  // namespace trujaman::exchange
