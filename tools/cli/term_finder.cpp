#include "cli/term_finder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "cli/shared_files.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace {

/// The terms of @p entry in @p language that may be used, the preferred ones first.
std::vector<std::string> usable_terms(const ConceptEntry& entry, const LanguageTag& language) {
  std::vector<std::string> out;
  for (const TermStatus status : {TermStatus::Preferred, TermStatus::Admitted}) {
    for (const Term& term : entry.terms) {
      if (term.status == status && term.language.matches(language)) out.push_back(term.text);
    }
  }
  return out;
}

/// The languages of @p entry other than @p source, each once, in the entry's order.
std::vector<LanguageTag> other_languages(const ConceptEntry& entry, const LanguageTag& source) {
  std::vector<LanguageTag> out;
  for (const Term& term : entry.terms) {
    const bool same = term.language.primary() == source.primary();
    if (!same && std::ranges::find(out, term.language) == out.end()) out.push_back(term.language);
  }
  return out;
}

}  // namespace

std::vector<ConceptEntry> read_glossaries(const std::vector<std::string>& paths) {
  std::vector<ConceptEntry> concepts;
  for (const std::string& path : paths) {
    std::ranges::move(read_glossary(find_glossary(path), print_warning),
                      std::back_inserter(concepts));
  }
  return concepts;
}

TermFinder::TermFinder(std::vector<ConceptEntry> concepts, LanguageTag source,
                       std::vector<LanguageTag> targets, const RecognizeOptions& options)
    : glossary_(std::move(concepts)),
      source_(std::move(source)),
      targets_(std::move(targets)),
      options_(options) {}

std::vector<FoundTerm> TermFinder::find(const std::string& text) const {
  std::vector<FoundTerm> out;
  for (const TermHit& hit : glossary_.recognize(text, source_, options_)) {
    const ConceptEntry& entry = glossary_.concepts()[hit.concept_index];
    FoundTerm found{.span = hit.span,
                    .matched = text.substr(hit.span.begin, hit.span.size()),
                    .entry = &entry,
                    .term = &entry.terms[hit.term_index],
                    .equivalents = {}};
    for (const LanguageTag& target :
         targets_.empty() ? other_languages(entry, source_) : targets_) {
      found.equivalents.emplace_back(target, usable_terms(entry, target));
    }
    out.push_back(std::move(found));
  }
  return out;
}

Json terms_json(const std::vector<FoundTerm>& terms) {
  Json out = Json::array();
  for (const FoundTerm& found : terms) {
    Json equivalents = Json::object();
    for (const auto& [language, texts] : found.equivalents) equivalents[language.str()] = texts;
    out.push_back({{"start", found.span.begin},
                   {"end", found.span.end},
                   {"matched", found.matched},
                   {"concept", found.entry->id},
                   {"term", found.term->text},
                   {"status", to_string(found.term->status)},
                   {"equivalents", std::move(equivalents)}});
  }
  return out;
}

void print_terms(const std::vector<FoundTerm>& terms, const std::string& indent) {
  for (const FoundTerm& found : terms) {
    std::string line = indent + found.matched;
    if (found.matched != found.term->text) line += " (" + found.term->text + ")";
    if (found.term->status == TermStatus::Deprecated) line += " [" + message("deprecated") + "]";
    for (const auto& [language, texts] : found.equivalents) {
      line += "  " + language.str() + ": ";
      for (std::size_t i = 0; i < texts.size(); ++i) line += (i == 0 ? "" : " | ") + texts[i];
      if (texts.empty()) line += "–";
    }
    print_line(line);
  }
}

}  // namespace trujaman::cli
