#include "base/guess_encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <unicode/ucsdet.h>

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

using namespace std::string_view_literals;

/// How much is looked at, from a little before the first byte that is not ASCII.
constexpr std::size_t kSample = std::size_t{256} << 10;
constexpr std::size_t kBefore = std::size_t{16} << 10;
/// A guess below this is none; from this on, one of ICU's is believed as it is.
constexpr int kLeastConfidence = 30;
constexpr int kSureConfidence = 60;

/// Encodings of Spanish, English and French, the likelier first: where two fit equally well, the
/// first is taken. ISO 8859-1 is read as Windows-1252, which has all of it (WHATWG Encoding,
/// § 4.2).
constexpr std::array kLatin{"windows-1252", "ISO-8859-15", "macintosh", "IBM850"};

// UTF-16 and UTF-32 ----------------------------------------------------------------------------

/// By where zero bytes stand: each character of our languages has at least one, at the same place.
EncodingGuess guess_wide(std::string_view sample) {
  constexpr std::size_t kUnit = 4;
  std::array<std::size_t, kUnit> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % kUnit] += sample[i] == '\0' ? 1U : 0U;
  const std::size_t units = sample.size() / kUnit;
  if (units == 0) return {};
  const auto share = [&](std::size_t i) { return 100 * zeros[i] / units; };
  const auto guess = [](const char* encoding, std::size_t confidence) {
    return EncodingGuess{encoding, static_cast<int>(std::min<std::size_t>(confidence, 100))};
  };
  constexpr std::size_t kMost = 50;  // per cent of zeros where there are some …
  constexpr std::size_t kFew = 5;    // … and where there should be none
  const bool zero[kUnit] = {share(0) > kMost, share(1) > kMost, share(2) > kMost, share(3) > kMost};
  const bool text[kUnit] = {share(0) < kFew, share(1) < kFew, share(2) < kFew, share(3) < kFew};
  if (text[0] && zero[1] && zero[2] && zero[3]) return guess("UTF-32LE", share(2));
  if (zero[0] && zero[1] && zero[2] && text[3]) return guess("UTF-32BE", share(1));
  if (text[0] && zero[1] && text[2] && zero[3]) return guess("UTF-16LE", share(1));
  if (zero[0] && text[1] && zero[2] && text[3]) return guess("UTF-16BE", share(0));
  return {};
}

// Latin encodings ------------------------------------------------------------------------------

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

/// How well @p c, which is not ASCII, stands between its neighbours: 0 to 1.
double plausibility(char32_t before, char32_t c, char32_t behind) {
  const bool inside_word = is_letter(before) && is_letter(behind);
  if (c < U'\u00A0') return 0.0;  // control characters
  if (is_one_of(c, U"ªº°"))
    return (is_letter(before) || is_digit(before) || before == '.') && !is_letter(behind);
  if (is_letter(c)) {
    if (!is_letter(before) && !is_letter(behind)) return is_one_of(c, U"àáéíóúÀÁÉÍÓÚ") ? 1.0 : 0.3;
    // Western words are of ASCII letters for the most part.
    if (inside_word && before > U'\u007F' && behind > U'\u007F') return 0.2;
    if (is_upper(c)) return is_lower(before) ? 0.0 : 1.0;
    return is_upper(before) && is_upper(behind) ? 0.2 : 1.0;
  }
  if (is_one_of(c, U"¿¡")) return !is_letter(before) && behind != ' ';
  if (is_one_of(c, U"’\u00A0\u202F—–·…")) return inside_word ? 0.5 : 1.0;
  if (is_one_of(c, U"«»“”‘‚„‹›•§€£©®™²³½¼¾±×÷†‰¶")) return inside_word ? 0.0 : 1.0;
  return 0.0;
}

struct Judgement {
  double plausible = 0.0;  ///< Mean over what is not ASCII.
  std::size_t judged = 0;
};

Judgement judge(std::string_view text) {
  Judgement out;
  char32_t before = U' ';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c > U'\u007F') {
      std::size_t next = i;
      const char32_t behind = i < text.size() ? next_code_point(text, next) : U' ';
      out.plausible += plausibility(before, c, behind);
      ++out.judged;
    }
    before = c;
  }
  if (out.judged != 0) out.plausible /= static_cast<double>(out.judged);
  return out;
}

std::optional<std::string> try_decode(std::string_view bytes, const std::string& encoding) {
  try {
    return decode(bytes, encoding, {});
  } catch (const Error&) {
    return {};
  }
}

/// @p other (ICU's guess) is one more candidate.
EncodingGuess guess_latin(std::string_view sample, const std::string& other) {
  constexpr double kLead = 0.02;
  constexpr double kLeast = 0.6;
  std::vector<std::string> candidates(kLatin.begin(), kLatin.end());
  if (!other.empty() && other != "ISO-8859-1") candidates.push_back(other);
  EncodingGuess best;
  double most = 0.0;
  for (const std::string& encoding : candidates) {
    const std::optional<std::string> text = try_decode(sample, encoding);
    if (!text) continue;
    const auto [plausible, judged] = judge(*text);
    if (judged == 0 || plausible < std::max(kLeast, most + kLead)) continue;
    most = plausible;
    // Few characters prove little: one is a half, nine are nine tenths.
    const auto n = static_cast<double>(judged);
    best = {encoding, static_cast<int>(100.0 * plausible * n / (n + 1.0))};
  }
  return best;
}

// ICU ------------------------------------------------------------------------------------------

struct CloseDetector {
  void operator()(UCharsetDetector* d) const noexcept { ucsdet_close(d); }
};

EncodingGuess ask_icu(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string encoding = ucsdet_getName(matches[i], &status);
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    // What begins with UTF is known by then not to be it; IBM's here are EBCDIC, on no tape of
    // ours.
    if (U_FAILURE(status) || encoding.starts_with("UTF") || encoding.starts_with("IBM")) continue;
    return {encoding, confidence};
  }
  return {};
}

bool is_latin(std::string_view encoding) {
  constexpr std::array kOthers{"ISO-8859-1"sv,   "ISO-8859-2"sv,   "ISO-8859-9"sv,
                               "windows-1250"sv, "windows-1252"sv, "windows-1254"sv};
  return std::ranges::find(kOthers, encoding) != kOthers.end();
}

/// UTF-8 with a few bad bytes in it, which no other encoding mends.
bool is_broken_utf8(std::string_view sample) {
  const std::string text = replace_invalid_utf8(sample);
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c > U'\u007F') ++(c == U'\uFFFD' ? bad : good);
  }
  return good != 0 && good >= bad;
}

/// Control characters that no text has; escapes are ISO 2022's.
bool is_binary(std::string_view sample) {
  return std::ranges::any_of(sample, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_ascii_space(c) && c != '\x1b';
  });
}

}  // namespace

EncodingGuess guess_encoding(std::string_view bytes) {
  const auto high = std::ranges::find_if(
      bytes, [](char c) { return c == '\0' || (static_cast<unsigned char>(c) & 0x80U) != 0; });
  const auto first = static_cast<std::size_t>(high - bytes.begin());
  // A multiple of 4, so that UTF-16 and UTF-32 stay in step.
  const std::size_t begin = (first > kBefore ? first - kBefore : 0) / 4 * 4;
  const std::string_view sample = bytes.substr(begin, kSample);
  if (EncodingGuess wide = guess_wide(sample); !wide.encoding.empty()) return wide;
  if (is_binary(sample) || is_broken_utf8(sample)) return {};
  const EncodingGuess icu = ask_icu(sample);
  if (!is_latin(icu.encoding) && icu.confidence >= kSureConfidence) return icu;
  EncodingGuess latin = guess_latin(sample, icu.encoding);
  return latin.encoding.empty() && !is_latin(icu.encoding) ? icu : latin;
}

std::string decode_or_guess(std::string_view bytes, const std::string& encoding,
                            const std::string& name, const DiagnosticSink& diagnose) {
  const bool told = !encoding.empty() || find_byte_order_mark(bytes).encoding != nullptr;
  // UTF-16 of English text is valid UTF-8 with zeros in it.
  const bool utf8 = find_invalid_utf8(bytes) == std::string_view::npos;
  if (told || (utf8 && bytes.find('\0') == std::string_view::npos)) {
    return decode(bytes, encoding, name);
  }
  const EncodingGuess guess = guess_encoding(bytes);
  if (guess.confidence < kLeastConfidence) return decode(bytes, encoding, name);
  std::optional<std::string> text = try_decode(bytes, guess.encoding);
  if (!text) return decode(bytes, encoding, name);
  if (diagnose) {
    diagnose({Severity::Warning,
              "does not say its encoding and is not UTF-8; read as " + guess.encoding +
                  " (confidence " + std::to_string(guess.confidence) +
                  " %); name another if that is wrong",
              {name}});
  }
  return *std::move(text);
}

}  // namespace trujaman::base
