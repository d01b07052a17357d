#include "extract/novelty.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace trujaman::extract {
namespace {

/// Concepts that @p term, as a whole, is a term of.
std::vector<std::size_t> concepts_of(const Glossary& glossary, const CandidateTerm& term) {
  std::vector<std::size_t> out;
  for (const TermHit& hit : glossary.recognize(term.text, term.language)) {
    if (hit.span.begin == 0 && hit.span.end == term.text.size()) out.push_back(hit.concept_index);
  }
  return out;
}

std::vector<std::string> usable_terms(const ConceptEntry& entry, const LanguageTag& language) {
  std::vector<std::string> out;
  for (const TermStatus status : {TermStatus::Preferred, TermStatus::Admitted}) {
    for (const Term& term : entry.terms) {
      if (term.status != status || term.language.primary() != language.primary()) continue;
      out.push_back(term.text);
    }
  }
  return out;
}

TranslationUnit unit_of(const LanguagePair& languages, const std::string& source,
                        const std::string& target) {
  TranslationUnit unit;
  unit.variants.resize(2);
  unit.variants[0].language = languages.source;
  unit.variants[0].text = source;
  unit.variants[1].language = languages.target;
  unit.variants[1].text = target;
  return unit;
}

}  // namespace

void compare_with(const Glossary& glossary, TermCandidate& candidate) {
  using Novelty = TermCandidate::Novelty;
  candidate.novelty = Novelty::New;
  candidate.known.clear();
  const std::vector<std::size_t> sources = concepts_of(glossary, candidate.terms.front());
  for (std::size_t t = 1; t < candidate.terms.size(); ++t) {
    const CandidateTerm& target = candidate.terms[t];
    if (target.text.empty()) continue;
    std::vector<std::string> others;
    for (const std::size_t c : sources) {
      for (std::string& text : usable_terms(glossary.concepts()[c], target.language)) {
        if (std::ranges::find(others, text) == others.end()) others.push_back(std::move(text));
      }
    }
    if (others.empty()) continue;  // it has no equivalent to compare with
    const std::vector<std::size_t> targets = concepts_of(glossary, target);
    const bool has_both = std::ranges::any_of(
        targets, [&](std::size_t c) { return std::ranges::find(sources, c) != sources.end(); });
    if (has_both) {
      if (candidate.novelty == Novelty::New) candidate.novelty = Novelty::Known;
    } else {
      if (candidate.novelty != Novelty::Differs) candidate.known = std::move(others);
      candidate.novelty = Novelty::Differs;
    }
  }
}

std::vector<TranslationUnit> as_units(const Glossary& glossary, const LanguagePair& languages) {
  std::vector<TranslationUnit> out;
  for (const ConceptEntry& entry : glossary.concepts()) {
    const std::vector<std::string> sources = usable_terms(entry, languages.source);
    const std::vector<std::string> targets = usable_terms(entry, languages.target);
    if (sources.empty() || targets.empty()) continue;
    for (const std::string& source : sources) {
      out.push_back(unit_of(languages, source, targets.front()));
    }
    for (std::size_t t = 1; t < targets.size(); ++t) {
      out.push_back(unit_of(languages, sources.front(), targets[t]));
    }
  }
  return out;
}

}  // namespace trujaman::extract
