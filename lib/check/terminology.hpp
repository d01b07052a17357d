/// @file
/// The rules about terms: Term, DeprecatedTerm, Acronym.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <trujaman/glossary.hpp>

#include "check/report.hpp"
#include "check/side.hpp"

namespace trujaman::check {

/// A glossary as the rules ask it. Immutable after construction.
class Terminology {
 public:
  explicit Terminology(const Glossary& glossary);  ///< Borrowed.

  void check(const Pair& pair, Report& report) const;

 private:
  struct Acronym {
    std::size_t concept_index;
    std::size_t term_index;
  };
  using Hits = std::vector<TermHit>;
  using Concepts = std::vector<std::size_t>;  ///< Ascending.

  [[nodiscard]] const Term& term_of(const TermHit& hit) const;
  void check_deprecated(const Side& side, const Hits& hits, Severity severity,
                        Report& report) const;
  /// Reports what @p side has of other languages; gives the concepts that were reported.
  Concepts check_acronyms(const Side& side, const Hits& hits, const Side& other,
                          const Hits& hits_of_other, Report& report) const;
  void check_equivalents(const Pair& pair, const Hits& source, const Hits& target,
                         const Concepts& reported, Report& report) const;
  [[nodiscard]] std::vector<std::string_view> usable_terms(std::size_t concept_index,
                                                           const LanguageTag& language) const;

  const Glossary* glossary_;
  std::unordered_map<std::string_view, std::vector<Acronym>> acronyms_;
};

}  // namespace trujaman::check
