#include "cli/shared_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>
#include <system_error>

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

/// The folder of the program itself; empty where the system does not tell.
fs::path program_folder() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

/// The first of @p places, below the folder above the program's, in which @p file is.
std::optional<std::string> find(std::initializer_list<const char*> places,
                                const std::string& file) {
  const fs::path program = program_folder();
  if (program.empty()) return std::nullopt;
  for (const char* place : places) {
    const fs::path folder = program.parent_path() / place;
    std::error_code ignored;
    if (fs::is_regular_file(folder / file, ignored)) return folder.string();
  }
  return std::nullopt;
}

}  // namespace

std::span<const std::string> shipped_glossaries() {
  static const std::array<std::string, 3> names{"ods-sdg", "oim-iom", "onu-un"};
  return names;
}

std::string find_glossary(const std::string& glossary) {
  std::error_code ignored;
  const auto names = shipped_glossaries();
  if (std::ranges::find(names, glossary) == names.end() || fs::exists(glossary, ignored)) {
    return glossary;
  }
  const std::string file = glossary + ".tbx";
  // As installed, then as built.
  const auto folder = find({TRUJAMAN_SHARE "/glossaries", "glossaries"}, file);
  return folder ? *folder + "/" + file : glossary;
}

std::optional<std::string> demo_folder() {
  return find({TRUJAMAN_SHARE "/demo", "examples"}, "informe.es.md");
}

}  // namespace trujaman::cli
