/**
 * @file
 * How much of a document a memory has already: leverage, by match band.
 */
#ifndef TRUJAMAN_C_ANALYSE_H
#define TRUJAMAN_C_ANALYSE_H

#include <trujaman/c/export.h>
#include <trujaman/c/memory.h>
#include <trujaman/c/segment.h>
#include <trujaman/c/status.h>

TRUJAMAN_C_BEGIN

/** What a segment's best match is worth. */
typedef enum trujaman_match_band {
  TRUJAMAN_BAND_CONTEXT = 0,    /**< Exact, and so are the segments before and after it. */
  TRUJAMAN_BAND_EXACT = 1,      /**< 100 */
  TRUJAMAN_BAND_REPETITION = 2, /**< The same text stood in this document before. */
  TRUJAMAN_BAND_CROSS_FILE = 3, /**< … or in one analysed before. */
  TRUJAMAN_BAND_FROM_95 = 4,    /**< 95–99.99 */
  TRUJAMAN_BAND_FROM_85 = 5,    /**< 85–94.99 */
  TRUJAMAN_BAND_FROM_75 = 6,    /**< 75–84.99 */
  TRUJAMAN_BAND_FROM_50 = 7,    /**< 50–74.99 */
  TRUJAMAN_BAND_NEW = 8         /**< Nothing of 50 or more. */
} trujaman_match_band;

/** Room for bands in ::trujaman_leverage; those without a name are empty. */
#define TRUJAMAN_BANDS 16

/** Name of a band, "95-99" say; NULL for what is none, so that bands can be counted up from 0.
 * Lives as long as the program; leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_match_band_name(trujaman_match_band band);

/** How much text there is. Never changes its size. */
typedef struct trujaman_volume {
  size_t segments;   /**< Segments. */
  size_t words;      /**< As trujaman_text_words() counts them. */
  size_t characters; /**< Code points that are not white space. */
} trujaman_volume;

/** The leverage of one document. Never changes its size. */
typedef struct trujaman_leverage {
  trujaman_volume bands[TRUJAMAN_BANDS]; /**< By ::trujaman_match_band. */
  trujaman_volume total;                 /**< Of all bands. */
} trujaman_leverage;

/** Analyses documents one after the other; remembers the texts of those before. */
typedef struct trujaman_analyser trujaman_analyser;

/**
 * An analyser.
 * @param memory Required.
 * @param source Language of the documents.
 * @param target Language of the translations.
 * @param[out] analyser To be freed by trujaman_analyser_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_analyser_new(const trujaman_memory* memory,
                                                     const char* source, const char* target,
                                                     trujaman_analyser** analyser);

/**
 * Each segment of a document with text, by the best match of the memory for it.
 * @param analyser Required.
 * @param segments Required.
 * @param progress Share of the work done; may stop it. May be NULL.
 * @param user For @p progress.
 * @param[out] leverage Required.
 */
TRUJAMAN_C_API trujaman_status trujaman_analyser_analyse(trujaman_analyser* analyser,
                                                         const trujaman_segments* segments,
                                                         trujaman_progress progress, void* user,
                                                         trujaman_leverage* leverage);

/** Frees an analyser; NULL is allowed. */
TRUJAMAN_C_API void trujaman_analyser_free(trujaman_analyser* analyser);

TRUJAMAN_C_END

#endif
