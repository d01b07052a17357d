/// @file
/// Blocks and reading options on both sides of the border.
#pragma once

#include <trujaman/c/document.h>
#include <trujaman/document.hpp>

#include "capi/from_c.hpp"
#include "capi/list.hpp"
#include "capi/options.hpp"

namespace trujaman::capi {

trujaman_block to_c(const Block& block, Arena& arena);
Block block(const trujaman_block& given);
ReadOptions read_options(const trujaman_document_options* given);

}  // namespace trujaman::capi
