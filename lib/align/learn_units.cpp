/// What a memory teaches: a lexicon from translation units.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/message.hpp>

#include "align/known.hpp"
#include "align/learn.hpp"
#include "align/pipeline.hpp"
#include "align/unit_sides.hpp"
#include "base/stem.hpp"
#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::inline v0 {
namespace {

/// The most frequent form of each word type, in lower case.
std::vector<std::string> forms_of(const SegmentedDocument& document, const align::Side& side) {
  const base::Stemmer stemmer(document.document.language);
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const std::string_view text = document.text(i);
    for (const base::Token& token : base::tokenize(text)) {
      if (token.kind != base::TokenKind::Word) continue;
      ++counts[base::to_lower(text.substr(token.span.begin, token.span.size()))];
    }
  }
  std::vector<std::string> forms(side.vocabulary.size());
  std::vector<std::size_t> best(side.vocabulary.size(), 0);
  for (const auto& [form, count] : counts) {
    const align::TypeId type = side.vocabulary.find(stemmer.stem(form));
    if (type == align::Vocabulary::npos || count <= best[type]) continue;
    best[type] = count;
    forms[type] = form;
  }
  return forms;
}

}  // namespace

std::vector<LexiconEntry> learn_lexicon(std::span<const TranslationUnit> units,
                                        const LanguagePair& languages,
                                        const LearnOptions& options) {
  constexpr int kPasses = 2;  // the second begins with what the first learned
  const auto report = [&](double done) {
    if (options.progress && !options.progress(done)) {
      throw Error(Errc::Cancelled, message("learning was stopped"));
    }
  };
  const align::UnitSides sides = align::sides_of(units, languages);
  if (sides.beads.empty()) return {};
  report(0.1);
  const align::KnownTranslations nothing(languages, {});
  align::Prepared docs = align::prepare(sides.source, sides.target, languages, nothing);
  for (int pass = 0; pass < kPasses; ++pass) {
    static_cast<void>(align::learn(docs.source, docs.target, sides.beads, docs.lexicon));
    report(0.1 + 0.8 * (pass + 1) / kPasses);
  }
  const std::vector<std::string> source_forms = forms_of(sides.source, docs.source);
  const std::vector<std::string> target_forms = forms_of(sides.target, docs.target);
  std::vector<LexiconEntry> entries;
  for (align::TypeId s = 0; s < docs.source.vocabulary.size(); ++s) {
    for (const align::Link& link : std::as_const(docs.lexicon).links(s)) {
      if (static_cast<double>(link.count) < options.min_count) continue;
      const double probability = std::sqrt(docs.lexicon.forward(s, link, 0.0, 0.0) *
                                           docs.lexicon.backward(link, 0.0, 0.0));
      const double weight = std::min(1.0, probability / align::kEntryBelief);
      if (weight < options.min_weight) continue;
      if (source_forms[s].empty() || target_forms[link.target].empty()) continue;
      entries.push_back({source_forms[s], target_forms[link.target], weight});
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  report(1.0);
  return entries;
}

}  // namespace trujaman::inline v0
