/// @file
/// Symbol visibility and version of the C++ library.
#pragma once

#if defined(TRUJAMAN_STATIC)
#define TRUJAMAN_API
#else
#define TRUJAMAN_API __attribute__((visibility("default")))
#endif

#define TRUJAMAN_VERSION_MAJOR 0
#define TRUJAMAN_VERSION_MINOR 1
#define TRUJAMAN_VERSION_PATCH 0
#define TRUJAMAN_VERSION "0.1.0"
