/**
 * @file
 * Where bytes come from and go to: files, main memory, callbacks.
 */
#ifndef TRUJAMAN_C_IO_H
#define TRUJAMAN_C_IO_H

#include <trujaman/c/export.h>
#include <trujaman/c/status.h>

TRUJAMAN_C_BEGIN

/**
 * Gives the next bytes of an input.
 * @param[out] bytes Room for @p size bytes.
 * @param size At least 1.
 * @param user What was given beside the callback.
 * @return How many bytes there are now, at most @p size; 0 at the end; a negative number when they
 * cannot be had, upon which the call returns ::TRUJAMAN_IO.
 */
typedef ptrdiff_t (*trujaman_read_function)(void* bytes, size_t size, void* user);

/**
 * What is to be read. Exactly one of path, bytes and read is set; or none, for an input without
 * bytes. Never changes its size; the caller's, borrowed for the call.
 *
 * Whole files that are unpacked or looked at from both ends (documents, workbooks, glossaries of a
 * format that is not named) are taken into main memory; exchange files of other formats pass
 * through in bounded memory.
 */
typedef struct trujaman_input {
  const char* path;            /**< A file. */
  const void* bytes;           /**< Bytes in main memory … */
  size_t size;                 /**< … and how many. */
  trujaman_read_function read; /**< Gives the bytes one after the other. */
  void* user;                  /**< For read. */
  const char* name;            /**< Of the input: for messages, and by its ending for the format.
                                    NULL: the path. */
  void* reserved[2];           /**< NULL. */
} trujaman_input;

/**
 * Takes the next bytes of an output.
 * @param bytes Borrowed until the callback returns.
 * @param size How many, at least 1.
 * @param user What was given beside the callback.
 * @return 1, or 0 when they cannot be kept, upon which the call returns ::TRUJAMAN_IO.
 */
typedef int (*trujaman_write_function)(const void* bytes, size_t size, void* user);

/**
 * Where something is written: exactly one of path and write is set. Never changes its size; the
 * caller's, borrowed for the call.
 */
typedef struct trujaman_output {
  const char* path;              /**< A file: made or replaced, once all is written. */
  trujaman_write_function write; /**< Takes the bytes one after the other; upon failure, some may
                                      have been given to it. */
  void* user;                    /**< For write. */
  void* reserved[2];             /**< NULL. */
} trujaman_output;

/** Bytes, or a text, of any length. */
typedef struct trujaman_buffer trujaman_buffer;

/**
 * An empty buffer, to write into: `trujaman_output out = {NULL, trujaman_buffer_write, buffer,
 * {NULL, NULL}}`.
 * @param[out] buffer To be freed by trujaman_buffer_free().
 */
TRUJAMAN_C_API trujaman_status trujaman_buffer_new(trujaman_buffer** buffer);

/**
 * Adds bytes to a buffer: a ::trujaman_write_function.
 * @param bytes What is added; may be NULL when @p size is 0.
 * @param size How many.
 * @param buffer A ::trujaman_buffer.
 * @return 1; 0 when there is no room, or @p buffer is NULL: the last error says which.
 */
TRUJAMAN_C_API int trujaman_buffer_write(const void* bytes, size_t size, void* buffer);

/**
 * The bytes of a buffer.
 * @return Owned by @p buffer, valid until that is changed or freed; a NUL stands behind them. NULL
 * for a NULL buffer (::TRUJAMAN_INVALID_ARGUMENT is the last error then).
 */
TRUJAMAN_C_API const char* trujaman_buffer_data(const trujaman_buffer* buffer);

/** How many bytes a buffer has, the NUL behind them not counted; 0 for NULL. */
TRUJAMAN_C_API size_t trujaman_buffer_size(const trujaman_buffer* buffer);

/** Frees a buffer; NULL is allowed. */
TRUJAMAN_C_API void trujaman_buffer_free(trujaman_buffer* buffer);

TRUJAMAN_C_END

#endif
