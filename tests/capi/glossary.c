#include "check.h"

static trujaman_glossary* make_glossary(void) {
  trujaman_concepts* concepts = make_concepts();
  trujaman_glossary* glossary = NULL;
  CHECK_OK(trujaman_glossary_new(concepts, &glossary));
  trujaman_concepts_free(concepts);
  return glossary;
}

static void terms_are_recognised_with_their_equivalents(void) {
  trujaman_glossary* glossary = make_glossary();
  trujaman_term_hits* hits = NULL;
  const trujaman_term_hit* hit;
  const trujaman_term* term = NULL;
  CHECK(trujaman_glossary_size(glossary) == 2);
  CHECK_TEXT(trujaman_glossary_at(glossary, 1)->id, "remittances");
  CHECK_OK(trujaman_glossary_recognize(glossary, "Las remesas de los trabajadores migrantes", "es",
                                       NULL, &hits));
  CHECK(trujaman_term_hits_size(hits) == 2);
  hit = trujaman_term_hits_at(hits, 1);
  trujaman_glossary_free(glossary); /* the hits hold what they point into */
  CHECK(!hit->exact && hit->span.begin == strlen("Las remesas de los "));
  CHECK_TEXT(hit->term->text, "trabajador migrante");
  CHECK_TEXT(hit->entry->definition_language, "es");
  CHECK_OK(trujaman_concept_equivalent(hit->entry, "en", 0, &term));
  CHECK_TEXT(term->text, "migrant worker");
  CHECK_OK(trujaman_concept_equivalent(hit->entry, "en", 1, &term));
  CHECK_TEXT(term->text, "labour migrant");
  CHECK_OK(trujaman_concept_equivalent(hit->entry, "en", 2, &term));
  CHECK(term == NULL); /* what is left is deprecated */
  trujaman_term_hits_free(hits);
}

static void a_glossary_is_searched(void) {
  trujaman_glossary* glossary = make_glossary();
  trujaman_term_matches* matches = NULL;
  const char* const english[] = {"en"};
  CHECK_OK(trujaman_glossary_search(glossary, "workers", english, 1, &matches));
  CHECK(trujaman_term_matches_size(matches) == 2);
  CHECK(trujaman_term_matches_at(matches, 0)->kind == TRUJAMAN_TERM_PART);
  CHECK_TEXT(trujaman_term_matches_at(matches, 0)->term->language, "en");
  trujaman_term_matches_free(matches);
  trujaman_glossary_free(glossary);
}

static void see_diagnostic(const trujaman_diagnostic* diagnostic, void* user) {
  CHECK(diagnostic->message[0] != '\0');
  ++*(int*)user;
}

static void a_glossary_is_edited(void) {
  trujaman_concepts* concepts = make_concepts();
  trujaman_concepts* found = NULL;
  trujaman_editor* editor = NULL;
  trujaman_buffer* text = NULL;
  trujaman_term term = {0};
  trujaman_concept entry = {0};
  trujaman_upsert_options options = TRUJAMAN_UPSERT_OPTIONS_INIT;
  trujaman_upsert_summary summary;
  bool acronym = true;
  bool there = false;
  int told = 0;
  CHECK_OK(trujaman_term_clean("  trata   de personas ", &text, &acronym));
  CHECK(!acronym);
  term.language = "es";
  term.text = trujaman_buffer_data(text);
  entry.terms = &term;
  entry.term_count = 1;
  CHECK_OK(trujaman_editor_new(NULL, &editor));
  CHECK_OK(trujaman_editor_put(editor, &entry, NULL));
  CHECK_OK(trujaman_editor_find(editor, "trata-de-personas", &found));
  CHECK(trujaman_concepts_size(found) == 1);
  CHECK_TEXT(trujaman_concepts_at(found, 0)->terms[0].text, "trata de personas");
  trujaman_concepts_free(found);
  trujaman_buffer_free(text);
  trujaman_editor_free(editor);

  CHECK_OK(trujaman_editor_new(concepts, &editor));
  entry = *trujaman_concepts_at(concepts, 0);
  entry.definition = "Quien trabaja en otro país.";
  CHECK_OK(trujaman_concepts_new(&found));
  CHECK_OK(trujaman_concepts_add(found, &entry, 1));
  options.on_diagnostic = see_diagnostic;
  options.user = &told;
  CHECK_OK(trujaman_editor_upsert(editor, found, &options, &summary));
  CHECK(summary.updated == 1 && told == 1);
  trujaman_concepts_free(found);
  CHECK_OK(trujaman_editor_put(editor, &entry, &text));
  CHECK_TEXT(trujaman_buffer_data(text), "migrant-worker");
  trujaman_buffer_free(text);
  CHECK_OK(trujaman_editor_remove(editor, "remittances", &there));
  CHECK(there);
  CHECK_OK(trujaman_editor_concepts(editor, &found));
  CHECK(trujaman_concepts_size(found) == 1);
  trujaman_concepts_free(found);
  trujaman_editor_free(editor);
  trujaman_concepts_free(concepts);
}

static void two_glossaries_are_compared_and_merged(void) {
  trujaman_concepts* first = make_concepts();
  trujaman_concepts* second = NULL;
  trujaman_concepts* merged = NULL;
  trujaman_concept_differences* differences = NULL;
  trujaman_field_conflicts* conflicts = NULL;
  trujaman_concept entry = *trujaman_concepts_at(first, 0);
  entry.definition = "Quien trabaja en otro país.";
  CHECK_OK(trujaman_concepts_new(&second));
  CHECK_OK(trujaman_concepts_add(second, &entry, 1));
  CHECK_OK(trujaman_concepts_compare(first, second, &differences));
  CHECK(trujaman_concept_differences_size(differences) == 2);
  CHECK(trujaman_concept_differences_at(differences, 0)->change == TRUJAMAN_CHANGED);
  CHECK_TEXT(trujaman_concept_differences_at(differences, 0)->fields[0].after,
             "Quien trabaja en otro país.");
  CHECK(trujaman_concept_differences_at(differences, 1)->change == TRUJAMAN_REMOVED);
  trujaman_concept_differences_free(differences);
  CHECK_OK(trujaman_concepts_merge(first, second, TRUJAMAN_PREFER_SECOND, &merged, &conflicts));
  CHECK(trujaman_concepts_size(merged) == 2 && trujaman_field_conflicts_size(conflicts) == 1);
  CHECK_TEXT(trujaman_field_conflicts_at(conflicts, 0)->second, "Quien trabaja en otro país.");
  CHECK_TEXT(trujaman_concepts_at(merged, 0)->definition, "Quien trabaja en otro país.");
  trujaman_field_conflicts_free(conflicts);
  trujaman_concepts_free(merged);
  trujaman_concepts_free(second);
  trujaman_concepts_free(first);
}

void test_glossary(void) {
  terms_are_recognised_with_their_equivalents();
  a_glossary_is_searched();
  a_glossary_is_edited();
  two_glossaries_are_compared_and_merged();
}
