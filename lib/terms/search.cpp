/// What a user types → terms. Inflection is looked for both ways: the glossary's terms in the text,
/// and the text, taken as a term, in the glossary's terms; for a term's forms are made from the one
/// that is cited, never the reverse.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <trujaman/glossary.hpp>
#include <trujaman/term_search.hpp>

#include "base/unicode.hpp"

namespace trujaman::inline v0 {
namespace {

using Kind = TermMatch::Kind;

class TermSearch {
 public:
  TermSearch(std::span<const ConceptEntry> concepts, std::string_view text,
             std::span<const LanguageTag> wanted)
      : concepts_(concepts), wanted_(wanted) {
    text_ = base::to_nfc(base::trim(base::replace_invalid_utf8(text)));
    key_ = base::fold(text_);
  }

  std::vector<TermMatch> run() {
    if (key_.empty()) return {};
    compare_letters();
    look_for_terms();
    look_in_terms();
    std::vector<TermMatch> out;
    for (const auto& [place, kind] : found_) out.push_back({kind, place.first, place.second});
    std::ranges::stable_sort(out, {}, &TermMatch::kind);
    return out;
  }

 private:
  [[nodiscard]] bool is_wanted(const Term& term) const {
    return wanted_.empty() || std::ranges::any_of(wanted_, [&](const LanguageTag& range) {
             return term.language.matches(range);
           });
  }

  template <typename Visit>
  void for_each_term(const Visit& visit) {
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
      for (std::size_t t = 0; t < concepts_[c].terms.size(); ++t) {
        if (is_wanted(concepts_[c].terms[t])) visit(c, t, concepts_[c].terms[t]);
      }
    }
  }

  void compare_letters() {
    std::string folded;
    for_each_term([&](std::size_t c, std::size_t t, const Term& term) {
      base::fold(term.text, folded);
      if (folded == key_) {
        add(c, t, Kind::Exact);
      } else if (folded.find(key_) != std::string::npos) {
        add(c, t, Kind::Part);
      }
      languages_.try_emplace(std::string(term.language.primary()),
                             LanguageTag(term.language.primary()));
    });
  }

  void look_for_terms() {
    const Glossary all(std::vector<ConceptEntry>(concepts_.begin(), concepts_.end()));
    for (const auto& [primary, language] : languages_) {
      for (const TermHit& hit : all.recognize(text_, language, {.nested = true})) {
        const Term& term = concepts_[hit.concept_index].terms[hit.term_index];
        if (hit.span.size() != text_.size() || !is_wanted(term)) continue;
        add(hit.concept_index, hit.term_index, Kind::Inflected);
      }
    }
  }

  void look_in_terms() {
    ConceptEntry entry;
    for (const auto& [primary, language] : languages_) {
      Term& term = entry.terms.emplace_back();
      term.language = language;
      term.text = base::to_lower(text_);  // A capital would ask for one.
    }
    const Glossary query({entry});
    for_each_term([&](std::size_t c, std::size_t t, const Term& term) {
      const std::string text = base::to_lower(term.text);
      for (const TermHit& hit : query.recognize(text, term.language)) {
        add(c, t, hit.span.size() == text.size() ? Kind::Inflected : Kind::Part);
      }
    });
  }

  void add(std::size_t concept_index, std::size_t term_index, Kind kind) {
    const auto [place, added] = found_.try_emplace({concept_index, term_index}, kind);
    place->second = std::min(place->second, kind);
  }

  std::span<const ConceptEntry> concepts_;
  std::span<const LanguageTag> wanted_;
  std::string text_;
  std::string key_;
  std::map<std::string, LanguageTag> languages_;
  std::map<std::pair<std::size_t, std::size_t>, Kind> found_;
};

}  // namespace

std::vector<TermMatch> search_terms(std::span<const ConceptEntry> concepts, std::string_view text,
                                    std::span<const LanguageTag> languages) {
  return TermSearch(concepts, text, languages).run();
}

}  // namespace trujaman::inline v0
