/// @file
/// What is installed beside the program: glossaries, and the documents of "trujaman demo".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trujaman::cli {

/// Names of the glossaries that come with the program: "oim-iom".
[[nodiscard]] std::span<const std::string> shipped_glossaries();

/// The file @p glossary as it is, or where there is none and a shipped glossary is called so, that
/// glossary's file.
[[nodiscard]] std::string find_glossary(const std::string& glossary);

/// The folder with the documents of the demonstration; nothing where they are not installed.
[[nodiscard]] std::optional<std::string> demo_folder();

}  // namespace trujaman::cli
