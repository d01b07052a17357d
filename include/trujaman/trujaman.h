/**
 * @file
 * The C interface of trujaman: alignment, translation memories, glossaries.
 *
 * Link with `libtrujaman_c` (pkg-config and Meson `trujaman_c`, CMake `trujaman::c`). It is C99, it
 * compiles as C++ too, and it stays compatible: what was built on ABI 1 runs with every later
 * library of ABI 1 (::TRUJAMAN_C_ABI). Each header in `trujaman/c/` may be included by itself.
 *
 * 1. **Status.** A function that can fail returns a ::trujaman_status, 0 when it did not. Then
 *    trujaman_last_error() has the message and the place. "Nothing found" is no failure: the list
 *    is empty, the pointer NULL, the flag false. Upon failure every output is NULL, 0 or false, but
 *    where the function says otherwise.
 * 2. **Handles.** Types without members are handles. Each is made through the last argument of a
 *    function (`trujaman_memory **memory`) and given back to its one `_free` or `_close`, which
 *    accepts NULL. Handles hold what they depend on, so that they may be freed in any order: a
 *    memory that is closed stays open for its writers.
 * 3. **Results.** What a call gives is a result, freed as one piece; all that is reached from it,
 *    texts included, is owned by it and lives as long. Lists have `_size` and `_at`; `_at` gives
 *    NULL for an index that is not there, or for a NULL list, and both leave an error behind
 *    (::TRUJAMAN_INVALID_ARGUMENT).
 * 4. **Text** is UTF-8 that ends in NUL. A NULL is the empty text, where a function does not demand
 *    one. What is not UTF-8 is refused (::TRUJAMAN_INVALID_ARGUMENT). The texts of units and terms
 *    should be in Unicode's normal form C (NFC), as all that the library gives is;
 *    trujaman_text_normalize() brings them there. Spans and positions are in BYTES.
 * 5. **Languages** are BCP 47 tags ("es", "es-419"), underscores allowed; NULL or "" is "und", the
 *    undetermined one. "es" stands for "es-ES" as well, not the reverse.
 * 6. **Input** is borrowed for the call: it may be changed or freed when the call has returned.
 *    What a handle borrows for longer, it holds by itself (2). Arrays are a pointer and a count;
 *    with the count 0, the pointer may be NULL.
 * 7. **Structs** that the caller makes (::trujaman_unit, ::trujaman_concept, …) or that stand in
 *    arrays never change their size: begin with `= {0}`, set what there is to say, and leave the
 *    reserved members 0. Structs that are reached by a pointer from a result may grow at their end.
 * 8. **Options** are structs whose first member is their size: begin with their `_INIT`. NULL
 *    stands for all defaults, and so does a size of 0. A program built with an older header gets
 *    the defaults of what that did not know; one built with a newer header is refused by an older
 *    library (::TRUJAMAN_INVALID_ARGUMENT) only when it sets what that does not know. Strings and
 *    arrays in them are borrowed for the call.
 * 9. **Callbacks** are called on the thread that made the call, with the `user` pointer given
 *    beside them; what they are given is theirs until they return. They may call functions of the
 *    library, but not change or free the handle whose function is calling them. They must not throw
 *    or jump out.
 * 10. **Threads.** Functions that take a `const` handle may be called by any number of threads with
 *    the same handle at once. Others want the handle for themselves, save that a ::trujaman_memory
 *    may be read and written by several threads at a time; one writes, the others wait or get
 *    ::TRUJAMAN_BUSY, as the function says.
 * 11. **Files** that are written appear whole or not at all: they are written beside their place
 *    and renamed. Paths are bytes, as the system has them.
 * 12. Every function but `_free`, `_close`, `_size`, `_at` and those that say so sets the thread's
 *    last error: to ::TRUJAMAN_OK when it succeeds.
 */
#ifndef TRUJAMAN_TRUJAMAN_H
#define TRUJAMAN_TRUJAMAN_H

#include <trujaman/c/align.h>
#include <trujaman/c/analyse.h>
#include <trujaman/c/check.h>
#include <trujaman/c/clean.h>
#include <trujaman/c/concept.h>
#include <trujaman/c/document.h>
#include <trujaman/c/exchange.h>
#include <trujaman/c/export.h>
#include <trujaman/c/extract.h>
#include <trujaman/c/glossary.h>
#include <trujaman/c/glossary_file.h>
#include <trujaman/c/import.h>
#include <trujaman/c/io.h>
#include <trujaman/c/lexicon.h>
#include <trujaman/c/lookup.h>
#include <trujaman/c/memory.h>
#include <trujaman/c/segment.h>
#include <trujaman/c/status.h>
#include <trujaman/c/text.h>
#include <trujaman/c/translate.h>
#include <trujaman/c/unit.h>
#include <trujaman/c/unit_filter.h>
#include <trujaman/c/unit_set.h>
#include <trujaman/c/words.h>
#include <trujaman/c/writer.h>

#endif
