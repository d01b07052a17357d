/// Any bytes read as SRX: only Error comes out; what is read segments a text without losing any.
#include <string>
#include <vector>

#include <trujaman/segmenter.hpp>

#include "fuzz.hpp"

namespace {

using namespace trujaman;

void check_spans(std::string_view text, const std::vector<TextSpan>& spans) {
  std::size_t done = 0;
  for (const TextSpan& span : spans) {
    fuzz::require(span.begin >= done, "spans stand in order and do not overlap");
    fuzz::require(span.end > span.begin && span.end <= text.size(), "a span is in the text");
    fuzz::require(fuzz::on_boundary(text, span.begin) && fuzz::on_boundary(text, span.end),
                  "a span begins and ends between code points");
    fuzz::require(base::trim(text.substr(done, span.begin - done)).empty(), "no text is left out");
    done = span.end;
  }
  fuzz::require(base::trim(text.substr(done)).empty(), "no text is left out at the end");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text =
      "1. El Sr. Ruiz vive en EE. UU. desde 2010. Véase p. ej. el art. 5: ¿sí? ¡No! \U0001F30D "
      "Fin.";
  try {
    const SrxRules rules(fuzz::bytes(data, size), "fuzz.srx");
    for (const SrxUse use : {SrxUse::Replace, SrxUse::Extend}) {
      const Segmenter segmenter(LanguageTag("es"),
                                {.abbreviations = {}, .srx = rules, .srx_use = use});
      check_spans(text, segmenter.split(text));
    }
  } catch (const Error&) {
    // No SRX, a pattern that is none, or one that takes too long.
  }
  return 0;
}
