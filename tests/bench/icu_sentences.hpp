/// @file
/// ICU's sentence iterator as a splitter, for comparison.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

#include <trujaman/text.hpp>

#include "base/unicode.hpp"

namespace trujaman::bench {

/// Default sentence boundaries (UAX #29) of a language, with its suppressions (CLDR) or without.
class IcuSentences {
 public:
  IcuSentences(const std::string& language, bool suppressions) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(language.c_str());
    iterator_.reset(icu::BreakIterator::createSentenceInstance(locale, status));
    if (suppressions) {
      const std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
          icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
      if (U_SUCCESS(status)) iterator_.reset(builder->build(iterator_.release(), status));
    }
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  }

  /// Sentences of UTF-8 text, trimmed of white space.
  std::vector<TextSpan> split(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText* opened =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_->setText(opened, status);
    utext_close(opened);  // the iterator has a clone of its own
    std::vector<TextSpan> out;
    for (std::int32_t begin = 0, end = iterator_->next(); end != icu::BreakIterator::DONE;
         begin = end, end = iterator_->next()) {
      const TextSpan span =
          base::trim(text, {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
      if (span.size() > 0) out.push_back(span);
    }
    return out;
  }

  /// Number of boundaries in text that is UTF-16 already: the work of the iterator alone.
  std::size_t count(const icu::UnicodeString& text) {
    iterator_->setText(text);
    std::size_t n = 0;
    while (iterator_->next() != icu::BreakIterator::DONE) ++n;
    return n;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

}  // namespace trujaman::bench
