#include "check.h"

static const trujaman_unit* sample(trujaman_units* units, size_t index) {
  return trujaman_units_at(units, index);
}

static int count_units(const trujaman_unit* unit, const trujaman_location* where, void* user) {
  CHECK(unit->variant_count >= 2 && where != NULL);
  ++*(int*)user;
  return 1;
}

static int stop(const trujaman_unit* unit, const trujaman_location* where, void* user) {
  (void)unit;
  (void)where;
  (void)user;
  return 0;
}

static int see_line(const trujaman_unit* unit, const trujaman_location* where, void* user) {
  CHECK_TEXT(unit->variants[0].text, "La reunión comenzó el 3 de mayo.");
  CHECK_TEXT(where->source, "old.tmx");
  *(size_t*)user = where->line;
  return 1;
}

static void a_pool_keeps_units_by_number(void) {
  trujaman_units* units = make_units();
  trujaman_pool* pool = NULL;
  const trujaman_location where = {"old.tmx", 12, 0, 0};
  size_t line = 0;
  CHECK_OK(trujaman_pool_new(scratch, &pool));
  CHECK_OK(trujaman_pool_add(pool, sample(units, 0), NULL));
  CHECK_OK(trujaman_pool_add(pool, sample(units, 1), &where));
  CHECK(trujaman_pool_size(pool) == 2);
  CHECK_OK(trujaman_pool_get(pool, 1, see_line, &line));
  CHECK(line == 12);
  CHECK_FAILS(trujaman_pool_get(pool, 2, see_line, &line), TRUJAMAN_INVALID_ARGUMENT, "2");
  trujaman_pool_free(pool);
  trujaman_units_free(units);
}

static int see_conflict(const trujaman_conflict* conflict, void* user) {
  CHECK_TEXT(conflict->source, "Se aprobó el informe anual.");
  CHECK_TEXT(conflict->language, "en");
  CHECK(conflict->choice_count == 2);
  CHECK_TEXT(conflict->choices[1].text, "The report was approved.");
  CHECK_TEXT(conflict->choices[1].where.source, "new.tmx");
  ++*(int*)user;
  return 1;
}

static void a_merger_unites_equal_units_and_shows_conflicts(void) {
  trujaman_units* units = make_units();
  trujaman_unit other = *sample(units, 3);
  trujaman_variant variants[2];
  trujaman_merger* merger = NULL;
  const trujaman_location where = {"new.tmx", 5, 0, 0};
  bool merged = false;
  int count = 0;
  memcpy(variants, other.variants, sizeof variants);
  variants[1].text = "The report was approved.";
  other.variants = variants;
  other.variant_count = 2;
  CHECK_OK(trujaman_merger_new(NULL, &merger));
  CHECK_OK(trujaman_merger_add(merger, sample(units, 3), NULL, &merged));
  CHECK(!merged);
  CHECK_OK(trujaman_merger_add(merger, sample(units, 3), NULL, &merged));
  CHECK(merged);
  CHECK_OK(trujaman_merger_add(merger, &other, &where, NULL));
  CHECK_OK(trujaman_merger_units(merger, count_units, &count));
  CHECK(count == 2);
  CHECK_FAILS(trujaman_merger_units(merger, stop, NULL), TRUJAMAN_CANCELLED, "stopped");
  count = 0;
  CHECK_OK(trujaman_merger_conflicts(merger, see_conflict, &count));
  CHECK(count == 1);
  trujaman_merger_free(merger);
  trujaman_units_free(units);
}

static int see_difference(const trujaman_unit_difference* difference, void* user) {
  int* const seen = user;
  if (difference->change == TRUJAMAN_REMOVED) {
    CHECK(difference->after == NULL && difference->before != NULL);
    CHECK(difference->before_where.line == 1);
  } else {
    CHECK(difference->change == TRUJAMAN_ADDED && difference->before == NULL);
    CHECK_TEXT(difference->after->variants[1].text, "Youth employment grew in 2021.");
  }
  ++*seen;
  return 1;
}

static void a_differ_compares_two_sets(void) {
  trujaman_units* units = make_units();
  trujaman_differ* differ = NULL;
  const trujaman_location where = {"a.tmx", 1, 0, 0};
  int count = 0;
  CHECK_OK(trujaman_differ_new(NULL, &differ));
  CHECK_OK(trujaman_differ_add(differ, TRUJAMAN_FIRST, sample(units, 0), &where));
  CHECK_OK(trujaman_differ_add(differ, TRUJAMAN_FIRST, sample(units, 1), NULL));
  CHECK_OK(trujaman_differ_add(differ, TRUJAMAN_SECOND, sample(units, 1), NULL));
  CHECK_OK(trujaman_differ_add(differ, TRUJAMAN_SECOND, sample(units, 2), NULL));
  CHECK_FAILS(trujaman_differ_add(differ, TRUJAMAN_FIRST, sample(units, 0), NULL),
              TRUJAMAN_INVALID_ARGUMENT, "first");
  CHECK_OK(trujaman_differ_differences(differ, see_difference, &count));
  CHECK(count == 2);
  trujaman_differ_free(differ);
  trujaman_units_free(units);
}

void test_unit_sets(void) {
  a_pool_keeps_units_by_number();
  a_merger_unites_equal_units_and_shows_conflicts();
  a_differ_compares_two_sets();
}
