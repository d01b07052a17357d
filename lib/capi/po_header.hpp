/// @file
/// Headers of po files on both sides of the border.
#pragma once

#include <trujaman/c/exchange.h>
#include <trujaman/po.hpp>

#include "capi/list.hpp"

namespace trujaman::capi {

trujaman_po_header to_c(const PoHeader& header, Arena& arena);
/// What the caller says, NULL for nothing, of a file in @p languages.
PoHeader po_header(const trujaman_po_header* given, const LanguagePair& languages);

}  // namespace trujaman::capi
