/**
 * @file
 * Symbol visibility and version of the C library. See `trujaman/trujaman.h` for what holds for all
 * functions.
 */
#ifndef TRUJAMAN_C_EXPORT_H
#define TRUJAMAN_C_EXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
/** Opens the part of a header that has C linkage. */
#define TRUJAMAN_C_BEGIN extern "C" {
/** Closes it. */
#define TRUJAMAN_C_END }
#else
/** Opens the part of a header that has C linkage. */
#define TRUJAMAN_C_BEGIN
/** Closes it. */
#define TRUJAMAN_C_END
#endif

/** Stands before each function of the library. */
#define TRUJAMAN_C_API __attribute__((visibility("default")))

/**
 * Version of the binary interface, the last number of `libtrujaman_c.so.1`: what was built on it runs
 * with every library that has the same one.
 */
#define TRUJAMAN_C_ABI 1

/** Grows when functions, options or values are added to the interface. */
#define TRUJAMAN_C_ABI_MINOR 0

TRUJAMAN_C_BEGIN

/**
 * Version of the library in use, "0.1.0" say.
 * @return A text that lives as long as the program. Leaves the last error as it is.
 */
TRUJAMAN_C_API const char* trujaman_version(void);

/**
 * Version of the binary interface of the library in use.
 * @param[out] minor ::TRUJAMAN_C_ABI_MINOR of the library; may be NULL.
 * @return ::TRUJAMAN_C_ABI of the library. Leaves the last error as it is.
 */
TRUJAMAN_C_API int trujaman_c_abi(int* minor);

TRUJAMAN_C_END

#endif
