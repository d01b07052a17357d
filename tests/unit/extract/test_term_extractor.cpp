#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/term_extractor.hpp>

using namespace trujaman;

namespace {

const LanguageTag kSpanish("es");
const LanguageTag kEnglish("en");
const LanguageTag kFrench("fr");

TranslationUnit unit(const std::string& es, const std::string& en, const std::string& fr) {
  TranslationUnit out;
  const std::pair<LanguageTag, std::string> texts[] = {
      {kSpanish, es}, {kEnglish, en}, {kFrench, fr}};
  for (const auto& [language, text] : texts) {
    if (text.empty()) continue;
    out.variants.emplace_back();
    out.variants.back().language = language;
    out.variants.back().text = text;
  }
  return out;
}

/// What a year of reports leaves behind.
std::vector<TranslationUnit> reports() {
  return {
      unit("La movilidad laboral es una oportunidad para las ciudades.",
           "Labour mobility is an opportunity for cities.",
           "La mobilité de la main-d’œuvre est une chance pour les villes."),
      unit("Se fomenta la movilidad laboral de los jóvenes.",
           "The labour mobility of young people is promoted.",
           "La mobilité de la main-d’œuvre jeune est encouragée."),
      unit("Los trabajadores migrantes envían remesas a sus familias.",
           "Migrant workers send remittances to their families.",
           "Les travailleurs migrants envoient des fonds à leurs familles."),
      unit("El trabajador migrante tiene derecho a un contrato.",
           "The migrant worker has the right to a contract.",
           "Le travailleur migrant a droit à un contrat."),
      unit("Las remesas de los trabajadores migrantes crecieron.",
           "The remittances of migrant workers grew.",
           "Les envois de fonds des travailleurs migrants ont augmenté."),
      unit("La sequía y la movilidad laboral van unidas.",
           "Drought and labour mobility go together.",
           "La sécheresse et la mobilité de la main-d’œuvre vont de pair."),
      unit("Tras la sequía, muchas familias dejaron el campo.",
           "After the drought, many families left the countryside.",
           "Après la sécheresse, de nombreuses familles ont quitté la campagne."),
      unit("La Organización Internacional para las Migraciones (OIM) ayuda a las familias.",
           "The International Organization for Migration (IOM) helps the families.",
           "L’Organisation internationale pour les migrations (OIM) aide les familles."),
  };
}

const TermCandidate* find(const std::vector<TermCandidate>& candidates, const std::string& source) {
  const auto it = std::find_if(candidates.begin(), candidates.end(), [&](const TermCandidate& c) {
    return c.terms.front().text == source;
  });
  return it == candidates.end() ? nullptr : &*it;
}

std::vector<TermCandidate> extract(const std::vector<LanguageTag>& targets,
                                   const ExtractOptions& options = {}) {
  return extract_terms(reports(), kSpanish, targets, options);
}

ConceptEntry entry(const std::string& spanish, const std::string& english) {
  ConceptEntry out;
  out.id = spanish;
  out.terms.resize(2);
  out.terms[0].language = kSpanish;
  out.terms[0].text = spanish;
  out.terms[1].language = kEnglish;
  out.terms[1].text = english;
  return out;
}

}  // namespace

TEST_CASE("terms of several words come with their equivalents", "[extract]") {
  const auto candidates = extract({kEnglish});
  const TermCandidate* term = find(candidates, "movilidad laboral");
  REQUIRE(term != nullptr);
  CHECK(term->terms[1].text == "labour mobility");
  CHECK(term->count == 3);
  CHECK(term->novelty == TermCandidate::Novelty::New);
  CHECK(find(candidates, "movilidad") == nullptr);  // only ever in the longer one
  CHECK(find(candidates, "laboral") == nullptr);
}

TEST_CASE("a term is cited in the singular, its forms are counted", "[extract]") {
  const auto candidates = extract({kEnglish});
  const TermCandidate* term = find(candidates, "trabajador migrante");
  REQUIRE(term != nullptr);
  CHECK(term->terms[1].text == "migrant worker");
  REQUIRE(term->terms[0].forms.size() == 2);
  CHECK(term->terms[0].forms[0].text == "trabajadores migrantes");
  CHECK(term->terms[0].forms[0].count == 2);
  CHECK(term->terms[0].forms[1].text == "trabajador migrante");
}

TEST_CASE("an example shows both terms in a unit", "[extract]") {
  const auto units = reports();
  for (const TermCandidate& candidate : extract({kEnglish, kFrench})) {
    for (const CandidateTerm& term : candidate.terms) {
      if (term.text.empty()) continue;
      const std::string& text = units[term.example_unit].find(term.language)->text;
      const std::string shown = text.substr(term.example.begin, term.example.size());
      INFO(term.text << ": " << shown);
      CHECK(std::any_of(term.forms.begin(), term.forms.end(), [&](const TermForm& form) {
        // But for the capital at the start of a segment.
        return form.text.substr(1) == shown.substr(1);
      }));
    }
  }
}

TEST_CASE("two targets give three terms", "[extract]") {
  const auto candidates = extract({kEnglish, kFrench});
  const TermCandidate* term = find(candidates, "trabajador migrante");
  REQUIRE(term != nullptr);
  REQUIRE(term->terms.size() == 3);
  CHECK(term->terms[1].text == "migrant worker");
  CHECK(term->terms[2].text == "travailleur migrant");
}

TEST_CASE("an acronym comes with its long form though it is introduced once", "[extract]") {
  const auto candidates = extract({kEnglish, kFrench});
  const TermCandidate* term = find(candidates, "Organización Internacional para las Migraciones");
  REQUIRE(term != nullptr);
  CHECK(term->terms[0].acronym == "OIM");
  CHECK(term->terms[1].text == "International Organization for Migration");
  CHECK(term->terms[1].acronym == "IOM");
  CHECK(term->terms[2].acronym == "OIM");
}

TEST_CASE("what a glossary has is left out, or marked", "[extract]") {
  const Glossary glossary({entry("trabajadores migrantes", "migrant workers"),
                           entry("movilidad laboral", "mobility of labour")});
  ExtractOptions options;
  options.glossary = &glossary;
  auto candidates = extract({kEnglish}, options);
  CHECK(find(candidates, "trabajador migrante") == nullptr);
  const TermCandidate* other = find(candidates, "movilidad laboral");
  REQUIRE(other != nullptr);
  CHECK(other->novelty == TermCandidate::Novelty::Differs);
  CHECK(other->known == std::vector<std::string>{"mobility of labour"});

  options.keep_known = true;
  candidates = extract({kEnglish}, options);
  const TermCandidate* known = find(candidates, "trabajador migrante");
  REQUIRE(known != nullptr);
  CHECK(known->novelty == TermCandidate::Novelty::Known);
}

TEST_CASE("scores fall from at most 1, and the limit keeps the best", "[extract]") {
  const auto all = extract({kEnglish});
  REQUIRE(all.size() > 3);
  CHECK(all.front().score <= 1.0);
  CHECK(all.back().score >= 0.0);
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const auto& a, const auto& b) { return a.score > b.score; }));
  ExtractOptions options;
  options.limit = 3;
  const auto best = extract({kEnglish}, options);
  REQUIRE(best.size() == 3);
  CHECK(best[2].terms[0].text == all[2].terms[0].text);
}

TEST_CASE("function words, verbs and single sights are no candidates", "[extract]") {
  for (const TermCandidate& candidate : extract({kEnglish})) {
    const std::string& text = candidate.terms[0].text;
    INFO(text);
    CHECK(text != "es");
    CHECK(text != "tiene");
    CHECK(text != "campo");
  }
}

TEST_CASE("no units, no candidates", "[extract]") {
  const std::vector<LanguageTag> english{kEnglish};
  CHECK(extract_terms({}, kSpanish, english).empty());
  const std::vector<TranslationUnit> other{unit("Una frase.", "", "Une phrase.")};
  CHECK(extract_terms(other, kSpanish, english).empty());
}

TEST_CASE("it wants a target, and can be stopped", "[extract]") {
  CHECK_THROWS_AS(extract_terms(reports(), kSpanish, {}), Error);
  ExtractOptions options;
  options.progress = [](double) { return false; };
  CHECK_THROWS_AS(extract({kEnglish}, options), Error);
}
