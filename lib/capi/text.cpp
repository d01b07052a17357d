#include <memory>

#include <trujaman/analysis.hpp>
#include <trujaman/c/text.h>
#include <trujaman/document.hpp>
#include <trujaman/message.hpp>
#include <trujaman/unicode.hpp>
#include <trujaman/unit_diff.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/spans.hpp"

using namespace trujaman;

namespace {

struct OwnedDifference : trujaman_text_difference {
  capi::Arena arena;
};

}  // namespace

void trujaman_spans_free(trujaman_spans* spans) {
  delete static_cast<capi::OwnedSpans*>(spans);
}

trujaman_status trujaman_text_normalize(const char* text, trujaman_buffer** normalized) {
  return capi::give(normalized, "normalized",
                    [&] { return capi::make_buffer(to_nfc(capi::need_text(text, "text"))); });
}

trujaman_status trujaman_text_language(const char* text, const char** language) {
  return capi::put(language, "language", [&] {
    return capi::keep_forever(detect_language(capi::need_text(text, "text")).str());
  });
}

trujaman_status trujaman_text_words(const char* text, size_t* words) {
  return capi::put(words, "words", [&] { return count_words(capi::need_text(text, "text")); });
}

trujaman_status trujaman_text_compare(const char* before, const char* after,
                                      trujaman_text_difference** difference) {
  return capi::give(difference, "difference", [&] {
    const TextDifference found =
        compare_words(capi::need_text(before, "before"), capi::need_text(after, "after"));
    auto out = std::make_unique<OwnedDifference>();
    out->before = to_c(found.before, out->arena);
    out->before_count = found.before.size();
    out->after = to_c(found.after, out->arena);
    out->after_count = found.after.size();
    return out;
  });
}

void trujaman_text_difference_free(trujaman_text_difference* difference) {
  delete static_cast<OwnedDifference*>(difference);
}

trujaman_status trujaman_language_canonical(const char* tag, const char** canonical) {
  return capi::put(canonical, "canonical", [&] {
    return capi::keep_forever(LanguageTag(capi::need_text(tag, "tag")).str());
  });
}

trujaman_status trujaman_language_matches(const char* tag, const char* range, bool* matches) {
  return capi::put(matches, "matches", [&] {
    return LanguageTag(capi::need_text(tag, "tag"))
        .matches(LanguageTag(capi::need_text(range, "range")));
  });
}

trujaman_status trujaman_set_message_language(const char* language) {
  return capi::guard(
      [&] { set_message_language(LanguageTag(capi::need_text(language, "language"))); });
}

trujaman_status trujaman_message_language(const char** language) {
  return capi::put(language, "language",
                   [&] { return capi::keep_forever(message_language().str()); });
}
