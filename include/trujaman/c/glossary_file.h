/**
 * @file
 * Glossary files: TBX, TSV, CSV, XLSX, OmegaT's, the glossary module of XLIFF 2.x.
 */
#ifndef TRUJAMAN_C_GLOSSARY_FILE_H
#define TRUJAMAN_C_GLOSSARY_FILE_H

#include <trujaman/c/concept.h>
#include <trujaman/c/export.h>
#include <trujaman/c/glossary.h>
#include <trujaman/c/io.h>

TRUJAMAN_C_BEGIN

/** What a glossary file is. */
typedef enum trujaman_glossary_format {
  TRUJAMAN_GLOSSARY_AUTO = 0,     /**< Read: by content, then by the name's ending. Write: by the
                                       ending of the output's path. */
  TRUJAMAN_GLOSSARY_TBX = 1,      /**< ISO 30042:2019; read: 2008, too. */
  TRUJAMAN_GLOSSARY_TBX_2008 = 2, /**< The form with `<martif>`. */
  TRUJAMAN_GLOSSARY_TSV = 3,      /**< Fields with tabs between. */
  TRUJAMAN_GLOSSARY_CSV = 4,      /**< Fields with commas between. */
  TRUJAMAN_GLOSSARY_XLSX = 5,     /**< A workbook. */
  TRUJAMAN_GLOSSARY_OMEGAT = 6,   /**< Source, target, comment, with tabs between. */
  TRUJAMAN_GLOSSARY_XLIFF = 7     /**< The glossary module of XLIFF 2.x; read only. */
} trujaman_glossary_format;

/** What a TBX file says of itself. Never changes its size. */
typedef struct trujaman_tbx_header {
  const char* language;           /**< Of what has none of its own. */
  const char* title;              /**< Of the glossary; or empty. */
  const char* const* description; /**< Where it comes from, its licence; paragraphs. */
  size_t description_count;       /**< How many. */
  void* reserved[2];              /**< NULL. */
} trujaman_tbx_header;

/** How a glossary file is read. */
typedef struct trujaman_concepts_read_options {
  size_t size;        /**< Of the struct. */
  const char* source; /**< Languages of files that do not say (OmegaT's): the source's … */
  const char* target; /**< … and the target's. */
  const char* sheet;  /**< Of a workbook; NULL: the first that is not hidden. */
  trujaman_diagnostic_sink on_diagnostic; /**< Hears of what was skipped. */
  void* user;                             /**< For on_diagnostic. */
  trujaman_glossary_format format;        /**< ::TRUJAMAN_GLOSSARY_AUTO by default. */
  int reserved;                           /**< 0. */
} trujaman_concepts_read_options;

/** The defaults. */
#define TRUJAMAN_CONCEPTS_READ_OPTIONS_INIT                                                       \
  {                                                                                               \
    sizeof(trujaman_concepts_read_options), NULL, NULL, NULL, NULL, NULL, TRUJAMAN_GLOSSARY_AUTO, \
        0                                                                                         \
  }

/** What was read. A result. */
typedef struct trujaman_glossary_info {
  trujaman_glossary_format format; /**< That of the file; ::TRUJAMAN_GLOSSARY_TBX for any TBX. */
  size_t read;                     /**< Records that stand in the file. */
  size_t passed;                   /**< Those that were good. */
  trujaman_tbx_header header;      /**< Of TBX. */
} trujaman_glossary_info;

/** Frees information; NULL is allowed. */
TRUJAMAN_C_API void trujaman_glossary_info_free(trujaman_glossary_info* info);

/**
 * Reads a glossary file.
 * @param input Required.
 * @param options NULL for the defaults.
 * @param[out] concepts To be freed by trujaman_concepts_free().
 * @param[out] info To be freed by trujaman_glossary_info_free(); may be NULL.
 * @return ::TRUJAMAN_MALFORMED when it is no glossary, ::TRUJAMAN_INVALID_ARGUMENT when languages
 * are needed, there is no such sheet, or the format cannot be told.
 */
TRUJAMAN_C_API trujaman_status trujaman_concepts_read(const trujaman_input* input,
                                                      const trujaman_concepts_read_options* options,
                                                      trujaman_concepts** concepts,
                                                      trujaman_glossary_info** info);

/**
 * Reads a glossary file concept by concept; of TBX, TSV, CSV, OmegaT and XLIFF in bounded memory.
 * @param input Required.
 * @param options NULL for the defaults.
 * @param sink Required. What it was given before a failure stands.
 * @param user For @p sink.
 * @param[out] info To be freed by trujaman_glossary_info_free(); may be NULL.
 * @return As trujaman_concepts_read().
 */
TRUJAMAN_C_API trujaman_status
trujaman_concepts_stream(const trujaman_input* input, const trujaman_concepts_read_options* options,
                         trujaman_concept_sink sink, void* user, trujaman_glossary_info** info);

/**
 * Reads a glossary file and indexes it: trujaman_concepts_read() and trujaman_glossary_new().
 * @param input Required.
 * @param options NULL for the defaults.
 * @param[out] glossary To be freed by trujaman_glossary_free().
 * @return As trujaman_concepts_read().
 */
TRUJAMAN_C_API trujaman_status trujaman_glossary_read(const trujaman_input* input,
                                                      const trujaman_concepts_read_options* options,
                                                      trujaman_glossary** glossary);

/** How a glossary file is written. */
typedef struct trujaman_concepts_write_options {
  size_t size;                       /**< Of the struct. */
  const trujaman_tbx_header* header; /**< Of TBX; NULL for one that says nothing. */
  /** Of OmegaT's file: source and target. Of a table: the columns of terms, in this order; all
      there are with a count of 0. */
  const char* const* languages;
  size_t language_count;                  /**< How many. */
  const char* sheet;                      /**< Name of a workbook's sheet; NULL: "Glossary". */
  trujaman_diagnostic_sink on_diagnostic; /**< Hears of what the format does not hold. */
  void* user;                             /**< For on_diagnostic. */
  trujaman_glossary_format format;        /**< ::TRUJAMAN_GLOSSARY_AUTO by default. */
  char separator;                         /**< Of CSV: ',' by default; ';' where spreadsheets have
                                               decimal commas. */
  bool excel;                             /**< CSV for spreadsheet programs. */
  bool reserved[2];                       /**< false. */
} trujaman_concepts_write_options;

/** The defaults. */
#define TRUJAMAN_CONCEPTS_WRITE_OPTIONS_INIT                                  \
  {                                                                           \
    sizeof(trujaman_concepts_write_options), NULL, NULL, 0, NULL, NULL, NULL, \
        TRUJAMAN_GLOSSARY_AUTO, ',', false, {                                 \
      false                                                                   \
    }                                                                         \
  }

/**
 * Writes a glossary file.
 * @param concepts Required.
 * @param output Required.
 * @param options NULL for the defaults.
 * @return ::TRUJAMAN_UNSUPPORTED for a format that is not written, ::TRUJAMAN_INVALID_ARGUMENT when
 * the format cannot be told, or OmegaT's file has not two languages.
 */
TRUJAMAN_C_API trujaman_status
trujaman_concepts_write(const trujaman_concepts* concepts, const trujaman_output* output,
                        const trujaman_concepts_write_options* options);

TRUJAMAN_C_END

#endif
