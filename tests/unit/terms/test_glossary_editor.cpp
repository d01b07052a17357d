#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/glossary_editor.hpp>
#include <trujaman/message.hpp>

using namespace trujaman;

namespace {

Term term(const char* language, const char* text, TermStatus status = TermStatus::Preferred) {
  Term t;
  t.language = LanguageTag(language);
  t.text = text;
  t.status = status;
  return t;
}

ConceptEntry concept_of(const char* id, std::vector<Term> terms) {
  ConceptEntry entry;
  entry.id = id;
  entry.terms = std::move(terms);
  return entry;
}

const ConceptEntry kUnemployment =
    concept_of("c1", {term("es", "desempleo"), term("es", "paro", TermStatus::Deprecated),
                      term("en", "unemployment")});

std::vector<std::string> messages(GlossaryEditor& editor, const ConceptEntry& entry,
                                  const UpsertOptions& options = {}) {
  std::vector<std::string> out;
  editor.upsert({&entry, 1}, options, [&](const Diagnostic& d) { out.push_back(d.message); });
  return out;
}

}  // namespace

TEST_CASE("a concept without an id gets one made of its first term", "[editor]") {
  GlossaryEditor editor;
  CHECK(editor.put(concept_of("", {term("es", "Niño migrante")})) == "nino-migrante");
  CHECK(editor.put(concept_of("", {term("es", "niño migrante")})) == "nino-migrante-2");
  CHECK(editor.remove("nino-migrante"));
  CHECK_FALSE(editor.remove("nino-migrante"));
  CHECK(editor.find("nino-migrante-2") != nullptr);
}

TEST_CASE("an entry is the concept with its id, else the one with its preferred terms",
          "[editor]") {
  GlossaryEditor editor({kUnemployment});
  const ConceptEntry same_id = concept_of("c1", {term("fr", "chômage")});
  const ConceptEntry same_terms = concept_of(
      "x9", {term("es", "desempleo"), term("en", "unemployment"), term("pt", "desemprego")});
  const ConceptEntry other = concept_of("x1", {term("es", "desempleo"), term("en", "joblessness")});
  CHECK(editor.upsert({&same_id, 1}).updated == 1);
  CHECK(editor.upsert({&same_terms, 1}).updated == 1);
  CHECK(editor.upsert({&same_terms, 1}).unchanged == 1);
  CHECK(editor.upsert({&other, 1}).added == 1);
  CHECK(editor.find("c1")->terms.size() == 5);
}

TEST_CASE("an update keeps definitions, notes and alternative terms", "[editor]") {
  ConceptEntry rich = kUnemployment;
  rich.definition = "Falta de trabajo.";
  rich.notes = {"Ojo."};
  rich.source = "OIT";
  GlossaryEditor editor({rich});
  ConceptEntry news =
      concept_of("c1", {term("es", "desempleo"), term("es", "cesantía", TermStatus::Admitted)});
  news.notes = {"En Chile, cesantía."};
  news.source = "CEPAL";
  CHECK(messages(editor, news).empty());
  const ConceptEntry& now = *editor.find("c1");
  CHECK(now.definition == "Falta de trabajo.");
  CHECK(now.notes == std::vector<std::string>{"Ojo.", "En Chile, cesantía."});
  CHECK(now.source == "OIT");
  CHECK(now.properties == std::vector<Property>{{"source", "CEPAL"}});
  CHECK(now.terms.size() == 4);
}

TEST_CASE("what an update replaces is said", "[editor]") {
  GlossaryEditor editor({kUnemployment});
  const auto said = messages(editor, concept_of("c1", {term("es", "paro")}));
  CHECK(editor.find("c1")->terms[1].status == TermStatus::Preferred);
  CHECK(editor.find("c1")->terms[0].status == TermStatus::Admitted);
  REQUIRE(said.size() == 2);
  CHECK(said[0] == "concept c1: es preferred term was \"desempleo\", is \"paro\" now");
}

TEST_CASE("a file that knows no status changes none", "[editor]") {
  GlossaryEditor editor({kUnemployment});
  CHECK(messages(editor, concept_of("c1", {term("es", "paro")}), {.keep_statuses = true}).empty());
  CHECK(editor.find("c1")->terms[1].status == TermStatus::Deprecated);
}

TEST_CASE("two concepts of a file that share an id or their terms stay two", "[editor]") {
  GlossaryEditor editor;
  const std::vector<ConceptEntry> file{concept_of("a", {term("es", "banco"), term("en", "bank")}),
                                       concept_of("a", {term("es", "banco"), term("en", "bench")}),
                                       concept_of("b", {term("es", "banco"), term("en", "bank")})};
  std::size_t warnings = 0;
  CHECK(editor.upsert(file, {}, [&](const Diagnostic&) { ++warnings; }).added == 3);
  CHECK(warnings == 1);
  CHECK(editor.upsert(file).unchanged == 3);
}

TEST_CASE("differences are told field by field", "[editor][diff]") {
  ConceptEntry after = kUnemployment;
  after.definition = "Falta de trabajo.";
  after.terms[1].status = TermStatus::Admitted;
  after.terms.push_back(term("fr", "chômage"));
  const auto all = diff_glossaries(std::vector{kUnemployment}, std::vector{after});
  REQUIRE(all.size() == 1);
  CHECK(all[0].kind == ConceptDifference::Kind::Changed);
  REQUIRE(all[0].fields.size() == 3);
  CHECK(all[0].fields[0].field == "es \"paro\"");
  CHECK(all[0].fields[0].before == "deprecated");
  CHECK(all[0].fields[0].after == "admitted");
  CHECK(all[0].fields[1].field == "definition");
  CHECK(all[0].fields[2].field == "fr \"chômage\"");
}

TEST_CASE("order makes no difference; concepts come and go", "[editor][diff]") {
  ConceptEntry turned = kUnemployment;
  std::swap(turned.terms[0], turned.terms[2]);
  const ConceptEntry asylum = concept_of("c2", {term("es", "asilo")});
  CHECK(diff_glossaries(std::vector{kUnemployment, asylum}, std::vector{asylum, turned}).empty());
  const auto all = diff_glossaries(std::vector{kUnemployment}, std::vector{asylum});
  REQUIRE(all.size() == 2);
  CHECK(all[0].kind == ConceptDifference::Kind::Removed);
  CHECK(all[1].kind == ConceptDifference::Kind::Added);
}

TEST_CASE("merging adds up what does not contradict", "[editor][merge]") {
  ConceptEntry other =
      concept_of("z", {term("es", "desempleo"), term("en", "unemployment"), term("fr", "chômage")});
  other.subject = "empleo";
  const MergeResult merged = merge_glossaries(std::vector{kUnemployment}, std::vector{other});
  CHECK(merged.conflicts.empty());
  REQUIRE(merged.concepts.size() == 1);
  CHECK(merged.concepts[0].subject == "empleo");
  CHECK(merged.concepts[0].terms.size() == 4);
}

TEST_CASE("merging shows contradictions, and takes the side that is preferred", "[editor][merge]") {
  ConceptEntry other = concept_of("c1", {term("es", "cesantía"), term("en", "unemployment")});
  const auto merge = [&](MergePreference preference) {
    return merge_glossaries(std::vector{kUnemployment}, std::vector{other}, preference);
  };
  const MergeResult first = merge(MergePreference::None);
  REQUIRE(first.conflicts.size() == 1);
  CHECK(first.conflicts[0].field == "es preferred term");
  CHECK(first.conflicts[0].first == "desempleo");
  CHECK(first.conflicts[0].second == "cesantía");
  CHECK(first.concepts[0].terms[0].status == TermStatus::Preferred);
  CHECK(first.concepts[0].terms[3].status == TermStatus::Admitted);
  const MergeResult second = merge(MergePreference::Second);
  CHECK(second.concepts[0].terms[0].status == TermStatus::Admitted);
  CHECK(second.concepts[0].terms[3].status == TermStatus::Preferred);
}

TEST_CASE("names of fields are put in the reader's language", "[terms]") {
  for (const char* field :
       {"subject", "definition", "definition@es", "note", "property usage", "es \"paro\"",
        "es \"paro\" gender", "es \"nota al pie note\" part of speech", "es preferred term",
        "fr \"chômage\" property usage"}) {
    CHECK(field_in_words(field) == field);
  }
  set_message_language(LanguageTag("es"));
  CHECK(field_in_words("definition@fr") == "definición@fr");
  CHECK(field_in_words("es \"paro\" gender") == "es \"paro\", género");
  CHECK(field_in_words("es \"nota al pie note\" part of speech") ==
        "es \"nota al pie note\", categoría gramatical");
  CHECK(field_in_words("es preferred term") == "es, término preferente");
  CHECK(field_in_words("es \"paro\" property usage") == "es \"paro\", propiedad usage");
  set_message_language(LanguageTag("en"));
}
