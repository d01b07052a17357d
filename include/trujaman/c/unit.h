/**
 * @file
 * The translation unit: the one record that aligner, memory and exchange files share.
 */
#ifndef TRUJAMAN_C_UNIT_H
#define TRUJAMAN_C_UNIT_H

#include <trujaman/c/export.h>
#include <trujaman/c/status.h>
#include <trujaman/c/text.h>

TRUJAMAN_C_BEGIN

/** A named value (TMX `<prop type="…">`). Never changes its size. */
typedef struct trujaman_property {
  const char* type;  /**< Its name. */
  const char* value; /**< Its value. */
} trujaman_property;

/**
 * Who made and changed a record, and when. Times are seconds since 1970-01-01T00:00:00Z; 0 for one
 * that is not known. Never changes its size.
 */
typedef struct trujaman_history {
  int64_t created;      /**< TMX `creationdate`. */
  int64_t changed;      /**< TMX `changedate`. */
  int64_t last_used;    /**< TMX `lastusagedate`. */
  const char* creator;  /**< TMX `creationid`. */
  const char* changer;  /**< TMX `changeid`. */
  uint64_t usage_count; /**< TMX `usagecount`, if has_usage_count. */
  bool has_usage_count; /**< Whether usage_count is known. */
} trujaman_history;

/** Text of a unit in one language (TMX `<tuv>`). Never changes its size. */
typedef struct trujaman_variant {
  const char* language;                /**< BCP 47 tag. */
  const char* text;                    /**< UTF-8 in NFC, without codes. */
  const trujaman_code* codes;          /**< In the order in which they stand. */
  size_t code_count;                   /**< How many. */
  trujaman_history history;            /**< Who made and changed it, and when. */
  const trujaman_property* properties; /**< In order; one type may stand several times. */
  size_t property_count;               /**< How many. */
  const trujaman_property* attributes; /**< Further XML attributes, kept for round trips. */
  size_t attribute_count;              /**< How many. */
  const char* const* notes;            /**< Notes about this text. */
  size_t note_count;                   /**< How many. */
  void* reserved[2];                   /**< NULL. */
} trujaman_variant;

/** One place where a unit stands in an aligned document. Never changes its size. */
typedef struct trujaman_occurrence {
  const char* document; /**< Name of the source document. */
  size_t position;      /**< Zero-based number of its bead there; neighbours are ± 1. */
} trujaman_occurrence;

/**
 * Equivalent texts in two or more languages (TMX `<tu>`). Never changes its size. Begin with
 * `trujaman_unit unit = {0};`.
 */
typedef struct trujaman_unit {
  const char* id;                         /**< TMX `tuid`; NULL or "" when there is none. */
  const char* source_language;            /**< What was translated from; "und" for any. */
  const trujaman_variant* variants;       /**< Its texts, one or more a language. */
  size_t variant_count;                   /**< How many. */
  const trujaman_occurrence* occurrences; /**< Where it stands in documents, if that is known. */
  size_t occurrence_count;                /**< How many. */
  /** The aligner's, a probability in (0, 1]; 1 for human work, and so is 0, when it is given. */
  double confidence;
  trujaman_history history;            /**< Who made and changed it, and when. */
  const trujaman_property* properties; /**< In order; one type may stand several times. */
  size_t property_count;               /**< How many. */
  const trujaman_property* attributes; /**< Further XML attributes, kept for round trips. */
  size_t attribute_count;              /**< How many. */
  const char* const* notes;            /**< Notes about the unit. */
  size_t note_count;                   /**< How many. */
  void* reserved[2];                   /**< NULL. */
} trujaman_unit;

/**
 * Is given units one by one.
 * @param unit Borrowed until the callback returns.
 * @param where Where it stands in the input, with the line where that is known.
 * @param user What was given beside the callback.
 * @return 0 to stop the work, upon which the call returns ::TRUJAMAN_CANCELLED; else 1.
 */
typedef int (*trujaman_unit_sink)(const trujaman_unit* unit, const trujaman_location* where,
                                  void* user);

/** A list of units in main memory. */
typedef struct trujaman_units trujaman_units;

/**
 * An empty list.
 * @param[out] units To be freed by trujaman_units_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_units_new(trujaman_units** units);

/**
 * Adds copies of units at the end of a list.
 * @param units Required. Pointers that trujaman_units_at() gave before are no longer valid.
 * @param added The units; required unless @p count is 0.
 * @param count How many.
 */
TRUJAMAN_C_API trujaman_status trujaman_units_add(trujaman_units* units, const trujaman_unit* added,
                                                  size_t count);

/** How many units a list has. */
TRUJAMAN_C_API size_t trujaman_units_size(const trujaman_units* units);

/**
 * A unit of a list.
 * @return Owned by @p units, valid until that is changed or freed; NULL when @p index is not there.
 */
TRUJAMAN_C_API const trujaman_unit* trujaman_units_at(const trujaman_units* units, size_t index);

/** Frees a list; NULL is allowed. */
TRUJAMAN_C_API void trujaman_units_free(trujaman_units* units);

/**
 * First variant of a unit in a language.
 * @param unit Required.
 * @param language "es" is "es-AR", too.
 * @param[out] variant One of the unit's own; NULL when there is none.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_find(const trujaman_unit* unit, const char* language,
                                                  const trujaman_variant** variant);

/**
 * The variant that the others are translations of.
 * @param unit Required.
 * @param source The first in this language; undetermined: in the unit's own source language, else
 * the first of all.
 * @param[out] variant One of the unit's own; NULL when there is none.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_source(const trujaman_unit* unit, const char* source,
                                                    const trujaman_variant** variant);

/**
 * When a unit was last changed, or made: the latest that it or its variants say.
 * @param unit Required.
 * @param[out] time Seconds since 1970-01-01T00:00:00Z; 0 when that is not known.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_last_change(const trujaman_unit* unit, int64_t* time);

/**
 * A number that equal units share, whatever the order of their variants.
 * @param unit Required.
 * @param[out] fingerprint The number; others may have it by chance.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_fingerprint(const trujaman_unit* unit,
                                                         int64_t* fingerprint);

/** How a stored unit stands to another one. */
typedef enum trujaman_unit_relation {
  TRUJAMAN_RELATION_NONE = 0,        /**< The sources differ, or the ids do. */
  TRUJAMAN_RELATION_HOLDS = 1,       /**< It has all variants of the other, and perhaps more. */
  TRUJAMAN_RELATION_CONTRADICTS = 2, /**< In a language that both have, translations differ. */
  TRUJAMAN_RELATION_EQUAL = 3        /**< The same variants (language, text, codes), in any order,
                                          and ids that do not differ. */
} trujaman_unit_relation;

/**
 * How two units stand to each other, as a memory sees it.
 * @param stored Required.
 * @param unit Required.
 * @param[out] relation Of @p stored to @p unit.
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_relate(const trujaman_unit* stored,
                                                    const trujaman_unit* unit,
                                                    trujaman_unit_relation* relation);

/** How two units become one. */
typedef enum trujaman_unit_union {
  /** They are equal: occurrences, properties, attributes and notes are added up; the earliest time
      of creation, the latest of change and use, the higher confidence and usage count stay. */
  TRUJAMAN_UNION_MERGE = 0,
  /** The first replaces the second, and takes over what it does not contradict: languages that it
      lacks, occurrences, properties, attributes and notes, the earliest time of creation. */
  TRUJAMAN_UNION_INHERIT = 1
} trujaman_unit_union;

/**
 * Makes one unit of two.
 * @param unit Required.
 * @param other Required.
 * @param how Which of the two ways.
 * @param[out] united A list with one unit, to be freed by trujaman_units_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_unit_unite(const trujaman_unit* unit,
                                                   const trujaman_unit* other,
                                                   trujaman_unit_union how,
                                                   trujaman_units** united);

TRUJAMAN_C_END

#endif
