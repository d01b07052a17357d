/// The demonstration: the program's own commands, one after the other, on the shipped documents.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/shared_files.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 5> documents{
    "informe.es.md", "report.en.md", "rapport.fr.md", "glossary.tsv", "informe-2025.es.md"};
/// What the demonstration makes beside them.
constexpr std::array<std::string_view, 6> results{"my.tm",      "my.tm-shm",   "my.tm-wal",
                                                  "report.tmx", "review.html", "report-2025.en.md"};

struct Step {
  std::string_view says;
  std::vector<std::string> command;  ///< Without the program's name.
  std::size_t lines;                 ///< Most lines shown from the beginning of what it prints,
  std::size_t last_lines = 0;        ///< and from its end.
  std::string_view afterwards{};
};

std::vector<Step> steps() {
  return {
      {message_id("A report in Spanish and its translations are aligned, sentence by sentence. The "
                  "units go "
                  "into a memory, and into a TMX file for other tools."),
       {"align", "informe.es.md", "report.en.md", "rapport.fr.md", "--glossary", "glossary.tsv",
        "--memory", "my.tm", "-o", "report.tmx", "--review", "review.html"},
       3,
       3},
      {message_id("How did we render a sentence like this one? Some words differ; the terms in it "
                  "come from a "
                  "glossary of migration that is installed with the program."),
       {"lookup", "--memory", "my.tm", "--from", "es", "--to", "en", "--glossary", "oim-iom",
        "Las sequías de los últimos diez años han empujado a miles de familias campesinas y de "
        "trabajadores migrantes hacia las ciudades de la costa."},
       12},
      {message_id("And this phrase? Case and accents do not count."),
       {"concordance", "--memory", "my.tm", "--in", "fr", "--with", "es", "--limit", "2",
        "recrutement equitable"},
       8},
      {message_id("The terms in a text, inflected ones too, with their equivalents:"),
       {"terms", "--glossary", "oim-iom", "--glossary", "ods-sdg", "--from", "es", "--to", "en,fr",
        "La OIM y la meta 8.8: las trabajadoras migrantes y la trata de personas."},
       8},
      {message_id("Next year's report is there. How much of it does the memory have?"),
       {"analyse", "--memory", "my.tm", "--from", "es", "--to", "en", "informe-2025.es.md"},
       12},
      {message_id("Enough to begin with: what is known is filled in, what is not is marked."),
       {"pretranslate", "--memory", "my.tm", "--from", "es", "--to", "en", "informe-2025.es.md",
        "-o", "report-2025.en.md"},
       8,
       0,
       message_id("report-2025.en.md is the copy. With DOCX and ODT it keeps its layout.")},
      {message_id("Before a translation goes out: do its numbers agree, is anything missing?"),
       {"check", "--only", "number,date,empty", "informe.es.md", "rapport.fr.md"},
       4},
  };
}

std::string styled(std::string_view text, std::string_view style) {
  if (!colour_wanted()) return std::string(text);
  return "\x1b[" + std::string(style) + "m" + std::string(text) + "\x1b[0m";
}

/// Prints @p text in lines of at most 79 characters, code points counted as one.
void print_wrapped(std::string_view text, std::string_view style = {}) {
  std::string line;
  const auto print = [&] { print_line(style.empty() ? line : styled(line, style)); };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && width_of(line) + 1 + width_of(word) > 79) {
      print();
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  print();
}

bool needs_quotes(std::string_view word) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./,=-";
  return word.find_first_not_of(plain) != std::string_view::npos;
}

/// Shows a command as it is typed: lines end before an option, in "\".
void print_command(const std::vector<std::string>& command) {
  std::string line = "$ trujaman";
  for (std::size_t i = 0; i < command.size(); ++i) {
    const std::string word = needs_quotes(command[i]) ? "'" + command[i] + "'" : command[i];
    const bool is_value = i > 0 && command[i - 1].starts_with('-');
    if (!is_value && line.size() > 10 && line.size() + 1 + word.size() > 77) {
      print_line(styled(line + " \\", "1;36"));
      line = "   ";
    }
    line += " " + word;
  }
  print_line(styled(line, "1;36"));
}

/// Takes what is printed on standard output as long as it lives.
class Capture {
 public:
  Capture() : before_(std::cout.rdbuf(taken_.rdbuf())) {}
  ~Capture() { std::cout.rdbuf(before_); }
  Capture(const Capture&) = delete;
  Capture& operator=(const Capture&) = delete;
  [[nodiscard]] std::string text() const { return taken_.str(); }

 private:
  std::ostringstream taken_;
  std::streambuf* before_;
};

/// Prints the first and last lines of @p text, all where they are not more than that.
void print_excerpt(std::string_view text, std::size_t first, std::size_t last) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const bool is_cut = lines.size() > first + last + 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_cut && i == first) print_line("…");
    if (!is_cut || i < first || i >= lines.size() - last) print_line(lines[i]);
  }
}

/// Runs one of the program's commands and shows it; its exit status.
int show(const Step& step, CommandRunner run) {
  print_line();
  print_wrapped(message(step.says), "1");
  print_command(step.command);
  std::vector<const char*> arguments{"trujaman"};
  for (const std::string& word : step.command) arguments.push_back(word.c_str());
  int status = 0;
  std::string said;
  {
    const Capture capture;
    status = run(arguments);
    said = capture.text();
  }
  print_excerpt(said, step.lines, step.last_lines);
  if (!step.afterwards.empty()) print_wrapped(message(step.afterwards));
  flush_output();
  return status;
}

/// Refuses a folder with files of the user's: those of a former demonstration are replaced.
void check_folder(const fs::path& folder) {
  if (!fs::exists(folder)) return;
  const auto is_ours = [](const std::string& name) {
    return std::ranges::find(documents, name) != documents.end() ||
           std::ranges::find(results, name) != results.end();
  };
  for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
    if (is_ours(file.path().filename().string())) continue;
    throw Error(Errc::Io, message("is in use; name a folder that is empty, or not there yet"),
                {.source = folder.string()});
  }
}

/// Makes the folder, with the documents in it.
fs::path prepare(const std::string& wanted) {
  const std::optional<std::string> source = demo_folder();
  if (!source) {
    throw Error(Errc::Io,
                message("the documents of the demonstration are not installed beside the program; "
                        "they are in examples/report of trujaman's source"),
                {.source = "trujaman demo"});
  }
  try {
    fs::path folder(wanted);
    if (wanted.empty()) {
      std::string name = (fs::temp_directory_path() / "trujaman-demo-XXXXXX").string();
      if (mkdtemp(name.data()) == nullptr) {
        throw Error(Errc::Io, message("no folder can be made there; name one with --directory"),
                    {.source = fs::temp_directory_path().string()});
      }
      folder = name;
    } else {
      check_folder(folder);
      fs::create_directories(folder);
    }
    for (const std::string_view name : documents) {
      fs::copy_file(fs::path(*source) / name, folder / name, fs::copy_options::overwrite_existing);
    }
    for (const std::string_view name : results) fs::remove(folder / name);
    return fs::absolute(folder);
  } catch (const fs::filesystem_error& e) {
    throw Error(Errc::Io,
                message("{1}; name another folder with --directory", message(e.code().message())),
                {.source = e.path1().string()});
  }
}

Status demonstrate(const std::string& directory, CommandRunner run) {
  const fs::path folder = prepare(directory);
  // Commands are shown as they are typed in that folder, so that is where they run.
  fs::current_path(folder);
  print_wrapped(
      message("This is what trujaman does, on documents of a made-up conference. Every command "
              "that is shown is run, in this folder:"));
  print_line("  " + folder.string());
  for (const Step& step : steps()) {
    const int status = show(step, run);
    if (status > static_cast<int>(Status::None)) return static_cast<Status>(status);
  }
  print_line();
  print_wrapped(message("What next? The folder is yours; delete it when you are done."), "1");
  print_line(styled("$ cd " + folder.string(), "1;36"));
  for (const char* command :
       {"export TRUJAMAN_MEMORY=my.tm", "trujaman info", "trujaman concordance 'movilidad laboral'",
        "trujaman glossary extract --from es --to en -o terms.tsv", "trujaman --help"}) {
    print_line(styled(std::string("$ ") + command, "1;36"));
  }
  print_wrapped(
      message("Your own documents: trujaman align YOURS.es.docx YOURS.en.docx --memory my.tm"));
  return Status::Done;
}

}  // namespace

void add_demo(CLI::App& program, Job& job, CommandRunner run) {
  const auto directory = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand(
      "demo", message("Show what the program does, on documents that come with it"));
  command
      ->add_option("--directory", *directory,
                   message("Where it works; without it, a new temporary folder"))
      ->type_name("DIR");
  command->footer(with_example(
      message("Needs no network, and writes nothing outside that folder, which stays."),
      "trujaman demo --directory demo"));
  command->callback(
      [directory, run, &job] { job = [directory, run] { return demonstrate(*directory, run); }; });
}

}  // namespace trujaman::cli
