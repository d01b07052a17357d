/// @file
/// Numbers of 1 to 10 bytes, seven bits each, least significant first (LEB128).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::memory {

inline void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) out += static_cast<char>(value | 0x80U);
  out += static_cast<char>(value);
}

/// Reads numbers from bytes that come from a file. @throws Error{Storage} when they break off.
class VarintReader {
 public:
  explicit VarintReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  [[nodiscard]] bool done() const noexcept { return at_ == end_; }

  /// What has not been read.
  [[nodiscard]] std::string_view rest() const noexcept {
    return {at_, static_cast<std::size_t>(end_ - at_)};
  }

  std::uint64_t next() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    throw Error(Errc::Storage, message("is damaged (text index); export it and import it anew"));
  }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace trujaman::memory
