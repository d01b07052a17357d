/// Calls every function of the C interface, in C.
///
///     test_c SCRATCH_FOLDER
#include "check.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  scratch = argv[1];
  test_text();
  test_units();
  test_unit_sets();
  test_memory();
  test_lookup();
  test_import();
  test_exchange();
  test_glossary();
  test_glossary_files();
  test_documents();
  test_translate();
  test_align();
  test_check();
  test_extract();
  return failures == 0 ? 0 : 1;
}
