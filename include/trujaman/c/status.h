/**
 * @file
 * How the library says that something went wrong, or is worth a look.
 */
#ifndef TRUJAMAN_C_STATUS_H
#define TRUJAMAN_C_STATUS_H

#include <trujaman/c/export.h>

TRUJAMAN_C_BEGIN

/** What became of a call. Values are never renumbered. */
typedef enum trujaman_status {
  TRUJAMAN_OK = 0,               /**< Done. */
  TRUJAMAN_INVALID_ARGUMENT = 1, /**< The caller broke a documented precondition. */
  TRUJAMAN_IO = 2,               /**< A file cannot be read or written, or a callback said so. */
  TRUJAMAN_MALFORMED = 3,        /**< The input is not what its format requires. */
  TRUJAMAN_UNSUPPORTED = 4,      /**< Valid input, but of a kind this build cannot read. */
  TRUJAMAN_BUSY = 5,             /**< Another one holds the memory's write lock. */
  TRUJAMAN_INTERNAL = 6,         /**< A bug in trujaman; please report it. */
  TRUJAMAN_CANCELLED = 7,        /**< A callback asked to stop; nothing of the work stays. */
  TRUJAMAN_STORAGE = 8,          /**< The memory file is damaged, of a newer version, no memory; or
                                      the disk is full. */
  TRUJAMAN_OUT_OF_MEMORY = 9     /**< There is not enough main memory. */
} trujaman_status;

/**
 * Name of a status in lower case: "ok", "invalid argument", "io", …
 * @return A text that lives as long as the program; "unknown" for what is no status. Leaves the
 * last error as it is.
 */
TRUJAMAN_C_API const char* trujaman_status_name(trujaman_status status);

/** What went wrong in a thread's last call. May grow at its end. */
typedef struct trujaman_error {
  trujaman_status status; /**< ::TRUJAMAN_OK when the last call succeeded. */
  const char* message;    /**< Without the place; "" when there was no error. In the language of
                               messages (trujaman_set_message_language()). */
  const char* source;     /**< Where: usually a file name; "" when that is not known. */
  size_t line;            /**< 1-based; 0 when it is not known, or the format has no lines. */
  size_t page;            /**< 1-based; 0 when it is not known, or the format has no pages. */
  size_t offset;          /**< Bytes from the start of the source; 0 when it is not known. */
} trujaman_error;

/**
 * The calling thread's last error.
 * @return Never NULL; owned by the library, and valid until the thread's next call of any other
 * function. Itself it changes nothing.
 */
TRUJAMAN_C_API const trujaman_error* trujaman_last_error(void);

/** A place in an input. Never changes its size. */
typedef struct trujaman_location {
  const char* source; /**< Usually a file name; "" when it is not known. */
  size_t line;        /**< 1-based; 0 when it is not known, or the format has no lines. */
  size_t page;        /**< 1-based; 0 when it is not known, or the format has no pages. */
  size_t offset;      /**< Bytes from the start; 0 when it is not known. */
} trujaman_location;

/** How much a diagnostic or a finding matters. */
typedef enum trujaman_severity {
  TRUJAMAN_NOTE = 0,    /**< Worth knowing. */
  TRUJAMAN_WARNING = 1, /**< Something was mended, or should be looked at. */
  TRUJAMAN_DEFECT = 2   /**< Something is wrong: a record of a file was skipped, say. */
} trujaman_severity;

/** Something that did not stop the work: a `<tu>` without a language that was skipped, say. */
typedef struct trujaman_diagnostic {
  trujaman_severity severity; /**< How much it matters. */
  const char* message;        /**< In the language of messages, without the place. */
  trujaman_location where;    /**< Where in the input. */
} trujaman_diagnostic;

/**
 * Is given diagnostics while a call works.
 * @param diagnostic Borrowed until the callback returns.
 * @param user What was given beside the callback.
 */
typedef void (*trujaman_diagnostic_sink)(const trujaman_diagnostic* diagnostic, void* user);

/**
 * Is called now and then by long work.
 * @param done Share of the work that is done, in [0, 1].
 * @param user What was given beside the callback.
 * @return 0 to stop the work, upon which the call returns ::TRUJAMAN_CANCELLED; else 1.
 */
typedef int (*trujaman_progress)(double done, void* user);

TRUJAMAN_C_END

#endif
