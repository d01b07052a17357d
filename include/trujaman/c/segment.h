/**
 * @file
 * Segments: sentences inside blocks.
 */
#ifndef TRUJAMAN_C_SEGMENT_H
#define TRUJAMAN_C_SEGMENT_H

#include <trujaman/c/document.h>
#include <trujaman/c/export.h>

TRUJAMAN_C_BEGIN

/** Segmentation rules of an SRX file, as other tools write them. Immutable. */
typedef struct trujaman_srx trujaman_srx;

/**
 * Reads an SRX file, 1.0 or 2.0.
 * @param input Required.
 * @param[out] srx To be freed by trujaman_srx_free().
 * @return ::TRUJAMAN_MALFORMED when it is no SRX, ::TRUJAMAN_UNSUPPORTED for another version.
 */
TRUJAMAN_C_API trujaman_status trujaman_srx_read(const trujaman_input* input, trujaman_srx** srx);

/**
 * Whether any rule is for a language.
 * @param srx Required.
 * @param language Which.
 * @param[out] has Whether there is one.
 */
TRUJAMAN_C_API trujaman_status trujaman_srx_has_rules_for(const trujaman_srx* srx,
                                                          const char* language, bool* has);

/** Frees rules; NULL is allowed. */
TRUJAMAN_C_API void trujaman_srx_free(trujaman_srx* srx);

/** What becomes of the library's own rules beside those of an SRX file. */
typedef enum trujaman_srx_use {
  TRUJAMAN_SRX_REPLACE = 0, /**< They are not used. */
  TRUJAMAN_SRX_EXTEND = 1   /**< They decide where no rule of the file matches. */
} trujaman_srx_use;

/** How texts are segmented. */
typedef struct trujaman_segmenter_options {
  size_t size;                      /**< Of the struct. */
  const char* const* abbreviations; /**< Further ones, with their full stop: "Res.", "págs.". */
  size_t abbreviation_count;        /**< How many. */
  const trujaman_srx* srx;          /**< Rules of another tool; may be NULL. */
  trujaman_srx_use srx_use;         /**< ::TRUJAMAN_SRX_REPLACE by default. */
  int reserved;                     /**< 0. */
} trujaman_segmenter_options;

/** The defaults. */
#define TRUJAMAN_SEGMENTER_OPTIONS_INIT \
  { sizeof(trujaman_segmenter_options), NULL, 0, NULL, TRUJAMAN_SRX_REPLACE, 0 }

/** Sentence splitter of one language. Immutable. */
typedef struct trujaman_segmenter trujaman_segmenter;

/**
 * A segmenter.
 * @param language Which.
 * @param options NULL for the defaults.
 * @param[out] segmenter To be freed by trujaman_segmenter_free().
 * @return ::TRUJAMAN_MALFORMED for a rule of an SRX file that is no regular expression.
 */
TRUJAMAN_C_API trujaman_status trujaman_segmenter_new(const char* language,
                                                      const trujaman_segmenter_options* options,
                                                      trujaman_segmenter** segmenter);

/** A document and its segments, in reading order. Immutable. */
typedef struct trujaman_segments trujaman_segments;

/**
 * The segments of a document. What is not white space falls in exactly one, none crosses a block.
 * @param segmenter NULL for the library's own of the document's language.
 * @param document Required; may be freed afterwards.
 * @param[out] segments To be freed by trujaman_segments_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_segmenter_segment(const trujaman_segmenter* segmenter,
                                                          const trujaman_document* document,
                                                          trujaman_segments** segments);

/**
 * Where the segments of a text stand.
 * @param segmenter Required.
 * @param text Required: a paragraph, or text with line breaks, in which empty lines and items of
 * lists begin new ones.
 * @param[out] spans To be freed by trujaman_spans_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_segmenter_split(const trujaman_segmenter* segmenter,
                                                        const char* text, trujaman_spans** spans);

/** Frees a segmenter; NULL is allowed. */
TRUJAMAN_C_API void trujaman_segmenter_free(trujaman_segmenter* segmenter);

/**
 * Reads a file whose lines are segments: line n is segment n − 1, empty ones, too.
 * @param path Of the file; required.
 * @param language Undetermined: it is detected.
 * @param options NULL for the defaults.
 * @param[out] segments To be freed by trujaman_segments_free().
 * @return As trujaman_document_read().
 */
TRUJAMAN_C_API trujaman_status trujaman_segments_read_lines(
    const char* path, const char* language, const trujaman_document_options* options,
    trujaman_segments** segments);

/**
 * Segments that the program made itself, each a paragraph of its own.
 * @param id Name of the document; may be empty.
 * @param language Of the texts.
 * @param texts Required unless @p count is 0, each of them, too. NFC.
 * @param count How many.
 * @param[out] segments To be freed by trujaman_segments_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_segments_new(const char* id, const char* language,
                                                     const char* const* texts, size_t count,
                                                     trujaman_segments** segments);

/** A sentence-like piece of one block. May grow at its end. */
typedef struct trujaman_segment {
  size_t block;       /**< Number of the block. */
  trujaman_span span; /**< In the block's text. */
  const char* text;   /**< What stands there. */
} trujaman_segment;

/** How many segments there are. */
TRUJAMAN_C_API size_t trujaman_segments_size(const trujaman_segments* segments);

/** A segment; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_segment* trujaman_segments_at(const trujaman_segments* segments,
                                                            size_t index);

/**
 * The document whose segments these are.
 * @return Owned by @p segments, not to be freed; NULL for NULL.
 */
TRUJAMAN_C_API const trujaman_document* trujaman_segments_document(
    const trujaman_segments* segments);

/** Frees segments with their document; NULL is allowed. */
TRUJAMAN_C_API void trujaman_segments_free(trujaman_segments* segments);

TRUJAMAN_C_END

#endif
