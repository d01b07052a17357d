/// @file
/// The interface behind which each format that is written stands.
#pragma once

#include <string>

#include <trujaman/document_writer.hpp>

#include "read/reader.hpp"

namespace trujaman::read {

/// What a writer gives: the file, and what was done.
struct Written {
  std::string bytes;
  RenderSummary summary;
};

/// @throws as translate_document.
using Writer = Written (*)(const Input& input, const BlockTranslator& translate);

/// @throws Error{InvalidArgument} for renderings that overlap, are out of order, or do not lie on
///         code points of @p block.
void check_renderings(const Block& block, const std::vector<Rendering>& renderings);

/// Tells @p input's sink that @p rendering, of @p block, could not be put in; @p why may be empty.
void report_left(const Input& input, const Block& block, const Rendering& rendering,
                 const std::string& why);

[[nodiscard]] Written write_text(const Input& input, const BlockTranslator& translate);
[[nodiscard]] Written write_markdown(const Input& input, const BlockTranslator& translate);
[[nodiscard]] Written write_xliff(const Input& input, const BlockTranslator& translate);
[[nodiscard]] Written write_po(const Input& input, const BlockTranslator& translate);
[[nodiscard]] Written write_office(const Input& input, const BlockTranslator& translate);

}  // namespace trujaman::read
