/// @file
/// Bytes of any encoding → valid UTF-8.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace trujaman::base {

/// @p bytes as valid UTF-8 without byte order mark, line ends as they were. The encoding is that of
/// a byte order mark (UTF-8, UTF-16, UTF-32), else @p encoding (an IANA name), else UTF-8.
/// @throws Error{InvalidArgument} for an unknown name, Error{Malformed} with the line of the first
///         bad byte when the bytes are not in the encoding. @p name is for messages.
[[nodiscard]] std::string decode(std::string_view bytes, const std::string& encoding,
                                 const std::string& name);

/// @p utf8 as UTF-16, little-endian, without byte order mark. Ill-formed bytes become U+FFFD.
[[nodiscard]] std::string to_utf16le(std::string_view utf8);

/// The encoding that a byte order mark at the start of @p bytes names, and the mark's length;
/// nullptr and 0 where there is none.
struct ByteOrderMark {
  const char* encoding = nullptr;
  std::size_t size = 0;
};
[[nodiscard]] ByteOrderMark find_byte_order_mark(std::string_view bytes) noexcept;

/// Bytes of one encoding → UTF-8, piece by piece; a piece may end in the middle of a character.
class StreamDecoder {
 public:
  /// @p encoding is an IANA name. @throws Error{InvalidArgument} for an unknown one.
  explicit StreamDecoder(const std::string& encoding);
  ~StreamDecoder();
  StreamDecoder(StreamDecoder&&) noexcept;
  StreamDecoder& operator=(StreamDecoder&&) noexcept;

  /// Appends @p bytes to @p utf8; @p last says that none follow. False at bytes that are not in the
  /// encoding: what stands before them has been appended, and decoding is at its end.
  [[nodiscard]] bool decode(std::string_view bytes, bool last, std::string& utf8);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trujaman::base
