/// Provokes every status of the C interface but one, and looks at what the last error says of it.
///
///     test_statuses SCRATCH_FOLDER
///
/// TRUJAMAN_INTERNAL is a bug of ours and cannot be provoked; its name is checked.
#include <sys/resource.h>

#include "check.h"

/// Where the last error is, as an error.
#define CHECK_PLACE(wanted_source, wanted_line)                 \
  do {                                                          \
    CHECK_TEXT(trujaman_last_error()->source, (wanted_source)); \
    CHECK(trujaman_last_error()->line == (wanted_line));        \
  } while (0)

static void a_success_leaves_no_error(void) {
  size_t words = 0;
  CHECK(trujaman_text_words("hola", NULL) == TRUJAMAN_INVALID_ARGUMENT);
  CHECK(trujaman_text_words("hola", &words) == TRUJAMAN_OK);
  CHECK(trujaman_last_error()->status == TRUJAMAN_OK);
  CHECK_TEXT(trujaman_last_error()->message, "");
  CHECK_PLACE("", 0);
}

static void an_argument_is_invalid(void) {
  size_t words = 7;
  CHECK_FAILS(trujaman_text_words(NULL, &words), TRUJAMAN_INVALID_ARGUMENT, "text is NULL");
  CHECK(words == 0); /* outputs are 0 upon failure */
}

static int refuse_bytes(const void* bytes, size_t size, void* user) {
  (void)bytes;
  (void)size;
  (void)user;
  return 0;
}

static ptrdiff_t fail_to_read(void* bytes, size_t size, void* user) {
  (void)bytes;
  (void)size;
  (void)user;
  return -1;
}

static void a_file_cannot_be_read_or_written(void) {
  trujaman_units* units = make_units();
  trujaman_units* read = NULL;
  trujaman_memory* memory = make_memory();
  trujaman_input input = {0};
  trujaman_output output = {0};
  trujaman_units_write_options options = TRUJAMAN_UNITS_WRITE_OPTIONS_INIT;
  char path[4096];
  strcpy(path, path_to("missing.tmx"));
  input.path = path;
  CHECK_FAILS(trujaman_units_read(&input, NULL, &read, NULL), TRUJAMAN_IO, "cannot be read");
  CHECK_PLACE(path, 0);
  input.path = scratch; /* a folder */
  input.name = "folder.tmx";
  CHECK_FAILS(trujaman_units_read(&input, NULL, &read, NULL), TRUJAMAN_IO, "directory");
  input.path = NULL;
  input.read = fail_to_read;
  CHECK_FAILS(trujaman_units_read(&input, NULL, &read, NULL), TRUJAMAN_IO, "function failed");
  CHECK_PLACE("folder.tmx", 0);
  output.write = refuse_bytes;
  options.format = TRUJAMAN_FORMAT_TMX;
  CHECK_FAILS(trujaman_memory_export(memory, NULL, &output, &options, NULL), TRUJAMAN_IO, "");
  output.write = NULL;
  output.path = "/no/such/folder/out.tmx";
  CHECK_FAILS(trujaman_memory_export(memory, NULL, &output, NULL, NULL), TRUJAMAN_IO, "written");
  CHECK_PLACE("/no/such/folder/out.tmx", 0);
  trujaman_memory_close(memory);
  CHECK_FAILS(trujaman_memory_open(path, TRUJAMAN_READ_ONLY, &memory), TRUJAMAN_IO, "");
  CHECK(memory == NULL);
  trujaman_units_free(units);
}

static void an_input_is_malformed(void) {
  const trujaman_input broken =
      input_of("<tmx version=\"1.4\"><header/><body>\n<tu></body></tmx>", "broken.tmx");
  trujaman_units* units = NULL;
  CHECK_FAILS(trujaman_units_read(&broken, NULL, &units, NULL), TRUJAMAN_MALFORMED, "");
  CHECK_PLACE("broken.tmx", 2);
  CHECK(units == NULL);
}

static void an_input_is_of_no_kind_that_is_read(void) {
  const trujaman_input future = input_of("<srx version=\"9.0\"><body/></srx>", "future.srx");
  const trujaman_output output = {"out.xlf", NULL, NULL, {NULL, NULL}};
  trujaman_concepts* concepts = make_concepts();
  trujaman_concepts_write_options options = TRUJAMAN_CONCEPTS_WRITE_OPTIONS_INIT;
  trujaman_srx* srx = NULL;
  CHECK_FAILS(trujaman_srx_read(&future, &srx), TRUJAMAN_UNSUPPORTED, "");
  CHECK_TEXT(trujaman_last_error()->source, "future.srx");
  options.format = TRUJAMAN_GLOSSARY_XLIFF;
  CHECK_FAILS(trujaman_concepts_write(concepts, &output, &options), TRUJAMAN_UNSUPPORTED, "TBX");
  trujaman_concepts_free(concepts);
}

static void another_one_is_writing(void) {
  trujaman_memory* memory = NULL;
  trujaman_writer* first = NULL;
  trujaman_writer* second = NULL;
  CHECK_OK(trujaman_memory_open(path_to("busy.tm"), TRUJAMAN_CREATE, &memory));
  CHECK_OK(trujaman_writer_begin(memory, &first));
  CHECK_FAILS(trujaman_writer_begin(memory, &second), TRUJAMAN_BUSY, "");
  CHECK(second == NULL);
  trujaman_writer_free(first);
  CHECK_OK(trujaman_writer_begin(memory, &second));
  trujaman_writer_free(second);
  trujaman_memory_close(memory);
}

static int stop(double done, void* user) {
  (void)done;
  (void)user;
  return 0;
}

static void a_callback_stops_the_work(void) {
  trujaman_memory* memory = make_memory();
  trujaman_statistics* statistics = NULL;
  const trujaman_input input = input_of("es\ten\nHola.\tHello.\n", "a.tsv");
  trujaman_units_read_options reading = TRUJAMAN_UNITS_READ_OPTIONS_INIT;
  trujaman_import_options options = TRUJAMAN_IMPORT_OPTIONS_INIT;
  reading.progress = stop;
  options.read = &reading;
  CHECK_FAILS(trujaman_memory_import(memory, &input, &options, NULL), TRUJAMAN_CANCELLED, "");
  CHECK_OK(trujaman_memory_statistics(memory, &statistics));
  CHECK(statistics->units == 4); /* nothing of the import stays */
  trujaman_statistics_free(statistics);
  trujaman_memory_close(memory);
}

static void a_file_is_no_memory(void) {
  char path[4096];
  trujaman_memory* memory = NULL;
  strcpy(path, write_file("no.tm",
                          "This is a letter, and no memory at all. It is long enough to "
                          "have been one, as far as its size goes, but it is not."));
  CHECK_FAILS(trujaman_memory_open(path, TRUJAMAN_READ_WRITE, &memory), TRUJAMAN_STORAGE, "");
  CHECK_TEXT(trujaman_last_error()->source, path);
}

/// Not under AddressSanitizer, whose own allocator ends the program then.
static void main_memory_runs_out(void) {
#ifndef __SANITIZE_ADDRESS__
  static char text[1 << 20];
  trujaman_buffer* buffer = NULL;
  struct rlimit before;
  struct rlimit none_more;
  int pieces = 0;
  CHECK_OK(trujaman_buffer_new(&buffer));
  CHECK(getrlimit(RLIMIT_AS, &before) == 0);
  none_more = before;
  none_more.rlim_cur = 1;
  CHECK(setrlimit(RLIMIT_AS, &none_more) == 0);
  while (pieces < 4096 && trujaman_buffer_write(text, sizeof text, buffer)) ++pieces;
  CHECK(setrlimit(RLIMIT_AS, &before) == 0);
  CHECK(pieces < 4096 && trujaman_last_error()->status == TRUJAMAN_OUT_OF_MEMORY);
  CHECK(strstr(trujaman_last_error()->message, "memory") != NULL);
  CHECK(trujaman_buffer_size(buffer) == (size_t)pieces * sizeof text);
  trujaman_buffer_free(buffer);
#endif
}

static void a_bug_has_a_name_too(void) {
  CHECK_TEXT(trujaman_status_name(TRUJAMAN_INTERNAL), "internal");
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  scratch = argv[1];
  a_success_leaves_no_error();
  an_argument_is_invalid();
  a_file_cannot_be_read_or_written();
  an_input_is_malformed();
  an_input_is_of_no_kind_that_is_read();
  another_one_is_writing();
  a_callback_stops_the_work();
  a_file_is_no_memory();
  main_memory_runs_out();
  a_bug_has_a_name_too();
  return failures == 0 ? 0 : 1;
}
