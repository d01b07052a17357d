/// Completion scripts, and the manual page: what the program says of its own options.
#include "completion/completion.hpp"

#include <memory>
#include <string>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/interface.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"
#include "completion/man_page.hpp"

namespace trujaman::cli {
namespace {

void print(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  print_line(text);
}

Status print_completion(const CLI::App& program, const std::string& shell) {
  const std::vector<CommandInfo> commands = describe_interface(program);
  if (shell == "bash") {
    print(bash_completion(commands));
  } else if (shell == "zsh") {
    print(zsh_completion(commands));
  } else {
    print(fish_completion(commands));
  }
  return Status::Done;
}

}  // namespace

void add_completion(CLI::App& program, Job& job) {
  const auto shell = std::make_shared<std::string>();
  CLI::App* command =
      program.add_subcommand("completion", message("Print the completion script of a shell"));
  command->add_option("SHELL", *shell, message("bash, zsh or fish"))
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("SHELL");
  command->footer(with_example(
      message("Installed packages bring the scripts along. By hand:\n"
              "  bash  in ~/.bashrc: source <(trujaman completion bash)\n"
              "  zsh   trujaman completion zsh > FOLDER/_trujaman, FOLDER being one of $fpath\n"
              "  fish  trujaman completion fish > ~/.config/fish/completions/trujaman.fish"),
      "source <(trujaman completion bash)"));
  command->callback([&program, shell, &job] {
    job = [&program, shell] { return print_completion(program, *shell); };
  });
}

void add_manual(CLI::App& program, Job& job) {
  CLI::App* command = program.add_subcommand("manual", message("Print the manual page, in roff"));
  command->group("");  // for packagers; people have man
  command->callback([&program, &job] {
    job = [&program] {
      print(man_page(describe_interface(program)));
      return Status::Done;
    };
  });
}

}  // namespace trujaman::cli
