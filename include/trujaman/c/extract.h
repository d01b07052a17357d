/**
 * @file
 * Proposing terms for a glossary from translation units.
 */
#ifndef TRUJAMAN_C_EXTRACT_H
#define TRUJAMAN_C_EXTRACT_H

#include <trujaman/c/export.h>
#include <trujaman/c/glossary.h>
#include <trujaman/c/status.h>
#include <trujaman/c/text.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** A form in which a term was found, with its capitals. Never changes its size. */
typedef struct trujaman_term_form {
  const char* text; /**< The form. */
  size_t count;     /**< How often. */
} trujaman_term_form;

/** What a candidate is called in one language. Never changes its size. */
typedef struct trujaman_candidate_term {
  const char* language;            /**< BCP 47 tag. */
  const char* text;                /**< The singular, where it was seen often enough; "" when no
                                        equivalent was found. */
  const char* acronym;             /**< Its short form; or empty. */
  const trujaman_term_form* forms; /**< Most frequent first; text is among them. */
  size_t form_count;               /**< How many. */
  size_t example_unit;             /**< A unit that it stands in. */
  trujaman_span example;           /**< Where it stands in that unit's variant. */
  void* reserved[2];               /**< NULL. */
} trujaman_candidate_term;

/** What a glossary has of a candidate. */
typedef enum trujaman_novelty {
  TRUJAMAN_NOVELTY_NEW = 0,     /**< Not the source term. */
  TRUJAMAN_NOVELTY_DIFFERS = 1, /**< The source term, with other equivalents. */
  TRUJAMAN_NOVELTY_KNOWN = 2    /**< Both. */
} trujaman_novelty;

/** Name of a novelty in lower case, "differs" say; NULL for what is none. Lives as long as the
 * program; leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_novelty_name(trujaman_novelty novelty);

/** A term and its equivalents, to be judged by a person. May grow at its end. */
typedef struct trujaman_candidate {
  const trujaman_candidate_term* terms; /**< The source's, then one a target language. */
  size_t term_count;                    /**< How many. */
  double score;                         /**< How good a proposal it is, in [0, 1]; for ranking. */
  size_t count;             /**< Places where the source term faces the first target's. */
  size_t example;           /**< A unit, by its number in the list. */
  trujaman_novelty novelty; /**< What the glossary has of it. */
  const char* const* known; /**< What it has for the source term instead. */
  size_t known_count;       /**< How many. */
} trujaman_candidate;

/** Candidates, best first. A result. */
typedef struct trujaman_candidates trujaman_candidates;

/** How many candidates there are. */
TRUJAMAN_C_API size_t trujaman_candidates_size(const trujaman_candidates* candidates);

/** A candidate; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_candidate* trujaman_candidates_at(
    const trujaman_candidates* candidates, size_t index);

/** Frees candidates; NULL is allowed. */
TRUJAMAN_C_API void trujaman_candidates_free(trujaman_candidates* candidates);

/** Which candidates are wanted. */
typedef struct trujaman_extract_options {
  size_t size;                       /**< Of the struct. */
  size_t limit;                      /**< Most candidates; 0 (the default) = all. */
  size_t min_count;                  /**< Found in so many places, 2 by default; acronyms always. */
  size_t max_words;                  /**< Most words of a term; 6 by default, at most 8. */
  const trujaman_glossary* glossary; /**< What is known already; may be NULL. */
  trujaman_progress progress;        /**< Share of the work done; may stop it. */
  void* user;                        /**< For progress. */
  bool keep_known;                   /**< Also candidates that the glossary has. */
  bool reserved[7];                  /**< false. */
} trujaman_extract_options;

/** The defaults. */
#define TRUJAMAN_EXTRACT_OPTIONS_INIT                                     \
  {                                                                       \
    sizeof(trujaman_extract_options), 0, 2, 6, NULL, NULL, NULL, false, { \
      false                                                               \
    }                                                                     \
  }

/**
 * Terms of a language with their equivalents, as units have them. Made for Spanish, English and
 * French.
 * @param units Required: of a memory, trujaman_memory_units(), say.
 * @param source Source language.
 * @param targets Target languages; at least one.
 * @param target_count How many.
 * @param options NULL for the defaults.
 * @param[out] candidates To be freed by trujaman_candidates_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_units_extract_terms(
    const trujaman_units* units, const char* source, const char* const* targets,
    size_t target_count, const trujaman_extract_options* options, trujaman_candidates** candidates);

TRUJAMAN_C_END

#endif
