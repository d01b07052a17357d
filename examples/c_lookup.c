/* Imports a memory, looks a sentence up, and shows the glossary's terms in it. */
#include <stdio.h>

#include <trujaman/trujaman.h>

static int fail(void) {
  const trujaman_error* error = trujaman_last_error();
  fprintf(stderr, "%s: %s\n", error->source, error->message);
  return 1;
}

int main(int argc, char** argv) {
  trujaman_memory* memory = NULL;
  trujaman_glossary* glossary = NULL;
  trujaman_matches* matches = NULL;
  trujaman_term_hits* hits = NULL;
  trujaman_input units = {0}, terms = {0};
  int status = 0;

  if (argc != 4) return 2; /* UNITS.tmx GLOSSARY.tsv 'Una frase en español.' */
  units.path = argv[1];
  terms.path = argv[2];
  if (trujaman_memory_in_memory(&memory) || /* or trujaman_memory_open("my.tm", …) */
      trujaman_memory_import(memory, &units, NULL, NULL) ||
      trujaman_glossary_read(&terms, NULL, &glossary) ||
      trujaman_memory_lookup(memory, argv[3], "es", "en", NULL, &matches) ||
      trujaman_glossary_recognize(glossary, argv[3], "es", NULL, &hits)) {
    status = fail();
  } else {
    for (size_t i = 0; i < trujaman_matches_size(matches); ++i) {
      const trujaman_match* match = trujaman_matches_at(matches, i);
      printf("%.0f\t%s\n", match->score, match->target.text);
    }
    for (size_t i = 0; i < trujaman_term_hits_size(hits); ++i) {
      const trujaman_term_hit* hit = trujaman_term_hits_at(hits, i);
      const trujaman_term* english = NULL;
      trujaman_concept_equivalent(hit->entry, "en", 0, &english);
      printf("%s\t%s\n", hit->term->text, english ? english->text : "?");
    }
  }
  trujaman_term_hits_free(hits); /* all of these take NULL */
  trujaman_matches_free(matches);
  trujaman_glossary_free(glossary);
  trujaman_memory_close(memory);
  return status;
}
