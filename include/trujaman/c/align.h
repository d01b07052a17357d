/**
 * @file
 * Segments × segments → beads → translation units.
 */
#ifndef TRUJAMAN_C_ALIGN_H
#define TRUJAMAN_C_ALIGN_H

#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/lexicon.h>
#include <trujaman/c/segment.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** Half-open range of segments, [begin, end); may be empty. Never changes its size. */
typedef struct trujaman_range {
  size_t begin; /**< First segment. */
  size_t end;   /**< Behind the last segment. */
} trujaman_range;

/** One step of an alignment: segments that correspond (1-1, 2-1, 1-0, …). Never changes its size.
 */
typedef struct trujaman_bead {
  trujaman_range source; /**< Segments of the source. */
  trujaman_range target; /**< Segments of the target. */
  double confidence;     /**< Probability of exactly this bead, in [0, 1]. */
} trujaman_bead;

/** Beads in reading order, which cover every segment of both sides once. Immutable. */
typedef struct trujaman_alignment trujaman_alignment;

/** How many beads there are. */
TRUJAMAN_C_API size_t trujaman_alignment_size(const trujaman_alignment* alignment);

/** A bead; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_bead* trujaman_alignment_at(const trujaman_alignment* alignment,
                                                          size_t index);

/** Mean confidence of the beads that have both sides, by their length in bytes; 0 for NULL. */
TRUJAMAN_C_API double trujaman_alignment_quality(const trujaman_alignment* alignment);

/**
 * An alignment of the program's own beads: one that a person has corrected, say.
 * @param beads Copied; required unless @p count is 0.
 * @param count How many.
 * @param quality What trujaman_alignment_quality() is to give.
 * @param[out] alignment To be freed by trujaman_alignment_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT unless each bead begins where the one before ends.
 */
TRUJAMAN_C_API trujaman_status trujaman_alignment_new(const trujaman_bead* beads, size_t count,
                                                      double quality,
                                                      trujaman_alignment** alignment);

/** Frees an alignment; NULL is allowed. */
TRUJAMAN_C_API void trujaman_alignment_free(trujaman_alignment* alignment);

/** How an aligner is made. */
typedef struct trujaman_aligner_options {
  size_t size;                     /**< Of the struct. */
  const trujaman_lexicon* lexicon; /**< Known translations; may be NULL. */
  bool no_word_list;               /**< Without the library's own words of es, en, fr. */
  bool reserved[7];                /**< false. */
} trujaman_aligner_options;

/** The defaults. */
#define TRUJAMAN_ALIGNER_OPTIONS_INIT                \
  {                                                  \
    sizeof(trujaman_aligner_options), NULL, false, { \
      false                                          \
    }                                                \
  }

/** Statistical sentence aligner of one language pair. Immutable. */
typedef struct trujaman_aligner trujaman_aligner;

/**
 * An aligner.
 * @param source Language of the source documents.
 * @param target Language of the target documents.
 * @param options NULL for the defaults.
 * @param[out] aligner To be freed by trujaman_aligner_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_aligner_new(const char* source, const char* target,
                                                    const trujaman_aligner_options* options,
                                                    trujaman_aligner** aligner);

/** Frees an aligner; NULL is allowed. */
TRUJAMAN_C_API void trujaman_aligner_free(trujaman_aligner* aligner);

/** A source and a target segment that are known to correspond. Never changes its size. */
typedef struct trujaman_anchor {
  size_t source; /**< Number of the source segment. */
  size_t target; /**< Number of the target segment. */
} trujaman_anchor;

/** Several anchors, in order. A result. */
typedef struct trujaman_anchors {
  const trujaman_anchor* items; /**< Increasing on both sides. */
  size_t count;                 /**< How many. */
} trujaman_anchors;

/**
 * The segments of both documents in which a pattern is found, paired: those whose matches hold the
 * same numbers ("Artículo 12", "Article 12"), or in order, where no match holds any and there are
 * as many on both sides.
 * @param source Required.
 * @param target Required.
 * @param pattern A regular expression of ICU; required.
 * @param[out] anchors To be freed by trujaman_anchors_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT when the pattern is not well-formed, or takes too long.
 */
TRUJAMAN_C_API trujaman_status trujaman_anchors_find(const trujaman_segments* source,
                                                     const trujaman_segments* target,
                                                     const char* pattern,
                                                     trujaman_anchors** anchors);

/** Frees anchors; NULL is allowed. */
TRUJAMAN_C_API void trujaman_anchors_free(trujaman_anchors* anchors);

/** Sentence vectors of one document's segments (LASER, LaBSE, …). Immutable. */
typedef struct trujaman_vectors trujaman_vectors;

/**
 * Vectors in main memory.
 * @param rows One vector after the other, one a segment; copied.
 * @param count How many numbers in all.
 * @param dimension Numbers in a vector; divides @p count.
 * @param[out] vectors To be freed by trujaman_vectors_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT when it does not, or a number is not finite.
 */
TRUJAMAN_C_API trujaman_status trujaman_vectors_new(const float* rows, size_t count,
                                                    size_t dimension, trujaman_vectors** vectors);

/**
 * Reads vectors from a file as LASER writes and Vecalign reads it (`.emb`): 32-bit floating-point
 * numbers, little-endian, row after row.
 * @param path Of the file; required.
 * @param segments The document that they are of; required.
 * @param lines The text file whose lines were encoded; NULL: the segments were, one by one.
 * @param[out] vectors To be freed by trujaman_vectors_free().
 * @return ::TRUJAMAN_MALFORMED when rows and segments or lines do not go together.
 */
TRUJAMAN_C_API trujaman_status trujaman_vectors_read(const char* path,
                                                     const trujaman_segments* segments,
                                                     const char* lines, trujaman_vectors** vectors);

/** How many segments vectors are of. */
TRUJAMAN_C_API size_t trujaman_vectors_size(const trujaman_vectors* vectors);

/** Numbers in a vector; 0 for NULL. */
TRUJAMAN_C_API size_t trujaman_vectors_dimension(const trujaman_vectors* vectors);

/** Segments of which no vector is known; 0 for NULL. */
TRUJAMAN_C_API size_t trujaman_vectors_missing(const trujaman_vectors* vectors);

/**
 * Unit vector of one to five consecutive segments; zeros where it is not known.
 * @param vectors Required.
 * @param segments Which.
 * @param[out] vector Room for trujaman_vectors_dimension() numbers.
 * @param size How many numbers there is room for.
 * @return ::TRUJAMAN_INVALID_ARGUMENT for other ranges, or too little room.
 */
TRUJAMAN_C_API trujaman_status trujaman_vectors_get(const trujaman_vectors* vectors,
                                                    trujaman_range segments, float* vector,
                                                    size_t size);

/**
 * Share of the segments whose translation two documents' vectors recognise.
 * @param source Required.
 * @param target Required, of the same dimension.
 * @param[out] share In [0, 1), a careful estimate; 0: they say nothing.
 */
TRUJAMAN_C_API trujaman_status trujaman_vectors_recognised(const trujaman_vectors* source,
                                                           const trujaman_vectors* target,
                                                           double* share);

/** Frees vectors; NULL is allowed. */
TRUJAMAN_C_API void trujaman_vectors_free(trujaman_vectors* vectors);

/**
 * What the caller's own model says about a bead: log P(texts | translations of each other) −
 * log P(texts | unrelated), in nats. Above 0 speaks for the bead; −INFINITY forbids it; beyond
 * ±1000 counts as ±1000, NaN as 0. It is asked several times for one bead, in no order.
 * @param source 1 to 5 segments.
 * @param target 1 to 5 segments.
 * @param user What was given beside the callback.
 */
typedef double (*trujaman_bead_scorer)(trujaman_range source, trujaman_range target, void* user);

/** What is given about one pair of documents. */
typedef struct trujaman_align_options {
  size_t size;                            /**< Of the struct. */
  const trujaman_anchor* anchors;         /**< Pairs that stand in the same bead; increasing. */
  size_t anchor_count;                    /**< How many. */
  trujaman_bead_scorer scorer;            /**< Has a say in every bead; may be NULL. */
  void* scorer_user;                      /**< For scorer. */
  const trujaman_vectors* source_vectors; /**< Of the source; both or neither. */
  const trujaman_vectors* target_vectors; /**< Of the target. They are added to scorer's. */
  trujaman_progress progress;             /**< Share of the work done; may stop it. */
  void* user;                             /**< For progress. */
} trujaman_align_options;

/** The defaults. */
#define TRUJAMAN_ALIGN_OPTIONS_INIT \
  { sizeof(trujaman_align_options), NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL }

/**
 * Aligns two documents: beads of up to 5-1, 4-2, 3-3, 2-4 and 1-5 segments, and null beads.
 * @param aligner NULL for one of the documents' languages with the defaults.
 * @param source Required.
 * @param target Required.
 * @param options NULL for the defaults.
 * @param[out] alignment To be freed by trujaman_alignment_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT when anchors do not increase on both sides or are not there.
 */
TRUJAMAN_C_API trujaman_status trujaman_align(const trujaman_aligner* aligner,
                                              const trujaman_segments* source,
                                              const trujaman_segments* target,
                                              const trujaman_align_options* options,
                                              trujaman_alignment** alignment);

/** A translation of a document. Never changes its size. */
typedef struct trujaman_translation {
  const trujaman_segments* target;     /**< The translation. */
  const trujaman_alignment* alignment; /**< Of the document, its source side, with it. */
} trujaman_translation;

/** An alignment of two translations of one document with each other. Never changes its size. */
typedef struct trujaman_cross {
  size_t first;                        /**< Number of the translation that is the source side. */
  size_t second;                       /**< Number of the other one. */
  const trujaman_alignment* alignment; /**< Of the first with the second. */
} trujaman_cross;

/** Which units are made. */
typedef struct trujaman_align_units_options {
  size_t size;                   /**< Of the struct. */
  double min_confidence;         /**< Beads less certain are left out; 0 by default. */
  const trujaman_cross* crosses; /**< They raise and lower confidences; may be NULL. */
  size_t cross_count;            /**< How many. */
} trujaman_align_units_options;

/** The defaults. */
#define TRUJAMAN_ALIGN_UNITS_OPTIONS_INIT \
  { sizeof(trujaman_align_units_options), 0.0, NULL, 0 }

/**
 * The units of the beads that have both sides. With several translations, beads that share segments
 * of the pivot are one unit, with a variant a language. Occurrences hold the pivot's id and the
 * unit's number in it.
 * @param pivot The document; required.
 * @param translations Required unless @p count is 0.
 * @param count How many.
 * @param options NULL for the defaults.
 * @param[out] units To be freed by trujaman_units_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT when an alignment has segments that are not there.
 */
TRUJAMAN_C_API trujaman_status trujaman_align_units(const trujaman_segments* pivot,
                                                    const trujaman_translation* translations,
                                                    size_t count,
                                                    const trujaman_align_units_options* options,
                                                    trujaman_units** units);

/** How a review page is written. */
typedef struct trujaman_review_options {
  size_t size;          /**< Of the struct. */
  const char* language; /**< Of the page's own words: "es", "en" (by default) or "fr". */
  double check_below;   /**< Less certain beads are marked and listed first; 0.8 by default. */
} trujaman_review_options;

/** The defaults. */
#define TRUJAMAN_REVIEW_OPTIONS_INIT \
  { sizeof(trujaman_review_options), NULL, 0.8 }

/**
 * Writes an alignment as one HTML page, for a person to look through.
 * @param output Required.
 * @param pivot The document; required.
 * @param translations Required unless @p count is 0.
 * @param count How many.
 * @param options NULL for the defaults.
 * @return ::TRUJAMAN_INVALID_ARGUMENT when an alignment does not cover its documents.
 */
TRUJAMAN_C_API trujaman_status trujaman_review_write(const trujaman_output* output,
                                                     const trujaman_segments* pivot,
                                                     const trujaman_translation* translations,
                                                     size_t count,
                                                     const trujaman_review_options* options);

TRUJAMAN_C_END

#endif
