/**
 * @file
 * Glossaries: recognising terms in texts, searching, changing, comparing, merging.
 */
#ifndef TRUJAMAN_C_GLOSSARY_H
#define TRUJAMAN_C_GLOSSARY_H

#include <trujaman/c/concept.h>
#include <trujaman/c/export.h>
#include <trujaman/c/unit_set.h>

TRUJAMAN_C_BEGIN

/** Concepts with an index of their terms, to find these in texts. Immutable. */
typedef struct trujaman_glossary trujaman_glossary;

/**
 * A glossary of copies of concepts.
 * @param concepts Required: of a file (trujaman_concepts_read()), of a memory
 * (trujaman_memory_concepts()), or the program's own.
 * @param[out] glossary To be freed by trujaman_glossary_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_glossary_new(const trujaman_concepts* concepts,
                                                     trujaman_glossary** glossary);

/** How many concepts a glossary has. */
TRUJAMAN_C_API size_t trujaman_glossary_size(const trujaman_glossary* glossary);

/** A concept of a glossary; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_concept* trujaman_glossary_at(const trujaman_glossary* glossary,
                                                            size_t index);

/** Frees a glossary; NULL is allowed. */
TRUJAMAN_C_API void trujaman_glossary_free(trujaman_glossary* glossary);

/** A term found in a text. May grow at its end. */
typedef struct trujaman_term_hit {
  trujaman_span span;            /**< In the text that was searched. */
  const trujaman_concept* entry; /**< What it means, with what it is called elsewhere. */
  const trujaman_term* term;     /**< The term, one of the concept's. */
  size_t concept_index;          /**< Number of the concept in the glossary. */
  size_t term_index;             /**< Number of the term in the concept. */
  bool exact;                    /**< false: through inflection, case or accents. */
} trujaman_term_hit;

/** Terms of a text, left to right. A result. */
typedef struct trujaman_term_hits trujaman_term_hits;

/** How many hits there are. */
TRUJAMAN_C_API size_t trujaman_term_hits_size(const trujaman_term_hits* hits);

/** A hit; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_term_hit* trujaman_term_hits_at(const trujaman_term_hits* hits,
                                                              size_t index);

/** Frees hits; NULL is allowed. */
TRUJAMAN_C_API void trujaman_term_hits_free(trujaman_term_hits* hits);

/** Which terms are recognised. */
typedef struct trujaman_recognize_options {
  size_t size; /**< Of the struct. */
  /** How many words in all may be inserted in a term of several words; 0 by default. */
  size_t max_gap;
  /** Also terms within a longer one or across its end, and inflected readings beside an exact
      one. */
  bool nested;
  bool reserved[7]; /**< false. */
} trujaman_recognize_options;

/** The defaults. */
#define TRUJAMAN_RECOGNIZE_OPTIONS_INIT             \
  {                                                 \
    sizeof(trujaman_recognize_options), 0, false, { \
      false                                         \
    }                                               \
  }

/**
 * The terms that occur in a text, inflected ones, too; where terms overlap, the longest wins.
 * Deprecated terms are found as well. trujaman_concept_equivalent() says how to render them.
 * @param glossary Required.
 * @param text Required; NFC.
 * @param language Of the text; regions do not matter.
 * @param options NULL for the defaults.
 * @param[out] hits To be freed by trujaman_term_hits_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_glossary_recognize(
    const trujaman_glossary* glossary, const char* text, const char* language,
    const trujaman_recognize_options* options, trujaman_term_hits** hits);

/** How a term answers a search, best first. */
typedef enum trujaman_term_match_kind {
  TRUJAMAN_TERM_EXACT = 0,     /**< The same but for case, accents and the like. */
  TRUJAMAN_TERM_INFLECTED = 1, /**< The same words in another number, gender or verb form. */
  TRUJAMAN_TERM_PART = 2       /**< The text is in the term. */
} trujaman_term_match_kind;

/** A term that answers a search. May grow at its end. */
typedef struct trujaman_term_match {
  trujaman_term_match_kind kind; /**< How. */
  const trujaman_concept* entry; /**< What it means. */
  const trujaman_term* term;     /**< The term, one of the concept's. */
  size_t concept_index;          /**< Number of the concept in the glossary. */
  size_t term_index;             /**< Number of the term in the concept. */
} trujaman_term_match;

/** What a search found, best kind first, then in the glossary's order. A result. */
typedef struct trujaman_term_matches trujaman_term_matches;

/** How many matches there are. */
TRUJAMAN_C_API size_t trujaman_term_matches_size(const trujaman_term_matches* matches);

/** A match; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_term_match* trujaman_term_matches_at(
    const trujaman_term_matches* matches, size_t index);

/** Frees matches; NULL is allowed. */
TRUJAMAN_C_API void trujaman_term_matches_free(trujaman_term_matches* matches);

/**
 * Terms that a text stands for, as a user types it.
 * @param glossary Required.
 * @param text Required; nothing is found for a blank one.
 * @param languages Only terms of these languages; all with a count of 0.
 * @param language_count How many.
 * @param[out] matches To be freed by trujaman_term_matches_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_glossary_search(const trujaman_glossary* glossary,
                                                        const char* text,
                                                        const char* const* languages,
                                                        size_t language_count,
                                                        trujaman_term_matches** matches);

/** A glossary that is being worked on. */
typedef struct trujaman_editor trujaman_editor;

/**
 * Starts with copies of concepts.
 * @param concepts NULL for none.
 * @param[out] editor To be freed by trujaman_editor_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_editor_new(const trujaman_concepts* concepts,
                                                   trujaman_editor** editor);

/**
 * The concept with an id.
 * @param editor Required.
 * @param id Required.
 * @param[out] found A list with it, or without any when there is no such id. To be freed by
 * trujaman_concepts_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_editor_find(const trujaman_editor* editor, const char* id,
                                                    trujaman_concepts** found);

/**
 * Puts a concept in the place of the one with its id, else at the end.
 * @param editor Required.
 * @param entry Required; without an id it gets one made of its first term.
 * @param[out] id The concept's, to be freed by trujaman_buffer_free(); may be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_editor_put(trujaman_editor* editor,
                                                   const trujaman_concept* entry,
                                                   trujaman_buffer** id);

/**
 * Removes a concept.
 * @param editor Required.
 * @param id Required.
 * @param[out] found Whether there was one; may be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_editor_remove(trujaman_editor* editor, const char* id,
                                                      bool* found);

/**
 * Takes in the concepts of one file: new ones are added, those that are there updated. Nothing is
 * lost by that but the single value that a new one replaces, each of which gives a diagnostic.
 * Doing it again changes nothing.
 * @param editor Required.
 * @param concepts Required.
 * @param options NULL for the defaults.
 * @param[out] summary May be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_editor_upsert(trujaman_editor* editor,
                                                      const trujaman_concepts* concepts,
                                                      const trujaman_upsert_options* options,
                                                      trujaman_upsert_summary* summary);

/**
 * The concepts as they are now, to be written (trujaman_concepts_write()) or searched.
 * @param editor Required.
 * @param[out] concepts Copies, to be freed by trujaman_concepts_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_editor_concepts(const trujaman_editor* editor,
                                                        trujaman_concepts** concepts);

/** Frees an editor; NULL is allowed. */
TRUJAMAN_C_API void trujaman_editor_free(trujaman_editor* editor);

/** What two versions of a concept say differently. Never changes its size. */
typedef struct trujaman_field_difference {
  const char* field;  /**< "definition", or "definition@es" where it has a language, "note",
                              `es "paro"` for a term, `es "paro" gender`. */
  const char* before; /**< "" when nothing was said. */
  const char* after;  /**< "" when nothing is said. */
} trujaman_field_difference;

/** A concept that differs between two glossaries. May grow at its end. */
typedef struct trujaman_concept_difference {
  trujaman_change change; /**< How it differs. */
  const char* id;         /**< In the glossary that has it; in the first, where both do. */
  const trujaman_field_difference* fields; /**< What differs. */
  size_t field_count;                      /**< How many. */
} trujaman_concept_difference;

/** Concepts that differ, in the first glossary's order, then those of the second. A result. */
typedef struct trujaman_concept_differences trujaman_concept_differences;

/** How many concepts differ. */
TRUJAMAN_C_API size_t
trujaman_concept_differences_size(const trujaman_concept_differences* differences);

/** A difference; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_concept_difference* trujaman_concept_differences_at(
    const trujaman_concept_differences* differences, size_t index);

/** Frees differences; NULL is allowed. */
TRUJAMAN_C_API void trujaman_concept_differences_free(trujaman_concept_differences* differences);

/**
 * Compares two glossaries. The order of concepts, terms and notes does not count.
 * @param before Required.
 * @param after Required.
 * @param[out] differences To be freed by trujaman_concept_differences_free().
 */
TRUJAMAN_C_API trujaman_status
trujaman_concepts_compare(const trujaman_concepts* before, const trujaman_concepts* after,
                          trujaman_concept_differences** differences);

/** Whose word counts where two glossaries contradict one another. */
typedef enum trujaman_preference {
  TRUJAMAN_PREFER_NONE = 0,  /**< The first's, for the caller to look at the conflicts. */
  TRUJAMAN_PREFER_FIRST = 1, /**< The first's. */
  TRUJAMAN_PREFER_SECOND = 2 /**< The second's. */
} trujaman_preference;

/** A field of which two glossaries say different things, and only one can hold. May grow at its
 * end. */
typedef struct trujaman_field_conflict {
  const char* id;     /**< Of the concept in the first glossary. */
  const char* field;  /**< As in ::trujaman_field_difference, or `es preferred term`. */
  const char* first;  /**< What the first says. */
  const char* second; /**< What the second says. */
} trujaman_field_conflict;

/** Conflicts, decided or not. A result. */
typedef struct trujaman_field_conflicts trujaman_field_conflicts;

/** How many conflicts there are. */
TRUJAMAN_C_API size_t trujaman_field_conflicts_size(const trujaman_field_conflicts* conflicts);

/** A conflict; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_field_conflict* trujaman_field_conflicts_at(
    const trujaman_field_conflicts* conflicts, size_t index);

/** Frees conflicts; NULL is allowed. */
TRUJAMAN_C_API void trujaman_field_conflicts_free(trujaman_field_conflicts* conflicts);

/**
 * Unites two glossaries: what only one says is taken over; terms, notes and properties are added
 * up.
 * @param first Required.
 * @param second Required.
 * @param preference Where they contradict one another.
 * @param[out] merged To be freed by trujaman_concepts_free().
 * @param[out] conflicts Every one; to be freed by trujaman_field_conflicts_free(). May be NULL.
 */
TRUJAMAN_C_API trujaman_status trujaman_concepts_merge(const trujaman_concepts* first,
                                                       const trujaman_concepts* second,
                                                       trujaman_preference preference,
                                                       trujaman_concepts** merged,
                                                       trujaman_field_conflicts** conflicts);

TRUJAMAN_C_END

#endif
