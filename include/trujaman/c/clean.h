/**
 * @file
 * Translation units → which of them are of no use, why, and what is to be done about each.
 */
#ifndef TRUJAMAN_C_CLEAN_H
#define TRUJAMAN_C_CLEAN_H

#include <trujaman/c/export.h>
#include <trujaman/c/status.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** What makes a unit useless. */
typedef enum trujaman_clean_rule {
  TRUJAMAN_CLEAN_EMPTY = 0,          /**< A variant without text. */
  TRUJAMAN_CLEAN_SAME_AS_SOURCE = 1, /**< A translation that is the source. */
  TRUJAMAN_CLEAN_LANGUAGE = 2,       /**< A text in another language than it says. */
  TRUJAMAN_CLEAN_CODE = 3,           /**< A translation without codes that its source has. */
  TRUJAMAN_CLEAN_LENGTH = 4,         /**< A translation far longer or shorter than expected. */
  TRUJAMAN_CLEAN_DUPLICATE = 5,      /**< The same texts and codes as a newer unit. */
  TRUJAMAN_CLEAN_NEAR_DUPLICATE = 6  /**< … but for capitals, punctuation and white space. */
} trujaman_clean_rule;

/** Name of a rule, "near-duplicate" say; NULL for what is none, so that rules can be counted up
 * from 0. Lives as long as the program; leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_clean_rule_name(trujaman_clean_rule rule);

/** What a rule takes out, one line in English; else as trujaman_clean_rule_name(). */
TRUJAMAN_C_API const char* trujaman_clean_rule_description(trujaman_clean_rule rule);

/** What is to be done about one unit. May grow at its end. */
typedef struct trujaman_remedy {
  int64_t unit;                 /**< As it was given to trujaman_cleaner_add(). */
  trujaman_clean_rule rule;     /**< Which rule found it. */
  bool has_kept;                /**< Whether another unit stays in its place. */
  int64_t kept;                 /**< That unit, of duplicates. */
  const char* reason;           /**< In English, with the words. */
  const char* const* languages; /**< Variants to take out; none: the whole unit. */
  size_t language_count;        /**< How many. */
} trujaman_remedy;

/** Remedies, by number of the unit. A result. */
typedef struct trujaman_remedies trujaman_remedies;

/** How many remedies there are. */
TRUJAMAN_C_API size_t trujaman_remedies_size(const trujaman_remedies* remedies);

/** A remedy; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_remedy* trujaman_remedies_at(const trujaman_remedies* remedies,
                                                           size_t index);

/**
 * Takes out of a unit what a remedy says.
 * @param remedies Required.
 * @param index Of the remedy.
 * @param unit The remedy's; required.
 * @param[out] mended A list with what is left of the unit, or without any when it goes as a whole.
 * To be freed by trujaman_units_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_remedies_apply(const trujaman_remedies* remedies,
                                                       size_t index, const trujaman_unit* unit,
                                                       trujaman_units** mended);

/** Frees remedies; NULL is allowed. */
TRUJAMAN_C_API void trujaman_remedies_free(trujaman_remedies* remedies);

/** What is cleaned. */
typedef struct trujaman_clean_options {
  size_t size;       /**< Of the struct. */
  uint64_t disabled; /**< ::TRUJAMAN_RULE_BIT (check.h) of rules that are not applied. */
} trujaman_clean_options;

/** The defaults. */
#define TRUJAMAN_CLEAN_OPTIONS_INIT \
  { sizeof(trujaman_clean_options), 0 }

/** Finds what is to be taken out of a set of units. Keeps some 200 bytes a unit. */
typedef struct trujaman_cleaner trujaman_cleaner;

/**
 * A cleaner.
 * @param options NULL for the defaults.
 * @param[out] cleaner To be freed by trujaman_cleaner_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_cleaner_new(const trujaman_clean_options* options,
                                                    trujaman_cleaner** cleaner);

/**
 * Looks at a unit.
 * @param cleaner Required.
 * @param number How the caller knows it, its row say: no two units have the same.
 * @param unit Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_cleaner_add(trujaman_cleaner* cleaner, int64_t number,
                                                    const trujaman_unit* unit);

/**
 * What is to be done about the units so far: one remedy a unit, by the first rule that finds
 * something.
 * @param cleaner Required.
 * @param[out] remedies To be freed by trujaman_remedies_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_cleaner_remedies(const trujaman_cleaner* cleaner,
                                                         trujaman_remedies** remedies);

/** Frees a cleaner; NULL is allowed. */
TRUJAMAN_C_API void trujaman_cleaner_free(trujaman_cleaner* cleaner);

TRUJAMAN_C_END

#endif
