#include "base/unicode.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <trujaman/error.hpp>

#include "base/ascii.hpp"

namespace trujaman::base {
namespace {

const std::uint8_t* bytes_of(std::string_view text) noexcept {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

[[noreturn]] void throw_icu(const char* what, UErrorCode status) {
  throw Error(Errc::Internal, std::string("ICU: ") + what + ": " + u_errorName(status));
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* n = instance(status);
  if (U_FAILURE(status)) throw_icu("normalizer", status);
  return *n;
}

/// Typographic variants that NFKC_Casefold keeps apart and a lookup must not.
char32_t plain_form(char32_t c) noexcept {
  switch (c) {
    case U'`':
    case U'´':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'′':
    case U'‹':
    case U'›':
    case U'ʼ':
    case U'ʹ':
      return U'\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'″':
    case U'«':
    case U'»':
    case U'〝':
    case U'〞':
      return U'"';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
    case U'﹣':
    case U'－':
      return U'-';
    default:
      return is_space(c) ? U' ' : c;
  }
}

std::string compute_fold(char32_t c) {
  const char32_t plain = plain_form(c);
  if (plain < 0x80) return {ascii_lower(static_cast<char>(plain))};
  const auto& casefold = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
  const auto& decompose = normalizer(icu::Normalizer2::getNFDInstance);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString s(static_cast<UChar32>(plain));
  s = decompose.normalize(casefold.normalize(s, status), status);
  if (U_FAILURE(status)) throw_icu("fold", status);
  std::string out;
  for (int i = 0; i < s.length(); i = s.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(s.char32At(i));
    if (!is_mark(part)) append_code_point(out, plain_form(part));
  }
  return out;
}

/// Keys of the scripts our languages use, computed once: everything below U+0250, and general
/// punctuation.
class FoldTable {
 public:
  static const FoldTable& get() {
    static const FoldTable table;
    return table;
  }
  const std::string* find(char32_t c) const noexcept {
    if (c < latin_.size()) return &latin_[c];
    if (c >= kPunctuation && c < kPunctuation + punctuation_.size()) {
      return &punctuation_[c - kPunctuation];
    }
    return nullptr;
  }

 private:
  static constexpr char32_t kPunctuation = 0x2000;
  FoldTable() {
    for (char32_t c = 0; c < latin_.size(); ++c) latin_[c] = compute_fold(c);
    for (char32_t i = 0; i < punctuation_.size(); ++i) {
      punctuation_[i] = compute_fold(kPunctuation + i);
    }
  }
  std::array<std::string, 0x250> latin_;
  std::array<std::string, 0x70> punctuation_;
};

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) noexcept {
  const std::uint8_t* s = bytes_of(bytes);
  const std::size_t n = bytes.size();
  std::size_t i = 0;
  while (i < n) {
    if (s[i] < 0x80) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    UChar32 c = 0;
    U8_NEXT(s, i, n, c);
    if (c < 0) return begin;
  }
  return std::string_view::npos;
}

std::string replace_invalid_utf8(std::string_view bytes) {
  const std::uint8_t* s = bytes_of(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(s, i, bytes.size(), c);
    append_code_point(out, static_cast<char32_t>(c));
  }
  return out;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes_of(text), offset, text.size(), c);
  return static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& offset) noexcept {
  do {
    --offset;
  } while (offset > 0 && U8_IS_TRAIL(bytes_of(text)[offset]));
  std::size_t end = offset;
  return next_code_point(text, end);
}

void append_code_point(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
    return;
  }
  std::array<std::uint8_t, U8_MAX_LENGTH> buffer{};
  std::size_t n = 0;
  U8_APPEND_UNSAFE(buffer.data(), n, c);
  text.append(reinterpret_cast<const char*>(buffer.data()), n);
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return n;
}

/// Most bytes stand below the lead bytes of such characters, and are looked at eight at a time.
bool is_plainly_nfc(std::string_view text) noexcept {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const std::uint8_t* s = bytes_of(text);
  const std::size_t size = text.size();
  for (std::size_t i = 0; i < size;) {
    if (size - i >= sizeof kOnes) {
      std::uint64_t word = 0;
      std::memcpy(&word, s + i, sizeof word);
      // The high bit of a byte is set where it is in the byte, and the rest of it above 0x4B.
      const std::uint64_t high = 0x80 * kOnes;
      if ((((word & ~high) + 0x34 * kOnes) & word & high) == 0) {
        i += sizeof word;
        continue;
      }
    }
    if (s[i] < 0xCC) {
      ++i;
    } else if (s[i] == 0xE2 && size - i > 2 && s[i + 1] == 0x80 && s[i + 2] >= 0x82) {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

std::string to_nfc(std::string_view text) {
  if (is_plainly_nfc(text)) return std::string(text);
  static const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc.isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc.normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) throw_icu("normalize", status);
  return out;
}

bool starts_nfc_segment(char32_t c) noexcept {
  if (c < 0x300) return true;
  return normalizer(icu::Normalizer2::getNFCInstance).hasBoundaryBefore(static_cast<UChar32>(c)) !=
         0;
}

bool is_letter(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_alpha(static_cast<char>(c));
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_L_MASK) != 0;
}

bool is_mark(char32_t c) noexcept {
  if (c < 0x300) return false;
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

bool is_digit(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_digit(static_cast<char>(c));
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}

bool is_upper(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_upper(static_cast<char>(c));
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

bool is_lower(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_lower(static_cast<char>(c));
  return u_charType(static_cast<UChar32>(c)) == U_LOWERCASE_LETTER;
}

bool is_space(char32_t c) noexcept {
  if (c < 0x80) return is_ascii_space(static_cast<char>(c));
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    append_code_point(out, c < 0x80 ? static_cast<char32_t>(ascii_lower(static_cast<char>(c)))
                                    : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
  return out;
}

void append_folded(std::string& key, char32_t c) {
  if (const std::string* known = FoldTable::get().find(c)) {
    key += *known;
  } else {
    key += compute_fold(c);
  }
}

std::string fold(std::string_view text) {
  std::string key;
  fold(text, key);
  return key;
}

void fold(std::string_view text, std::string& key) {
  key.clear();
  key.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (is_ascii_alnum(text[i])) {  // as nearly all is
      key += ascii_lower(text[i++]);
      continue;
    }
    const char32_t c = next_code_point(text, i);
    if (is_space(c)) {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else {
      append_folded(key, c);
    }
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
}

TextSpan trim(std::string_view text, TextSpan span) noexcept {
  while (span.begin < span.end && is_ascii_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_ascii_space(text[span.end - 1])) --span.end;
  while (span.begin < span.end) {
    std::size_t next = span.begin;
    if (!is_space(next_code_point(text, next))) break;
    span.begin = next;
  }
  while (span.begin < span.end) {
    std::size_t previous = span.end;
    if (!is_space(previous_code_point(text, previous))) break;
    span.end = previous;
  }
  return span;
}

std::string_view trim(std::string_view text) noexcept {
  const TextSpan span = trim(text, {0, text.size()});
  return text.substr(span.begin, span.size());
}

}  // namespace trujaman::base
