#include "commands/align_sides.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <trujaman/message.hpp>
#include <trujaman/segmenter.hpp>

#include "cli/signals.hpp"
#include "cli/status.hpp"

namespace trujaman::cli {
namespace {

/// Refuses a document that is plainly not in the language it is said to be in, as happens when the
/// names of two files are exchanged. Segments vote, so that a text of which half is not translated
/// yet passes. Other languages than ours are taken on trust.
void check_language(const Side& side) {
  constexpr std::size_t least_votes = 3;
  constexpr std::size_t least_share = 4;  // a quarter
  const LanguageTag said(side.text.document.language.primary());
  std::map<LanguageTag, std::size_t> votes{
      {LanguageTag("es"), 0}, {LanguageTag("en"), 0}, {LanguageTag("fr"), 0}};
  if (!votes.contains(said)) return;
  std::size_t all = 0;
  for (std::size_t i = 0; i < side.text.size(); ++i) {
    const auto vote = votes.find(detect_language(side.text.text(i)));
    if (vote == votes.end()) continue;
    ++vote->second;
    ++all;
  }
  if (all < least_votes || votes[said] * least_share >= all) return;
  const auto most = std::ranges::max_element(votes, {}, [](const auto& v) { return v.second; });
  throw Error(Errc::InvalidArgument,
              message("is in {1}, not in {2}; name the languages in the documents' order with -l",
                      most->first.str(), said.str()),
              {.source = side.path});
}

/// Reads and segments document @p i. @throws Error when there is no text in it.
Side read_side(const SideArguments& args, std::size_t i) {
  const std::string& path = args.documents[i];
  const LanguageTag wanted =
      args.languages.empty() ? LanguageTag() : LanguageTag(args.languages[i]);
  ReadOptions options{.encoding = {}, .on_diagnostic = print_warning};
  if (!args.encodings.empty()) {
    options.encoding = args.encodings[std::min(i, args.encodings.size() - 1)];
  }
  Side side{.path = path, .text = {}};
  if (args.segmented) {
    side.text = read_segmented(path, wanted, options);
  } else {
    Document document = read_document(path, wanted, options);
    const Segmenter segmenter = make_segmenter(document.language, args.segmentation);
    side.text = segmenter.segment(std::move(document));
  }
  check_language(side);
  const auto has_text = [](const Segment& s) { return s.span.size() != 0; };
  if (std::ranges::none_of(side.text.segments, has_text)) {
    throw Error(Errc::Malformed, message("has no text to align; give the document with its text"),
                {.source = path});
  }
  return side;
}

}  // namespace

std::vector<Side> read_sides(const SideArguments& args) {
  std::vector<Side> sides;
  for (std::size_t i = 0; i < args.documents.size(); ++i) {
    stop_if_interrupted();
    sides.push_back(read_side(args, i));
    const LanguageTag& language = sides[i].text.document.language;
    for (std::size_t j = 0; j < i; ++j) {
      if (sides[j].text.document.language != language) continue;
      throw Error(
          Errc::InvalidArgument,
          message(
              "is in the same language ({1}) as {2}; name the languages with -l if that is wrong",
              language.str(), sides[j].path),
          {.source = sides[i].path});
    }
  }
  return sides;
}

}  // namespace trujaman::cli
