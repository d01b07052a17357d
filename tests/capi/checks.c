#include "check.h"

static void rules_are_counted_up(void) {
  int rules = 0;
  while (trujaman_check_rule_name((trujaman_check_rule)rules) != NULL) {
    CHECK(trujaman_check_rule_description((trujaman_check_rule)rules)[0] != '\0');
    ++rules;
  }
  CHECK(rules == TRUJAMAN_CHECK_FINAL_PUNCTUATION + 1);
  CHECK_TEXT(trujaman_check_rule_name(TRUJAMAN_CHECK_DEPRECATED_TERM), "deprecated-term");
  CHECK_TEXT(trujaman_clean_rule_name(TRUJAMAN_CLEAN_NEAR_DUPLICATE), "near-duplicate");
  CHECK(trujaman_clean_rule_description(TRUJAMAN_CLEAN_EMPTY)[0] != '\0');
  CHECK(trujaman_clean_rule_name((trujaman_clean_rule)77) == NULL);
}

/// The sample unit, with another English text.
static trujaman_unit with_english(trujaman_units* units, size_t index, trujaman_variant* variants,
                                  const char* text) {
  trujaman_unit unit = *trujaman_units_at(units, index);
  memcpy(variants, unit.variants, 2 * sizeof *variants);
  variants[1].text = text;
  unit.variants = variants;
  unit.variant_count = 2;
  return unit;
}

static void a_wrong_number_is_found(void) {
  trujaman_units* units = make_units();
  trujaman_variant variants[2];
  const trujaman_unit unit = with_english(units, 2, variants, "Youth employment grew in 2012.");
  trujaman_check_options options = TRUJAMAN_CHECK_OPTIONS_INIT;
  trujaman_checker* checker = NULL;
  trujaman_findings* findings = NULL;
  const trujaman_finding* finding;
  CHECK_OK(trujaman_checker_new(NULL, &checker));
  CHECK_OK(trujaman_checker_check(checker, &unit, &findings));
  CHECK(trujaman_findings_size(findings) == 1);
  finding = trujaman_findings_at(findings, 0);
  CHECK(finding->rule == TRUJAMAN_CHECK_NUMBER && finding->severity != TRUJAMAN_NOTE);
  CHECK(finding->place_count >= 1 && finding->other_unit == TRUJAMAN_NO_UNIT);
  CHECK_TEXT(finding->places[0].words, "2021");
  CHECK_TEXT(finding->target, "en");
  trujaman_findings_free(findings);
  CHECK_OK(trujaman_checker_add(checker, trujaman_units_at(units, 2)));
  CHECK_OK(trujaman_checker_add(checker, &unit));
  CHECK_OK(trujaman_checker_compare(checker, &findings));
  CHECK(trujaman_findings_size(findings) >= 1);
  CHECK(trujaman_findings_at(findings, 0)->rule == TRUJAMAN_CHECK_INCONSISTENT);
  CHECK(trujaman_findings_at(findings, 0)->other_unit != TRUJAMAN_NO_UNIT);
  trujaman_findings_free(findings);
  trujaman_checker_free(checker);
  options.disabled = TRUJAMAN_RULE_BIT(TRUJAMAN_CHECK_NUMBER);
  CHECK_OK(trujaman_checker_new(&options, &checker));
  CHECK_OK(trujaman_checker_check(checker, &unit, &findings));
  CHECK(trujaman_findings_size(findings) == 0);
  trujaman_findings_free(findings);
  trujaman_checker_free(checker);
  options.disabled = UINT64_C(1) << 40;
  CHECK_FAILS(trujaman_checker_new(&options, &checker), TRUJAMAN_INVALID_ARGUMENT, "rule");
  trujaman_units_free(units);
}

static void terms_of_a_glossary_are_checked(void) {
  trujaman_units* units = make_units();
  trujaman_units* checked = NULL;
  trujaman_variant variants[2];
  const trujaman_unit unit =
      with_english(units, 0, variants, "Foreign workers send remittances to their families.");
  trujaman_concepts* concepts = make_concepts();
  trujaman_glossary* glossary = NULL;
  trujaman_check_options options = TRUJAMAN_CHECK_OPTIONS_INIT;
  trujaman_findings* findings = NULL;
  CHECK_OK(trujaman_glossary_new(concepts, &glossary));
  options.glossary = glossary;
  CHECK_OK(trujaman_units_new(&checked));
  CHECK_OK(trujaman_units_add(checked, &unit, 1));
  CHECK_OK(trujaman_units_check(checked, &options, &findings));
  CHECK(trujaman_findings_size(findings) == 1);
  CHECK(trujaman_findings_at(findings, 0)->rule == TRUJAMAN_CHECK_DEPRECATED_TERM);
  trujaman_findings_free(findings);
  trujaman_glossary_free(glossary);
  trujaman_concepts_free(concepts);
  trujaman_units_free(checked);
  trujaman_units_free(units);
}

static void useless_units_are_taken_out(void) {
  trujaman_units* units = make_units();
  trujaman_units* mended = NULL;
  trujaman_cleaner* cleaner = NULL;
  trujaman_remedies* remedies = NULL;
  trujaman_variant variants[2];
  const trujaman_unit bad = with_english(units, 1, variants, "La reunión comenzó el 3 de mayo.");
  CHECK_OK(trujaman_cleaner_new(NULL, &cleaner));
  CHECK_OK(trujaman_cleaner_add(cleaner, 10, trujaman_units_at(units, 0)));
  CHECK_OK(trujaman_cleaner_add(cleaner, 11, &bad));
  CHECK_OK(trujaman_cleaner_remedies(cleaner, &remedies));
  CHECK(trujaman_remedies_size(remedies) == 1);
  CHECK(trujaman_remedies_at(remedies, 0)->unit == 11 &&
        trujaman_remedies_at(remedies, 0)->rule == TRUJAMAN_CLEAN_SAME_AS_SOURCE);
  CHECK_OK(trujaman_remedies_apply(remedies, 0, &bad, &mended));
  CHECK(trujaman_units_size(mended) == 0);
  trujaman_units_free(mended);
  CHECK_FAILS(trujaman_remedies_apply(remedies, 1, &bad, &mended), TRUJAMAN_INVALID_ARGUMENT, "1");
  trujaman_remedies_free(remedies);
  trujaman_cleaner_free(cleaner);
  trujaman_units_free(units);
}

void test_check(void) {
  rules_are_counted_up();
  a_wrong_number_is_found();
  terms_of_a_glossary_are_checked();
  useless_units_are_taken_out();
}
