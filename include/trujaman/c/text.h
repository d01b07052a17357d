/**
 * @file
 * Places inside text, inline codes, and what can be asked about texts and language tags.
 */
#ifndef TRUJAMAN_C_TEXT_H
#define TRUJAMAN_C_TEXT_H

#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/status.h>

TRUJAMAN_C_BEGIN

/** Half-open range of UTF-8 bytes, [begin, end), on code points. Never changes its size. */
typedef struct trujaman_span {
  size_t begin; /**< First byte. */
  size_t end;   /**< Behind the last byte. */
} trujaman_span;

/** Several spans, in order. A result. */
typedef struct trujaman_spans {
  const trujaman_span* items; /**< The spans. */
  size_t count;               /**< How many. */
} trujaman_spans;

/** Frees spans; NULL is allowed. */
TRUJAMAN_C_API void trujaman_spans_free(trujaman_spans* spans);

/** What a code is, in the words of TMX 1.4b ("Content markup"). */
typedef enum trujaman_code_kind {
  TRUJAMAN_CODE_BPT = 0,      /**< Begin of a pair. */
  TRUJAMAN_CODE_EPT = 1,      /**< End of a pair. */
  TRUJAMAN_CODE_PH = 2,       /**< Standalone. */
  TRUJAMAN_CODE_IT = 3,       /**< Half of a pair whose other half is elsewhere. */
  TRUJAMAN_CODE_HI_BEGIN = 4, /**< Begin of a highlighted range. */
  TRUJAMAN_CODE_HI_END = 5,   /**< End of one. */
  TRUJAMAN_CODE_UT = 6        /**< Unknown. */
} trujaman_code_kind;

/**
 * Formatting or a variable inside a segment, kept apart from its text. Never changes its size.
 */
typedef struct trujaman_code {
  size_t position;         /**< Byte of the text before which the code stands. */
  trujaman_code_kind kind; /**< What it is. */
  int pair;                /**< Links both ends of a pair (TMX `i`); 0 for none. */
  const char* id;          /**< Links a code with its twin in the other language (TMX `x`). */
  const char* type;        /**< "bold", "link", … (TMX `type`). */
  const char* native;      /**< The code in its own format, "<b>" say. */
  const char* attributes;  /**< Further attributes, "assoc=p" say, one blank between two. */
  bool fragment;           /**< native is an XML fragment, not plain text. */
  void* reserved;          /**< NULL. */
} trujaman_code;

/**
 * Brings a text into Unicode's normal form C, in which the texts of units and terms stand.
 * @param text Required.
 * @param[out] normalized To be freed by trujaman_buffer_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_text_normalize(const char* text,
                                                       trujaman_buffer** normalized);

/**
 * The likeliest of Spanish, English and French for a text.
 * @param text Required.
 * @param[out] language "es", "en", "fr", or "und" when there is too little to tell. Lives as long
 * as the program.
 */
TRUJAMAN_C_API trujaman_status trujaman_text_language(const char* text, const char** language);

/**
 * Words of a text, as translation is counted: numbers are words, hyphens part none.
 * @param text Required.
 * @param[out] words How many.
 */
TRUJAMAN_C_API trujaman_status trujaman_text_words(const char* text, size_t* words);

/** The words that two texts do not share. A result. */
typedef struct trujaman_text_difference {
  const trujaman_span* before; /**< In the first text, in order; neighbours are one span. */
  size_t before_count;         /**< How many. */
  const trujaman_span* after;  /**< In the second text. */
  size_t after_count;          /**< How many. */
} trujaman_text_difference;

/**
 * Compares two texts word by word, marks and numbers being words.
 * @param before Required.
 * @param after Required.
 * @param[out] difference To be freed by trujaman_text_difference_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_text_compare(const char* before, const char* after,
                                                     trujaman_text_difference** difference);

/** Frees a difference; NULL is allowed. */
TRUJAMAN_C_API void trujaman_text_difference_free(trujaman_text_difference* difference);

/**
 * A language tag as the library writes it: "ES_ar" becomes "es-AR".
 * @param tag Required, and not empty.
 * @param[out] canonical Lives as long as the program.
 * @return ::TRUJAMAN_INVALID_ARGUMENT when @p tag is no well-formed BCP 47 tag.
 */
TRUJAMAN_C_API trujaman_status trujaman_language_canonical(const char* tag, const char** canonical);

/**
 * Whether a language falls under another: "es-AR" under "es", but not under "es-ES".
 * @param tag Required.
 * @param range Required.
 * @param[out] matches Whether it does.
 */
TRUJAMAN_C_API trujaman_status trujaman_language_matches(const char* tag, const char* range,
                                                         bool* matches);

/**
 * Sets the language of all messages that are made from now on, in every thread of the process:
 * those of errors, diagnostics and findings. English at the start; Spanish and French are there.
 * @param language Required. Where there is nothing for "es-MX", "es" serves; where there is nothing
 * for that either, English.
 */
TRUJAMAN_C_API trujaman_status trujaman_set_message_language(const char* language);

/**
 * The language that messages come in.
 * @param[out] language "en", "es" or "fr"; lives as long as the program.
 */
TRUJAMAN_C_API trujaman_status trujaman_message_language(const char** language);

TRUJAMAN_C_END

#endif
