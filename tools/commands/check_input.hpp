/// @file
/// What `trujaman check` reads: files of units, or a document and its translation.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::cli {

/// Where a unit stands. A document and its translation are two files, else both places are one.
struct UnitPlace {
  const std::string* source_file = nullptr;  ///< Borrowed from the arguments.
  const std::string* target_file = nullptr;
  std::size_t source_line = 0;  ///< From 1; 0 when unknown.
  std::size_t target_line = 0;
  std::size_t number = 0;  ///< Of the unit in its file, from 1.
};

using PlacedUnitSink = std::function<void(TranslationUnit&& unit, const UnitPlace& where)>;

/// Reads the units of @p file (TMX, tables, XLIFF, po); @p languages are those of a po file that
/// names none. @throws Error{Io}, Error{Malformed}, UsageError for other formats.
void read_units_with_places(const std::string& file, const std::string& format,
                            const LanguagePair& languages, const PlacedUnitSink& sink);

/// Whether these are a document and its translation, not files of units.
[[nodiscard]] bool are_documents(const std::vector<std::string>& files, const std::string& format);

/// Aligns @p source with @p target and gives every bead that is likely to be right; a sentence
/// without translation comes as a unit with an empty target, one without source with an empty
/// source. Empty languages are detected. @throws Error.
void read_document_pair(const std::string& source, const std::string& target,
                        const std::string& source_language, const std::string& target_language,
                        const std::vector<ConceptEntry>& concepts, const PlacedUnitSink& sink);

}  // namespace trujaman::cli
