#include "check.h"

static void a_text_finds_what_resembles_it(void) {
  trujaman_memory* memory = make_memory();
  trujaman_matches* matches = NULL;
  trujaman_lookup_options options = TRUJAMAN_LOOKUP_OPTIONS_INIT;
  const trujaman_match* best;
  CHECK_OK(trujaman_memory_lookup(memory, "El empleo juvenil creció en 2023.", "es", "en", NULL,
                                  &matches));
  CHECK(trujaman_matches_size(matches) == 1);
  best = trujaman_matches_at(matches, 0);
  CHECK(best->kind == TRUJAMAN_MATCH_FUZZY && best->score > 70 && best->score < 100);
  CHECK(best->substituted && best->penalty_count == 1);
  CHECK(best->penalties[0].kind == TRUJAMAN_PENALTY_NUMBERS && best->penalties[0].amount > 0);
  CHECK_TEXT(best->target.text, "Youth employment grew in 2023.");
  CHECK_TEXT(best->occurrences[0].document, "informe.es.md");
  CHECK(trujaman_matches_at(matches, 1) == NULL);
  trujaman_matches_free(matches);
  options.previous = "La reunión comenzó el 3 de mayo.";
  CHECK_OK(trujaman_memory_lookup(memory, "El empleo juvenil creció en 2021.", "es", "en", &options,
                                  &matches));
  CHECK(trujaman_matches_at(matches, 0)->kind == TRUJAMAN_MATCH_CONTEXT);
  trujaman_matches_free(matches);
  CHECK_OK(trujaman_memory_lookup(memory, "Otra cosa muy distinta.", "es", "en", NULL, &matches));
  CHECK(matches != NULL && trujaman_matches_size(matches) == 0);
  trujaman_matches_free(matches);
  trujaman_memory_close(memory);
}

static size_t count_matches_of(const trujaman_memory* memory, const char* text, bool distinct) {
  trujaman_matches* matches = NULL;
  trujaman_lookup_options options = TRUJAMAN_LOOKUP_OPTIONS_INIT;
  size_t count;
  options.distinct = distinct;
  CHECK_OK(trujaman_memory_lookup(memory, text, "es", "en", &options, &matches));
  count = trujaman_matches_size(matches);
  trujaman_matches_free(matches);
  return count;
}

static void the_same_texts_may_be_listed_once(void) {
  trujaman_memory* memory = NULL;
  trujaman_units* units = make_units();
  trujaman_unit unit = *trujaman_units_at(units, 0);
  const char* text = unit.variants[0].text;
  CHECK_OK(trujaman_memory_in_memory(&memory));
  unit.id = "a";
  CHECK_OK(trujaman_memory_add(memory, &unit, 1, NULL, NULL));
  unit.id = "b";
  CHECK_OK(trujaman_memory_add(memory, &unit, 1, NULL, NULL));
  CHECK(count_matches_of(memory, text, false) == 2);
  CHECK(count_matches_of(memory, text, true) == 1);
  trujaman_units_free(units);
  trujaman_memory_close(memory);
}

static void many_texts_are_looked_up_at_once(void) {
  trujaman_memory* memory = make_memory();
  const char* const texts[3] = {"Se aprobó el informe anual.", "Nada de eso.",
                                "La reunión comenzó el 3 de mayo."};
  trujaman_matches* matches[3];
  size_t i;
  CHECK_OK(trujaman_memory_lookup_batch(memory, texts, 3, "es", "en", NULL, 2, matches));
  CHECK(trujaman_matches_size(matches[0]) == 1 && trujaman_matches_size(matches[1]) == 0);
  CHECK_TEXT(trujaman_matches_at(matches[2], 0)->target.text, "The meeting began on 3 May.");
  for (i = 0; i < 3; ++i) trujaman_matches_free(matches[i]);
  trujaman_memory_close(memory);
}

static void a_phrase_is_found_in_its_context(void) {
  trujaman_memory* memory = make_memory();
  trujaman_concordance* concordance = NULL;
  trujaman_concordance_options options = TRUJAMAN_CONCORDANCE_OPTIONS_INIT;
  const trujaman_concordance_hit* hit;
  CHECK_OK(trujaman_memory_concordance(memory, "INFORME", "es", "en", NULL, &concordance));
  CHECK(trujaman_concordance_size(concordance) == 1);
  hit = trujaman_concordance_at(concordance, 0);
  CHECK(hit->hit_count == 1 && hit->hits[0].begin == strlen("Se aprobó el "));
  CHECK(hit->hits[0].end == strlen("Se aprobó el informe"));
  trujaman_concordance_free(concordance);
  options.syntax = TRUJAMAN_SYNTAX_WILDCARDS;
  options.search_target = true;
  CHECK_OK(trujaman_memory_concordance(memory, "work*", "es", "en", &options, &concordance));
  CHECK(trujaman_concordance_size(concordance) == 1);
  trujaman_concordance_free(concordance);
  options.syntax = TRUJAMAN_SYNTAX_REGEX;
  CHECK_FAILS(trujaman_memory_concordance(memory, "[", "es", "en", &options, &concordance),
              TRUJAMAN_INVALID_ARGUMENT, "");
  CHECK(concordance == NULL);
  trujaman_memory_close(memory);
}

static void known_parts_of_a_text_are_found(void) {
  trujaman_memory* memory = make_memory();
  trujaman_fragments* fragments = NULL;
  trujaman_fragment_options options = TRUJAMAN_FRAGMENT_OPTIONS_INIT;
  options.min_confidence = 0;
  CHECK_OK(trujaman_memory_fragments(memory,
                                     "Según la encuesta, los trabajadores migrantes viven lejos.",
                                     "es", "en", &options, &fragments));
  CHECK(trujaman_fragments_size(fragments) >= 1);
  CHECK(trujaman_fragments_at(fragments, 0)->span.begin == strlen("Según la encuesta, los "));
  CHECK_TEXT(trujaman_fragments_at(fragments, 0)->target.language, "en");
  trujaman_fragments_free(fragments);
  trujaman_memory_close(memory);
}

void test_lookup(void) {
  a_text_finds_what_resembles_it();
  the_same_texts_may_be_listed_once();
  many_texts_are_looked_up_at_once();
  a_phrase_is_found_in_its_context();
  known_parts_of_a_text_are_found();
}
