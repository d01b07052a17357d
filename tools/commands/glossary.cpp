#include "commands/glossary.hpp"

#include <trujaman/message.hpp>

#include "cli/help.hpp"

namespace trujaman::cli {
namespace {

/// In the order in which the help lists them.
constexpr void (*subcommands[])(CLI::App&, Job&) = {
    add_glossary_list,   add_glossary_search,  add_glossary_add,    add_glossary_edit,
    add_glossary_remove, add_glossary_import,  add_glossary_export, add_glossary_merge,
    add_glossary_diff,   add_glossary_extract,
};

}  // namespace

void add_glossary(CLI::App& program, Job& job) {
  CLI::App* command = program.add_subcommand("glossary", message("Make and keep glossaries"));
  command->require_subcommand(1);
  for (const auto add : subcommands) add(*command, job);
  command->footer(
      with_example(message("A glossary is a file (tbx, tsv or csv), named with --glossary and "
                           "changed in place, or the\n"
                           "concepts in a memory, named with --memory.\n"
                           "See 'trujaman glossary COMMAND --help' for each."),
                   "trujaman glossary search --glossary my.tbx 'trabajadoras migrantes'"));
}

}  // namespace trujaman::cli
