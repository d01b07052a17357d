#include <math.h>

#include "check.h"

static trujaman_segments* spanish(void) {
  static const char* const texts[] = {"Artículo 1", "La reunión comenzó el 3 de mayo de 2021.",
                                      "Asistieron 27 delegados.", "Artículo 2",
                                      "El informe anual fue aprobado."};
  trujaman_segments* segments = NULL;
  CHECK_OK(trujaman_segments_new("acta.es", "es", texts, 5, &segments));
  return segments;
}

static trujaman_segments* english(void) {
  static const char* const texts[] = {"Article 1",
                                      "The meeting began on 3 May 2021. 27 delegates attended.",
                                      "Article 2", "The annual report was adopted."};
  trujaman_segments* segments = NULL;
  CHECK_OK(trujaman_segments_new("acta.en", "en", texts, 4, &segments));
  return segments;
}

static trujaman_segments* french(void) {
  static const char* const texts[] = {"Article 1", "La réunion a commencé le 3 mai 2021.",
                                      "27 délégués étaient présents.", "Article 2",
                                      "Le rapport annuel a été adopté."};
  trujaman_segments* segments = NULL;
  CHECK_OK(trujaman_segments_new("acta.fr", "fr", texts, 5, &segments));
  return segments;
}

static int see_progress(double done, void* user) {
  CHECK(done >= 0 && done <= 1);
  ++*(int*)user;
  return 1;
}

static int stop(double done, void* user) {
  (void)done;
  (void)user;
  return 0;
}

static double forbid_joining(trujaman_range source, trujaman_range target, void* user) {
  ++*(int*)user;
  return source.end - source.begin + target.end - target.begin > 2 ? -INFINITY : 0;
}

static void documents_are_aligned(void) {
  trujaman_segments* es = spanish();
  trujaman_segments* en = english();
  trujaman_alignment* alignment = NULL;
  trujaman_align_options options = TRUJAMAN_ALIGN_OPTIONS_INIT;
  trujaman_anchors* anchors = NULL;
  int calls = 0;
  size_t i;
  CHECK_OK(trujaman_anchors_find(es, en, "^(Artículo|Article) \\d+", &anchors));
  CHECK(anchors->count == 2 && anchors->items[1].source == 3 && anchors->items[1].target == 2);
  options.anchors = anchors->items;
  options.anchor_count = anchors->count;
  options.progress = see_progress;
  options.user = &calls;
  CHECK_OK(trujaman_align(NULL, es, en, &options, &alignment));
  CHECK(calls > 0 && trujaman_alignment_size(alignment) == 4);
  CHECK(trujaman_alignment_at(alignment, 1)->source.end == 3);
  CHECK(trujaman_alignment_quality(alignment) > 0.5);
  trujaman_alignment_free(alignment);
  trujaman_anchors_free(anchors);

  options.anchor_count = 0;
  options.scorer = forbid_joining;
  options.scorer_user = &calls;
  CHECK_OK(trujaman_align(NULL, es, en, &options, &alignment));
  for (i = 0; i < trujaman_alignment_size(alignment); ++i) {
    const trujaman_bead* bead = trujaman_alignment_at(alignment, i);
    CHECK(bead->source.end - bead->source.begin <= 1 && bead->target.end - bead->target.begin <= 1);
  }
  trujaman_alignment_free(alignment);
  options.progress = stop;
  CHECK_FAILS(trujaman_align(NULL, es, en, &options, &alignment), TRUJAMAN_CANCELLED, "");
  CHECK(alignment == NULL);
  trujaman_segments_free(es);
  trujaman_segments_free(en);
}

static void what_is_known_helps(void) {
  trujaman_segments* es = spanish();
  trujaman_segments* en = english();
  trujaman_units* units = make_units();
  trujaman_concepts* concepts = make_concepts();
  trujaman_lexicon* lexicon = NULL;
  trujaman_aligner* aligner = NULL;
  trujaman_alignment* alignment = NULL;
  trujaman_buffer* buffer = NULL;
  trujaman_output output;
  trujaman_aligner_options options = TRUJAMAN_ALIGNER_OPTIONS_INIT;
  trujaman_learn_options learning = TRUJAMAN_LEARN_OPTIONS_INIT;
  const trujaman_word_pair pair = {"delegados", "delegates", 0};
  size_t before;
  CHECK_OK(trujaman_lexicon_new(&lexicon));
  CHECK_OK(trujaman_lexicon_add(lexicon, &pair, 1));
  CHECK(trujaman_lexicon_at(lexicon, 0)->weight == 1.0);
  CHECK_OK(trujaman_lexicon_add_terms(lexicon, concepts, "es", "en"));
  CHECK(trujaman_lexicon_size(lexicon) == 5);
  CHECK_OK(trujaman_lexicon_read(lexicon, write_file("words.tsv", "mayo\tMay\n"), NULL, NULL));
  before = trujaman_lexicon_size(lexicon);
  CHECK_TEXT(trujaman_lexicon_at(lexicon, before - 1)->target, "May");
  learning.min_count = 0.1;
  CHECK_OK(trujaman_lexicon_learn(lexicon, units, "es", "en", &learning));
  CHECK(trujaman_lexicon_size(lexicon) > before);
  CHECK_OK(trujaman_buffer_new(&buffer));
  output = output_to(buffer);
  CHECK_OK(trujaman_lexicon_write(lexicon, &output));
  CHECK(strstr(trujaman_buffer_data(buffer), "delegados\tdelegates\t1.000\n") != NULL);
  trujaman_buffer_free(buffer);
  options.lexicon = lexicon;
  options.no_word_list = true;
  CHECK_OK(trujaman_aligner_new("es", "en", &options, &aligner));
  trujaman_lexicon_free(lexicon);
  CHECK_OK(trujaman_align(aligner, es, en, NULL, &alignment));
  CHECK(trujaman_alignment_size(alignment) >= 4);
  trujaman_alignment_free(alignment);
  trujaman_aligner_free(aligner);
  trujaman_concepts_free(concepts);
  trujaman_units_free(units);
  trujaman_segments_free(es);
  trujaman_segments_free(en);
}

static void sentence_vectors_have_a_say(void) {
  static const float rows[] = {1, 0, 0, 1, 1, 1};
  trujaman_segments* one = NULL;
  const char* const texts[] = {"Uno.", "Dos.", "Tres."};
  trujaman_vectors* vectors = NULL;
  trujaman_vectors* read = NULL;
  trujaman_alignment* alignment = NULL;
  trujaman_align_options options = TRUJAMAN_ALIGN_OPTIONS_INIT;
  const trujaman_range last = {2, 3};
  float vector[2] = {0, 0};
  double share = -1;
  const char* path = path_to("rows.emb");
  FILE* file = fopen(path, "wb");
  CHECK(file != NULL && fwrite(rows, sizeof rows, 1, file) == 1 && fclose(file) == 0);
  CHECK_OK(trujaman_segments_new("n", "es", texts, 3, &one));
  CHECK_OK(trujaman_vectors_new(rows, 6, 2, &vectors));
  CHECK(trujaman_vectors_size(vectors) == 3 && trujaman_vectors_dimension(vectors) == 2);
  CHECK(trujaman_vectors_missing(vectors) == 0);
  CHECK_OK(trujaman_vectors_get(vectors, last, vector, 2));
  CHECK(fabsf(vector[0] - vector[1]) < 1e-6f && fabsf(vector[0] - 0.70710678f) < 1e-6f);
  CHECK_FAILS(trujaman_vectors_get(vectors, last, vector, 1), TRUJAMAN_INVALID_ARGUMENT, "room");
  CHECK_OK(trujaman_vectors_read(path, one, NULL, &read));
  CHECK(trujaman_vectors_size(read) == 3);
  CHECK_OK(trujaman_vectors_recognised(vectors, read, &share));
  CHECK(share >= 0 && share < 1);
  options.source_vectors = vectors;
  CHECK_FAILS(trujaman_align(NULL, one, one, &options, &alignment), TRUJAMAN_INVALID_ARGUMENT,
              "one side");
  options.target_vectors = read;
  CHECK_OK(trujaman_align(NULL, one, one, &options, &alignment));
  trujaman_alignment_free(alignment);
  trujaman_vectors_free(vectors);
  trujaman_vectors_free(read);
  trujaman_segments_free(one);
}

static void beads_become_units_and_a_page(void) {
  trujaman_segments* es = spanish();
  trujaman_segments* en = english();
  trujaman_segments* fr = french();
  trujaman_translation translations[2] = {{NULL, NULL}, {NULL, NULL}};
  trujaman_alignment* alignments[3] = {NULL, NULL, NULL};
  trujaman_align_units_options options = TRUJAMAN_ALIGN_UNITS_OPTIONS_INIT;
  trujaman_cross cross = {0, 1, NULL};
  trujaman_units* units = NULL;
  trujaman_buffer* buffer = NULL;
  trujaman_output output;
  trujaman_bead bead = {{0, 9}, {0, 4}, 1.0};
  CHECK_OK(trujaman_align(NULL, es, en, NULL, &alignments[0]));
  CHECK_OK(trujaman_align(NULL, es, fr, NULL, &alignments[1]));
  CHECK_OK(trujaman_align(NULL, en, fr, NULL, &alignments[2]));
  translations[0].target = en;
  translations[0].alignment = alignments[0];
  translations[1].target = fr;
  translations[1].alignment = alignments[1];
  cross.alignment = alignments[2];
  options.crosses = &cross;
  options.cross_count = 1;
  CHECK_OK(trujaman_align_units(es, translations, 2, &options, &units));
  CHECK(trujaman_units_size(units) >= 3 && trujaman_units_at(units, 0)->variant_count == 3);
  CHECK_TEXT(trujaman_units_at(units, 0)->occurrences[0].document, "acta.es");
  trujaman_units_free(units);
  CHECK_OK(trujaman_buffer_new(&buffer));
  output = output_to(buffer);
  CHECK_OK(trujaman_review_write(&output, es, translations, 2, NULL));
  CHECK(strstr(trujaman_buffer_data(buffer), "<html") != NULL);
  trujaman_buffer_free(buffer);
  trujaman_alignment_free(alignments[0]);
  CHECK_OK(trujaman_alignment_new(&bead, 1, 1.0, &alignments[0])); /* of another document */
  translations[0].alignment = alignments[0];
  CHECK_FAILS(trujaman_align_units(es, translations, 2, NULL, &units), TRUJAMAN_INVALID_ARGUMENT,
              "lack");
  bead.source.begin = 1;
  trujaman_alignment_free(alignments[0]);
  CHECK_FAILS(trujaman_alignment_new(&bead, 1, 1.0, &alignments[0]), TRUJAMAN_INVALID_ARGUMENT,
              "bead 0");
  trujaman_alignment_free(alignments[1]);
  trujaman_alignment_free(alignments[2]);
  trujaman_segments_free(es);
  trujaman_segments_free(en);
  trujaman_segments_free(fr);
}

void test_align(void) {
  documents_are_aligned();
  what_is_known_helps();
  sentence_vectors_have_a_say();
  beads_become_units_and_a_page();
}
