/// @file
/// Whole files into memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace trujaman::base {

/// Opens a file for reading. @throws Error{Io}.
[[nodiscard]] std::ifstream open_file(const std::filesystem::path& path);

/// The bytes of the file at @p path, or of standard input when it is "-".
/// @throws Error{Io} when it is missing, a directory, unreadable or larger than @p max_bytes.
[[nodiscard]] std::string read_file(const std::filesystem::path& path,
                                    std::size_t max_bytes = std::size_t{1} << 30);

}  // namespace trujaman::base
