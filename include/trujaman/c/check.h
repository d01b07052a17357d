/**
 * @file
 * Translation units → what is likely to be wrong in them.
 */
#ifndef TRUJAMAN_C_CHECK_H
#define TRUJAMAN_C_CHECK_H

#include <trujaman/c/export.h>
#include <trujaman/c/glossary.h>
#include <trujaman/c/status.h>
#include <trujaman/c/unit.h>

TRUJAMAN_C_BEGIN

/** What is checked. */
typedef enum trujaman_check_rule {
  TRUJAMAN_CHECK_EMPTY = 0,             /**< The source has text, the target has none. */
  TRUJAMAN_CHECK_UNTRANSLATED = 1,      /**< The target is the source. */
  TRUJAMAN_CHECK_LANGUAGE = 2,          /**< A text is in another language than it says. */
  TRUJAMAN_CHECK_NUMBER = 3,            /**< A number or symbol stands on one side only. */
  TRUJAMAN_CHECK_DATE = 4,              /**< The same of a date. */
  TRUJAMAN_CHECK_TERM = 5,              /**< A glossary term has no equivalent in the target. */
  TRUJAMAN_CHECK_DEPRECATED_TERM = 6,   /**< A term that the glossary advises against. */
  TRUJAMAN_CHECK_ACRONYM = 7,           /**< An acronym of another language. */
  TRUJAMAN_CHECK_CODE = 8,              /**< An inline code is missing or too many. */
  TRUJAMAN_CHECK_CODE_ORDER = 9,        /**< The codes stand in another order. */
  TRUJAMAN_CHECK_INCONSISTENT = 10,     /**< One source has several translations. */
  TRUJAMAN_CHECK_SAME_TARGET = 11,      /**< Different sources share a translation. */
  TRUJAMAN_CHECK_DOUBLED_WORD = 12,     /**< "de de" */
  TRUJAMAN_CHECK_BRACKET = 13,          /**< A bracket without its other half. */
  TRUJAMAN_CHECK_QUOTE = 14,            /**< A quotation mark without its other half. */
  TRUJAMAN_CHECK_OPENING_MARK = 15,     /**< Spanish ? or ! without ¿ or ¡ before it. */
  TRUJAMAN_CHECK_FRENCH_SPACE = 16,     /**< French : ; ? ! » without a space before it. */
  TRUJAMAN_CHECK_SPACE = 17,            /**< Two spaces, or one at an end. */
  TRUJAMAN_CHECK_FINAL_PUNCTUATION = 18 /**< The texts end in different punctuation. */
} trujaman_check_rule;

/** Name of a rule, "deprecated-term" say; NULL for what is none, so that rules can be counted up
 * from 0. Lives as long as the program; leaves the last error as it is. */
TRUJAMAN_C_API const char* trujaman_check_rule_name(trujaman_check_rule rule);

/** What a rule finds, one line in English; else as trujaman_check_rule_name(). */
TRUJAMAN_C_API const char* trujaman_check_rule_description(trujaman_check_rule rule);

/** The bit of a rule in ::trujaman_check_options::disabled and its like. */
#define TRUJAMAN_RULE_BIT(rule) (UINT64_C(1) << (rule))

/** What is checked, and how. */
typedef struct trujaman_check_options {
  size_t size;                       /**< Of the struct. */
  uint64_t disabled;                 /**< ::TRUJAMAN_RULE_BIT of rules that are not applied. */
  const trujaman_glossary* glossary; /**< For the rules about terms; may be NULL. */
  const char* source;                /**< Undetermined: the unit's, else its first variant's. */
  const char* const* targets;        /**< Every other language, with a count of 0. */
  size_t target_count;               /**< How many. */
} trujaman_check_options;

/** The defaults. */
#define TRUJAMAN_CHECK_OPTIONS_INIT \
  { sizeof(trujaman_check_options), 0, NULL, NULL, NULL, 0 }

/** Words that a finding is about. Never changes its size. */
typedef struct trujaman_finding_place {
  const char* language; /**< Of the variant in which they stand. */
  trujaman_span span;   /**< In its text; may be empty, where something is missing. */
  const char* words;    /**< The text of the span. */
} trujaman_finding_place;

/** ::trujaman_finding::other_unit of a finding about one unit. */
#define TRUJAMAN_NO_UNIT SIZE_MAX

/** One thing that is likely to be wrong in a unit. May grow at its end. */
typedef struct trujaman_finding {
  trujaman_check_rule rule;             /**< Which rule found it. */
  trujaman_severity severity;           /**< Defect: hardly ever right. Warning: usually to be
                                             mended. Note: worth a look. */
  const char* source;                   /**< Language of the source. */
  const char* target;                   /**< Language of the target. */
  const trujaman_finding_place* places; /**< At least one, those of the source first. */
  size_t place_count;                   /**< How many. */
  const char* message;                  /**< In English, with the words. */
  size_t unit;                          /**< Number of the unit, in the order given. */
  size_t other_unit;                    /**< The unit that this one is at odds with, or
                                             ::TRUJAMAN_NO_UNIT. */
} trujaman_finding;

/** Findings, by number of the unit. A result. */
typedef struct trujaman_findings trujaman_findings;

/** How many findings there are. */
TRUJAMAN_C_API size_t trujaman_findings_size(const trujaman_findings* findings);

/** A finding; NULL when @p index is not there. */
TRUJAMAN_C_API const trujaman_finding* trujaman_findings_at(const trujaman_findings* findings,
                                                            size_t index);

/** Frees findings; NULL is allowed. */
TRUJAMAN_C_API void trujaman_findings_free(trujaman_findings* findings);

/**
 * Applies all rules to the units of a list.
 * @param units Required.
 * @param options NULL for the defaults.
 * @param[out] findings To be freed by trujaman_findings_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_units_check(const trujaman_units* units,
                                                    const trujaman_check_options* options,
                                                    trujaman_findings** findings);

/** Applies rules to units that come one by one. Immutable, but for trujaman_checker_add(). */
typedef struct trujaman_checker trujaman_checker;

/**
 * A checker.
 * @param options NULL for the defaults.
 * @param[out] checker To be freed by trujaman_checker_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_checker_new(const trujaman_check_options* options,
                                                    trujaman_checker** checker);

/**
 * Applies the rules that look at one unit.
 * @param checker Required.
 * @param unit Required; its number in the findings is 0.
 * @param[out] findings To be freed by trujaman_findings_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_checker_check(const trujaman_checker* checker,
                                                      const trujaman_unit* unit,
                                                      trujaman_findings** findings);

/**
 * Remembers the texts of a unit, for the rules that compare units.
 * @param checker Required.
 * @param unit Required; its number is that of those added before.
 */
TRUJAMAN_C_API trujaman_status trujaman_checker_add(trujaman_checker* checker,
                                                    const trujaman_unit* unit);

/**
 * What the rules that compare units say about those added so far.
 * @param checker Required.
 * @param[out] findings To be freed by trujaman_findings_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_checker_compare(const trujaman_checker* checker,
                                                        trujaman_findings** findings);

/** Frees a checker; NULL is allowed. */
TRUJAMAN_C_API void trujaman_checker_free(trujaman_checker* checker);

TRUJAMAN_C_END

#endif
