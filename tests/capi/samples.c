#include <stdlib.h>

#include "check.h"

int failures = 0;
const char* scratch = ".";

const char* path_to(const char* name) {
  static char path[4096];
  snprintf(path, sizeof path, "%s/%s", scratch, name);
  return path;
}

const char* write_file(const char* name, const char* content) {
  const char* path = path_to(name);
  FILE* file = fopen(path, "wb");
  if (file == NULL || fputs(content, file) < 0 || fclose(file) != 0) {
    fprintf(stderr, "cannot write %s\n", path);
    exit(2);
  }
  return path;
}

int file_exists(const char* path) {
  FILE* file = fopen(path, "rb");
  if (file != NULL) fclose(file);
  return file != NULL;
}

trujaman_units* make_units(void) {
  static const char* const texts[][2] = {
      {"Los trabajadores migrantes envían remesas a sus familias.",
       "Migrant workers send remittances to their families."},
      {"La reunión comenzó el 3 de mayo.", "The meeting began on 3 May."},
      {"El empleo juvenil creció en 2021.", "Youth employment grew in 2021."},
      {"Se aprobó el informe anual.", "The annual report was adopted."},
  };
  trujaman_units* units = NULL;
  size_t i;
  CHECK_OK(trujaman_units_new(&units));
  for (i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
    trujaman_variant variants[3] = {{0}, {0}, {0}};
    trujaman_unit unit = {0};
    trujaman_occurrence place = {"informe.es.md", 0};
    variants[0].language = "es";
    variants[0].text = texts[i][0];
    variants[1].language = "en";
    variants[1].text = texts[i][1];
    variants[2].language = "fr";
    variants[2].text = "Le rapport annuel a été adopté.";
    place.position = i;
    unit.source_language = "es";
    unit.variants = variants;
    unit.variant_count = i == 3 ? 3 : 2;
    unit.occurrences = &place;
    unit.occurrence_count = 1;
    CHECK_OK(trujaman_units_add(units, &unit, 1));
  }
  return units;
}

trujaman_memory* make_memory(void) {
  trujaman_memory* memory = NULL;
  trujaman_units* units = make_units();
  CHECK_OK(trujaman_memory_in_memory(&memory));
  CHECK_OK(trujaman_memory_add_list(memory, units, NULL, NULL));
  trujaman_units_free(units);
  return memory;
}

static trujaman_term term_of(const char* language, const char* text, trujaman_term_status status) {
  trujaman_term term = {0};
  term.language = language;
  term.text = text;
  term.status = status;
  return term;
}

trujaman_concepts* make_concepts(void) {
  trujaman_term migrant[4];
  trujaman_term work[2];
  trujaman_concept concepts[2] = {{0}, {0}};
  trujaman_concepts* list = NULL;
  migrant[0] = term_of("es", "trabajador migrante", TRUJAMAN_TERM_PREFERRED);
  migrant[1] = term_of("en", "foreign worker", TRUJAMAN_TERM_DEPRECATED);
  migrant[2] = term_of("en", "labour migrant", TRUJAMAN_TERM_ADMITTED);
  migrant[3] = term_of("en", "migrant worker", TRUJAMAN_TERM_PREFERRED);
  work[0] = term_of("es", "remesas", TRUJAMAN_TERM_PREFERRED);
  work[1] = term_of("en", "remittances", TRUJAMAN_TERM_PREFERRED);
  concepts[0].id = "migrant-worker";
  concepts[0].definition = "Persona que trabaja en un Estado del que no es nacional.";
  concepts[0].definition_language = "es";
  concepts[0].terms = migrant;
  concepts[0].term_count = 4;
  concepts[1].id = "remittances";
  concepts[1].terms = work;
  concepts[1].term_count = 2;
  CHECK_OK(trujaman_concepts_new(&list));
  CHECK_OK(trujaman_concepts_add(list, concepts, 2));
  return list;
}

trujaman_input input_of(const char* text, const char* name) {
  trujaman_input input = {0};
  input.bytes = text;
  input.size = strlen(text);
  input.name = name;
  return input;
}

trujaman_output output_to(trujaman_buffer* buffer) {
  trujaman_output output = {0};
  output.write = trujaman_buffer_write;
  output.user = buffer;
  return output;
}
