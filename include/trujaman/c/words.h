/**
 * @file
 * Which part of a translation renders which part of a text.
 */
#ifndef TRUJAMAN_C_WORDS_H
#define TRUJAMAN_C_WORDS_H

#include <trujaman/c/export.h>
#include <trujaman/c/text.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** Aligns words within units, as units like them teach it. Immutable. */
typedef struct trujaman_word_aligner trujaman_word_aligner;

/**
 * A word aligner.
 * @param source Source language.
 * @param target Target language.
 * @param examples Units to learn from, some dozens that share words with the texts; required.
 * @param[out] aligner To be freed by trujaman_word_aligner_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_word_aligner_new(const char* source, const char* target,
                                                         const trujaman_units* examples,
                                                         trujaman_word_aligner** aligner);

/** Frees a word aligner; NULL is allowed. */
TRUJAMAN_C_API void trujaman_word_aligner_free(trujaman_word_aligner* aligner);

/**
 * The part of a target text that a part of its source corresponds to.
 * @param aligner Required.
 * @param source Text; required.
 * @param part Of @p source, on code points.
 * @param target Text; required.
 * @param[out] found Whether any word of the part is rendered there.
 * @param[out] span The part of @p target, in whole words.
 * @param[out] confidence How much of both parts is accounted for by the other, in [0, 1]; may be
 * NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_word_counterpart(const trujaman_word_aligner* aligner,
                                                         const char* source, trujaman_span part,
                                                         const char* target, bool* found,
                                                         trujaman_span* span, double* confidence);

/** Words that may render each other. Never changes its size. */
typedef struct trujaman_word_link {
  trujaman_span source; /**< Of the source text. */
  trujaman_span target; /**< Of the target text. */
  double probability;   /**< In (0, 1]. */
} trujaman_word_link;

/** Links, in the order of the source's words, then the target's. A result. */
typedef struct trujaman_word_links {
  const trujaman_word_link* items; /**< The links. */
  size_t count;                    /**< How many. */
} trujaman_word_links;

/**
 * Every word of a text with every word of its translation by which it may be rendered.
 * @param aligner Required.
 * @param source Text; required.
 * @param target Text; required.
 * @param least Less probable links are left out; 0.05 is a good value.
 * @param[out] links To be freed by trujaman_word_links_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_word_links_find(const trujaman_word_aligner* aligner,
                                                        const char* source, const char* target,
                                                        double least, trujaman_word_links** links);

/** Frees links; NULL is allowed. */
TRUJAMAN_C_API void trujaman_word_links_free(trujaman_word_links* links);

TRUJAMAN_C_END

#endif
