/// @file
/// Office documents → the same in another language.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/document_writer.hpp>

namespace trujaman::read {

/// What a writer gives.
struct Written {
  std::string bytes;
  RenderSummary summary;
};

/// @throws as translate_document.
[[nodiscard]] Written write_office(std::string_view bytes, const std::string& name,
                                   const BlockTranslator& translate);

}  // namespace trujaman::read
