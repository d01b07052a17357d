#include "commands/glossary.hpp"

namespace trujaman::cli {
namespace {

/// In the order in which the help lists them.
constexpr void (*subcommands[])(CLI::App&, Job&) = {
    add_glossary_extract,
};

}  // namespace

void add_glossary(CLI::App& program, Job& job) {
  CLI::App* command = program.add_subcommand("glossary", "Make and keep glossaries");
  command->require_subcommand(1);
  for (const auto add : subcommands) add(*command, job);
  command->footer(
      "See 'trujaman glossary COMMAND --help' for each.\n\n"
      "Example:\n  trujaman glossary extract --memory my.tm --from es --to en -o terms.tsv");
}

}  // namespace trujaman::cli
