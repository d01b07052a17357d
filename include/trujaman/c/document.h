/**
 * @file
 * Documents: blocks of clean text.
 */
#ifndef TRUJAMAN_C_DOCUMENT_H
#define TRUJAMAN_C_DOCUMENT_H

#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/status.h>
#include <trujaman/c/text.h>

TRUJAMAN_C_BEGIN

/** What a block is. */
typedef enum trujaman_block_kind {
  TRUJAMAN_PARAGRAPH = 0,  /**< A paragraph. */
  TRUJAMAN_HEADING = 1,    /**< A heading. */
  TRUJAMAN_LIST_ITEM = 2,  /**< An item of a list. */
  TRUJAMAN_TABLE_CELL = 3, /**< A cell of a table. */
  TRUJAMAN_CAPTION = 4,    /**< What stands under a figure or table. */
  TRUJAMAN_FOOTNOTE = 5    /**< A note. */
} trujaman_block_kind;

/** Damage that a reader found in a block and mended: bits of trujaman_block::repairs. */
typedef enum trujaman_repair {
  TRUJAMAN_PAGE_BREAK_JOINED = 1, /**< The rest of the block stood after a page break. */
  TRUJAMAN_LINES_JOINED = 2,      /**< Hard-wrapped lines became one paragraph. */
  TRUJAMAN_DEHYPHENATED = 4,      /**< A word cut at a line end was put together. */
  TRUJAMAN_FURNITURE_REMOVED = 8  /**< A running header, footer or page number was inside. */
} trujaman_repair;

/** One paragraph-like unit. Never changes its size. */
typedef struct trujaman_block {
  trujaman_block_kind kind;   /**< What it is. */
  int level;                  /**< Heading 1–6, depth of a list item from 1, else 0. */
  const char* marker;         /**< List marker or number taken off the text; or empty. */
  const char* text;           /**< NFC, without line breaks, trimmed. */
  const trujaman_code* codes; /**< Bold, links, …; positions in text. */
  size_t code_count;          /**< How many. */
  trujaman_location where;    /**< Where it starts in its file. */
  uint32_t repairs;           /**< ::trujaman_repair bits: what was mended. */
  bool after_rule;            /**< A rule ("***") or page start stands before it. */
  void* reserved[2];          /**< NULL. */
} trujaman_block;

/** A report, once read. Immutable. */
typedef struct trujaman_document trujaman_document;

/** How a document is read. */
typedef struct trujaman_document_options {
  size_t size;          /**< Of the struct. */
  const char* encoding; /**< IANA name; NULL: by BOM, declaration, UTF-8, detection. */
  trujaman_diagnostic_sink on_diagnostic; /**< Hears of what was skipped or mended. */
  void* user;                             /**< For on_diagnostic. */
} trujaman_document_options;

/** The defaults. */
#define TRUJAMAN_DOCUMENT_OPTIONS_INIT \
  { sizeof(trujaman_document_options), NULL, NULL, NULL }

/**
 * Reads a report: DOCX, ODT, HTML, Markdown, PDF (which needs poppler's pdftotext) or plain text;
 * or the texts of one language in a file of segments (XLIFF, po, TSV, CSV, SRT, WebVTT). The format
 * is chosen by content, then by the name's ending.
 * @param input Required.
 * @param language Of the text; undetermined: it is detected (Spanish, English, French), and of
 * files in several languages the source's texts are meant.
 * @param options NULL for the defaults.
 * @param[out] document To be freed by trujaman_document_free().
 * @return ::TRUJAMAN_MALFORMED when it is empty or no text, ::TRUJAMAN_UNSUPPORTED for a format
 * that is not read, ::TRUJAMAN_INVALID_ARGUMENT when the language cannot be told, or a file of
 * segments has no text in it.
 */
TRUJAMAN_C_API trujaman_status trujaman_document_read(const trujaman_input* input,
                                                      const char* language,
                                                      const trujaman_document_options* options,
                                                      trujaman_document** document);

/**
 * A document of the program's own blocks.
 * @param id Name used in occurrences; may be empty.
 * @param language Of the text.
 * @param blocks Copied; required unless @p count is 0.
 * @param count How many.
 * @param segmented Each block is one segment.
 * @param[out] document To be freed by trujaman_document_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_document_new(const char* id, const char* language,
                                                     const trujaman_block* blocks, size_t count,
                                                     bool segmented, trujaman_document** document);

/** What a document is. May grow at its end. */
typedef struct trujaman_document_info {
  const char* id;       /**< Stable name used in occurrences, normally the file name. */
  const char* language; /**< BCP 47 tag. */
  bool segmented;       /**< The file itself says where segments are: each block is one. */
  size_t blocks;        /**< How many. */
  size_t furniture;     /**< Running headers and footers, in no segment. */
} trujaman_document_info;

/**
 * What a document is.
 * @return Owned by @p document; NULL for NULL.
 */
TRUJAMAN_C_API const trujaman_document_info* trujaman_document_about(
    const trujaman_document* document);

/** A block of a document, in reading order; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_block* trujaman_document_block(const trujaman_document* document,
                                                             size_t index);

/** A running header or footer; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_block* trujaman_document_furniture(const trujaman_document* document,
                                                                 size_t index);

/** Frees a document; NULL is allowed. */
TRUJAMAN_C_API void trujaman_document_free(trujaman_document* document);

TRUJAMAN_C_END

#endif
