#include "check.h"

static int count_concepts(const trujaman_concept* entry, void* user) {
  CHECK(entry->term_count >= 2);
  ++*(int*)user;
  return 1;
}

/// Writes the sample glossary in a format, and reads it again.
static void comes_back(trujaman_glossary_format format, const char* name) {
  static const char* const languages[] = {"es", "en"};
  static const char* const about[] = {"Para ejemplos."};
  trujaman_concepts* concepts = make_concepts();
  trujaman_concepts* read = NULL;
  trujaman_glossary_info* info = NULL;
  trujaman_buffer* buffer = NULL;
  trujaman_concepts_write_options writing = TRUJAMAN_CONCEPTS_WRITE_OPTIONS_INIT;
  trujaman_concepts_read_options reading = TRUJAMAN_CONCEPTS_READ_OPTIONS_INIT;
  trujaman_tbx_header header = {0};
  trujaman_output output;
  trujaman_input input = {0};
  CHECK_OK(trujaman_buffer_new(&buffer));
  output = output_to(buffer);
  header.title = "Migración";
  header.description = about;
  header.description_count = 1;
  writing.format = format;
  writing.header = &header;
  writing.languages = languages;
  writing.language_count = 2;
  CHECK_OK(trujaman_concepts_write(concepts, &output, &writing));
  input.bytes = trujaman_buffer_data(buffer);
  input.size = trujaman_buffer_size(buffer);
  input.name = name;
  reading.source = "es";
  reading.target = "en";
  CHECK_OK(trujaman_concepts_read(&input, &reading, &read, &info));
  CHECK(trujaman_concepts_size(read) == 2);
  CHECK_TEXT(trujaman_concepts_at(read, 1)->terms[1].text, "remittances");
  if (format == TRUJAMAN_GLOSSARY_TBX) {
    CHECK(info->format == format && info->passed == 2);
    CHECK_TEXT(info->header.title, "Migración");
    CHECK_TEXT(info->header.description[0], "Para ejemplos.");
  }
  trujaman_glossary_info_free(info);
  trujaman_concepts_free(read);
  trujaman_buffer_free(buffer);
  trujaman_concepts_free(concepts);
}

static void a_file_becomes_a_glossary(void) {
  char path[4096];
  trujaman_input input = {0};
  trujaman_output output = {0};
  trujaman_concepts* concepts = make_concepts();
  trujaman_glossary* glossary = NULL;
  int count = 0;
  strcpy(path, path_to("glossary.tbx"));
  output.path = path;
  CHECK_OK(trujaman_concepts_write(concepts, &output, NULL));
  trujaman_concepts_free(concepts);
  input.path = path;
  CHECK_OK(trujaman_glossary_read(&input, NULL, &glossary));
  CHECK(trujaman_glossary_size(glossary) == 2);
  trujaman_glossary_free(glossary);
  CHECK_OK(trujaman_concepts_stream(&input, NULL, count_concepts, &count, NULL));
  CHECK(count == 2);
}

static void what_cannot_be_written_is_said(void) {
  trujaman_concepts* concepts = make_concepts();
  trujaman_output output = {0};
  trujaman_concepts_write_options options = TRUJAMAN_CONCEPTS_WRITE_OPTIONS_INIT;
  output.path = "glossary.odt";
  CHECK_FAILS(trujaman_concepts_write(concepts, &output, NULL), TRUJAMAN_INVALID_ARGUMENT, "name");
  options.format = TRUJAMAN_GLOSSARY_XLIFF;
  output.path = path_to("glossary.xlf");
  CHECK_FAILS(trujaman_concepts_write(concepts, &output, &options), TRUJAMAN_UNSUPPORTED, "TBX");
  CHECK(!file_exists(output.path));
  options.format = TRUJAMAN_GLOSSARY_OMEGAT;
  CHECK_FAILS(trujaman_concepts_write(concepts, &output, &options), TRUJAMAN_INVALID_ARGUMENT,
              "two languages");
  trujaman_concepts_free(concepts);
}

void test_glossary_files(void) {
  comes_back(TRUJAMAN_GLOSSARY_TBX, "a.tbx");
  comes_back(TRUJAMAN_GLOSSARY_TBX_2008, "a.tbx");
  comes_back(TRUJAMAN_GLOSSARY_TSV, "a.tsv");
  comes_back(TRUJAMAN_GLOSSARY_CSV, "a.csv");
  comes_back(TRUJAMAN_GLOSSARY_XLSX, "a.xlsx");
  comes_back(TRUJAMAN_GLOSSARY_OMEGAT, "a.utf8");
  a_file_becomes_a_glossary();
  what_cannot_be_written_is_said();
}
