#include "base/regex.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>

#include <unicode/regex.h>
#include <unicode/utext.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

/// In ICU's steps of its engine, each "some milliseconds" of work at the most.
constexpr std::int32_t kTimeLimit = 200;
constexpr std::int32_t kStackBytes = 1 << 20;

struct CloseText {
  void operator()(UText* text) const noexcept { utext_close(text); }
};
using Text = std::unique_ptr<UText, CloseText>;

Text open_text(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  Text opened(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  if (U_FAILURE(status)) throw Error(Errc::Internal, u_errorName(status));
  return opened;
}

void set_limits(icu::RegexMatcher& matcher, UErrorCode& status) {
  matcher.setTimeLimit(kTimeLimit, status);
  matcher.setStackLimit(kStackBytes, status);
}

[[noreturn]] void throw_too_slow(const std::string& pattern) {
  throw Error(Errc::InvalidArgument, message("'{1}' takes too long; make it simpler", pattern));
}

}  // namespace

struct Regex::Impl {
  std::string pattern;
  std::unique_ptr<icu::RegexPattern> compiled;
};

Regex::Regex(const std::string& pattern, bool ignore_case, const std::string& shown)
    : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  impl_->pattern = pattern;
  impl_->compiled.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern),
                                                   ignore_case ? UREGEX_CASE_INSENSITIVE : 0, where,
                                                   status));
  if (U_FAILURE(status)) {
    throw Error(
        Errc::InvalidArgument,
        message("{1} is not a regular expression ({2} at character {3})",
                shown.empty() ? "'" + pattern + "'" : shown, u_errorName(status), where.offset));
  }
}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

std::optional<TextSpan> Regex::search(std::string_view text) const {
  const std::vector<TextSpan> found = find(text, 1);
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::vector<TextSpan> Regex::find_all(std::string_view text) const {
  std::vector<TextSpan> found = find(text, SIZE_MAX);
  std::erase_if(found, [](const TextSpan& span) { return span.size() == 0; });
  return found;
}

std::vector<TextSpan> Regex::find(std::string_view text, std::size_t limit) const {
  std::vector<TextSpan> found;
  UErrorCode status = U_ZERO_ERROR;
  const Text opened = open_text(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(impl_->compiled->matcher(status));
  if (U_SUCCESS(status)) {
    set_limits(*matcher, status);
    matcher->reset(opened.get());
    while (found.size() < limit && matcher->find(status) && U_SUCCESS(status)) {
      found.push_back({static_cast<std::size_t>(matcher->start64(status)),
                       static_cast<std::size_t>(matcher->end64(status))});
    }
  }
  if (U_FAILURE(status)) throw_too_slow(impl_->pattern);
  return found;
}

struct RegexText::Impl {
  icu::UnicodeString units;
  std::vector<std::size_t> bytes;  ///< Of each unit, and of the end.
  std::uint64_t serial = 0;        ///< No two texts of a process have the same.
};

RegexText::RegexText(std::string_view text) : impl_(std::make_unique<Impl>()) {
  static std::atomic<std::uint64_t> last{0};
  impl_->serial = ++last;
  impl_->units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  impl_->bytes.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    impl_->bytes.insert(impl_->bytes.end(), c > 0xFFFF ? 2 : 1, begin);
  }
  impl_->bytes.push_back(text.size());
}
RegexText::~RegexText() = default;
RegexText::RegexText(RegexText&&) noexcept = default;
RegexText& RegexText::operator=(RegexText&&) noexcept = default;

std::size_t RegexText::size() const noexcept {
  return impl_->bytes.size() - 1;
}

std::size_t RegexText::to_byte(std::size_t unit) const {
  return impl_->bytes.at(unit);
}

std::size_t RegexText::to_unit(std::size_t byte) const {
  const auto at = std::lower_bound(impl_->bytes.begin(), impl_->bytes.end(), byte);
  return static_cast<std::size_t>(at - impl_->bytes.begin());
}

struct RegexMatcher::Impl {
  std::string pattern;
  std::unique_ptr<icu::RegexMatcher> matcher;
  icu::UnicodeString input;  ///< Aliases the text that is searched, or the beginning of it.
  std::uint64_t serial = 0;  ///< Of that text; 0 before there is one.

  /// Aliases the first @p size units of @p text and takes them for the input.
  void set_input(const RegexText& text, std::size_t size) {
    if (serial == text.impl_->serial && static_cast<std::size_t>(input.length()) == size) return;
    serial = text.impl_->serial;
    input.setTo(0, text.impl_->units.getBuffer(), static_cast<std::int32_t>(size));
    matcher->reset(input);
  }
  void check(UErrorCode status) const {
    if (U_FAILURE(status)) throw_too_slow(pattern);
  }
};

RegexMatcher::RegexMatcher(const Regex& regex) : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->pattern = regex.impl_->pattern;
  impl_->matcher.reset(regex.impl_->compiled->matcher(status));
  if (U_FAILURE(status)) throw Error(Errc::Internal, u_errorName(status));
  set_limits(*impl_->matcher, status);
  impl_->matcher->useAnchoringBounds(0);
  impl_->matcher->useTransparentBounds(1);
}
RegexMatcher::~RegexMatcher() = default;
RegexMatcher::RegexMatcher(RegexMatcher&&) noexcept = default;
RegexMatcher& RegexMatcher::operator=(RegexMatcher&&) noexcept = default;

std::optional<TextSpan> RegexMatcher::find(const RegexText& text, std::size_t from) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->set_input(text, text.size());
  const bool found = impl_->matcher->find(static_cast<std::int64_t>(from), status) != 0;
  impl_->check(status);
  if (!found) return std::nullopt;
  return TextSpan{static_cast<std::size_t>(impl_->matcher->start64(status)),
                  static_cast<std::size_t>(impl_->matcher->end64(status))};
}

bool RegexMatcher::matches_at(const RegexText& text, std::size_t at) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->set_input(text, text.size());
  const bool found = impl_->matcher->lookingAt(static_cast<std::int64_t>(at), status) != 0;
  impl_->check(status);
  return found;
}

bool RegexMatcher::matches_before(const RegexText& text, std::size_t end, std::size_t window) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->set_input(text, end);
  impl_->matcher->region(static_cast<std::int64_t>(end - std::min(end, window)),
                         static_cast<std::int64_t>(end), status);
  const bool found = impl_->matcher->find(status) != 0;
  impl_->check(status);
  return found;
}

}  // namespace trujaman::base
