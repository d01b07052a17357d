/**
 * @file
 * The translation memory: a file of units. Looking things up is in lookup.h, transactions in
 * writer.h, importing files in import.h.
 */
#ifndef TRUJAMAN_C_MEMORY_H
#define TRUJAMAN_C_MEMORY_H

#include <trujaman/c/concept.h>
#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/status.h>
#include <trujaman/c/unit.h>
#include <trujaman/c/unit_filter.h>

TRUJAMAN_C_BEGIN

/**
 * A memory: one SQLite file. Any number of threads may use one handle at once, and several
 * processes one file; one writes at a time, others read meanwhile. Every function that takes one
 * may return ::TRUJAMAN_STORAGE, when the file is damaged or the disk is full, and those that write
 * ::TRUJAMAN_BUSY, when another one is writing.
 */
typedef struct trujaman_memory trujaman_memory;

/** How a memory is opened. */
typedef enum trujaman_memory_mode {
  TRUJAMAN_READ_ONLY = 0,  /**< The file must exist; nothing is written to it. */
  TRUJAMAN_READ_WRITE = 1, /**< The file must exist. */
  TRUJAMAN_CREATE = 2      /**< Made when missing. */
} trujaman_memory_mode;

/**
 * Opens a memory.
 * @param path Of the file; required.
 * @param mode How.
 * @param[out] memory To be closed by trujaman_memory_close().
 * @return ::TRUJAMAN_IO when the file is missing or cannot be opened, ::TRUJAMAN_STORAGE when it is
 * no memory, is damaged or was written by a newer version, ::TRUJAMAN_BUSY when it is locked.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_open(const char* path, trujaman_memory_mode mode,
                                                    trujaman_memory** memory);

/**
 * A memory without a file, gone when closed.
 * @param[out] memory To be closed by trujaman_memory_close().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_in_memory(trujaman_memory** memory);

/** Closes a memory; NULL is allowed. */
TRUJAMAN_C_API void trujaman_memory_close(trujaman_memory* memory);

/** What becomes of a unit whose source a stored one has, with another translation. */
typedef enum trujaman_on_conflict {
  TRUJAMAN_CONFLICT_BOTH = 0,   /**< It is added beside the stored one. */
  TRUJAMAN_CONFLICT_KEEP = 1,   /**< It is left out. */
  TRUJAMAN_CONFLICT_REPLACE = 2 /**< It takes the place of all that it contradicts: the newest of
                                     them keeps its row. */
} trujaman_on_conflict;

/** How units are added. */
typedef struct trujaman_add_options {
  size_t size;                      /**< Of the struct. */
  trujaman_on_conflict on_conflict; /**< ::TRUJAMAN_CONFLICT_BOTH by default. */
  int reserved;                     /**< 0. */
} trujaman_add_options;

/** The defaults. */
#define TRUJAMAN_ADD_OPTIONS_INIT \
  { sizeof(trujaman_add_options), TRUJAMAN_CONFLICT_BOTH, 0 }

/** What a memory did with the units it was given. Never changes its size. */
typedef struct trujaman_add_summary {
  size_t added;       /**< New units. */
  size_t merged;      /**< Already there; occurrences and properties were united. */
  size_t replaced;    /**< Took the place of others, by ::TRUJAMAN_CONFLICT_REPLACE. */
  size_t kept;        /**< Left out in favour of a stored one, by ::TRUJAMAN_CONFLICT_KEEP. */
  size_t skipped;     /**< Fewer than two languages with text. */
  size_t reserved[3]; /**< 0. */
} trujaman_add_summary;

/**
 * Adds units in one transaction: all or none. A unit equal to a stored one is merged into it, so
 * that adding the same ones again changes nothing.
 * @param memory Required.
 * @param units The units; required unless @p count is 0.
 * @param count How many.
 * @param options NULL for the defaults.
 * @param[out] summary May be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_add(trujaman_memory* memory,
                                                   const trujaman_unit* units, size_t count,
                                                   const trujaman_add_options* options,
                                                   trujaman_add_summary* summary);

/**
 * Adds the units of a list, as trujaman_memory_add() does.
 * @param memory Required.
 * @param units Required.
 * @param options NULL for the defaults.
 * @param[out] summary May be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_add_list(trujaman_memory* memory,
                                                        const trujaman_units* units,
                                                        const trujaman_add_options* options,
                                                        trujaman_add_summary* summary);

/**
 * Puts a unit in the place of another one, whose row it keeps. Nothing is merged.
 * @param memory Required.
 * @param row Of the unit that is there.
 * @param unit Required.
 * @param[out] found Whether there was one; may be NULL.
 * @return ::TRUJAMAN_INVALID_ARGUMENT when @p unit has text in fewer than two languages.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_update(trujaman_memory* memory, int64_t row,
                                                      const trujaman_unit* unit, bool* found);

/**
 * Removes a unit.
 * @param memory Required.
 * @param row Of the unit.
 * @param[out] found Whether there was one; may be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_remove(trujaman_memory* memory, int64_t row,
                                                      bool* found);

/**
 * Puts the file in order after many small changes: the index in as few blocks as there can be, the
 * room of what was removed given back. Answers stay the same; others may read meanwhile.
 * @param memory Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_compact(trujaman_memory* memory);

/**
 * A unit by its row.
 * @param memory Required.
 * @param row Of the unit.
 * @param[out] unit A list with the unit, or without any when there is no such row. To be freed by
 * trujaman_units_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_get(const trujaman_memory* memory, int64_t row,
                                                   trujaman_units** unit);

/**
 * Is given the units of a memory one by one.
 * @param row Of the unit.
 * @param unit Borrowed until the callback returns.
 * @param user What was given beside the callback.
 * @return 0 to end the visit, which is no failure; else 1.
 */
typedef int (*trujaman_unit_visitor)(int64_t row, const trujaman_unit* unit, void* user);

/**
 * Visits units in the order in which they were added. Sees one state of the memory throughout: the
 * visitor may change the memory, what it changes does not show.
 * @param memory Required.
 * @param filter NULL for all units.
 * @param visitor Required.
 * @param user For @p visitor.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_visit(const trujaman_memory* memory,
                                                     const trujaman_unit_filter* filter,
                                                     trujaman_unit_visitor visitor, void* user);

/**
 * Units of a memory as a list in main memory.
 * @param memory Required.
 * @param filter NULL for all units.
 * @param[out] units To be freed by trujaman_units_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_units(const trujaman_memory* memory,
                                                     const trujaman_unit_filter* filter,
                                                     trujaman_units** units);

/**
 * The concepts kept in a memory, in the order in which they were added. They are changed by
 * trujaman_writer_add_concept() and its siblings.
 * @param memory Required.
 * @param[out] concepts To be freed by trujaman_concepts_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_concepts(const trujaman_memory* memory,
                                                        trujaman_concepts** concepts);

/**
 * The text that a program left in a memory (trujaman_writer_set_bookmark()).
 * @param memory Required.
 * @param name Of the bookmark; required.
 * @param[out] text To be freed by trujaman_buffer_free(); NULL when there is none.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_bookmark(const trujaman_memory* memory,
                                                        const char* name, trujaman_buffer** text);

/** How many texts a memory has in a language. Never changes its size. */
typedef struct trujaman_language_count {
  const char* language; /**< BCP 47 tag. */
  size_t variants;      /**< How many. */
} trujaman_language_count;

/** What a memory holds. A result. */
typedef struct trujaman_statistics {
  size_t units;                             /**< How many units. */
  size_t documents;                         /**< How many documents they occur in. */
  size_t concepts;                          /**< How many concepts. */
  const trujaman_language_count* languages; /**< By tag. */
  size_t language_count;                    /**< How many. */
  uint64_t bytes;                           /**< Size of the file; 0 without one. */
  int schema_version;                       /**< Version of the file's format. */
} trujaman_statistics;

/**
 * What a memory holds.
 * @param memory Required.
 * @param[out] statistics To be freed by trujaman_statistics_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_statistics(const trujaman_memory* memory,
                                                          trujaman_statistics** statistics);

/** Frees statistics; NULL is allowed. */
TRUJAMAN_C_API void trujaman_statistics_free(trujaman_statistics* statistics);

TRUJAMAN_C_END

#endif
