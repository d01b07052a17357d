/// @file
/// Symbol visibility and version of the C++ library.
#pragma once

/// @namespace trujaman
/// Alignment of documents, translation memories, glossaries. Text is UTF-8 throughout; functions
/// without a word about threads may be called from any number of them. Names are in an inline
/// namespace v0 besides, the version of the ABI, which nobody needs to write.

/// Marks what the shared library exports.
#if defined(TRUJAMAN_STATIC)
#define TRUJAMAN_API
#else
#define TRUJAMAN_API __attribute__((visibility("default")))
#endif

#define TRUJAMAN_VERSION_MAJOR 0  ///< Before 1.0, minor releases may break the API and the ABI.
#define TRUJAMAN_VERSION_MINOR 1  ///< Raised by what is new.
#define TRUJAMAN_VERSION_PATCH 0  ///< Raised by what is mended.
#define TRUJAMAN_VERSION "0.1.0"  ///< All three.
