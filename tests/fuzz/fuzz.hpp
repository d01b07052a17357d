/// @file
/// What fuzz targets share: how a broken promise is reported, and promises about text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/unicode.hpp"

/// A target, as libFuzzer and replay.cpp call it. Returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// Ends the program, which both drivers report together with the input, when @p holds is false.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Whether @p offset of valid UTF-8 lies between two code points.
inline bool on_boundary(std::string_view text, std::size_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

/// What holds of every text that has come in by the door.
inline void require_clean(std::string_view text) {
  require(trujaman::base::find_invalid_utf8(text) == std::string_view::npos, "text is UTF-8");
  require(trujaman::base::to_nfc(text) == text, "text is in NFC");
  require(trujaman::base::trim(text).size() == text.size(), "text is trimmed");
}

}  // namespace fuzz
