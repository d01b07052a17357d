/// @file
/// A stream of any encoding as pieces of UTF-8.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "base/encoding.hpp"

namespace trujaman::exchange {

/// What the first bytes of a file say of its encoding.
struct Encoding {
  std::string name;      ///< An IANA name; empty for UTF-8.
  std::size_t skip = 0;  ///< Bytes before the text: a byte order mark.
};

/// By byte order mark alone, else UTF-8: for tables.
[[nodiscard]] Encoding encoding_of_text(std::string_view head);
/// By byte order mark, by the width of the first "<", by the XML declaration: XML 1.0, appendix F.
[[nodiscard]] Encoding encoding_of_xml(std::string_view head);

/// Reads a stream piece by piece. UTF-8 is passed on as it is: it is for the taker to check.
class Utf8Source {
 public:
  using Detect = Encoding (*)(std::string_view head);
  /// @p in must outlive the source; @p name is for errors. It is read by @p piece bytes, of which
  /// the first ones must hold what says the encoding.
  Utf8Source(std::istream& in, std::string name, Detect detect,
             std::size_t piece = std::size_t{1} << 16U);

  /// Replaces @p piece by the next one; false at the end.
  /// @throws Error{Io} when the stream fails, Error{Unsupported} for an unknown encoding,
  ///         Error{Malformed} for bytes that are not in the encoding, and where it breaks off
  ///         inside a character (of UTF-8, the taker sees that).
  [[nodiscard]] bool read(std::string& piece);

 private:
  std::string_view next_bytes();
  void start(std::string_view& bytes);

  std::istream* in_;
  std::string name_;
  Detect detect_;
  std::size_t piece_;
  std::optional<base::StreamDecoder> decoder_;
  std::string encoding_;
  std::string buffer_;
  std::size_t line_ = 1;
  bool started_ = false;
  bool ended_ = false;
  bool bad_ = false;  ///< Reported once what stands before the bad bytes has been taken.
  bool cut_ = false;  ///< The last character is not whole; reported in the same way.
};

}  // namespace trujaman::exchange
