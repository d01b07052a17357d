#include "check.h"

static int translate_first(size_t number, const trujaman_block* block, trujaman_renderer* renderer,
                           void* user) {
  trujaman_rendering rendering = {{0, 0}, NULL, NULL, 0, false, {NULL, NULL}};
  ++*(int*)user;
  if (number != 0) return 1;
  rendering.span.end = strlen(block->text);
  rendering.text = "Good morning.";
  CHECK_OK(trujaman_renderer_add(renderer, &rendering));
  rendering.span.end = 1000;
  CHECK_FAILS(trujaman_renderer_add(renderer, &rendering), TRUJAMAN_INVALID_ARGUMENT, "span");
  return 1;
}

static int stop(size_t number, const trujaman_block* block, trujaman_renderer* renderer,
                void* user) {
  (void)number;
  (void)block;
  (void)renderer;
  (void)user;
  return 0;
}

static void a_copy_has_the_renderings_of_a_callback(void) {
  const trujaman_input input = input_of("Buenos días.\n\nBuenas noches.\n", "a.txt");
  trujaman_buffer* buffer = NULL;
  trujaman_output output;
  trujaman_render_summary summary;
  int blocks = 0;
  CHECK_OK(trujaman_buffer_new(&buffer));
  output = output_to(buffer);
  CHECK_OK(trujaman_document_translate(&input, &output, translate_first, &blocks, NULL, &summary));
  CHECK(blocks == 2 && summary.replaced == 1 && summary.left == 0);
  CHECK_TEXT(trujaman_buffer_data(buffer), "Good morning.\n\nBuenas noches.\n");
  CHECK_FAILS(trujaman_document_translate(&input, &output, stop, NULL, NULL, NULL),
              TRUJAMAN_CANCELLED, "stop");
  trujaman_buffer_free(buffer);
}

static void a_memory_fills_a_document(void) {
  const trujaman_input input =
      input_of("Se aprobó el informe anual. No hubo preguntas.\n\n12\n", "acta.txt");
  trujaman_memory* memory = make_memory();
  trujaman_buffer* buffer = NULL;
  trujaman_output output;
  trujaman_pretranslate_summary summary;
  trujaman_pretranslate_options options = TRUJAMAN_PRETRANSLATE_OPTIONS_INIT;
  CHECK_OK(trujaman_buffer_new(&buffer));
  output = output_to(buffer);
  CHECK_OK(trujaman_memory_pretranslate(memory, "es", "en", &input, &output, &options, &summary));
  CHECK(summary.segments == 3 && summary.context + summary.exact == 1 && summary.wordless == 1);
  CHECK(summary.replaced == 1 && summary.left == 1);
  CHECK_TEXT(trujaman_buffer_data(buffer),
             "The annual report was adopted. [[No hubo preguntas.]]\n\n12\n");
  trujaman_buffer_free(buffer);
  trujaman_memory_close(memory);
}

void test_translate(void) {
  a_copy_has_the_renderings_of_a_callback();
  a_memory_fills_a_document();
}
