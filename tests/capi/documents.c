#include "check.h"

static const char markdown[] =
    "# Informe\n\nLa Sra. Aldana abrió la **sesión**. Nadie respondió.\n\n- Acta de la sesión\n";

static void a_document_is_read_into_blocks(void) {
  const trujaman_input input = input_of(markdown, "informe.md");
  trujaman_document* document = NULL;
  const trujaman_document_info* info;
  CHECK_OK(trujaman_document_read(&input, "es", NULL, &document));
  info = trujaman_document_about(document);
  CHECK_TEXT(info->id, "informe.md");
  CHECK_TEXT(info->language, "es");
  CHECK(info->blocks == 3 && info->furniture == 0 && !info->segmented);
  CHECK(trujaman_document_block(document, 0)->kind == TRUJAMAN_HEADING);
  CHECK(trujaman_document_block(document, 0)->level == 1);
  CHECK(trujaman_document_block(document, 1)->code_count == 2);
  CHECK(trujaman_document_block(document, 2)->where.line == 5);
  CHECK(trujaman_document_block(document, 3) == NULL);
  CHECK(trujaman_document_furniture(document, 0) == NULL);
  trujaman_document_free(document);
}

static void a_document_has_segments(void) {
  trujaman_input input = {0};
  trujaman_document* document = NULL;
  trujaman_segments* segments = NULL;
  input.path = write_file("informe.md", markdown);
  CHECK_OK(trujaman_document_read(&input, "es", NULL, &document));
  CHECK_OK(trujaman_segmenter_segment(NULL, document, &segments));
  trujaman_document_free(document);
  CHECK(trujaman_segments_size(segments) == 4);
  CHECK_TEXT(trujaman_segments_at(segments, 1)->text, "La Sra. Aldana abrió la sesión.");
  CHECK(trujaman_segments_at(segments, 2)->block == 1);
  CHECK_TEXT(trujaman_document_about(trujaman_segments_document(segments))->id, "informe.md");
  trujaman_segments_free(segments);
}

static void a_program_brings_its_own_blocks_and_segments(void) {
  trujaman_block block = {0};
  trujaman_document* document = NULL;
  trujaman_segments* segments = NULL;
  const char* const texts[] = {"Uno.", "Dos."};
  block.text = "Primera frase. Segunda frase.";
  block.repairs = TRUJAMAN_LINES_JOINED | TRUJAMAN_DEHYPHENATED;
  CHECK_OK(trujaman_document_new("d", "es", &block, 1, false, &document));
  CHECK(trujaman_document_block(document, 0)->repairs == block.repairs);
  CHECK_OK(trujaman_segmenter_segment(NULL, document, &segments));
  CHECK(trujaman_segments_size(segments) == 2);
  trujaman_segments_free(segments);
  trujaman_document_free(document);
  CHECK_OK(trujaman_segments_new("s", "es", texts, 2, &segments));
  CHECK_TEXT(trujaman_segments_at(segments, 1)->text, "Dos.");
  trujaman_segments_free(segments);
  CHECK_OK(trujaman_segments_read_lines(write_file("lines.txt", "Uno.\n\nTres.\n"), "es", NULL,
                                        &segments));
  CHECK(trujaman_segments_size(segments) == 3);
  CHECK_TEXT(trujaman_segments_at(segments, 2)->text, "Tres.");
  trujaman_segments_free(segments);
}

static void abbreviations_and_rules_of_others_are_followed(void) {
  static const char srx[] =
      "<srx version=\"2.0\" xmlns=\"http://www.lisa.org/srx20\"><header cascade=\"no\"/><body>"
      "<languagerules><languagerule languagerulename=\"S\"><rule break=\"yes\">"
      "<beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>"
      "</languagerules><maprules><languagemap languagepattern=\"ES.*\" languagerulename=\"S\"/>"
      "</maprules></body></srx>";
  const trujaman_input input = input_of(srx, "rules.srx");
  static const char* const abbreviations[] = {"Expte."};
  trujaman_srx* rules = NULL;
  trujaman_segmenter* segmenter = NULL;
  trujaman_segmenter_options options = TRUJAMAN_SEGMENTER_OPTIONS_INIT;
  trujaman_spans* spans = NULL;
  bool has = false;
  options.abbreviations = abbreviations;
  options.abbreviation_count = 1;
  CHECK_OK(trujaman_segmenter_new("es", &options, &segmenter));
  CHECK_OK(trujaman_segmenter_split(segmenter, "Véase el Expte. Gómez. Fin.", &spans));
  CHECK(spans->count == 2 && spans->items[0].end == strlen("Véase el Expte. Gómez."));
  trujaman_spans_free(spans);
  trujaman_segmenter_free(segmenter);
  CHECK_OK(trujaman_srx_read(&input, &rules));
  CHECK_OK(trujaman_srx_has_rules_for(rules, "es", &has));
  CHECK(has);
  CHECK_OK(trujaman_srx_has_rules_for(rules, "fr", &has));
  CHECK(!has);
  options.srx = rules;
  CHECK_OK(trujaman_segmenter_new("es", &options, &segmenter));
  trujaman_srx_free(rules);
  CHECK_OK(trujaman_segmenter_split(segmenter, "Uno; dos. Tres.", &spans));
  CHECK(spans->count == 2 && spans->items[0].end == strlen("Uno;"));
  trujaman_spans_free(spans);
  trujaman_segmenter_free(segmenter);
}

void test_documents(void) {
  a_document_is_read_into_blocks();
  a_document_has_segments();
  a_program_brings_its_own_blocks_and_segments();
  abbreviations_and_rules_of_others_are_followed();
}
