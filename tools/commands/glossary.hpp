/// @file
/// The subcommands of `trujaman glossary`. Each adds its options to that command; when it is the
/// one that the user chose, it leaves what is to be done in the job.
#pragma once

#include <CLI/CLI.hpp>

#include "commands/commands.hpp"

namespace trujaman::cli {

void add_glossary_list(CLI::App& glossary, Job& job);
void add_glossary_search(CLI::App& glossary, Job& job);
void add_glossary_add(CLI::App& glossary, Job& job);
void add_glossary_edit(CLI::App& glossary, Job& job);
void add_glossary_remove(CLI::App& glossary, Job& job);
void add_glossary_import(CLI::App& glossary, Job& job);
void add_glossary_export(CLI::App& glossary, Job& job);
void add_glossary_merge(CLI::App& glossary, Job& job);
void add_glossary_diff(CLI::App& glossary, Job& job);
void add_glossary_extract(CLI::App& glossary, Job& job);

}  // namespace trujaman::cli
