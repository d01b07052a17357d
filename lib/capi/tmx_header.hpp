/// @file
/// Headers of TMX files on both sides of the border.
#pragma once

#include <trujaman/c/exchange.h>
#include <trujaman/exchange.hpp>

#include "capi/list.hpp"

namespace trujaman::capi {

trujaman_tmx_header to_c(const TmxHeader& header, Arena& arena);
/// NULL, and NULL members, stand for what our own files say.
TmxHeader tmx_header(const trujaman_tmx_header* given);

}  // namespace trujaman::capi
