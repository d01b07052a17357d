/// What the C tests share. The program ends with 1 when any check has failed.
#ifndef TRUJAMAN_TESTS_CAPI_CHECK_H
#define TRUJAMAN_TESTS_CAPI_CHECK_H

#include <stdio.h>
#include <string.h>

#include <trujaman/trujaman.h>

extern int failures;

#define CHECK(condition)                                                        \
  do {                                                                          \
    if (!(condition)) {                                                         \
      fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                               \
    }                                                                           \
  } while (0)

#define CHECK_OK(call)                                              \
  do {                                                              \
    if ((call) != TRUJAMAN_OK) {                                    \
      fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #call, \
              trujaman_last_error()->message);                      \
      ++failures;                                                   \
    }                                                               \
  } while (0)

/// A call fails with a status, and the message has some words.
#define CHECK_FAILS(call, wanted, words)                                     \
  do {                                                                       \
    const trujaman_status got = (call);                                      \
    if (got != (wanted) || trujaman_last_error()->status != got ||           \
        strstr(trujaman_last_error()->message, words) == NULL) {             \
      fprintf(stderr, "%s:%d: %s gives %s: %s\n", __FILE__, __LINE__, #call, \
              trujaman_status_name(got), trujaman_last_error()->message);    \
      ++failures;                                                            \
    }                                                                        \
  } while (0)

#define CHECK_TEXT(got, wanted)                                                      \
  do {                                                                               \
    const char* const got_ = (got);                                                  \
    if (got_ == NULL || strcmp(got_, (wanted)) != 0) {                               \
      fprintf(stderr, "%s:%d: %s is \"%s\", not \"%s\"\n", __FILE__, __LINE__, #got, \
              got_ == NULL ? "NULL" : got_, (wanted));                               \
      ++failures;                                                                    \
    }                                                                                \
  } while (0)

/// A folder for files, made anew for each run.
extern const char* scratch;
/// A path in it; one at a time, valid until the next call.
const char* path_to(const char* name);
/// Writes a file there. @return its path.
const char* write_file(const char* name, const char* content);
/// Whether a file is there.
int file_exists(const char* path);

/// A memory of four Spanish sentences with their English (and one French) translations.
trujaman_memory* make_memory(void);
/// Those units as a list.
trujaman_units* make_units(void);
/// A glossary of three concepts, as a list.
trujaman_concepts* make_concepts(void);

/// An input of a text in main memory.
trujaman_input input_of(const char* text, const char* name);
/// An output to a buffer.
trujaman_output output_to(trujaman_buffer* buffer);

void test_text(void);
void test_units(void);
void test_unit_sets(void);
void test_memory(void);
void test_lookup(void);
void test_import(void);
void test_exchange(void);
void test_glossary(void);
void test_glossary_files(void);
void test_documents(void);
void test_translate(void);
void test_align(void);
void test_check(void);
void test_extract(void);

#endif
