/// @file
/// What files of units say of themselves before their units, from the file read to the one written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>
#include <trujaman/po.hpp>

namespace trujaman::cli {

/// What is not there, the file's format does not say.
struct FileHeader {
  std::optional<TmxHeader> tmx;
  std::optional<PoHeader> po;
  /// Of formats that name two: XLIFF (known once it has been read), po.
  LanguagePair languages;
};

/// What a TMX file says of itself that is made of a file with @p header: all of what that says.
[[nodiscard]] TmxHeader tmx_header(const FileHeader& header);
/// The same of a po file; @p languages are those that it has.
[[nodiscard]] PoHeader po_header(const FileHeader& header, const LanguagePair& languages);

/// Takes into @p header what that of another file says beside it: notes, properties, encodings and
/// attributes that it lacks, the earliest time of creation and the latest of change. Any language
/// is the source where theirs differ. Returns what else they say differently, by the names that
/// the format has for it; of that, @p header keeps its own.
std::vector<std::string> unite(FileHeader& header, const FileHeader& other);

}  // namespace trujaman::cli
