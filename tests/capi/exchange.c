#include "check.h"

static const char tmx[] =
    "<?xml version=\"1.0\"?>\n"
    "<tmx version=\"1.4\"><header creationtool=\"Okapi\" creationtoolversion=\"1\" "
    "segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"es\" datatype=\"plaintext\">"
    "<note>Ministerio</note></header><body>\n"
    "<tu><tuv xml:lang=\"es\"><seg>Buenos días.</seg></tuv>"
    "<tuv xml:lang=\"en\"><seg>Good morning.</seg></tuv></tu>\n"
    "<tu><tuv xml:lang=\"es\"><seg>Buenas noches.</seg></tuv>"
    "<tuv xml:lang=\"en\"><seg>Good night.</seg></tuv></tu>\n"
    "<tu><tuv><seg>Sin lengua.</seg></tuv></tu>\n"
    "</body></tmx>\n";

struct seen {
  int headers;
  int units;
  int diagnostics;
  size_t line;
};

static void see_header(const trujaman_tmx_header* header, void* user) {
  struct seen* const seen = user;
  CHECK(seen->units == 0);
  CHECK_TEXT(header->creation_tool, "Okapi");
  CHECK(header->note_count == 1);
  CHECK_TEXT(header->notes[0].text, "Ministerio");
  ++seen->headers;
}

static int see_unit(const trujaman_unit* unit, const trujaman_location* where, void* user) {
  struct seen* const seen = user;
  CHECK(unit->variant_count == 2);
  CHECK_TEXT(where->source, "old.tmx");
  seen->line = where->line;
  ++seen->units;
  return 1;
}

static void see_diagnostic(const trujaman_diagnostic* diagnostic, void* user) {
  CHECK(diagnostic->message[0] != '\0' && diagnostic->where.line == 5);
  ++((struct seen*)user)->diagnostics;
}

static int stop(const trujaman_unit* unit, const trujaman_location* where, void* user) {
  (void)unit;
  (void)where;
  (void)user;
  return 0;
}

static void a_file_is_read_unit_by_unit(void) {
  const trujaman_input input = input_of(tmx, "old.tmx");
  trujaman_units_read_options options = TRUJAMAN_UNITS_READ_OPTIONS_INIT;
  trujaman_units_info* info = NULL;
  struct seen seen = {0, 0, 0, 0};
  options.on_tmx_header = see_header;
  options.on_diagnostic = see_diagnostic;
  options.user = &seen;
  CHECK_OK(trujaman_units_stream(&input, &options, see_unit, &seen, &info));
  CHECK(seen.headers == 1 && seen.units == 2 && seen.diagnostics == 1 && seen.line == 4);
  CHECK(info->format == TRUJAMAN_FORMAT_TMX && info->read == 3 && info->passed == 2);
  CHECK_TEXT(info->header->source_language, "es");
  trujaman_units_info_free(info);
  CHECK_FAILS(trujaman_units_stream(&input, NULL, stop, NULL, NULL), TRUJAMAN_CANCELLED, "stop");
}

/// Gives a text in small pieces.
static ptrdiff_t read_piece(void* bytes, size_t size, void* user) {
  const char** rest = user;
  size_t count = strlen(*rest);
  if (count > 7) count = 7;
  if (count > size) count = size;
  memcpy(bytes, *rest, count);
  *rest += count;
  return (ptrdiff_t)count;
}

static void a_callback_can_be_an_input(void) {
  const char* rest = tmx;
  trujaman_input input = {0};
  trujaman_units* units = NULL;
  trujaman_format format = TRUJAMAN_FORMAT_AUTO;
  input.read = read_piece;
  input.user = &rest;
  input.name = "stream.tmx";
  CHECK_OK(trujaman_units_read(&input, NULL, &units, NULL));
  CHECK(trujaman_units_size(units) == 2);
  trujaman_units_free(units);
  CHECK_OK(trujaman_format_of("a.SDLXLIFF", &format));
  CHECK(format == TRUJAMAN_FORMAT_XLIFF);
  CHECK_OK(trujaman_format_of("a.doc", &format));
  CHECK(format == TRUJAMAN_FORMAT_AUTO);
}

static void other_formats_are_read_and_written(trujaman_format format, const char* name) {
  static const char* const languages[] = {"es", "en"};
  trujaman_units* units = make_units();
  trujaman_units* read = NULL;
  trujaman_units_info* info = NULL;
  trujaman_buffer* buffer = NULL;
  trujaman_unit_writer* writer = NULL;
  trujaman_output output;
  trujaman_input input = {0};
  trujaman_units_write_options options = TRUJAMAN_UNITS_WRITE_OPTIONS_INIT;
  size_t i;
  CHECK_OK(trujaman_buffer_new(&buffer));
  output = output_to(buffer);
  options.format = format;
  options.languages = languages;
  options.language_count = 2;
  CHECK_OK(trujaman_unit_writer_new(&output, &options, &writer));
  for (i = 0; i < trujaman_units_size(units); ++i) {
    CHECK_OK(trujaman_unit_writer_add(writer, trujaman_units_at(units, i)));
  }
  CHECK_OK(trujaman_unit_writer_finish(writer));
  CHECK_FAILS(trujaman_unit_writer_finish(writer), TRUJAMAN_INVALID_ARGUMENT, "finished");
  trujaman_unit_writer_free(writer);
  input.bytes = trujaman_buffer_data(buffer);
  input.size = trujaman_buffer_size(buffer);
  input.name = name;
  CHECK_OK(trujaman_units_read(&input, NULL, &read, &info));
  CHECK(trujaman_units_size(read) == 4 && info->passed == 4 && info->format == format);
  CHECK_TEXT(trujaman_units_at(read, 1)->variants[1].text, "The meeting began on 3 May.");
  trujaman_units_info_free(info);
  trujaman_units_free(read);
  trujaman_units_free(units);
  trujaman_buffer_free(buffer);
}

static void see_po_header(const trujaman_po_header* header, void* user) {
  CHECK_TEXT(header->source_language, "es");
  CHECK_TEXT(header->target_language, "en");
  CHECK(header->field_count >= 2);
  CHECK_TEXT(header->notes[0], "Ministerio");
  ++*(int*)user;
}

static void a_po_file_keeps_its_header(void) {
  static const char* const languages[] = {"es", "en"};
  static const char* const notes[] = {"Ministerio"};
  static const trujaman_property fields[] = {{"Project-Id-Version", "sitio 2"}};
  trujaman_units* units = make_units();
  trujaman_buffer* buffer = NULL;
  trujaman_unit_writer* writer = NULL;
  trujaman_output output;
  trujaman_input input = {0};
  trujaman_po_header header = {0};
  trujaman_units_info* info = NULL;
  trujaman_units_write_options writing = TRUJAMAN_UNITS_WRITE_OPTIONS_INIT;
  trujaman_units_read_options reading = TRUJAMAN_UNITS_READ_OPTIONS_INIT;
  trujaman_units* read = NULL;
  int headers = 0;
  CHECK_OK(trujaman_buffer_new(&buffer));
  output = output_to(buffer);
  header.notes = notes;
  header.note_count = 1;
  header.fields = fields;
  header.field_count = 1;
  writing.format = TRUJAMAN_FORMAT_PO;
  writing.languages = languages;
  writing.language_count = 2;
  writing.po_header = &header;
  CHECK_OK(trujaman_unit_writer_new(&output, &writing, &writer));
  CHECK_OK(trujaman_unit_writer_add(writer, trujaman_units_at(units, 0)));
  CHECK_OK(trujaman_unit_writer_add(writer, trujaman_units_at(units, 0)));
  CHECK(trujaman_unit_writer_written(writer) == 1); /* it has no place for the same one twice */
  CHECK_OK(trujaman_unit_writer_finish(writer));
  trujaman_unit_writer_free(writer);
  input.bytes = trujaman_buffer_data(buffer);
  input.size = trujaman_buffer_size(buffer);
  input.name = "sitio.po";
  reading.on_po_header = see_po_header;
  reading.po_whole = true;
  reading.user = &headers;
  CHECK_OK(trujaman_units_read(&input, &reading, &read, &info));
  CHECK(headers == 1 && trujaman_units_size(read) == 1 && info->header == NULL);
  CHECK_TEXT(info->po_header->fields[0].value, "sitio 2");
  trujaman_units_info_free(info);
  trujaman_units_free(read);
  trujaman_units_free(units);
  trujaman_buffer_free(buffer);
}

static void a_file_that_is_not_finished_leaves_no_trace(void) {
  char path[4096];
  trujaman_output output = {0};
  trujaman_unit_writer* writer = NULL;
  trujaman_memory* memory = make_memory();
  size_t written = 0;
  strcpy(path, path_to("out.tmx"));
  output.path = path;
  CHECK_OK(trujaman_unit_writer_new(&output, NULL, &writer));
  trujaman_unit_writer_free(writer);
  CHECK(!file_exists(path));
  CHECK_OK(trujaman_memory_export(memory, NULL, &output, NULL, &written));
  CHECK(written == 4 && file_exists(path));
  output.path = path_to("out.csv");
  CHECK_OK(trujaman_memory_export(memory, NULL, &output, NULL, &written));
  CHECK(written == 4);
  trujaman_memory_close(memory);
}

static void what_a_format_does_not_hold_is_known(void) {
  static const char* const languages[] = {"es", "en"};
  trujaman_units* units = make_units();
  uint32_t parts = 0;
  CHECK_OK(trujaman_unit_left_out(trujaman_units_at(units, 3), TRUJAMAN_FORMAT_CSV, languages, 2,
                                  &parts));
  CHECK(parts == (TRUJAMAN_PART_FURTHER_TEXTS | TRUJAMAN_PART_OCCURRENCES));
  trujaman_units_free(units);
}

void test_exchange(void) {
  a_file_is_read_unit_by_unit();
  a_callback_can_be_an_input();
  other_formats_are_read_and_written(TRUJAMAN_FORMAT_TMX, "a.tmx");
  other_formats_are_read_and_written(TRUJAMAN_FORMAT_XLIFF, "a.xlf");
  other_formats_are_read_and_written(TRUJAMAN_FORMAT_PO, "a.po");
  a_po_file_keeps_its_header();
  other_formats_are_read_and_written(TRUJAMAN_FORMAT_TSV, "a.tsv");
  other_formats_are_read_and_written(TRUJAMAN_FORMAT_CSV, "a.csv");
  other_formats_are_read_and_written(TRUJAMAN_FORMAT_XLSX, "a.xlsx");
  a_file_that_is_not_finished_leaves_no_trace();
  what_a_format_does_not_hold_is_known();
}
