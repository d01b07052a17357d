/**
 * @file
 * Transactions of many calls on a memory.
 */
#ifndef TRUJAMAN_C_WRITER_H
#define TRUJAMAN_C_WRITER_H

#include <trujaman/c/concept.h>
#include <trujaman/c/export.h>
#include <trujaman/c/memory.h>

TRUJAMAN_C_BEGIN

/**
 * One transaction: nothing is visible to others, or kept, before trujaman_writer_commit(). Freed
 * uncommitted, it takes everything back. For one thread. After the commit, every function but
 * trujaman_writer_summary() returns ::TRUJAMAN_INVALID_ARGUMENT.
 */
typedef struct trujaman_writer trujaman_writer;

/**
 * Starts a transaction.
 * @param memory Required.
 * @param[out] writer To be freed by trujaman_writer_free().
 * @return ::TRUJAMAN_BUSY when another one is open.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_begin(trujaman_memory* memory,
                                                     trujaman_writer** writer);

/** What became of a unit. */
typedef enum trujaman_outcome {
  TRUJAMAN_OUTCOME_ADDED = 0,    /**< It is new. */
  TRUJAMAN_OUTCOME_MERGED = 1,   /**< It was there already. */
  TRUJAMAN_OUTCOME_SKIPPED = 2,  /**< It has text in fewer than two languages. */
  TRUJAMAN_OUTCOME_REPLACED = 3, /**< It took the place of others. */
  TRUJAMAN_OUTCOME_KEPT = 4      /**< It was left out in favour of a stored one. */
} trujaman_outcome;

/**
 * Adds a unit, or merges it into its equal.
 * @param writer Required.
 * @param unit Required.
 * @param options NULL for the defaults.
 * @param[out] outcome May be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_add(trujaman_writer* writer,
                                                   const trujaman_unit* unit,
                                                   const trujaman_add_options* options,
                                                   trujaman_outcome* outcome);

/** Puts a unit in the place of another one; see trujaman_memory_update(). */
TRUJAMAN_C_API trujaman_status trujaman_writer_update(trujaman_writer* writer, int64_t row,
                                                      const trujaman_unit* unit, bool* found);

/** Removes a unit; see trujaman_memory_remove(). */
TRUJAMAN_C_API trujaman_status trujaman_writer_remove(trujaman_writer* writer, int64_t row,
                                                      bool* found);

/**
 * Adds a concept, in the place of the one with the same id.
 * @param writer Required.
 * @param entry Required; its id, too.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_add_concept(trujaman_writer* writer,
                                                           const trujaman_concept* entry);

/**
 * Removes a concept.
 * @param writer Required.
 * @param id Required.
 * @param[out] found Whether there was one; may be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_remove_concept(trujaman_writer* writer,
                                                              const char* id, bool* found);

/**
 * Takes in the concepts of one file: new ones are added, those that are there updated; see
 * trujaman_editor_upsert().
 * @param writer Required.
 * @param concepts Required.
 * @param options NULL for the defaults.
 * @param[out] summary May be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_upsert(trujaman_writer* writer,
                                                      const trujaman_concepts* concepts,
                                                      const trujaman_upsert_options* options,
                                                      trujaman_upsert_summary* summary);

/**
 * Leaves a short text in the memory, in place of the one of that name.
 * @param writer Required.
 * @param name Required.
 * @param text NULL or "" takes it away.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_set_bookmark(trujaman_writer* writer,
                                                            const char* name, const char* text);

/**
 * What became of the units given so far.
 * @param writer Required.
 * @param[out] summary Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_summary(const trujaman_writer* writer,
                                                       trujaman_add_summary* summary);

/**
 * Keeps what was done, and ends the transaction.
 * @param writer Required; still to be freed.
 */
TRUJAMAN_C_API trujaman_status trujaman_writer_commit(trujaman_writer* writer);

/** Frees a writer, and takes back what was not committed; NULL is allowed. */
TRUJAMAN_C_API void trujaman_writer_free(trujaman_writer* writer);

TRUJAMAN_C_END

#endif
