/// @file
/// What files of units say of themselves before their units, from the file read to the one written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

namespace trujaman::cli {

/// What is not there, the file's format does not say.
struct FileHeader {
  std::optional<TmxHeader> tmx;
};

/// Takes into @p header what that of another file says beside it: notes, properties, encodings and
/// attributes that it lacks, the earliest time of creation and the latest of change. Any language
/// is the source where theirs differ. Returns what else they say differently, by the names that
/// the format has for it; of that, @p header keeps its own.
std::vector<std::string> unite(FileHeader& header, const FileHeader& other);

}  // namespace trujaman::cli
