#include "terms/concept_union.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "terms/concept_fields.hpp"
#include "terms/concept_matcher.hpp"

namespace trujaman::terms {
namespace {

template <typename Value>
void add_missing(std::vector<Value>& all, const std::vector<Value>& others) {
  // As often as the other has it: two transactions may have one date.
  std::vector<Value> known = all;
  for (const Value& value : others) {
    const auto found = std::ranges::find(known, value);
    if (found == known.end()) {
      all.push_back(value);
    } else {
      known.erase(found);
    }
  }
}

std::string joined(const std::vector<std::string_view>& texts) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += " | ";
    out += text;
  }
  return out;
}

class Union {
 public:
  Union(ConceptEntry& entry, const ConceptEntry& other, const UnionOptions& options)
      : entry_(&entry), other_(&other), options_(&options) {}

  std::vector<MergeConflict> run() {
    settle("subject", entry_->subject, other_->subject);
    const bool had_definition = !entry_->definition.empty();
    settle("definition", entry_->definition, other_->definition);
    const bool taken = entry_->definition == other_->definition;
    if (!other_->definition.empty() && taken && (options_->prefer_other || !had_definition) &&
        !(had_definition && other_->definition_language.undetermined())) {
      entry_->definition_language = other_->definition_language;
    }
    unite_sources();
    add_missing(entry_->notes, other_->notes);
    add_missing(entry_->properties, other_->properties);
    settle_preferred();
    for (const Term& term : other_->terms) unite_term(term);
    return std::move(conflicts_);
  }

 private:
  /// One value only can hold: the one that is there, or the preferred one.
  void settle(const std::string& field, std::string& value, const std::string& other) {
    if (other.empty() || value == other) return;
    if (!value.empty()) {
      conflict(field, value, other);
      if (!options_->prefer_other) return;
    }
    value = other;
  }

  /// Of sources, both hold: a second one is a property.
  void unite_sources() {
    const std::string& source = other_->source;
    if (source.empty() || source == entry_->source) return;
    if (entry_->source.empty()) {
      entry_->source = source;
    } else {
      const Property further{"source", source};
      if (std::ranges::find(entry_->properties, further) == entry_->properties.end()) {
        entry_->properties.push_back(further);
      }
    }
  }

  /// Languages in which both have preferred terms, but none in common.
  void settle_preferred() {
    std::set<std::string_view> languages;
    for (const Term& t : other_->terms) languages.insert(t.language.primary());
    for (const std::string_view language : languages) {
      const auto ours = preferred_terms(*entry_, language);
      const auto theirs = preferred_terms(*other_, language);
      const bool common = std::ranges::any_of(ours, [&](std::string_view text) {
        return std::ranges::find(theirs, text) != theirs.end();
      });
      if (ours.empty() || theirs.empty() || common) continue;
      contested_.emplace(language);
      if (options_->keep_statuses) continue;
      conflict(std::string(language) + " preferred term", joined(ours), joined(theirs));
      if (!options_->prefer_other) continue;
      for (Term& t : entry_->terms) {
        const bool ours_here = t.language.primary() == language;
        if (ours_here && t.status == TermStatus::Preferred) t.status = TermStatus::Admitted;
      }
    }
  }

  void unite_term(const Term& other) {
    const bool contested = contested_.contains(std::string(other.language.primary()));
    const auto found = std::ranges::find_if(entry_->terms, [&](const Term& t) {
      return t.language == other.language && t.text == other.text;
    });
    if (found == entry_->terms.end()) {
      const bool demoted = contested && (options_->keep_statuses || !options_->prefer_other);
      entry_->terms.push_back(other);
      Term& added = entry_->terms.back();
      if (demoted && added.status == TermStatus::Preferred) added.status = TermStatus::Admitted;
      return;
    }
    Term& term = *found;
    const std::string name = term_field(term);
    if (term.status != other.status && !options_->keep_statuses) {
      // The conflict about which is preferred has said it already.
      const bool said = contested && term.status != TermStatus::Deprecated &&
                        other.status != TermStatus::Deprecated;
      if (!said) {
        conflict(name, std::string(to_string(term.status)), std::string(to_string(other.status)));
      }
      if (options_->prefer_other) term.status = other.status;
    }
    settle(name + " part of speech", term.part_of_speech, other.part_of_speech);
    settle(name + " gender", term.gender, other.gender);
    settle(name + " source", term.source, other.source);
    if (term.acronym != other.acronym && options_->prefer_other && !options_->keep_statuses) {
      term.acronym = other.acronym;
    }
    add_missing(term.notes, other.notes);
    add_missing(term.properties, other.properties);
  }

  void conflict(std::string field, std::string first, std::string second) {
    conflicts_.push_back({entry_->id, std::move(field), std::move(first), std::move(second)});
  }

  ConceptEntry* entry_;
  const ConceptEntry* other_;
  const UnionOptions* options_;
  std::set<std::string> contested_;
  std::vector<MergeConflict> conflicts_;
};

}  // namespace

std::vector<MergeConflict> unite(ConceptEntry& entry, const ConceptEntry& other,
                                 const UnionOptions& options) {
  return Union(entry, other, options).run();
}

}  // namespace trujaman::terms
