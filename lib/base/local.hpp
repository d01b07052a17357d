/// @file
/// Names that stay inside the library.
#pragma once

/// Of a class within an exported one, which would be exported with it.
#define TRUJAMAN_LOCAL __attribute__((visibility("hidden")))
