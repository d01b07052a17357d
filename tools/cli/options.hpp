/// @file
/// Command-line options that several commands share.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <trujaman/exchange.hpp>
#include <trujaman/language.hpp>
#include <trujaman/memory.hpp>

namespace trujaman::cli {

/// Adds --memory, a file that must be given here or in the environment (TRUJAMAN_MEMORY).
CLI::Option* add_memory_option(CLI::App& command, std::string& memory);

/// Adds --memory where it may be left out: the environment's counts only where @p command says so,
/// by memory_of_environment().
CLI::Option* add_optional_memory_option(CLI::App& command, std::string& memory);

/// What TRUJAMAN_MEMORY names; empty when it names nothing.
[[nodiscard]] std::string memory_of_environment();

/// Adds --glossary, which may be repeated and takes one file each time.
CLI::Option* add_glossary_option(CLI::App& command, std::vector<std::string>& glossaries);

/// Adds --format, for files whose name does not say what they are.
CLI::Option* add_format_option(CLI::App& command, std::string& format);

/// Adds --level, --context and --utf-16, for what other programs need of a TMX file.
void add_tmx_options(CLI::App& command, TmxOptions& options);

/// Adds --xliff-version, for the files of that format that are written; @p version must live until
/// the command line has been read.
CLI::Option* add_xliff_version_option(CLI::App& command, XliffVersion& version);

/// Adds --json.
CLI::Option* add_json_option(CLI::App& command, bool& json);

/// Adds an option whose value is a language tag.
CLI::Option* add_language_option(CLI::App& command, const std::string& name, std::string& tag,
                                 const std::string& description);

/// Adds an option whose value is a list of language tags, separated by commas.
CLI::Option* add_languages_option(CLI::App& command, const std::string& name,
                                  std::vector<std::string>& tags, const std::string& description);

/// The tags of a validated list.
[[nodiscard]] std::vector<LanguageTag> to_tags(const std::vector<std::string>& tags);

/// Memory::open whose every failure is about the memory: a missing file is Error{Storage}, too.
[[nodiscard]] Memory open_memory(const std::string& path, Memory::Mode mode);

}  // namespace trujaman::cli
