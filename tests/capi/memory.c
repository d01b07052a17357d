#include "check.h"

static int count_rows(int64_t row, const trujaman_unit* unit, void* user) {
  CHECK(row > 0 && unit->variant_count >= 2);
  ++*(int*)user;
  return 1;
}

static int see_one(int64_t row, const trujaman_unit* unit, void* user) {
  (void)unit;
  *(int64_t*)user = row;
  return 0;
}

static int64_t first_row(const trujaman_memory* memory) {
  int64_t row = 0;
  CHECK_OK(trujaman_memory_visit(memory, NULL, see_one, &row));
  return row;
}

static void adding_again_changes_nothing(void) {
  trujaman_memory* memory = make_memory();
  trujaman_units* units = make_units();
  trujaman_add_options options = TRUJAMAN_ADD_OPTIONS_INIT;
  trujaman_add_summary summary;
  trujaman_unit other = *trujaman_units_at(units, 3);
  trujaman_variant variants[2];
  CHECK_OK(trujaman_memory_add_list(memory, units, NULL, &summary));
  CHECK(summary.added == 0 && summary.merged == 4);
  memcpy(variants, other.variants, sizeof variants);
  variants[1].text = "The report was approved.";
  other.variants = variants;
  other.variant_count = 2;
  options.on_conflict = TRUJAMAN_CONFLICT_KEEP;
  CHECK_OK(trujaman_memory_add(memory, &other, 1, &options, &summary));
  CHECK(summary.kept == 1);
  options.on_conflict = TRUJAMAN_CONFLICT_REPLACE;
  CHECK_OK(trujaman_memory_add(memory, &other, 1, &options, &summary));
  CHECK(summary.replaced == 1);
  options.on_conflict = (trujaman_on_conflict)9;
  CHECK_FAILS(trujaman_memory_add(memory, &other, 1, &options, &summary), TRUJAMAN_INVALID_ARGUMENT,
              "on_conflict");
  CHECK_OK(trujaman_memory_add(memory, NULL, 0, NULL, NULL));
  trujaman_units_free(units);
  trujaman_memory_close(memory);
}

static void units_are_changed_by_their_row(void) {
  trujaman_memory* memory = make_memory();
  trujaman_units* found = NULL;
  trujaman_unit unit;
  trujaman_variant variants[2];
  const int64_t row = first_row(memory);
  bool there = false;
  CHECK_OK(trujaman_memory_get(memory, row, &found));
  CHECK(trujaman_units_size(found) == 1);
  unit = *trujaman_units_at(found, 0); /* what a memory gives can be given back */
  memcpy(variants, unit.variants, sizeof variants);
  variants[1].text = "Migrant workers send money home.";
  unit.variants = variants;
  CHECK_OK(trujaman_memory_update(memory, row, &unit, &there));
  CHECK(there);
  trujaman_units_free(found);
  CHECK_OK(trujaman_memory_get(memory, row, &found));
  CHECK_TEXT(trujaman_units_at(found, 0)->variants[1].text, "Migrant workers send money home.");
  trujaman_units_free(found);
  CHECK_OK(trujaman_memory_remove(memory, row, &there));
  CHECK(there);
  CHECK_OK(trujaman_memory_remove(memory, row, &there));
  CHECK(!there);
  CHECK_OK(trujaman_memory_get(memory, row, &found));
  CHECK(found != NULL && trujaman_units_size(found) == 0);
  trujaman_units_free(found);
  trujaman_memory_close(memory);
}

static void units_are_visited_by_a_filter(void) {
  trujaman_memory* memory = make_memory();
  trujaman_unit_filter filter = TRUJAMAN_UNIT_FILTER_INIT;
  const char* const french[] = {"fr"};
  trujaman_units* units = NULL;
  int count = 0;
  CHECK_OK(trujaman_memory_visit(memory, NULL, count_rows, &count));
  CHECK(count == 4);
  filter.languages = french;
  filter.language_count = 1;
  CHECK_OK(trujaman_memory_units(memory, &filter, &units));
  CHECK(trujaman_units_size(units) == 1);
  trujaman_units_free(units);
  trujaman_memory_close(memory);
}

struct change {
  trujaman_memory* memory;
  const trujaman_unit* unit;
  int visited;
};

static int change_memory(int64_t row, const trujaman_unit* unit, void* user) {
  struct change* const change = user;
  bool found = false;
  CHECK(unit->variant_count >= 2);
  CHECK_OK(trujaman_memory_remove(change->memory, row, &found));
  CHECK(found);
  CHECK_OK(trujaman_memory_add(change->memory, change->unit, 1, NULL, NULL));
  ++change->visited;
  return 1;
}

static void a_visitor_may_change_the_memory(void) {
  int in_file;
  for (in_file = 0; in_file < 2; ++in_file) {
    trujaman_memory* memory = NULL;
    trujaman_units* units = make_units();
    struct change change = {NULL, NULL, 0};
    CHECK_OK(in_file ? trujaman_memory_open(path_to("changed.tm"), TRUJAMAN_CREATE, &memory)
                     : trujaman_memory_in_memory(&memory));
    CHECK_OK(trujaman_memory_add_list(memory, units, NULL, NULL));
    change.memory = memory;
    change.unit = trujaman_units_at(units, 0);
    CHECK_OK(trujaman_memory_visit(memory, NULL, change_memory, &change));
    CHECK(change.visited == 4); /* what it added does not show */
    trujaman_units_free(units);
    trujaman_memory_close(memory);
  }
}

static void a_memory_says_what_it_holds(void) {
  trujaman_memory* memory = make_memory();
  trujaman_statistics* statistics = NULL;
  CHECK_OK(trujaman_memory_compact(memory));
  CHECK_OK(trujaman_memory_statistics(memory, &statistics));
  CHECK(statistics->units == 4 && statistics->documents == 1 && statistics->language_count == 3);
  CHECK_TEXT(statistics->languages[0].language, "en");
  CHECK(statistics->languages[0].variants == 4);
  trujaman_statistics_free(statistics);
  trujaman_memory_close(memory);
}

static void a_file_is_kept(void) {
  char path[4096];
  trujaman_memory* memory = NULL;
  trujaman_units* units = make_units();
  strcpy(path, path_to("kept.tm"));
  CHECK_OK(trujaman_memory_open(path, TRUJAMAN_CREATE, &memory));
  CHECK_OK(trujaman_memory_add_list(memory, units, NULL, NULL));
  trujaman_units_free(units);
  trujaman_memory_close(memory);
  CHECK_OK(trujaman_memory_open(path, TRUJAMAN_READ_ONLY, &memory));
  CHECK_OK(trujaman_memory_units(memory, NULL, &units));
  CHECK(trujaman_units_size(units) == 4);
  trujaman_units_free(units);
  trujaman_memory_close(memory);
}

static void a_transaction_is_all_or_nothing(void) {
  trujaman_memory* memory = make_memory();
  trujaman_units* units = make_units();
  trujaman_units* found = NULL;
  trujaman_writer* writer = NULL;
  trujaman_add_summary summary;
  trujaman_outcome outcome = TRUJAMAN_OUTCOME_ADDED;
  bool there = false;
  const int64_t row = first_row(memory);
  CHECK_OK(trujaman_writer_begin(memory, &writer));
  CHECK_OK(trujaman_writer_remove(writer, row, &there));
  CHECK(there);
  trujaman_writer_free(writer); /* not committed: taken back */
  CHECK_OK(trujaman_memory_get(memory, row, &found));
  CHECK(trujaman_units_size(found) == 1);
  trujaman_units_free(found);

  CHECK_OK(trujaman_writer_begin(memory, &writer));
  CHECK_OK(trujaman_writer_add(writer, trujaman_units_at(units, 0), NULL, &outcome));
  CHECK(outcome == TRUJAMAN_OUTCOME_MERGED);
  CHECK_OK(trujaman_writer_update(writer, row, trujaman_units_at(units, 1), &there));
  CHECK(there);
  CHECK_OK(trujaman_writer_summary(writer, &summary));
  CHECK(summary.merged == 1);
  trujaman_memory_close(memory); /* the writer holds it */
  CHECK_OK(trujaman_writer_commit(writer));
  CHECK_FAILS(trujaman_writer_remove(writer, row, NULL), TRUJAMAN_INVALID_ARGUMENT, "");
  trujaman_writer_free(writer);
  trujaman_units_free(units);
}

static void concepts_and_bookmarks_live_in_a_memory(void) {
  trujaman_memory* memory = make_memory();
  trujaman_concepts* concepts = make_concepts();
  trujaman_concepts* found = NULL;
  trujaman_writer* writer = NULL;
  trujaman_upsert_summary summary;
  trujaman_buffer* text = NULL;
  bool there = false;
  CHECK_OK(trujaman_memory_bookmark(memory, "place", &text));
  CHECK(text == NULL);
  CHECK_OK(trujaman_writer_begin(memory, &writer));
  CHECK_OK(trujaman_writer_add_concept(writer, trujaman_concepts_at(concepts, 0)));
  CHECK_OK(trujaman_writer_upsert(writer, concepts, NULL, &summary));
  CHECK(summary.added == 1 && summary.unchanged == 1);
  CHECK_OK(trujaman_writer_set_bookmark(writer, "place", "page 12"));
  CHECK_OK(trujaman_writer_remove_concept(writer, "no such id", &there));
  CHECK(!there);
  CHECK_OK(trujaman_writer_commit(writer));
  trujaman_writer_free(writer);
  CHECK_OK(trujaman_memory_concepts(memory, &found));
  CHECK(trujaman_concepts_size(found) == 2);
  CHECK_OK(trujaman_memory_bookmark(memory, "place", &text));
  CHECK_TEXT(trujaman_buffer_data(text), "page 12");
  trujaman_buffer_free(text);
  trujaman_concepts_free(found);
  trujaman_concepts_free(concepts);
  trujaman_memory_close(memory);
}

void test_memory(void) {
  adding_again_changes_nothing();
  units_are_changed_by_their_row();
  units_are_visited_by_a_filter();
  a_visitor_may_change_the_memory();
  a_memory_says_what_it_holds();
  a_file_is_kept();
  a_transaction_is_all_or_nothing();
  concepts_and_bookmarks_live_in_a_memory();
}
