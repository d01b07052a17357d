#include "check.h"

/// A unit with everything that a unit can have.
static void make_whole_unit(trujaman_unit* unit) {
  static const trujaman_code codes[2] = {
      {3, TRUJAMAN_CODE_BPT, 1, "1", "bold", "<b>", "", false, NULL},
      {9, TRUJAMAN_CODE_EPT, 1, "1", "", "</b>", "", false, NULL},
  };
  static const trujaman_property properties[1] = {{"x-client", "OIT"}};
  static const char* const notes[1] = {"Véase el anexo."};
  static trujaman_variant variants[2];
  static const trujaman_occurrence occurrence = {"informe.es.md", 7};
  memset(variants, 0, sizeof variants);
  variants[0].language = "es-ES";
  variants[0].text = "El empleo juvenil";
  variants[0].codes = codes;
  variants[0].code_count = 2;
  variants[0].properties = properties;
  variants[0].property_count = 1;
  variants[0].notes = notes;
  variants[0].note_count = 1;
  variants[1].language = "en";
  variants[1].text = "Youth employment";
  variants[1].history.changed = 1700000000;
  memset(unit, 0, sizeof *unit);
  unit->id = "u1";
  unit->source_language = "es";
  unit->variants = variants;
  unit->variant_count = 2;
  unit->occurrences = &occurrence;
  unit->occurrence_count = 1;
  unit->confidence = 0.75;
  unit->history.created = 1600000000;
  unit->history.creator = "ana";
  unit->history.usage_count = 0;
  unit->history.has_usage_count = true;
  unit->properties = properties;
  unit->property_count = 1;
  unit->attributes = properties;
  unit->attribute_count = 1;
  unit->notes = notes;
  unit->note_count = 1;
}

static void what_goes_into_a_list_comes_out_of_it(void) {
  trujaman_unit given;
  const trujaman_unit* got;
  trujaman_units* units = NULL;
  make_whole_unit(&given);
  CHECK_OK(trujaman_units_new(&units));
  CHECK(trujaman_units_size(units) == 0 && trujaman_units_at(units, 0) == NULL);
  CHECK(trujaman_last_error()->status == TRUJAMAN_INVALID_ARGUMENT);
  CHECK_OK(trujaman_units_add(units, &given, 1));
  CHECK_OK(trujaman_units_add(units, NULL, 0));
  CHECK(trujaman_units_size(units) == 1);
  got = trujaman_units_at(units, 0);
  CHECK_TEXT(got->id, "u1");
  CHECK_TEXT(got->variants[0].text, "El empleo juvenil");
  CHECK_TEXT(got->variants[0].codes[0].native, "<b>");
  CHECK(got->variants[0].codes[1].position == 9 && got->variants[0].codes[1].pair == 1);
  CHECK_TEXT(got->variants[0].notes[0], "Véase el anexo.");
  CHECK(got->history.created == 1600000000 && got->history.changed == 0);
  CHECK(got->history.has_usage_count && got->history.usage_count == 0);
  CHECK_TEXT(got->properties[0].value, "OIT");
  CHECK_TEXT(got->attributes[0].type, "x-client");
  CHECK(got->occurrences[0].position == 7 && got->confidence == 0.75);
  CHECK_TEXT(got->notes[0], "Véase el anexo.");
  trujaman_units_free(units);
}

static void units_are_asked(void) {
  trujaman_unit unit;
  const trujaman_variant* variant = NULL;
  int64_t time = 0;
  int64_t number = 0;
  make_whole_unit(&unit);
  CHECK_OK(trujaman_unit_find(&unit, "es", &variant));
  CHECK(variant == &unit.variants[0]);
  CHECK_OK(trujaman_unit_find(&unit, "fr", &variant));
  CHECK(variant == NULL);
  CHECK_OK(trujaman_unit_source(&unit, "en", &variant));
  CHECK(variant == &unit.variants[1]);
  CHECK_OK(trujaman_unit_source(&unit, NULL, &variant));
  CHECK(variant == &unit.variants[0]);
  CHECK_OK(trujaman_unit_last_change(&unit, &time));
  CHECK(time == 1700000000);
  CHECK_OK(trujaman_unit_fingerprint(&unit, &number));
  CHECK(number != 0);
}

static void units_are_related_and_united(void) {
  trujaman_unit one;
  trujaman_unit two;
  trujaman_variant other[2];
  trujaman_unit_relation relation = TRUJAMAN_RELATION_NONE;
  trujaman_units* united = NULL;
  make_whole_unit(&one);
  two = one;
  CHECK_OK(trujaman_unit_relate(&one, &two, &relation));
  CHECK(relation == TRUJAMAN_RELATION_EQUAL);
  memcpy(other, one.variants, sizeof other);
  other[1].text = "Jobs for young people";
  two.variants = other;
  CHECK_OK(trujaman_unit_relate(&one, &two, &relation));
  CHECK(relation == TRUJAMAN_RELATION_CONTRADICTS);
  two.confidence = 0.9;
  CHECK_OK(trujaman_unit_unite(&one, &two, TRUJAMAN_UNION_INHERIT, &united));
  CHECK_TEXT(trujaman_units_at(united, 0)->variants[1].text, "Youth employment");
  trujaman_units_free(united);
  two.variants = one.variants;
  CHECK_OK(trujaman_unit_unite(&one, &two, TRUJAMAN_UNION_MERGE, &united));
  CHECK(trujaman_units_at(united, 0)->confidence == 0.9);
  trujaman_units_free(united);
}

static void what_is_not_as_it_should_be_is_refused(void) {
  trujaman_unit unit;
  trujaman_variant variant = {0};
  trujaman_code code = {0};
  int64_t number = 0;
  make_whole_unit(&unit);
  unit.variants = &variant;
  unit.variant_count = 1;
  variant.language = "es";
  variant.text = "migraci\xC3";
  CHECK_FAILS(trujaman_unit_fingerprint(&unit, &number), TRUJAMAN_INVALID_ARGUMENT, "UTF-8");
  variant.text = "migración";
  variant.codes = &code;
  variant.code_count = 1;
  code.position = 8; /* within the ó */
  CHECK_FAILS(trujaman_unit_fingerprint(&unit, &number), TRUJAMAN_INVALID_ARGUMENT, "position");
  code.position = 7;
  code.kind = (trujaman_code_kind)77;
  CHECK_FAILS(trujaman_unit_fingerprint(&unit, &number), TRUJAMAN_INVALID_ARGUMENT, "77");
  code.kind = TRUJAMAN_CODE_PH;
  CHECK_OK(trujaman_unit_fingerprint(&unit, &number));
  variant.reserved[0] = &variant;
  CHECK_FAILS(trujaman_unit_fingerprint(&unit, &number), TRUJAMAN_INVALID_ARGUMENT, "reserved");
  variant.reserved[0] = NULL;
  unit.confidence = 1.5;
  CHECK_FAILS(trujaman_unit_fingerprint(&unit, &number), TRUJAMAN_INVALID_ARGUMENT, "[0, 1]");
  unit.confidence = 1.0;
  unit.notes = NULL;
  CHECK_FAILS(trujaman_unit_fingerprint(&unit, &number), TRUJAMAN_INVALID_ARGUMENT, "notes");
}

static void a_selector_tells_the_wanted_units(void) {
  trujaman_unit unit;
  trujaman_selector* selector = NULL;
  trujaman_unit_filter filter = TRUJAMAN_UNIT_FILTER_INIT;
  bool wanted = false;
  make_whole_unit(&unit);
  filter.source_matches = "juvenil$";
  CHECK_OK(trujaman_selector_new(&filter, &selector));
  CHECK_OK(trujaman_selector_wants(selector, &unit, &wanted));
  CHECK(wanted);
  trujaman_selector_free(selector);
  filter.invert = true;
  CHECK_OK(trujaman_selector_new(&filter, &selector));
  CHECK_OK(trujaman_selector_wants(selector, &unit, &wanted));
  CHECK(!wanted);
  trujaman_selector_free(selector);
  filter.source_matches = "(";
  CHECK_FAILS(trujaman_selector_new(&filter, &selector), TRUJAMAN_INVALID_ARGUMENT, "(");
}

void test_units(void) {
  what_goes_into_a_list_comes_out_of_it();
  units_are_asked();
  units_are_related_and_united();
  what_is_not_as_it_should_be_is_refused();
  a_selector_tells_the_wanted_units();
}
