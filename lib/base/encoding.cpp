#include "base/encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
/// UTF-32's little-endian mark begins with UTF-16's, so it is tried first.
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF"sv, "UTF-8"},
                           {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                           {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                           {"\xFF\xFE"sv, "UTF-16LE"},
                           {"\xFE\xFF"sv, "UTF-16BE"}};

std::size_t line_of(std::string_view bytes, std::size_t offset) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), end, '\n'));
}

struct CloseConverter {
  void operator()(UConverter* c) const noexcept { ucnv_close(c); }
};

using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// A converter that stops at the first bytes that are not in the encoding.
Converter open_converter(const char* encoding, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) {
    throw Error(Errc::InvalidArgument,
                message("\"{1}\" is no encoding known here; use an IANA name", encoding), {name});
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

std::string convert(std::string_view bytes, const char* encoding, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter = open_converter(encoding, name);
  std::u16string out(bytes.size() + 16, u'\0');
  char16_t* target = out.data();
  const char* source = bytes.data();
  ucnv_toUnicode(converter.get(), &target, out.data() + out.size(), &source,
                 bytes.data() + bytes.size(), nullptr, 1, &status);
  if (U_FAILURE(status)) {
    const auto offset = static_cast<std::size_t>(source - bytes.data());
    throw Error(Errc::Malformed, message("is not valid {1}; name its encoding", encoding),
                {name, line_of(bytes, offset), offset});
  }
  std::string utf8;
  icu::UnicodeString(out.data(), static_cast<std::int32_t>(target - out.data())).toUTF8String(utf8);
  return utf8;
}

}  // namespace

ByteOrderMark find_byte_order_mark(std::string_view bytes) noexcept {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return {mark.encoding, mark.bytes.size()};
  }
  return {};
}

std::string decode(std::string_view bytes, const std::string& encoding, const std::string& name) {
  std::string chosen = encoding.empty() ? "UTF-8" : encoding;
  if (const ByteOrderMark mark = find_byte_order_mark(bytes); mark.encoding != nullptr) {
    chosen = mark.encoding;
    bytes.remove_prefix(mark.size);
  }
  if (ucnv_compareNames(chosen.c_str(), "UTF-8") != 0) return convert(bytes, chosen.c_str(), name);
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    throw Error(Errc::Malformed, message("is not valid UTF-8; convert it first (iconv -t UTF-8)"),
                {name, line_of(bytes, bad), bad});
  }
  return std::string(bytes);
}

std::string to_utf16le(std::string_view utf8) {
  std::string out;
  out.reserve(2 * utf8.size());
  const auto append = [&out](char32_t unit) {
    out += static_cast<char>(unit & 0xFFU);
    out += static_cast<char>(unit >> 8U);
  };
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = next_code_point(utf8, i);
    if (c < 0x10000) {
      append(c);
    } else {
      append(0xD7C0U + (c >> 10U));
      append(0xDC00U + (c & 0x3FFU));
    }
  }
  return out;
}

struct StreamDecoder::Impl {
  Converter from;
  Converter to;
  std::array<char16_t, 4096> pivot{};
  char16_t* pivot_source = pivot.data();
  char16_t* pivot_target = pivot.data();
};

StreamDecoder::StreamDecoder(const std::string& encoding)
    : impl_(new Impl{open_converter(encoding.c_str(), {}), open_converter("UTF-8", {})}) {}
StreamDecoder::~StreamDecoder() = default;
StreamDecoder::StreamDecoder(StreamDecoder&&) noexcept = default;
StreamDecoder& StreamDecoder::operator=(StreamDecoder&&) noexcept = default;

bool StreamDecoder::decode(std::string_view bytes, bool last, std::string& utf8) {
  Impl& s = *impl_;
  const char* source = bytes.data();
  const char* const source_end = bytes.data() + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    std::array<char, 8192> out{};
    char* target = out.data();
    ucnv_convertEx(s.to.get(), s.from.get(), &target, out.data() + out.size(), &source, source_end,
                   s.pivot.data(), &s.pivot_source, &s.pivot_target,
                   s.pivot.data() + s.pivot.size(), 0, last ? 1 : 0, &status);
    utf8.append(out.data(), static_cast<std::size_t>(target - out.data()));
  }
  if (U_SUCCESS(status)) return true;
  // Characters before the bad bytes may still stand between the two converters.
  const icu::UnicodeString rest(s.pivot_source,
                                static_cast<std::int32_t>(s.pivot_target - s.pivot_source));
  rest.toUTF8String(utf8);
  return false;
}

}  // namespace trujaman::base
