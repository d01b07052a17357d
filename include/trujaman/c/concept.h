/**
 * @file
 * The concept: the one record that glossaries, memories and term files share.
 */
#ifndef TRUJAMAN_C_CONCEPT_H
#define TRUJAMAN_C_CONCEPT_H

#include <trujaman/c/export.h>
#include <trujaman/c/io.h>
#include <trujaman/c/status.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** How a term is to be used. */
typedef enum trujaman_term_status {
  TRUJAMAN_TERM_PREFERRED = 0, /**< The one to use. */
  TRUJAMAN_TERM_ADMITTED = 1,  /**< May be used. */
  TRUJAMAN_TERM_DEPRECATED = 2 /**< Not to be used. */
} trujaman_term_status;

/** Name of a status in lower case, "preferred" say; NULL for what is none. Lives as long as the
 * program; leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_term_status_name(trujaman_term_status status);

/** One designation of a concept in one language (TBX `<termSec>`). Never changes its size. */
typedef struct trujaman_term {
  const char* language;                /**< BCP 47 tag. */
  const char* text;                    /**< UTF-8 in NFC, without surrounding white space. */
  trujaman_term_status status;         /**< How it is to be used. */
  bool acronym;                        /**< Recognised only in its own case. */
  const char* part_of_speech;          /**< "noun", "verb", "adjective", …; or empty. */
  const char* gender;                  /**< "masculine", "feminine", …; or empty. */
  const char* source;                  /**< Where it was taken from; or empty. */
  const char* const* notes;            /**< Notes about it. */
  size_t note_count;                   /**< How many. */
  const trujaman_property* properties; /**< Other data categories, kept on round trips. */
  size_t property_count;               /**< How many. */
  void* reserved[2];                   /**< NULL. */
} trujaman_term;

/** One meaning with its terms in every language (TBX `<conceptEntry>`). Never changes its size. */
typedef struct trujaman_concept {
  const char* id;                      /**< Within its glossary; or empty. */
  const char* subject;                 /**< Subject field; or empty. */
  const char* definition;              /**< What it means; or empty. */
  const char* definition_language;     /**< Of the definition, where that is known. */
  const char* source;                  /**< Where the entry was taken from; or empty. */
  const char* const* notes;            /**< Notes about it. */
  size_t note_count;                   /**< How many. */
  const trujaman_term* terms;          /**< What it is called. */
  size_t term_count;                   /**< How many. */
  const trujaman_property* properties; /**< Other data categories: "category", or "category@es". */
  size_t property_count;               /**< How many. */
  void* reserved[2];                   /**< NULL. */
} trujaman_concept;

/**
 * What may be used for a concept in a language: its preferred terms, then the admitted ones.
 * @param entry Required.
 * @param language "es" is "es-AR", too.
 * @param index Which of them, from 0.
 * @param[out] term One of the concept's own; NULL when there are not so many.
 */
TRUJAMAN_C_API trujaman_status trujaman_concept_equivalent(const trujaman_concept* entry,
                                                           const char* language, size_t index,
                                                           const trujaman_term** term);

/**
 * Cleans the text of a term as readers of glossaries do: NFC, white space trimmed and collapsed.
 * @param text Required.
 * @param[out] clean To be freed by trujaman_buffer_free().
 * @param[out] acronym Whether it looks like one: two or more capitals, and nothing else. May be
 * NULL.
 * @return ::TRUJAMAN_INVALID_ARGUMENT for a blank text.
 */
TRUJAMAN_C_API trujaman_status trujaman_term_clean(const char* text, trujaman_buffer** clean,
                                                   bool* acronym);

/**
 * Is given concepts one by one.
 * @param entry Borrowed until the callback returns.
 * @param user What was given beside the callback.
 * @return 0 to stop, upon which the call returns ::TRUJAMAN_CANCELLED; else 1.
 */
typedef int (*trujaman_concept_sink)(const trujaman_concept* entry, void* user);

/** A list of concepts in main memory. */
typedef struct trujaman_concepts trujaman_concepts;

/**
 * An empty list.
 * @param[out] concepts To be freed by trujaman_concepts_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_concepts_new(trujaman_concepts** concepts);

/**
 * Adds copies of concepts at the end of a list, as they are.
 * @param concepts Required. Pointers that trujaman_concepts_at() gave before are no longer valid.
 * @param added Required unless @p count is 0.
 * @param count How many.
 */
TRUJAMAN_C_API trujaman_status trujaman_concepts_add(trujaman_concepts* concepts,
                                                     const trujaman_concept* added, size_t count);

/** How many concepts a list has. */
TRUJAMAN_C_API size_t trujaman_concepts_size(const trujaman_concepts* concepts);

/**
 * A concept of a list.
 * @return Owned by @p concepts, valid until that is changed or freed; NULL when @p index is not
 * there.
 */
TRUJAMAN_C_API const trujaman_concept* trujaman_concepts_at(const trujaman_concepts* concepts,
                                                            size_t index);

/** Frees a list; NULL is allowed. */
TRUJAMAN_C_API void trujaman_concepts_free(trujaman_concepts* concepts);

/** How the concepts of a file are taken in. */
typedef struct trujaman_upsert_options {
  size_t size;                            /**< Of the struct. */
  trujaman_diagnostic_sink on_diagnostic; /**< Hears of each single value that is replaced. */
  void* user;                             /**< For on_diagnostic. */
  /** The file knows no status (OmegaT): terms that are there keep theirs, new ones are admitted
      beside a preferred one. */
  bool keep_statuses;
  bool reserved[7]; /**< false. */
} trujaman_upsert_options;

/** The defaults. */
#define TRUJAMAN_UPSERT_OPTIONS_INIT                      \
  {                                                       \
    sizeof(trujaman_upsert_options), NULL, NULL, false, { \
      false                                               \
    }                                                     \
  }

/** What became of them. Never changes its size. */
typedef struct trujaman_upsert_summary {
  size_t added;     /**< New concepts. */
  size_t updated;   /**< Of which something was new. */
  size_t unchanged; /**< Which say nothing new. */
} trujaman_upsert_summary;

TRUJAMAN_C_END

#endif
