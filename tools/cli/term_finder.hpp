/// @file
/// Terms in a text and their equivalents, for the commands that show them.
#pragma once

#include <string>
#include <vector>

#include <trujaman/glossary.hpp>

#include "cli/json.hpp"

namespace trujaman::cli {

/// Concepts of glossary files, in order; what was skipped in them is printed as a warning.
/// @throws Error{Io}, Error{Malformed}.
[[nodiscard]] std::vector<ConceptEntry> read_glossaries(const std::vector<std::string>& paths);

/// One term of a text with what it is called in other languages.
struct FoundTerm {
  TextSpan span;
  std::string matched;
  const ConceptEntry* entry = nullptr;  ///< Borrowed from the finder.
  const Term* term = nullptr;           ///< Borrowed from the finder.
  /// A language and its terms, the preferred ones first.
  std::vector<std::pair<LanguageTag, std::vector<std::string>>> equivalents;
};

/// Finds terms of one language and gives their equivalents in others.
class TermFinder {
 public:
  /// Without @p targets, all languages of a concept are given.
  TermFinder(std::vector<ConceptEntry> concepts, LanguageTag source,
             std::vector<LanguageTag> targets, const RecognizeOptions& options = {});
  [[nodiscard]] std::vector<FoundTerm> find(const std::string& text) const;

 private:
  Glossary glossary_;
  LanguageTag source_;
  std::vector<LanguageTag> targets_;
  RecognizeOptions options_;
};

/// [{"start","end","matched","concept","term","status","equivalents"}, …]
[[nodiscard]] Json terms_json(const std::vector<FoundTerm>& terms);

/// Prints a line a term, each after @p indent.
void print_terms(const std::vector<FoundTerm>& terms, const std::string& indent);

}  // namespace trujaman::cli
