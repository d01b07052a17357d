/**
 * @file
 * Known pairs of words and phrases, which help the aligner.
 */
#ifndef TRUJAMAN_C_LEXICON_H
#define TRUJAMAN_C_LEXICON_H

#include <trujaman/c/concept.h>
#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** Words or phrases known to be translations of each other. Never changes its size. */
typedef struct trujaman_word_pair {
  const char* source; /**< In the source language. */
  const char* target; /**< In the target language. */
  double weight;      /**< How far to believe it, in (0, 1]; 0, when it is given, is 1. */
} trujaman_word_pair;

/** A list of word pairs of one pair of languages. */
typedef struct trujaman_lexicon trujaman_lexicon;

/**
 * An empty lexicon.
 * @param[out] lexicon To be freed by trujaman_lexicon_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_lexicon_new(trujaman_lexicon** lexicon);

/**
 * Adds copies of pairs.
 * @param lexicon Required. Pointers that trujaman_lexicon_at() gave before are no longer valid.
 * @param pairs Required unless @p count is 0.
 * @param count How many.
 */
TRUJAMAN_C_API trujaman_status trujaman_lexicon_add(trujaman_lexicon* lexicon,
                                                    const trujaman_word_pair* pairs, size_t count);

/**
 * Adds each term of a glossary with each of its equivalents.
 * @param lexicon Required.
 * @param concepts Required.
 * @param source Source language; regions do not matter.
 * @param target Target language.
 */
TRUJAMAN_C_API trujaman_status trujaman_lexicon_add_terms(trujaman_lexicon* lexicon,
                                                          const trujaman_concepts* concepts,
                                                          const char* source, const char* target);

/**
 * Adds the pairs of a word list: rows of source, target and, where wanted, weight, with tabs
 * between; or hunalign's dictionaries, rows of "target @ source".
 * @param lexicon Required.
 * @param path Of the file; required.
 * @param on_diagnostic Hears of rows that were skipped; may be NULL.
 * @param user For @p on_diagnostic.
 * @return ::TRUJAMAN_MALFORMED when no row is good.
 */
TRUJAMAN_C_API trujaman_status trujaman_lexicon_read(trujaman_lexicon* lexicon, const char* path,
                                                     trujaman_diagnostic_sink on_diagnostic,
                                                     void* user);

/** What is learned. */
typedef struct trujaman_learn_options {
  size_t size;                /**< Of the struct. */
  double min_weight;          /**< Less certain pairs are left out; 0.1 by default. */
  double min_count;           /**< … and those expected in fewer places; 2 by default. */
  trujaman_progress progress; /**< Share of the work done; may stop it. */
  void* user;                 /**< For progress. */
} trujaman_learn_options;

/** The defaults. */
#define TRUJAMAN_LEARN_OPTIONS_INIT \
  { sizeof(trujaman_learn_options), 0.1, 2.0, NULL, NULL }

/**
 * Adds which words translate which, as units teach it (those of a memory, trujaman_memory_units(),
 * say), surest pairs first.
 * @param lexicon Required; as it was, upon failure.
 * @param units Required; without text in both languages they are passed over.
 * @param source Source language.
 * @param target Target language.
 * @param options NULL for the defaults.
 */
TRUJAMAN_C_API trujaman_status trujaman_lexicon_learn(trujaman_lexicon* lexicon,
                                                      const trujaman_units* units,
                                                      const char* source, const char* target,
                                                      const trujaman_learn_options* options);

/** How many pairs a lexicon has. */
TRUJAMAN_C_API size_t trujaman_lexicon_size(const trujaman_lexicon* lexicon);

/** A pair; NULL when @p index is not there. Valid until the lexicon is changed or freed. */
TRUJAMAN_C_API const trujaman_word_pair* trujaman_lexicon_at(const trujaman_lexicon* lexicon,
                                                             size_t index);

/**
 * Writes a lexicon as a word list, with tabs.
 * @param lexicon Required.
 * @param output Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_lexicon_write(const trujaman_lexicon* lexicon,
                                                      const trujaman_output* output);

/** Frees a lexicon; NULL is allowed. */
TRUJAMAN_C_API void trujaman_lexicon_free(trujaman_lexicon* lexicon);

TRUJAMAN_C_END

#endif
