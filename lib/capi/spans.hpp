/// @file
/// Arrays of small values as results.
#pragma once

#include <memory>
#include <vector>

#include <trujaman/c/text.h>

#include "capi/list.hpp"
#include "capi/to_c.hpp"

namespace trujaman::capi {

/// A result whose first member points to its items: trujaman_spans and its like.
template <class Struct>
struct OwnedArray : Struct {
  Arena arena;
};

using OwnedSpans = OwnedArray<trujaman_spans>;

/// The views of @p values as such a result.
template <class Struct, class View, class Range, class Make>
std::unique_ptr<OwnedArray<Struct>> own_array(const Range& values, const Make& make) {
  auto out = std::make_unique<OwnedArray<Struct>>();
  out->items = out->arena.template views<View>(values, make);
  out->count = values.size();
  return out;
}

}  // namespace trujaman::capi
