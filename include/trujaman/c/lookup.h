/**
 * @file
 * What a memory answers: matches, phrases in their context, known parts of a text.
 */
#ifndef TRUJAMAN_C_LOOKUP_H
#define TRUJAMAN_C_LOOKUP_H

#include <trujaman/c/export.h>
#include <trujaman/c/memory.h>

TRUJAMAN_C_BEGIN

/** Why a match counts for less than its words alone would say. */
typedef enum trujaman_penalty_kind {
  TRUJAMAN_PENALTY_CASE = 0,        /**< Capitals differ. */
  TRUJAMAN_PENALTY_ACCENTS = 1,     /**< Accents differ. */
  TRUJAMAN_PENALTY_PUNCTUATION = 2, /**< Punctuation differs. */
  TRUJAMAN_PENALTY_NUMBERS = 3,     /**< Numbers differ. */
  TRUJAMAN_PENALTY_CODES = 4,       /**< Inline codes differ. */
  TRUJAMAN_PENALTY_REGION = 5,      /**< The region differs: es-ES for es-AR. */
  TRUJAMAN_PENALTY_CONFIDENCE = 6   /**< The aligner was not sure of the unit. */
} trujaman_penalty_kind;

/** One such reason. Never changes its size. */
typedef struct trujaman_penalty {
  trujaman_penalty_kind kind; /**< Which. */
  double amount;              /**< Points of 100, taken from the similarity. */
} trujaman_penalty;

/** Name of a penalty in lower case, "numbers" say; NULL for what is none. Lives as long as the
 * program; leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_penalty_name(trujaman_penalty_kind kind);

/** How good a match is, best first. */
typedef enum trujaman_match_kind {
  TRUJAMAN_MATCH_CONTEXT = 0, /**< Exact, and so are the segments before and after it, as far as
                                   they were given. */
  TRUJAMAN_MATCH_EXACT = 1,   /**< Score 100: equal but for white space and how numbers are
                                   written. */
  TRUJAMAN_MATCH_FUZZY = 2    /**< Alike. */
} trujaman_match_kind;

/** Name of a kind in lower case, "fuzzy" say; NULL for what is none. Lives as long as the program;
 * leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_match_kind_name(trujaman_match_kind kind);

/** A unit whose source resembles the text that was looked up. May grow at its end. */
typedef struct trujaman_match {
  int64_t row;                            /**< Key of the unit in its memory. */
  trujaman_match_kind kind;               /**< How good it is. */
  bool substituted;                       /**< The target has the numbers of the text looked up. */
  double score;                           /**< Similarity less penalties, 0–100. */
  double similarity;                      /**< Of the words, 0–100. */
  const trujaman_penalty* penalties;      /**< What was subtracted. */
  size_t penalty_count;                   /**< How many. */
  trujaman_variant source;                /**< The unit's text. */
  trujaman_variant target;                /**< Its translation. */
  double confidence;                      /**< The aligner's in the unit, in (0, 1]. */
  const trujaman_occurrence* occurrences; /**< Where the unit stands in documents. */
  size_t occurrence_count;                /**< How many. */
} trujaman_match;

/** Matches, best first, ties newest first. A result. */
typedef struct trujaman_matches trujaman_matches;

/** How many matches there are. */
TRUJAMAN_C_API size_t trujaman_matches_size(const trujaman_matches* matches);

/** A match; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_match* trujaman_matches_at(const trujaman_matches* matches,
                                                         size_t index);

/** Frees matches; NULL is allowed. */
TRUJAMAN_C_API void trujaman_matches_free(trujaman_matches* matches);

/** What is looked up, and how. */
typedef struct trujaman_lookup_options {
  size_t size;          /**< Of the struct. */
  double min_score;     /**< 50–100, 70 by default; lower values count as 50. */
  size_t limit;         /**< Most matches, 5 by default; 0 = none. */
  const char* previous; /**< Segment before the text, for ::TRUJAMAN_MATCH_CONTEXT. */
  const char* next;     /**< Segment after it. */
  /** The text's own codes at their places in it: a unit with the same ones gets no penalty. */
  const trujaman_code* codes;
  size_t code_count; /**< How many. */
  bool distinct;     /**< Of units with the same source and translation only the best one. */
} trujaman_lookup_options;

/** The defaults. */
#define TRUJAMAN_LOOKUP_OPTIONS_INIT \
  { sizeof(trujaman_lookup_options), 70.0, 5, NULL, NULL, NULL, 0, false }

/**
 * The best matches for a text: exactly what comparing it with every unit would give.
 * @param memory Required.
 * @param text Required.
 * @param source Language of the text.
 * @param target Language of the translations wanted.
 * @param options NULL for the defaults.
 * @param[out] matches To be freed by trujaman_matches_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_lookup(const trujaman_memory* memory,
                                                      const char* text, const char* source,
                                                      const char* target,
                                                      const trujaman_lookup_options* options,
                                                      trujaman_matches** matches);

/**
 * What trujaman_memory_lookup() gives for each of several texts, on several threads. Each sees one
 * state of the memory.
 * @param memory Required.
 * @param texts Required unless @p count is 0, each of them, too.
 * @param count How many.
 * @param source Language of the texts.
 * @param target Language of the translations wanted.
 * @param options NULL for the defaults; without codes.
 * @param threads How many; 0 = as many as the machine has processors.
 * @param[out] matches The caller's array of @p count pointers, each to be freed by
 * trujaman_matches_free(); all NULL upon failure. May be NULL when @p count is 0.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_lookup_batch(const trujaman_memory* memory,
                                                            const char* const* texts, size_t count,
                                                            const char* source, const char* target,
                                                            const trujaman_lookup_options* options,
                                                            size_t threads,
                                                            trujaman_matches** matches);

/** A unit that contains a phrase. May grow at its end. */
typedef struct trujaman_concordance_hit {
  int64_t row;                            /**< Key of the unit in its memory. */
  trujaman_variant source;                /**< The unit's text. */
  trujaman_variant target;                /**< Its translation. */
  const trujaman_span* hits;              /**< Where the phrase stands, in the side searched. */
  size_t hit_count;                       /**< How many. */
  const trujaman_occurrence* occurrences; /**< Where the unit stands in documents. */
  size_t occurrence_count;                /**< How many. */
} trujaman_concordance_hit;

/** Units that contain a phrase. A result. */
typedef struct trujaman_concordance trujaman_concordance;

/** How many hits there are. */
TRUJAMAN_C_API size_t trujaman_concordance_size(const trujaman_concordance* concordance);

/** A hit; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_concordance_hit* trujaman_concordance_at(
    const trujaman_concordance* concordance, size_t index);

/** Frees a concordance; NULL is allowed. */
TRUJAMAN_C_API void trujaman_concordance_free(trujaman_concordance* concordance);

/** What the characters of a phrase mean. */
typedef enum trujaman_syntax {
  TRUJAMAN_SYNTAX_TEXT = 0,      /**< Themselves. */
  TRUJAMAN_SYNTAX_WILDCARDS = 1, /**< In a word, * is any letters, or none, and ? one letter. */
  TRUJAMAN_SYNTAX_REGEX = 2      /**< A regular expression of ICU. */
} trujaman_syntax;

/** Which hits come first. */
typedef enum trujaman_order {
  TRUJAMAN_ORDER_NEWEST = 0, /**< Units added or updated last. */
  TRUJAMAN_ORDER_BEST = 1    /**< Those of which the phrase is the most; then the newest. */
} trujaman_order;

/** How a phrase is searched for. */
typedef struct trujaman_concordance_options {
  size_t size;                        /**< Of the struct. */
  size_t limit;                       /**< Most hits, 20 by default. */
  size_t offset;                      /**< Hits to skip, for paging. */
  const trujaman_unit_filter* filter; /**< NULL for all units. */
  /** The words may stand in any order with up to so many others among them; in a row by default,
      ::TRUJAMAN_IN_A_ROW. */
  size_t distance;
  trujaman_syntax syntax; /**< ::TRUJAMAN_SYNTAX_TEXT by default. */
  trujaman_order order;   /**< ::TRUJAMAN_ORDER_NEWEST by default. */
  bool search_target;     /**< Search the target's text instead of the source's. */
  bool exact;             /**< Case and accents count. */
  bool parts_of_words;    /**< "igra" is found in "migración". */
  bool reserved[5];       /**< false. */
} trujaman_concordance_options;

/** ::trujaman_concordance_options::distance of words that stand in a row, as given. */
#define TRUJAMAN_IN_A_ROW SIZE_MAX

/** The defaults. */
#define TRUJAMAN_CONCORDANCE_OPTIONS_INIT                                                       \
  {                                                                                             \
    sizeof(trujaman_concordance_options), 20, 0, NULL, TRUJAMAN_IN_A_ROW, TRUJAMAN_SYNTAX_TEXT, \
        TRUJAMAN_ORDER_NEWEST, false, false, false, {                                           \
      false                                                                                     \
    }                                                                                           \
  }

/**
 * Units that contain a phrase as whole words in a row, ignoring case and accents; @p options say
 * otherwise.
 * @param memory Required.
 * @param phrase Required.
 * @param source Language of the units' sources.
 * @param target Language of their translations.
 * @param options NULL for the defaults.
 * @param[out] concordance To be freed by trujaman_concordance_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT for a regular expression that is not well-formed, or takes
 * too long.
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_concordance(
    const trujaman_memory* memory, const char* phrase, const char* source, const char* target,
    const trujaman_concordance_options* options, trujaman_concordance** concordance);

/** A stretch of a text that stands in a unit, and what it became there. May grow at its end. */
typedef struct trujaman_fragment {
  trujaman_span span;        /**< In the text looked up. */
  int64_t row;               /**< Key of the unit in its memory. */
  trujaman_variant source;   /**< The unit's text … */
  trujaman_span source_span; /**< … and where the stretch stands in it. */
  trujaman_variant target;   /**< Its translation … */
  trujaman_span target_span; /**< … and the part of that which renders the stretch. */
  double confidence;         /**< That it is this part, in [0, 1]. */
  size_t units;              /**< Units seen with the same rendering, of some dozens looked at. */
} trujaman_fragment;

/** Fragments, longest first. A result. */
typedef struct trujaman_fragments trujaman_fragments;

/** How many fragments there are. */
TRUJAMAN_C_API size_t trujaman_fragments_size(const trujaman_fragments* fragments);

/** A fragment; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_fragment* trujaman_fragments_at(const trujaman_fragments* fragments,
                                                              size_t index);

/** Frees fragments; NULL is allowed. */
TRUJAMAN_C_API void trujaman_fragments_free(trujaman_fragments* fragments);

/** Which fragments are wanted. */
typedef struct trujaman_fragment_options {
  size_t size;           /**< Of the struct. */
  size_t min_words;      /**< Shortest stretch, in words; 2 by default, 0 counts as 1. */
  size_t limit;          /**< Most fragments, 5 by default. */
  double min_confidence; /**< Less certain renderings are left out; 0.4 by default. */
} trujaman_fragment_options;

/** The defaults. */
#define TRUJAMAN_FRAGMENT_OPTIONS_INIT \
  { sizeof(trujaman_fragment_options), 2, 5, 0.4 }

/**
 * The longest stretches of a text that stand in units, each with its most frequent rendering. To be
 * asked when trujaman_memory_lookup() finds nothing good enough: it takes some tens of
 * milliseconds.
 * @param memory Required.
 * @param text Required.
 * @param source Language of the text.
 * @param target Language of the renderings.
 * @param options NULL for the defaults.
 * @param[out] fragments To be freed by trujaman_fragments_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_memory_fragments(const trujaman_memory* memory,
                                                         const char* text, const char* source,
                                                         const char* target,
                                                         const trujaman_fragment_options* options,
                                                         trujaman_fragments** fragments);

TRUJAMAN_C_END

#endif
