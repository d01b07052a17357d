#include "base/guess_encoding.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <unicode/ucsdet.h>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/latin_text.hpp"
#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

using namespace std::string_view_literals;

/// How much is looked at, from a little before the first byte that is not ASCII.
constexpr std::size_t kSample = std::size_t{256} << 10;
constexpr std::size_t kBefore = std::size_t{16} << 10;
/// A guess below this is none.
constexpr int kLeastConfidence = 30;

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

std::optional<std::string> try_decode(std::string_view bytes, const std::string& encoding) {
  try {
    return decode(bytes, encoding, {});
  } catch (const Error&) {
    return {};
  }
}

/// @p other (ICU's guess) is one more candidate.
EncodingGuess guess_latin(std::string_view sample, const std::string& other) {
  std::vector<std::string> candidates(kLatin.begin(), kLatin.end());
  if (!other.empty() && other != "ISO-8859-1") candidates.push_back(other);
  const std::vector<LikelyLanguage> languages =
      likely_languages(try_decode(sample, kLatin.front()).value_or(""));
  // Foreign names may be all that is not ASCII; in a language that is not known, all letters count.
  const double least = languages.front().language == LatinLanguage::Other ? 0.7 : 0.45;
  constexpr double kLanguage = 0.3;  // how much it counts which of the languages it is
  EncodingGuess best;
  double most = 0.0;
  for (const std::string& encoding : candidates) {
    const std::optional<std::string> text = try_decode(sample, encoding);
    if (!text) continue;
    for (const auto& [language, weight] : languages) {
      const auto [plausible, judged] = judge_latin(*text, language);
      const double score = plausible * (1.0 - kLanguage + kLanguage * weight);
      if (judged == 0 || plausible < least || score <= most) continue;
      most = score;
      // Few characters prove little: one is a half, nine are nine tenths.
      const auto n = static_cast<double>(judged);
      best = {encoding, static_cast<int>(100.0 * plausible * n / (n + 1.0))};
    }
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
  EncodingGuess latin = guess_latin(sample, is_latin(icu.encoding) ? icu.encoding : "");
  // Of other scripts hardly anything is plausible in Latin letters.
  return is_latin(icu.encoding) || latin.confidence >= icu.confidence ? latin : icu;
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
              message("does not say its encoding and is not UTF-8; read as {1} (confidence {2} %); "
                      "name another if that is wrong",
                      guess.encoding, guess.confidence),
              {name}});
  }
  return *std::move(text);
}

}  // namespace trujaman::base
