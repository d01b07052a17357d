#include <memory>
#include <string>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string memory;
  bool json = false;
};

Status run(const Arguments& args) {
  Memory memory = open_memory(args.memory, Memory::Mode::ReadWrite);
  const std::uintmax_t before = memory.statistics().bytes;
  memory.compact();
  const std::uintmax_t after = memory.statistics().bytes;
  if (args.json) {
    print_json({{"memory", args.memory}, {"before", before}, {"after", after}});
  } else {
    print_line(args.memory + ": " +
               counted("{1} byte before, {2} now", "{1} bytes before, {2} now", before, after));
  }
  return Status::Done;
}

}  // namespace

void add_compact(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("compact", message("Put a memory's file in order after many changes"));
  add_memory_option(*command, args->memory)->required();
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("Lookups become faster, and the file smaller where much was removed; what they find "
              "stays\n"
              "the same. Each step is a transaction: stopped in the midst, nothing is lost."),
      "trujaman compact --memory my.tm"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli
