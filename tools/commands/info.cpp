#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

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
  const std::array labels{message("units"), message("documents"), message("terms"),
                          message("bytes"), message("version")};
  std::size_t width = 0;
  for (const std::string& label : labels) width = std::max(width, width_of(label));
  width += 2;
  const auto print_row = [&](const std::string& label, auto value) {
    print_line("  " + padded(label, width) + std::to_string(value));
  };
  print_line(file);
  print_row(labels[0], statistics.units);
  for (const auto& [language, count] : statistics.languages) {
    print_line("    " + padded(language.str(), width - 2) + std::to_string(count));
  }
  print_row(labels[1], statistics.documents);
  print_row(labels[2], statistics.concepts);
  print_row(labels[3], statistics.bytes);
  print_row(labels[4], statistics.schema_version);
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
  CLI::App* command = program.add_subcommand("info", message("Say what a memory holds"));
  command->add_option("-m,--memory,MEMORY", args->memory, message("The translation memory"))
      ->envname("TRUJAMAN_MEMORY")
      ->required()
      ->type_name("FILE");
  add_json_option(*command, args->json);
  command->footer(with_example("", "trujaman info my.tm"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli
