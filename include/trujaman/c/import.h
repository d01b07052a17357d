/**
 * @file
 * Files of units into a memory, large ones in batches that an interruption does not undo.
 */
#ifndef TRUJAMAN_C_IMPORT_H
#define TRUJAMAN_C_IMPORT_H

#include <trujaman/c/exchange.h>
#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/memory.h>

TRUJAMAN_C_BEGIN

/** How units are imported. */
typedef struct trujaman_import_options {
  size_t size;  /**< Of the struct. */
  size_t batch; /**< Units after which what was added is committed; 0 = all at once. */
  /** Names what is imported: the memory notes with each batch how far it has come, and an import of
      the same name goes on from there. NULL: each begins anew. */
  const char* name;
  const char* version; /**< Changes with the contents: a file's size and date, say. */
  const trujaman_units_read_options* read; /**< How a file is read, with its progress; NULL
                                                for the defaults. */
  trujaman_on_conflict on_conflict;        /**< ::TRUJAMAN_CONFLICT_BOTH by default. */
  bool keep_whole;  /**< Of a file that breaks off, what came before is kept, without failure. */
  bool reserved[3]; /**< false. */
} trujaman_import_options;

/** The defaults. */
#define TRUJAMAN_IMPORT_OPTIONS_INIT                                                       \
  {                                                                                        \
    sizeof(trujaman_import_options), 0, NULL, NULL, NULL, TRUJAMAN_CONFLICT_BOTH, false, { \
      false                                                                                \
    }                                                                                      \
  }

/** Why units were skipped. Never changes its size. */
typedef struct trujaman_reason {
  const char* reason; /**< In English. */
  size_t units;       /**< How many units. */
} trujaman_reason;

/** What became of the units: read = added + merged + replaced + skipped. A result. */
typedef struct trujaman_import_summary {
  size_t read;                    /**< Units that stand in what was imported. */
  size_t added;                   /**< New. */
  size_t merged;                  /**< Already there. */
  size_t replaced;                /**< In the place of others. */
  size_t skipped;                 /**< Left out. */
  size_t resumed;                 /**< Of those read, what an interrupted import had added. */
  const trujaman_reason* reasons; /**< Why some were skipped, most frequent first. */
  size_t reason_count;            /**< How many reasons. */
  const char* broken;             /**< Why the input was not read to its end; NULL: it was. */
} trujaman_import_summary;

/** Frees a summary; NULL is allowed. */
TRUJAMAN_C_API void trujaman_import_summary_free(trujaman_import_summary* summary);

/**
 * Reads a file of units into a memory: whole or not at all, or in whole batches. Importing it again
 * changes nothing.
 * @param memory Required.
 * @param input Required.
 * @param options NULL for the defaults.
 * @param[out] summary To be freed by trujaman_import_summary_free(); may be NULL.
 * @return As trujaman_units_stream(); ::TRUJAMAN_BUSY when the memory is being written to.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_import(trujaman_memory* memory,
                                                      const trujaman_input* input,
                                                      const trujaman_import_options* options,
                                                      trujaman_import_summary** summary);

/** One import of the program's own units. For one thread. */
typedef struct trujaman_import trujaman_import;

/**
 * Begins an import.
 * @param memory Required.
 * @param options NULL for the defaults; read and keep_whole do not matter.
 * @param[out] job To be freed by trujaman_import_free().
 * @return ::TRUJAMAN_BUSY when the memory is being written to.
 */
TRUJAMAN_C_API trujaman_status trujaman_import_begin(trujaman_memory* memory,
                                                     const trujaman_import_options* options,
                                                     trujaman_import** job);

/**
 * Adds a unit.
 * @param job Required.
 * @param unit Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_import_add(trujaman_import* job, const trujaman_unit* unit);

/**
 * Counts what a reader skipped, by the reason that it gives.
 * @param job Required.
 * @param diagnostic Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_import_note(trujaman_import* job,
                                                    const trujaman_diagnostic* diagnostic);

/** Units that are committed already, those of an interrupted import included; 0 for NULL. */
TRUJAMAN_C_API size_t trujaman_import_committed(const trujaman_import* job);

/** Units given so far; 0 for NULL. */
TRUJAMAN_C_API size_t trujaman_import_passed(const trujaman_import* job);

/**
 * Commits the rest. Nothing can be added after that.
 * @param job Required; still to be freed.
 * @param[out] summary To be freed by trujaman_import_summary_free(); may be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_import_finish(trujaman_import* job,
                                                      trujaman_import_summary** summary);

/** Frees an import, and takes back what was not committed; NULL is allowed. */
TRUJAMAN_C_API void trujaman_import_free(trujaman_import* job);

TRUJAMAN_C_END

#endif
