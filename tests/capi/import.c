#include "check.h"

static const char table[] =
    "es\ten\n"
    "Buenos días.\tGood morning.\n"
    "Buenas noches.\tGood night.\n"
    "Sin traducción.\t\n";

static void a_file_goes_into_a_memory(void) {
  trujaman_memory* memory = make_memory();
  const trujaman_input input = input_of(table, "frases.tsv");
  trujaman_import_summary* summary = NULL;
  CHECK_OK(trujaman_memory_import(memory, &input, NULL, &summary));
  CHECK(summary->read == 3 && summary->added == 2 && summary->skipped == 1);
  CHECK(summary->reason_count == 1 && summary->reasons[0].units == 1);
  CHECK(summary->broken == NULL);
  trujaman_import_summary_free(summary);
  CHECK_OK(trujaman_memory_import(memory, &input, NULL, &summary));
  CHECK(summary->added == 0 && summary->merged == 2);
  trujaman_import_summary_free(summary);
  trujaman_memory_close(memory);
}

static void of_a_file_that_breaks_off_the_beginning_can_be_kept(void) {
  static const char broken[] =
      "<tmx version=\"1.4\"><header srclang=\"es\"/><body>\n"
      "<tu><tuv xml:lang=\"es\"><seg>Buenos días.</seg></tuv>"
      "<tuv xml:lang=\"en\"><seg>Good morning.</seg></tuv></tu>\n<tu>";
  trujaman_memory* memory = make_memory();
  const trujaman_input input = input_of(broken, "broken.tmx");
  trujaman_import_options options = TRUJAMAN_IMPORT_OPTIONS_INIT;
  trujaman_import_summary* summary = NULL;
  CHECK_FAILS(trujaman_memory_import(memory, &input, &options, &summary), TRUJAMAN_MALFORMED, "");
  CHECK(summary == NULL);
  options.keep_whole = true;
  CHECK_OK(trujaman_memory_import(memory, &input, &options, &summary));
  CHECK(summary->added == 1 && summary->broken != NULL);
  trujaman_import_summary_free(summary);
  trujaman_memory_close(memory);
}

static void a_program_imports_its_own_units_in_batches(void) {
  trujaman_memory* memory = NULL;
  trujaman_units* units = make_units();
  trujaman_import* job = NULL;
  trujaman_import_options options = TRUJAMAN_IMPORT_OPTIONS_INIT;
  trujaman_import_summary* summary = NULL;
  const trujaman_diagnostic diagnostic = {
      TRUJAMAN_DEFECT, "without a language; unit skipped", {"db", 4, 0, 0}};
  size_t i;
  CHECK_OK(trujaman_memory_in_memory(&memory));
  options.batch = 2;
  options.name = "db";
  CHECK_OK(trujaman_import_begin(memory, &options, &job));
  for (i = 0; i < 3; ++i) CHECK_OK(trujaman_import_add(job, trujaman_units_at(units, i)));
  CHECK(trujaman_import_committed(job) == 2 && trujaman_import_passed(job) == 3);
  trujaman_import_free(job); /* interrupted */
  CHECK_OK(trujaman_import_begin(memory, &options, &job));
  for (i = 0; i < 4; ++i) CHECK_OK(trujaman_import_add(job, trujaman_units_at(units, i)));
  CHECK_OK(trujaman_import_note(job, &diagnostic));
  CHECK_OK(trujaman_import_finish(job, &summary));
  CHECK(summary->resumed == 2 && summary->skipped == 1);
  CHECK_TEXT(summary->reasons[0].reason, "without a language");
  trujaman_import_summary_free(summary);
  trujaman_import_free(job);
  trujaman_units_free(units);
  trujaman_memory_close(memory);
}

void test_import(void) {
  a_file_goes_into_a_memory();
  of_a_file_that_breaks_off_the_beginning_can_be_kept();
  a_program_imports_its_own_units_in_batches();
}
