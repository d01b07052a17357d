#include "check/terminology.hpp"

#include <algorithm>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "check/quantity.hpp"

namespace trujaman::check {
namespace {

bool looks_like_acronym(std::string_view word) {
  return word.size() >= 2 && std::ranges::none_of(word, base::is_ascii_lower) &&
         std::ranges::any_of(word, base::is_ascii_upper);
}

bool same_language(const LanguageTag& a, const LanguageTag& b) noexcept {
  return a.primary() == b.primary();
}

bool contains(const std::vector<std::size_t>& sorted, std::size_t value) {
  return std::ranges::binary_search(sorted, value);
}

std::vector<std::size_t> concepts_of(const std::vector<TermHit>& hits) {
  std::vector<std::size_t> out;
  for (const TermHit& hit : hits) out.push_back(hit.concept_index);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Whether word @p b is of the family of @p a: "migration", "migratory"; "care", "healthcare".
bool related(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest = 4;
  if (a.size() >= shortest && b.find(a) != std::string_view::npos) return true;
  const auto same = std::ranges::mismatch(a, b);
  const auto common = static_cast<std::size_t>(same.in1 - a.begin());
  return a == b || (common >= shortest && common * 5 >= std::min(a.size(), b.size()) * 3);
}

std::vector<std::string> folded_words(std::string_view text,
                                      const std::vector<base::Token>& tokens) {
  std::vector<std::string> out;
  for (const base::Token& token : tokens) {
    if (token.kind == base::TokenKind::Punctuation) continue;
    out.push_back(base::fold(text.substr(token.span.begin, token.span.size())));
  }
  return out;
}

/// Whether the words at @p span are a part of something longer: "MS-DOS", "UN/CEFACT", an address.
bool is_part_of_name(const Side& side, TextSpan span) {
  constexpr std::string_view joints = "-/_.\\";
  const std::string_view text = side.text;
  const auto joins = [&](std::size_t joint, std::size_t beyond) {
    return joint < text.size() && joints.find(text[joint]) != std::string_view::npos &&
           beyond < text.size() && base::is_ascii_alnum(text[beyond]);
  };
  return side.is_opaque(span.begin) || (span.begin >= 2 && joins(span.begin - 1, span.begin - 2)) ||
         joins(span.end, span.end + 1);
}

/// Whether every word of @p term that carries meaning has a relative among @p words, in any order:
/// the term was rephrased ("se desarrolle de manera sostenible").
bool rephrased(std::string_view term, const std::vector<std::string>& words) {
  constexpr std::size_t shortest = 4;
  bool any = false;
  const bool acronym = looks_like_acronym(term);
  for (const std::string& word : folded_words(term, base::tokenize(term))) {
    if (word.size() < shortest && !acronym) continue;
    any = true;
    if (std::ranges::none_of(words, [&](const std::string& w) { return related(word, w); })) {
      return false;
    }
  }
  return any;
}

std::string list(const std::vector<std::string_view>& terms) {
  constexpr std::size_t most = 3;
  std::string out;
  for (std::size_t i = 0; i < terms.size() && i < most; ++i) {
    out = i == 0 ? quoted(terms[i]) : message("{1} or {2}", out, quoted(terms[i]));
  }
  return out;
}

/// A common noun by itself has other meanings, too ("panel", "cuota"); names and phrases have not.
Severity severity_of(const Term& term) {
  const bool one_word = term.text.find_first_of(" -") == std::string::npos;
  const bool common = base::to_lower(term.text) == term.text;
  return one_word && common ? Severity::Note : Severity::Warning;
}

}  // namespace

Terminology::Terminology(const Glossary& glossary) : glossary_(&glossary) {
  const auto concepts = glossary.concepts();
  for (std::size_t c = 0; c < concepts.size(); ++c) {
    for (std::size_t t = 0; t < concepts[c].terms.size(); ++t) {
      const Term& term = concepts[c].terms[t];
      if (term.status == TermStatus::Deprecated) continue;
      if (term.acronym || looks_like_acronym(term.text)) acronyms_[term.text].push_back({c, t});
    }
  }
}

const Term& Terminology::term_of(const TermHit& hit) const {
  return glossary_->concepts()[hit.concept_index].terms[hit.term_index];
}

std::vector<std::string_view> Terminology::usable_terms(std::size_t concept_index,
                                                        const LanguageTag& language) const {
  std::vector<std::string_view> out;
  for (const TermStatus status : {TermStatus::Preferred, TermStatus::Admitted}) {
    for (const Term& term : glossary_->concepts()[concept_index].terms) {
      if (term.status == status && same_language(term.language, language)) {
        out.push_back(term.text);
      }
    }
  }
  return out;
}

void Terminology::check_deprecated(const Side& side, const Hits& hits, Severity severity,
                                   Report& report) const {
  for (const TermHit& hit : hits) {
    if (term_of(hit).status != TermStatus::Deprecated) continue;
    // What one concept calls so wrongly may be the right name of another.
    const bool right_elsewhere = std::ranges::any_of(hits, [&](const TermHit& h) {
      return h.span == hit.span && term_of(h).status != TermStatus::Deprecated;
    });
    if (right_elsewhere) continue;
    const auto better = usable_terms(hit.concept_index, side.variant->language);
    report.add(CheckRule::DeprecatedTerm, severity, {place(side, hit.span)},
               better.empty() ? message("{1} is deprecated", quoted(side.at(hit.span)))
                              : message("{1} is deprecated; the glossary has {2}",
                                        quoted(side.at(hit.span)), list(better)));
  }
}

Terminology::Concepts Terminology::check_acronyms(const Side& side, const Hits& hits,
                                                  const Side& other, const Hits& hits_of_other,
                                                  Report& report) const {
  Concepts reported;
  const LanguageTag& language = side.variant->language;
  const Concepts here = concepts_of(hits);
  const Concepts there = concepts_of(hits_of_other);
  for (const base::Token& token : side.tokens) {
    if (token.kind != base::TokenKind::Word || !looks_like_acronym(side.at(token.span))) continue;
    const auto found = acronyms_.find(side.at(token.span));
    if (found == acronyms_.end() || is_part_of_name(side, token.span)) continue;
    // A word in capitals: UNO, DOS.
    if (token.span.size() > 2 && is_number_word(side.at(token.span), side.tongue)) continue;
    const auto own = [&](const Acronym& a) {
      const Term& term = glossary_->concepts()[a.concept_index].terms[a.term_index];
      return same_language(term.language, language);
    };
    if (std::ranges::any_of(found->second, own)) continue;
    for (const Acronym& acronym : found->second) {
      const std::size_t concept_index = acronym.concept_index;
      // The other side has to speak of it, too; beside the right one it may be an explanation.
      if (!contains(there, concept_index) || contains(here, concept_index) ||
          std::ranges::find(reported, concept_index) != reported.end()) {
        continue;
      }
      // Without an acronym of its own, a language may well use another's.
      const auto better = usable_terms(concept_index, language);
      if (std::ranges::none_of(better, looks_like_acronym)) continue;
      const Term& term = glossary_->concepts()[concept_index].terms[acronym.term_index];
      // The same letters on both sides may be something else altogether (ODS, a file format).
      const bool on_both = other.text.find(side.at(token.span)) != std::string_view::npos;
      report.add(CheckRule::Acronym, on_both ? Severity::Note : Severity::Warning,
                 {place(side, token.span)},
                 message("{1} is the acronym in “{2}”; in “{3}” the glossary has {4}",
                         quoted(term.text), term.language.str(), language.primary(), list(better)));
      reported.push_back(concept_index);
      break;
    }
  }
  std::ranges::sort(reported);
  return reported;
}

void Terminology::check_equivalents(const Pair& pair, const Hits& source, const Hits& target,
                                    const Concepts& reported, Report& report) const {
  const LanguageTag& language = pair.target.variant->language;
  Concepts rendered = concepts_of(target);
  Concepts loosely;                // found with words inserted, or inside longer terms
  std::vector<std::string> words;  // of the target, when they are asked for
  Concepts done;
  for (std::size_t i = 0; i < source.size();) {
    // Concepts that share the term: one of them is meant.
    std::size_t end = i;
    while (end < source.size() && source[end].span == source[i].span) ++end;
    const std::span<const TermHit> meant(source.data() + i, end - i);
    i = end;
    const TermHit* asked = nullptr;
    const bool satisfied = std::ranges::any_of(meant, [&](const TermHit& hit) {
      if (contains(rendered, hit.concept_index) || contains(reported, hit.concept_index)) {
        return true;
      }
      if (asked == nullptr && !usable_terms(hit.concept_index, language).empty()) asked = &hit;
      return false;
    });
    if (satisfied || asked == nullptr || is_part_of_name(pair.source, asked->span)) continue;
    if (words.empty()) {
      words = folded_words(pair.target.text, pair.target.tokens);
      loosely = concepts_of(
          glossary_->recognize(pair.target.text, language, {.nested = true, .max_gap = 2}));
    }
    const bool loose = std::ranges::any_of(meant, [&](const TermHit& hit) {
      const auto terms = usable_terms(hit.concept_index, language);
      return contains(loosely, hit.concept_index) ||
             std::ranges::any_of(terms, [&](std::string_view t) { return rephrased(t, words); });
    });
    if (loose || std::ranges::find(done, asked->concept_index) != done.end()) continue;
    done.push_back(asked->concept_index);
    report.add(CheckRule::Term, severity_of(term_of(*asked)), {place(pair.source, asked->span)},
               message("{1}: the glossary has {2}", quoted(pair.source.at(asked->span)),
                       list(usable_terms(asked->concept_index, language))));
  }
}

void Terminology::check(const Pair& pair, Report& report) const {
  const bool deprecated = report.wants(CheckRule::DeprecatedTerm);
  const bool acronym = report.wants(CheckRule::Acronym);
  if (!deprecated && !acronym && !report.wants(CheckRule::Term)) return;
  const Hits source = glossary_->recognize(pair.source.text, pair.source.variant->language);
  const Hits target = glossary_->recognize(pair.target.text, pair.target.variant->language);
  Concepts reported;
  if (acronym) {
    check_acronyms(pair.source, source, pair.target, target, report);
    reported = check_acronyms(pair.target, target, pair.source, source, report);
  }
  if (report.wants(CheckRule::Term)) check_equivalents(pair, source, target, reported, report);
  if (deprecated) {
    check_deprecated(pair.source, source, Severity::Note, report);
    check_deprecated(pair.target, target, Severity::Warning, report);
  }
}

}  // namespace trujaman::check
