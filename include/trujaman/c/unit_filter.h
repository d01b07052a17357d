/**
 * @file
 * Which units are wanted: of a memory, or of a file.
 */
#ifndef TRUJAMAN_C_UNIT_FILTER_H
#define TRUJAMAN_C_UNIT_FILTER_H

#include <trujaman/c/export.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** Which units are wanted. What is not said does not restrict. */
typedef struct trujaman_unit_filter {
  size_t size;                  /**< Of the struct. */
  const char* const* languages; /**< Units that have text in each of these. */
  size_t language_count;        /**< How many. */
  const char* document;         /**< Units that occur in this document. */
  /** Units last changed or made from this time on, in seconds since 1970-01-01T00:00:00Z; 0 is no
      limit. A unit without any date is neither since nor before. */
  int64_t since;
  int64_t before;             /**< … and those before this time. */
  const char* property_type;  /**< Units that have this property, themselves or in a variant … */
  const char* property_value; /**< … with this value, which may be empty. */
  double min_confidence;      /**< 0 by default. */
  double max_confidence;      /**< 1 by default. */
  const char* source_matches; /**< Units whose source this regular expression of ICU finds. */
  const char* target_matches; /**< … or one of whose targets. */
  const char* source;         /**< What is the source for these; undetermined: the unit's. */
  bool invert;                /**< The other units. */
  bool reserved[7];           /**< false. */
} trujaman_unit_filter;

/** All units. */
#define TRUJAMAN_UNIT_FILTER_INIT                                                              \
  {                                                                                            \
    sizeof(trujaman_unit_filter), NULL, 0, NULL, 0, 0, NULL, NULL, 0.0, 1.0, NULL, NULL, NULL, \
        false, {                                                                               \
      false                                                                                    \
    }                                                                                          \
  }

/** Tells the wanted units from the others. Immutable. */
typedef struct trujaman_selector trujaman_selector;

/**
 * A selector for a filter.
 * @param filter NULL for all units.
 * @param[out] selector To be freed by trujaman_selector_free().
 * @return ::TRUJAMAN_INVALID_ARGUMENT for a regular expression that is not well-formed.
 */
TRUJAMAN_C_API trujaman_status trujaman_selector_new(const trujaman_unit_filter* filter,
                                                     trujaman_selector** selector);

/**
 * Whether a unit is wanted.
 * @param selector Required.
 * @param unit Required.
 * @param[out] wanted Whether it is.
 * @return ::TRUJAMAN_INVALID_ARGUMENT when a regular expression takes too long.
 */
TRUJAMAN_C_API trujaman_status trujaman_selector_wants(const trujaman_selector* selector,
                                                       const trujaman_unit* unit, bool* wanted);

/** Frees a selector; NULL is allowed. */
TRUJAMAN_C_API void trujaman_selector_free(trujaman_selector* selector);

TRUJAMAN_C_END

#endif
