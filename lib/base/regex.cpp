#include "base/regex.hpp"

#include <cstdint>

#include <unicode/regex.h>
#include <unicode/utext.h>

#include <trujaman/error.hpp>

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

}  // namespace

struct Regex::Impl {
  std::string pattern;
  std::unique_ptr<icu::RegexPattern> compiled;
};

Regex::Regex(const std::string& pattern, bool ignore_case) : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  impl_->pattern = pattern;
  impl_->compiled.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern),
                                                   ignore_case ? UREGEX_CASE_INSENSITIVE : 0, where,
                                                   status));
  if (U_FAILURE(status)) {
    throw Error(Errc::InvalidArgument, "'" + pattern + "' is not a regular expression (" +
                                           u_errorName(status) + " at character " +
                                           std::to_string(where.offset) + ")");
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
    matcher->setTimeLimit(kTimeLimit, status);
    matcher->setStackLimit(kStackBytes, status);
    matcher->reset(opened.get());
    while (found.size() < limit && matcher->find(status) && U_SUCCESS(status)) {
      found.push_back({static_cast<std::size_t>(matcher->start64(status)),
                       static_cast<std::size_t>(matcher->end64(status))});
    }
  }
  if (U_FAILURE(status)) {
    throw Error(Errc::InvalidArgument, "'" + impl_->pattern + "' takes too long; make it simpler");
  }
  return found;
}

}  // namespace trujaman::base
