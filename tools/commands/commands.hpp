/// @file
/// The subcommands. Each adds its options to the program; when it is the one that the user chose,
/// it leaves what is to be done in the job.
#pragma once

#include <functional>
#include <span>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/status.hpp"

namespace trujaman::cli {

/// What to do once the command line is understood. @throws Error, UsageError.
using Job = std::function<Status()>;

/// @p arguments are the program's own: what follows --beads can be told only from their order.
void add_align(CLI::App& program, Job& job, std::span<const char* const> arguments);
void add_analyse(CLI::App& program, Job& job);
void add_segment(CLI::App& program, Job& job);
void add_import(CLI::App& program, Job& job);
void add_export(CLI::App& program, Job& job);
void add_convert(CLI::App& program, Job& job);
void add_filter(CLI::App& program, Job& job);
void add_split(CLI::App& program, Job& job);
void add_merge(CLI::App& program, Job& job);
void add_diff(CLI::App& program, Job& job);
void add_lookup(CLI::App& program, Job& job);
void add_compact(CLI::App& program, Job& job);
void add_concordance(CLI::App& program, Job& job);
void add_pretranslate(CLI::App& program, Job& job);
void add_terms(CLI::App& program, Job& job);
void add_check(CLI::App& program, Job& job);
void add_clean(CLI::App& program, Job& job);
void add_lexicon(CLI::App& program, Job& job);
void add_glossary(CLI::App& program, Job& job);
void add_info(CLI::App& program, Job& job);
/// Runs the program with these arguments, its name first; gives its exit status.
using CommandRunner = int (*)(std::span<const char* const> arguments);
void add_demo(CLI::App& program, Job& job, CommandRunner run);
/// These two describe @p program, which must live until the job is done.
void add_completion(CLI::App& program, Job& job);
void add_manual(CLI::App& program, Job& job);

}  // namespace trujaman::cli
