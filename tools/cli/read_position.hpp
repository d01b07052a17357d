/// @file
/// How much of a file has been read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <istream>

namespace trujaman::cli {

/// Looks at a stream that someone else reads, within that one's thread.
class ReadPosition {
 public:
  /// @p in has @p size bytes; it must not be closed before end().
  void begin(std::istream& in, std::uintmax_t size) noexcept {
    in_ = &in;
    size_ = size;
  }
  void end() noexcept { in_ = nullptr; }

  /// In [0, 1]; 0 where nothing is known of the size, as of standard input.
  [[nodiscard]] double share() const {
    if (in_ == nullptr || size_ == 0) return 0;
    const std::streamoff at = in_->rdbuf()->pubseekoff(0, std::ios::cur, std::ios::in);
    return std::clamp(static_cast<double>(at) / static_cast<double>(size_), 0.0, 1.0);
  }

 private:
  std::istream* in_ = nullptr;
  std::uintmax_t size_ = 0;
};

}  // namespace trujaman::cli
