#include "check.h"

static void terms_are_proposed(void) {
  static const char* const texts[][2] = {
      {"El desempleo juvenil creció.", "Youth unemployment grew."},
      {"Preocupa el desempleo juvenil.", "Youth unemployment is a concern."},
      {"Contra el desempleo juvenil hay un plan.", "There is a plan against youth unemployment."},
  };
  static const char* const english[] = {"en"};
  trujaman_units* units = NULL;
  trujaman_candidates* candidates = NULL;
  trujaman_extract_options options = TRUJAMAN_EXTRACT_OPTIONS_INIT;
  size_t i;
  CHECK_OK(trujaman_units_new(&units));
  for (i = 0; i < 3; ++i) {
    trujaman_variant variants[2] = {{0}, {0}};
    trujaman_unit unit = {0};
    variants[0].language = "es";
    variants[0].text = texts[i][0];
    variants[1].language = "en";
    variants[1].text = texts[i][1];
    unit.variants = variants;
    unit.variant_count = 2;
    CHECK_OK(trujaman_units_add(units, &unit, 1));
  }
  options.limit = 3;
  CHECK_OK(trujaman_units_extract_terms(units, "es", english, 1, &options, &candidates));
  CHECK(trujaman_candidates_size(candidates) >= 1);
  CHECK_TEXT(trujaman_candidates_at(candidates, 0)->terms[0].text, "desempleo juvenil");
  CHECK_TEXT(trujaman_candidates_at(candidates, 0)->terms[1].text, "youth unemployment");
  CHECK(trujaman_candidates_at(candidates, 0)->novelty == TRUJAMAN_NOVELTY_NEW);
  trujaman_candidates_free(candidates);
  CHECK_FAILS(trujaman_units_extract_terms(units, "es", NULL, 0, NULL, &candidates),
              TRUJAMAN_INVALID_ARGUMENT, "");
  trujaman_units_free(units);
}

static void words_are_linked(void) {
  trujaman_units* units = make_units();
  trujaman_word_aligner* aligner = NULL;
  trujaman_word_links* links = NULL;
  trujaman_span span = {0, 0};
  const trujaman_span part = {strlen("El empleo juvenil creció en "),
                              strlen("El empleo juvenil creció en 2021")};
  double confidence = 0;
  bool found = false;
  CHECK_OK(trujaman_word_aligner_new("es", "en", units, &aligner));
  CHECK_OK(trujaman_word_links_find(aligner, "El empleo juvenil creció en 2021.",
                                    "Youth employment grew in 2021.", 0.05, &links));
  CHECK(links->count >= 1 && links->items[0].probability > 0);
  trujaman_word_links_free(links);
  CHECK_OK(trujaman_word_counterpart(aligner, "El empleo juvenil creció en 2021.", part,
                                     "Youth employment grew in 2021.", &found, &span, &confidence));
  CHECK(found && span.begin == strlen("Youth employment grew in ") && confidence > 0);
  trujaman_word_aligner_free(aligner);
  trujaman_units_free(units);
}

static int see_progress(double done, void* user) {
  (void)done;
  ++*(int*)user;
  return 1;
}

static void leverage_is_told_by_band(void) {
  trujaman_memory* memory = make_memory();
  trujaman_analyser* analyser = NULL;
  trujaman_segments* segments = NULL;
  trujaman_leverage leverage;
  const char* const texts[] = {"Se aprobó el informe anual.", "Nada de esto se conoce aquí.",
                               "Nada de esto se conoce aquí."};
  int calls = 0;
  CHECK_OK(trujaman_segments_new("d", "es", texts, 3, &segments));
  CHECK_OK(trujaman_analyser_new(memory, "es", "en", &analyser));
  trujaman_memory_close(memory); /* the analyser holds it */
  CHECK_OK(trujaman_analyser_analyse(analyser, segments, see_progress, &calls, &leverage));
  CHECK(calls > 0 && leverage.total.segments == 3);
  CHECK(leverage.bands[TRUJAMAN_BAND_REPETITION].segments == 1);
  CHECK(leverage.bands[TRUJAMAN_BAND_NEW].words == 6);
  trujaman_analyser_free(analyser);
  trujaman_segments_free(segments);
}

void test_extract(void) {
  terms_are_proposed();
  words_are_linked();
  leverage_is_told_by_band();
}
