/// Any text, cut into segments.
#include <array>
#include <string>
#include <vector>

#include <trujaman/segmenter.hpp>

#include "fuzz.hpp"

namespace {

using namespace trujaman;

bool blank(std::string_view text) {
  return base::trim(text).empty();
}

void check_spans(std::string_view text, const std::vector<TextSpan>& spans) {
  std::size_t done = 0;
  for (const TextSpan& span : spans) {
    fuzz::require(span.begin >= done, "spans stand in order and do not overlap");
    fuzz::require(span.end > span.begin && span.end <= text.size(), "a span is in the text");
    fuzz::require(fuzz::on_boundary(text, span.begin) && fuzz::on_boundary(text, span.end),
                  "a span begins and ends between code points");
    fuzz::require(blank(text.substr(done, span.begin - done)), "no text is left out");
    fuzz::require_clean(text.substr(span.begin, span.size()));
    done = span.end;
  }
  fuzz::require(blank(text.substr(done)), "no text is left out at the end");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array<Segmenter, 4> segmenters{
      Segmenter(LanguageTag("es")), Segmenter(LanguageTag("en")), Segmenter(LanguageTag("fr")),
      Segmenter(LanguageTag("de"))};
  // What the reader promises of the texts that it hands on.
  const std::string text = base::to_nfc(base::replace_invalid_utf8(fuzz::bytes(data, size)));
  for (const Segmenter& segmenter : segmenters) check_spans(text, segmenter.split(text));
  return 0;
}
