#include <algorithm>

#include <trujaman/c/translate.h>
#include <trujaman/document_writer.hpp>
#include <trujaman/memory.hpp>
#include <trujaman/segmenter.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"

using namespace trujaman;

namespace {

/// Whether there is anything to translate in a text: a letter of any script, or a sign beyond ASCII
/// that may be one.
bool has_words(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) >= 0xC3U);
  });
}

/// The block's codes that stand in @p span, whole pairs only, at their places in it.
InlineCodes codes_in(const Block& block, TextSpan span) {
  InlineCodes out;
  for (const InlineCode& code : block.codes) {
    if (code.position < span.begin || code.position > span.end) continue;
    out.push_back(code);
    out.back().position -= span.begin;
  }
  std::erase_if(out, [&out, all = out](const InlineCode& code) {
    return code.pair != 0 && std::ranges::count(all, code.pair, &InlineCode::pair) != 2;
  });
  return out;
}

/// The best match for a segment, with its codes and without: formatting that the memory does not
/// know is no reason to leave a sentence.
std::optional<FuzzyMatch> best_match(const Memory& memory, const LanguagePair& languages,
                                     const SegmentedDocument& document, std::size_t number,
                                     double min_score) {
  const Segment& segment = document.segments[number];
  const InlineCodes codes = codes_in(document.document.blocks[segment.block], segment.span);
  std::optional<FuzzyMatch> best;
  for (const bool with_codes : {true, false}) {
    if (with_codes && codes.empty()) continue;
    LookupOptions options{.min_score = min_score, .limit = 1};
    if (number > 0) options.previous = document.text(number - 1);
    if (number + 1 < document.size()) options.next = document.text(number + 1);
    if (with_codes) options.codes = codes;
    std::vector<FuzzyMatch> found = memory.lookup(document.text(number), languages, options);
    if (!found.empty() && (!best || found.front().score > best->score)) {
      best = std::move(found.front());
    }
  }
  return best;
}

void count(trujaman_pretranslate_summary& summary, MatchKind kind) {
  switch (kind) {
    case MatchKind::Context:
      ++summary.context;
      return;
    case MatchKind::Exact:
      ++summary.exact;
      return;
    case MatchKind::Fuzzy:
      ++summary.fuzzy;
      return;
  }
}

/// What becomes of the segments of each block.
std::vector<std::vector<Rendering>> render(const Memory& memory, const LanguagePair& languages,
                                           const SegmentedDocument& document,
                                           const trujaman_pretranslate_options& how,
                                           trujaman_pretranslate_summary& summary) {
  const Progress progress = capi::progress(how.progress, how.user);
  std::vector<std::vector<Rendering>> out(document.document.blocks.size());
  summary.segments = document.size();
  for (std::size_t i = 0; i < document.size(); ++i) {
    if (progress && !progress(static_cast<double>(i) / static_cast<double>(document.size()))) {
      capi::go_on(0);
    }
    const Segment& segment = document.segments[i];
    Rendering rendering{.span = segment.span, .text = {}, .codes = {}};
    if (auto match = best_match(memory, languages, document, i, how.min_score)) {
      count(summary, match->kind);
      rendering.text = std::move(match->target.text);
      rendering.codes = std::move(match->target.codes);
      // In files of units it is no colour but the state of the unit.
      rendering.revise = match->score < 100.0 && (!how.no_highlight || document.document.segmented);
    } else if (!has_words(document.text(i))) {
      ++summary.wordless;
      continue;
    } else if (how.no_highlight) {
      ++summary.left;
      continue;
    }
    out[segment.block].push_back(std::move(rendering));
  }
  return out;
}

}  // namespace

trujaman_status trujaman_memory_pretranslate(const trujaman_memory* memory, const char* source,
                                             const char* target, const trujaman_input* input,
                                             const trujaman_output* output,
                                             const trujaman_pretranslate_options* options,
                                             trujaman_pretranslate_summary* summary) {
  return capi::put_if(summary, [&] {
    const Memory& from = *capi::need(memory, "memory").memory;
    capi::need(output, "output");
    const auto how = capi::complete<trujaman_pretranslate_options>(
        options, TRUJAMAN_PRETRANSLATE_OPTIONS_INIT, "options");
    capi::need_unused(how.reserved, "options");
    const ReadOptions reading{.encoding = std::string(capi::text(how.encoding, "options.encoding")),
                              .on_diagnostic = capi::diagnostic_sink(how.on_diagnostic, how.user)};
    capi::Input in(input);
    const std::string bytes = in.bytes();
    Document read = read_document_bytes(bytes, in.name(), capi::language(source), reading);
    const LanguagePair languages{read.language, capi::language(target)};
    const SegmentedDocument document = how.segmenter == nullptr
                                           ? Segmenter(read.language).segment(std::move(read))
                                           : how.segmenter->segmenter.segment(std::move(read));
    capi::Output out(output);
    trujaman_pretranslate_summary done{};
    const auto renderings = render(from, languages, document, how, done);
    const RenderSummary rendered =
        translate_document(bytes, in.name(), out.stream(),
                           [&](std::size_t number, const Block&) { return renderings.at(number); },
                           {.encoding = reading.encoding, .on_diagnostic = reading.on_diagnostic});
    out.finish();
    done.replaced = rendered.replaced;
    done.left += rendered.left;
    return done;
  });
}
