/// @file
/// Proposing terms for a glossary from translation units.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/glossary.hpp>
#include <trujaman/language.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// A form in which a term was found, with its capitals.
struct TermForm {
  std::string text;       ///< As it stands in texts.
  std::size_t count = 0;  ///< How often it was seen.
};

/// What a candidate is called in one language.
struct CandidateTerm {
  LanguageTag language;          ///< What it is a term of.
  std::string text;              ///< UTF-8, NFC: the singular, where it was seen often enough.
  std::string acronym;           ///< Its short form; or empty.
  std::vector<TermForm> forms;   ///< Most frequent first; text is among them.
  std::size_t example_unit = 0;  ///< A unit that it stands in, as index of those given.
  TextSpan example;              ///< Where it stands in that unit's variant.
};

/// A term and its equivalents, to be judged by a person.
struct TermCandidate {
  /// The source's, then one a target language, in the order asked for. Where no equivalent was
  /// found, its text is empty.
  std::vector<CandidateTerm> terms;
  double score = 0.0;       ///< How good a proposal it is, in [0, 1]; for ranking within one list.
  std::size_t count = 0;    ///< Places where the source term faces the (first) target's.
  std::size_t example = 0;  ///< A unit, as index of what was given.
  /// What the glossary has of a candidate.
  enum class Novelty {
    New,      ///< The glossary does not have the source term.
    Differs,  ///< It has the source term, with other equivalents: see known.
    Known,    ///< It has both.
  };
  Novelty novelty = Novelty::New;  ///< What the glossary has of it.
  /// What the glossary has for the source term in the first target language whose equivalent it
  /// does not have; deprecated terms are left out.
  std::vector<std::string> known;
};

/// Name of a novelty in lower case: "new", "differs", "known".
[[nodiscard]] TRUJAMAN_API std::string_view to_string(TermCandidate::Novelty novelty) noexcept;

/// Which candidates are wanted, and what is known already.
struct ExtractOptions {
  std::size_t limit = 0;      ///< Most candidates returned; 0 = all.
  std::size_t min_count = 2;  ///< Candidates found in fewer places are left out, but acronyms.
  std::size_t max_words = 6;  ///< Most words of a term, function words not counted; at most 8.
  /// What is known already; may be null, borrowed. Helps to align words, too.
  const Glossary* glossary = nullptr;
  bool keep_known = false;  ///< Also candidates that the glossary has.
  Progress progress;        ///< Share of the work done; may stop it.
};

/// Terms of @p source with their equivalents in each of @p targets, as @p units have them, best
/// first, ties in alphabetical order. Noun phrases of both languages that the word alignment puts
/// together, each with one equivalent a language; what stands only within longer candidates is
/// left out, and so is what is inflected only. Acronyms come with the long forms that introduce
/// them ("Objetivos de Desarrollo Sostenible (ODS)"). Made for Spanish, English and French;
/// of other languages, only runs of words of over three letters are proposed. Units without text in
/// both languages of a pair are passed over. Texts are UTF-8 in NFC. Thread-safe; the method is in
/// lib/extract/README.md. Time and memory O(words of the units), with learning in
/// O(source words · target words of each).
/// @throws Error{InvalidArgument} when @p targets is empty, Error{Cancelled} when progress returns
/// false.
[[nodiscard]] TRUJAMAN_API std::vector<TermCandidate> extract_terms(
    std::span<const TranslationUnit> units, const LanguageTag& source,
    std::span<const LanguageTag> targets, const ExtractOptions& options = {});

}  // namespace trujaman::inline v0
