/**
 * @file
 * A document in another language: a copy in which parts of the text are replaced.
 */
#ifndef TRUJAMAN_C_TRANSLATE_H
#define TRUJAMAN_C_TRANSLATE_H

#include <trujaman/c/document.h>
#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/memory.h>
#include <trujaman/c/segment.h>

TRUJAMAN_C_BEGIN

/** What becomes of a part of a block, usually of a segment. Never changes its size. */
typedef struct trujaman_rendering {
  trujaman_span span; /**< In the block's text. */
  /** What takes its place; NULL: the part stays, highlighted as still to be translated where the
      format can. */
  const char* text;
  const trujaman_code* codes; /**< Of text; pairs of "bold" and "italic" are followed. */
  size_t code_count;          /**< How many. */
  bool revise;                /**< text is highlighted: someone is to look at it. */
  void* reserved[2];          /**< NULL. */
} trujaman_rendering;

/** Takes the renderings of one block. Valid in the callback only. */
typedef struct trujaman_renderer trujaman_renderer;

/**
 * Says what becomes of a part of the block: in order, not overlapping. What no rendering names
 * stays as it is.
 * @param renderer Required.
 * @param rendering Copied; required.
 */
TRUJAMAN_C_API trujaman_status trujaman_renderer_add(trujaman_renderer* renderer,
                                                     const trujaman_rendering* rendering);

/**
 * Is called for each block of a document, in order, to give its renderings.
 * @param number Of the block, from 0.
 * @param block Borrowed until the callback returns.
 * @param renderer Takes the renderings: trujaman_renderer_add().
 * @param user What was given beside the callback.
 * @return 0 to stop, upon which the call returns ::TRUJAMAN_CANCELLED; else 1.
 */
typedef int (*trujaman_block_translator)(size_t number, const trujaman_block* block,
                                         trujaman_renderer* renderer, void* user);

/** What was done. Never changes its size. */
typedef struct trujaman_render_summary {
  size_t replaced; /**< Renderings that took their place. */
  size_t left;     /**< Those without a text, and those that cannot be put in. */
} trujaman_render_summary;

/**
 * Copies a document (DOCX, ODT, Markdown, plain text, XLIFF, po), with the renderings of a
 * callback. All else stays to the byte.
 * @param input Required.
 * @param output Required.
 * @param translator Required.
 * @param user For @p translator.
 * @param options NULL for the defaults; the sink hears of what could not be put in or marked.
 * @param[out] summary May be NULL.
 * @return ::TRUJAMAN_UNSUPPORTED for a format that is not written, ::TRUJAMAN_INVALID_ARGUMENT for
 * renderings that overlap or are out of order.
 */
TRUJAMAN_C_API trujaman_status trujaman_document_translate(const trujaman_input* input,
                                                           const trujaman_output* output,
                                                           trujaman_block_translator translator,
                                                           void* user,
                                                           const trujaman_document_options* options,
                                                           trujaman_render_summary* summary);

/** How a document is pretranslated. */
typedef struct trujaman_pretranslate_options {
  size_t size;                            /**< Of the struct. */
  double min_score;                       /**< 50–100; 100 by default: exact matches only. */
  const trujaman_segmenter* segmenter;    /**< NULL for the library's own. */
  const char* encoding;                   /**< IANA name; NULL: it is detected. */
  trujaman_diagnostic_sink on_diagnostic; /**< Hears of what could not be put in or marked. */
  trujaman_progress progress;             /**< Share of the work done; may stop it. */
  void* user;                             /**< For on_diagnostic and progress. */
  bool no_highlight; /**< Neither what was not found nor what is not exact is marked. */
  bool reserved[7];  /**< false. */
} trujaman_pretranslate_options;

/** The defaults. */
#define TRUJAMAN_PRETRANSLATE_OPTIONS_INIT                                               \
  {                                                                                      \
    sizeof(trujaman_pretranslate_options), 100.0, NULL, NULL, NULL, NULL, NULL, false, { \
      false                                                                              \
    }                                                                                    \
  }

/** What a memory did for a document. Never changes its size. */
typedef struct trujaman_pretranslate_summary {
  size_t segments; /**< Segments of the document. */
  size_t context;  /**< Those with a context match. */
  size_t exact;    /**< … an exact one. */
  size_t fuzzy;    /**< … a fuzzy one. */
  size_t wordless; /**< Segments without a letter, left as they are. */
  size_t replaced; /**< Segments that were replaced in the copy. */
  size_t left;     /**< Those that were marked, or could not be put in. */
  size_t reserved; /**< 0. */
} trujaman_pretranslate_summary;

/**
 * Copies a document with the best match of a memory in place of each segment; what has none is
 * highlighted as still to be translated.
 * @param memory Required.
 * @param source Language of the document.
 * @param target Language of the copy.
 * @param input Required; a read callback is read to its end first.
 * @param output Required.
 * @param options NULL for the defaults.
 * @param[out] summary May be NULL.
 * @return As trujaman_document_translate().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_pretranslate(
    const trujaman_memory* memory, const char* source, const char* target,
    const trujaman_input* input, const trujaman_output* output,
    const trujaman_pretranslate_options* options, trujaman_pretranslate_summary* summary);

TRUJAMAN_C_END

#endif
