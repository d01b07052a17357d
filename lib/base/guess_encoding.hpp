/// @file
/// The encoding of bytes that do not say it.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/error.hpp>

namespace trujaman::base {

/// An encoding that bytes seem to be in.
struct EncodingGuess {
  std::string encoding;  ///< IANA name; empty when nothing fits.
  int confidence = 0;    ///< 0 to 100.
};

/// The likeliest encoding of @p bytes: UTF-16 and UTF-32 by their zero bytes; else what ICU detects
/// (n-grams of languages), corrected where several Latin encodings are possible by which of them
/// puts accented letters into words and quotation marks around them. Looks at some hundred KiB.
[[nodiscard]] EncodingGuess guess_encoding(std::string_view bytes);

/// As decode() of base/encoding.hpp; but bytes that are not UTF-8, of which neither a mark nor
/// @p encoding says what they are, are read in the encoding that they seem to be in, and
/// @p diagnose is warned. @throws as decode() does, also when no guess is good enough.
[[nodiscard]] std::string decode_or_guess(std::string_view bytes, const std::string& encoding,
                                          const std::string& name, const DiagnosticSink& diagnose);

}  // namespace trujaman::base
