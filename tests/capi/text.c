#include "check.h"

static void a_program_sees_which_library_it_runs_with(void) {
  int minor = -1;
  CHECK(trujaman_version()[0] != '\0');
  CHECK(trujaman_c_abi(&minor) == TRUJAMAN_C_ABI && minor >= TRUJAMAN_C_ABI_MINOR);
  CHECK(trujaman_c_abi(NULL) == TRUJAMAN_C_ABI);
}

static void every_value_has_its_name(void) {
  CHECK_TEXT(trujaman_status_name(TRUJAMAN_OK), "ok");
  CHECK_TEXT(trujaman_status_name(TRUJAMAN_OUT_OF_MEMORY), "out of memory");
  CHECK_TEXT(trujaman_status_name((trujaman_status)99), "unknown");
  CHECK_TEXT(trujaman_penalty_name(TRUJAMAN_PENALTY_NUMBERS), "numbers");
  CHECK(trujaman_penalty_name((trujaman_penalty_kind)99) == NULL);
  CHECK_TEXT(trujaman_match_kind_name(TRUJAMAN_MATCH_CONTEXT), "context");
  CHECK(trujaman_match_kind_name((trujaman_match_kind)99) == NULL);
  CHECK_TEXT(trujaman_term_status_name(TRUJAMAN_TERM_DEPRECATED), "deprecated");
  CHECK(trujaman_term_status_name((trujaman_term_status)99) == NULL);
  CHECK_TEXT(trujaman_match_band_name(TRUJAMAN_BAND_FROM_95), "95-99");
  CHECK(trujaman_match_band_name((trujaman_match_band)99) == NULL);
  CHECK_TEXT(trujaman_novelty_name(TRUJAMAN_NOVELTY_DIFFERS), "differs");
  CHECK(trujaman_novelty_name((trujaman_novelty)99) == NULL);
  CHECK_TEXT(trujaman_unit_part_name(TRUJAMAN_PART_CODES), "inline codes");
  CHECK(trujaman_unit_part_name((trujaman_unit_part)3) == NULL);
}

static void the_last_error_is_that_of_the_last_call(void) {
  bool matches = true;
  CHECK_FAILS(trujaman_language_matches("no tag", "es", &matches), TRUJAMAN_INVALID_ARGUMENT,
              "no tag");
  CHECK(!matches);
  CHECK_OK(trujaman_language_matches("es-AR", "es", &matches));
  CHECK(matches && trujaman_last_error()->status == TRUJAMAN_OK);
  CHECK_TEXT(trujaman_last_error()->message, "");
  CHECK_OK(trujaman_language_matches("es-AR", "es-ES", &matches));
  CHECK(!matches);
}

static void tags_are_written_in_one_way(void) {
  const char* tag = NULL;
  CHECK_OK(trujaman_language_canonical("ES_ar", &tag));
  CHECK_TEXT(tag, "es-AR");
  CHECK_FAILS(trujaman_language_canonical("", &tag), TRUJAMAN_INVALID_ARGUMENT, "");
  CHECK(tag == NULL);
}

static void texts_are_counted_named_and_normalised(void) {
  size_t words = 0;
  const char* language = NULL;
  trujaman_buffer* text = NULL;
  CHECK_OK(trujaman_text_words("La COVID-19 en 12 países", &words));
  CHECK(words == 5);
  CHECK_OK(trujaman_text_language("Los trabajadores de la región y sus familias", &language));
  CHECK_TEXT(language, "es");
  CHECK_OK(trujaman_text_normalize("migracio\xCC\x81n", &text));
  CHECK_TEXT(trujaman_buffer_data(text), "migración");
  CHECK(trujaman_buffer_size(text) == strlen("migración"));
  trujaman_buffer_free(text);
  CHECK_FAILS(trujaman_text_normalize("\xFF", &text), TRUJAMAN_INVALID_ARGUMENT, "UTF-8");
  CHECK(text == NULL);
}

static void messages_come_in_three_languages(void) {
  const char* language = NULL;
  bool matches = false;
  CHECK_OK(trujaman_set_message_language("es-MX"));
  CHECK_OK(trujaman_message_language(&language));
  CHECK_TEXT(language, "es");
  CHECK_FAILS(trujaman_language_matches("sin etiqueta", "es", &matches), TRUJAMAN_INVALID_ARGUMENT,
              "etiqueta de idioma");
  CHECK_OK(trujaman_set_message_language("de"));
  CHECK_OK(trujaman_message_language(&language));
  CHECK_TEXT(language, "en");
}

static void differences_are_spans(void) {
  trujaman_text_difference* difference = NULL;
  CHECK_OK(trujaman_text_compare("La reunión fue larga.", "La reunión fue corta.", &difference));
  CHECK(difference->before_count == 1 && difference->after_count == 1);
  CHECK(difference->before[0].begin == strlen("La reunión fue "));
  trujaman_text_difference_free(difference);
}

static void buffers_grow(void) {
  trujaman_buffer* buffer = NULL;
  CHECK_OK(trujaman_buffer_new(&buffer));
  CHECK(trujaman_buffer_write("hola", 4, buffer) == 1);
  CHECK(trujaman_buffer_write(NULL, 0, buffer) == 1);
  CHECK(trujaman_buffer_write("!", 1, NULL) == 0);
  CHECK_TEXT(trujaman_buffer_data(buffer), "hola");
  trujaman_buffer_free(buffer);
}

void test_text(void) {
  a_program_sees_which_library_it_runs_with();
  every_value_has_its_name();
  the_last_error_is_that_of_the_last_call();
  tags_are_written_in_one_way();
  texts_are_counted_named_and_normalised();
  messages_come_in_three_languages();
  differences_are_spans();
  buffers_grow();
}
