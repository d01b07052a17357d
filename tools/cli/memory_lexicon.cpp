#include "cli/memory_lexicon.hpp"

#include <algorithm>
#include <deque>

namespace trujaman::cli {
namespace {

constexpr std::size_t most_units = 20'000;

bool is_only_from(const TranslationUnit& unit, const std::string& document) {
  return !unit.occurrences.empty() &&
         std::ranges::all_of(unit.occurrences,
                             [&](const Occurrence& o) { return o.document == document; });
}

}  // namespace

std::vector<LexiconEntry> memory_lexicon(const Memory& memory, const LanguagePair& languages,
                                         const std::string& except_document,
                                         const LearnOptions& options) {
  std::deque<TranslationUnit> newest;
  memory.for_each(
      [&](std::int64_t /*row*/, const TranslationUnit& unit) {
        if (is_only_from(unit, except_document)) return true;
        newest.push_back(unit);
        if (newest.size() > most_units) newest.pop_front();
        return true;
      },
      {.languages = {languages.source, languages.target}, .document = {}});
  return learn_lexicon(std::vector<TranslationUnit>(newest.begin(), newest.end()), languages,
                       options);
}

}  // namespace trujaman::cli
