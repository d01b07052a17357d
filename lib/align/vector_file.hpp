/// @file
/// Bytes of an `.emb` file → rows of a table.
#pragma once

#include <iosfwd>
#include <string>

#include <trujaman/document.hpp>

#include "align/vector_table.hpp"

namespace trujaman::align {

/// A stream that can be sought in, and its name for messages.
struct NamedStream {
  std::istream* stream;
  std::string name;
};

/// One row a segment. @throws as read_sentence_vectors.
[[nodiscard]] VectorTable read_rows(const NamedStream& vectors, std::size_t segments);

/// One row a line of @p lines. @throws as read_sentence_vectors.
[[nodiscard]] VectorTable read_rows(const NamedStream& vectors, const NamedStream& lines,
                                    const SegmentedDocument& document);

}  // namespace trujaman::align
