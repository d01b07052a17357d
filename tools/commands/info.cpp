#include <memory>
#include <string>
#include <utility>

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

Json statistics_json(const std::string& file, const MemoryStatistics& statistics) {
  Json languages = Json::object();
  for (const auto& [language, count] : statistics.languages) languages[language.str()] = count;
  return {{"file", file},
          {"units", statistics.units},
          {"languages", std::move(languages)},
          {"documents", statistics.documents},
          {"terms", statistics.concepts},
          {"bytes", statistics.bytes},
          {"schema_version", statistics.schema_version}};
}

void print(const std::string& file, const MemoryStatistics& statistics) {
  print_line(file);
  print_line("  units      " + std::to_string(statistics.units));
  for (const auto& [language, count] : statistics.languages) {
    print_line("    " + padded(language.str(), 9) + std::to_string(count));
  }
  print_line("  documents  " + std::to_string(statistics.documents));
  print_line("  terms      " + std::to_string(statistics.concepts));
  print_line("  bytes      " + std::to_string(statistics.bytes));
  print_line("  version    " + std::to_string(statistics.schema_version));
}

Status run(const Arguments& args) {
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  const MemoryStatistics statistics = memory.statistics();
  if (args.json) {
    print_json(statistics_json(args.memory, statistics));
  } else {
    print(args.memory, statistics);
  }
  return Status::Done;
}

}  // namespace

void add_info(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("info", "Say what a memory holds");
  command->add_option("-m,--memory,MEMORY", args->memory, "The translation memory")
      ->envname("TRUJAMAN_MEMORY")
      ->required()
      ->type_name("FILE");
  add_json_option(*command, args->json);
  command->footer("Example:\n  trujaman info my.tm");
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli
