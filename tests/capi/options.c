/// Options of callers that were built with an older or a newer header than the library.
#include <stdlib.h>

#include "check.h"

/// Options as a newer header might have them.
struct newer_options {
  trujaman_lookup_options known;
  double unknown;
};

static trujaman_memory* memory;

static size_t count_matches(const trujaman_lookup_options* options) {
  trujaman_matches* matches = NULL;
  size_t count;
  CHECK_OK(trujaman_memory_lookup(memory, "El empleo juvenil bajó en 2021.", "es", "en", options,
                                  &matches));
  count = trujaman_matches_size(matches);
  trujaman_matches_free(matches);
  return count;
}

static void without_options_the_defaults_hold(void) {
  trujaman_lookup_options options = {0};
  CHECK(count_matches(NULL) == 1);
  CHECK(count_matches(&options) == 1); /* a size of 0 */
}

static void what_an_older_header_did_not_know_has_its_default(void) {
  /* One that ended behind min_score; what follows is not even there. */
  const size_t old_size = offsetof(trujaman_lookup_options, limit);
  trujaman_lookup_options* old = malloc(old_size);
  const trujaman_lookup_options today = TRUJAMAN_LOOKUP_OPTIONS_INIT;
  memcpy(old, &today, old_size);
  memcpy((char*)old + offsetof(trujaman_lookup_options, size), &old_size, sizeof old_size);
  CHECK(count_matches(old) == 1); /* limit is 5, not what happens to stand there */
  free(old);
}

static void a_newer_header_may_say_nothing_new(void) {
  struct newer_options newer = {TRUJAMAN_LOOKUP_OPTIONS_INIT, 0};
  newer.known.size = sizeof newer;
  newer.known.limit = 0;
  CHECK(count_matches((const trujaman_lookup_options*)&newer) == 0);
}

static void what_is_not_known_is_refused_not_ignored(void) {
  struct newer_options newer = {TRUJAMAN_LOOKUP_OPTIONS_INIT, 0.5};
  trujaman_matches* matches = NULL;
  newer.known.size = sizeof newer;
  CHECK_FAILS(trujaman_memory_lookup(memory, "Hola.", "es", "en",
                                     (const trujaman_lookup_options*)&newer, &matches),
              TRUJAMAN_INVALID_ARGUMENT, "does not know");
  CHECK(matches == NULL);
}

static void a_size_that_cannot_be_is_refused(void) {
  trujaman_lookup_options options = TRUJAMAN_LOOKUP_OPTIONS_INIT;
  trujaman_matches* matches = NULL;
  options.size = 3;
  CHECK_FAILS(trujaman_memory_lookup(memory, "Hola.", "es", "en", &options, &matches),
              TRUJAMAN_INVALID_ARGUMENT, "size");
}

static void reserved_members_stay_0(void) {
  trujaman_concordance_options options = TRUJAMAN_CONCORDANCE_OPTIONS_INIT;
  trujaman_concordance* concordance = NULL;
  options.reserved[1] = true;
  CHECK_FAILS(trujaman_memory_concordance(memory, "hola", "es", "en", &options, &concordance),
              TRUJAMAN_INVALID_ARGUMENT, "reserved");
}

int main(void) {
  memory = make_memory();
  without_options_the_defaults_hold();
  what_an_older_header_did_not_know_has_its_default();
  a_newer_header_may_say_nothing_new();
  what_is_not_known_is_refused_not_ignored();
  a_size_that_cannot_be_is_refused();
  reserved_members_stay_0();
  trujaman_memory_close(memory);
  return failures == 0 ? 0 : 1;
}
