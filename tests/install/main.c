/* A program of someone else in C, built on the installed library. */
#include <stdio.h>

#include <trujaman/trujaman.h>

int main(void) {
  static const char text[] = "La Sra. Aldana abrió la sesión. Nadie respondió.";
  trujaman_segmenter* segmenter = NULL;
  trujaman_spans* spans = NULL;
  bool matches = false;
  size_t i;
  if (trujaman_segmenter_new("es", NULL, &segmenter) != TRUJAMAN_OK ||
      trujaman_segmenter_split(segmenter, text, &spans) != TRUJAMAN_OK) {
    return 1;
  }
  for (i = 0; i < spans->count; ++i) {
    const trujaman_span span = spans->items[i];
    printf("%.*s\n", (int)(span.end - span.begin), text + span.begin);
  }
  trujaman_spans_free(spans);
  trujaman_segmenter_free(segmenter);
  printf("Error %d\n", (int)trujaman_language_matches("no tag", "es", &matches));
  return 0;
}
