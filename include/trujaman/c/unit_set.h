/**
 * @file
 * Sets of units too large for main memory: kept, united, compared.
 */
#ifndef TRUJAMAN_C_UNIT_SET_H
#define TRUJAMAN_C_UNIT_SET_H

#include <trujaman/c/export.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** Units in a temporary file: as many as the disk holds, by number. */
typedef struct trujaman_pool trujaman_pool;

/**
 * An empty pool. Its file is made when it is needed, not before: that there is no such folder, the
 * function says that writes.
 * @param folder Where its file is; NULL or "": the system's folder for temporary files.
 * @param[out] pool To be freed by trujaman_pool_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_pool_new(const char* folder, trujaman_pool** pool);

/**
 * Keeps a unit. Its number is trujaman_pool_size() before that.
 * @param pool Required.
 * @param unit Required.
 * @param where Where it came from; may be NULL.
 * @return ::TRUJAMAN_IO when the disk is full.
 */
TRUJAMAN_C_API trujaman_status trujaman_pool_add(trujaman_pool* pool, const trujaman_unit* unit,
                                                 const trujaman_location* where);

/** How many units a pool has. */
TRUJAMAN_C_API size_t trujaman_pool_size(const trujaman_pool* pool);

/**
 * Gives a unit of a pool to a callback.
 * @param pool Required. One thread at a time.
 * @param number Which; below trujaman_pool_size().
 * @param sink Required; what it returns does not matter. The location has source and line.
 * @param user For @p sink.
 */
TRUJAMAN_C_API trujaman_status trujaman_pool_get(trujaman_pool* pool, size_t number,
                                                 trujaman_unit_sink sink, void* user);

/** Frees a pool with its file; NULL is allowed. */
TRUJAMAN_C_API void trujaman_pool_free(trujaman_pool* pool);

/** Makes one set of units of several: equal units become one, as a memory merges them. */
typedef struct trujaman_merger trujaman_merger;

/** How units are merged. */
typedef struct trujaman_merge_options {
  size_t size;        /**< Of the struct. */
  const char* folder; /**< For the temporary file; NULL or "": the system's. */
  /** Of different translations of one text, only the one changed last is kept. */
  bool newest_only;
  bool reserved[7]; /**< false. */
} trujaman_merge_options;

/** The defaults. */
#define TRUJAMAN_MERGE_OPTIONS_INIT                \
  {                                                \
    sizeof(trujaman_merge_options), NULL, false, { \
      false                                        \
    }                                              \
  }

/**
 * A merger without units. Keeps them in a temporary file, and 100 to 150 bytes of each in memory.
 * @param options NULL for the defaults.
 * @param[out] merger To be freed by trujaman_merger_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_merger_new(const trujaman_merge_options* options,
                                                   trujaman_merger** merger);

/**
 * Adds a unit.
 * @param merger Required.
 * @param unit Required.
 * @param where Where it stands; may be NULL.
 * @param[out] merged Whether it became one with an earlier one; may be NULL.
 * @return ::TRUJAMAN_IO when the disk is full.
 */
TRUJAMAN_C_API trujaman_status trujaman_merger_add(trujaman_merger* merger,
                                                   const trujaman_unit* unit,
                                                   const trujaman_location* where, bool* merged);

/**
 * Gives the united units to a callback, in the order in which the first of each came.
 * @param merger Required.
 * @param sink Required. The location says nothing.
 * @param user For @p sink.
 */
TRUJAMAN_C_API trujaman_status trujaman_merger_units(trujaman_merger* merger,
                                                     trujaman_unit_sink sink, void* user);

/** How one text was translated once. Never changes its size. */
typedef struct trujaman_choice {
  const char* text;        /**< The translation. */
  size_t unit;             /**< Number of the unit, as trujaman_merger_units() counts them. */
  trujaman_location where; /**< Where it came from. */
  int64_t changed;         /**< When, in seconds since 1970-01-01T00:00:00Z; 0: not known. */
} trujaman_choice;

/** One text that has different translations in one language. */
typedef struct trujaman_conflict {
  const char* source_language;    /**< BCP 47 tag. */
  const char* source;             /**< The text. */
  const char* language;           /**< Of the translations. */
  const trujaman_choice* choices; /**< At least two, in the order in which they came. */
  size_t choice_count;            /**< How many. */
} trujaman_conflict;

/**
 * Is given conflicts one by one.
 * @param conflict Borrowed until the callback returns.
 * @param user What was given beside the callback.
 * @return 0 to stop, upon which the call returns ::TRUJAMAN_CANCELLED; else 1.
 */
typedef int (*trujaman_conflict_sink)(const trujaman_conflict* conflict, void* user);

/**
 * Gives the texts that have different translations to a callback, in the order of their first
 * units.
 * @param merger Required.
 * @param sink Required.
 * @param user For @p sink.
 */
TRUJAMAN_C_API trujaman_status trujaman_merger_conflicts(trujaman_merger* merger,
                                                         trujaman_conflict_sink sink, void* user);

/** Frees a merger; NULL is allowed. */
TRUJAMAN_C_API void trujaman_merger_free(trujaman_merger* merger);

/** Compares two sets of units. Order does not count, how often a unit stands there does. */
typedef struct trujaman_differ trujaman_differ;

/** How units are compared. */
typedef struct trujaman_diff_options {
  size_t size;        /**< Of the struct. */
  const char* folder; /**< For the temporary files; NULL or "": the system's. */
  /** Units with the same texts and codes differ, too, where their ids, histories, notes,
      properties, occurrences or confidences do. */
  bool details;
  bool reserved[7]; /**< false. */
} trujaman_diff_options;

/** The defaults. */
#define TRUJAMAN_DIFF_OPTIONS_INIT                \
  {                                               \
    sizeof(trujaman_diff_options), NULL, false, { \
      false                                       \
    }                                             \
  }

/**
 * A differ without units. Keeps them in temporary files, and some 70 bytes of each in memory.
 * @param options NULL for the defaults.
 * @param[out] differ To be freed by trujaman_differ_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_differ_new(const trujaman_diff_options* options,
                                                   trujaman_differ** differ);

/** Which of two sets. */
typedef enum trujaman_side {
  TRUJAMAN_FIRST = 0, /**< What was before. */
  TRUJAMAN_SECOND = 1 /**< What is after. */
} trujaman_side;

/**
 * Adds a unit to one of the sets; all of the first come before any of the second.
 * @param differ Required.
 * @param side Which set.
 * @param unit Required.
 * @param where Where it stands; may be NULL.
 * @return ::TRUJAMAN_IO when the disk is full.
 */
TRUJAMAN_C_API trujaman_status trujaman_differ_add(trujaman_differ* differ, trujaman_side side,
                                                   const trujaman_unit* unit,
                                                   const trujaman_location* where);

/** How something differs. */
typedef enum trujaman_change {
  TRUJAMAN_REMOVED = 0, /**< Only the first has it. */
  TRUJAMAN_ADDED = 1,   /**< Only the second has it. */
  TRUJAMAN_CHANGED = 2  /**< It is another one in the second. */
} trujaman_change;

/** A unit that only one of two sets has, or that is another one in the second. */
typedef struct trujaman_unit_difference {
  trujaman_change change;         /**< Which of these. */
  const trujaman_unit* before;    /**< NULL when it was added. */
  const trujaman_unit* after;     /**< NULL when it was removed. */
  trujaman_location before_where; /**< Where the first stands. */
  trujaman_location after_where;  /**< Where the second stands. */
} trujaman_unit_difference;

/**
 * Is given differences one by one.
 * @param difference Borrowed until the callback returns.
 * @param user What was given beside the callback.
 * @return 0 to stop, upon which the call returns ::TRUJAMAN_CANCELLED; else 1.
 */
typedef int (*trujaman_difference_sink)(const trujaman_unit_difference* difference, void* user);

/**
 * Gives the differences to a callback: what was removed or changed in the order of the first set,
 * then what was added in the order of the second. Of units without an equal, those with one id are
 * one unit changed, and then those with one source text.
 * @param differ Required.
 * @param sink Required.
 * @param user For @p sink.
 */
TRUJAMAN_C_API trujaman_status trujaman_differ_differences(trujaman_differ* differ,
                                                           trujaman_difference_sink sink,
                                                           void* user);

/** Frees a differ; NULL is allowed. */
TRUJAMAN_C_API void trujaman_differ_free(trujaman_differ* differ);

TRUJAMAN_C_END

#endif
