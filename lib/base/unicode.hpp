/// @file
/// UTF-8, normal form C and lookup keys. The first group works on any bytes; all others expect
/// valid UTF-8, which read and exchange ensure at the door.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <trujaman/text.hpp>

namespace trujaman::base {

// Any bytes ------------------------------------------------------------------------------------

/// Offset of the first byte that is not part of well-formed UTF-8; npos when all is.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view bytes) noexcept;
/// The text with each ill-formed sequence replaced by U+FFFD.
[[nodiscard]] std::string replace_invalid_utf8(std::string_view bytes);

// Valid UTF-8 ----------------------------------------------------------------------------------

/// Code point at @p offset, which is moved behind it. @p offset must be below text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept;
/// Code point that ends at @p offset, which is moved to its start. @p offset must be above 0.
[[nodiscard]] char32_t previous_code_point(std::string_view text, std::size_t& offset) noexcept;
void append_code_point(std::string& text, char32_t c);
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// Whether all characters are below U+0300 or in U+2002–203F: no mark among them, nor anything that
/// normal form C (UAX #15) would change. Texts of western Europe are, and it is soon told.
[[nodiscard]] bool is_plainly_nfc(std::string_view text) noexcept;
/// Normal form C. Text that has it already, as nearly all has, is only copied.
[[nodiscard]] std::string to_nfc(std::string_view text);
/// Whether text can be cut before @p c, and both parts normalised on their own, with the same NFC.
[[nodiscard]] bool starts_nfc_segment(char32_t c) noexcept;

[[nodiscard]] bool is_letter(char32_t c) noexcept;  ///< General category L.
[[nodiscard]] bool is_mark(char32_t c) noexcept;    ///< General category M.
[[nodiscard]] bool is_digit(char32_t c) noexcept;   ///< General category Nd.
[[nodiscard]] bool is_upper(char32_t c) noexcept;   ///< Lu or Lt.
[[nodiscard]] bool is_lower(char32_t c) noexcept;   ///< Ll.
/// White_Space, no-break spaces included.
[[nodiscard]] bool is_space(char32_t c) noexcept;

/// Lower case, code point by code point where that has one result (Unicode default mapping).
[[nodiscard]] std::string to_lower(std::string_view text);

/// Appends the lookup key of one code point: case folded, accents removed, compatibility forms
/// resolved (NFKC_Casefold without marks); curly and angle quotes become ' and ", dashes -, any
/// white space one blank; soft hyphens and other default-ignorables vanish.
void append_folded(std::string& key, char32_t c);
/// The same for a text. Runs of white space become one blank, at the ends none.
[[nodiscard]] std::string fold(std::string_view text);
/// The same into a string that is cleared first, to reuse its memory.
void fold(std::string_view text, std::string& key);

/// @p span of @p text without white space at both ends.
[[nodiscard]] TextSpan trim(std::string_view text, TextSpan span) noexcept;
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace trujaman::base
