#include "cli/options.hpp"

#include <cstdlib>

#include <trujaman/message.hpp>

namespace trujaman::cli {
namespace {

/// Empty when @p tag is well-formed, else what is wrong with it.
std::string check_tag(const std::string& tag) {
  try {
    static_cast<void>(LanguageTag(tag));
    return {};
  } catch (const Error& e) {
    return e.what();
  }
}

}  // namespace

CLI::Option* add_memory_option(CLI::App& command, std::string& memory) {
  return command.add_option("-m,--memory", memory, message("The translation memory"))
      ->envname("TRUJAMAN_MEMORY")
      ->type_name("FILE");
}

CLI::Option* add_optional_memory_option(CLI::App& command, std::string& memory) {
  return command.add_option("-m,--memory", memory, message("The translation memory"))
      ->type_name("FILE");
}

std::string memory_of_environment() {
  const char* memory = std::getenv("TRUJAMAN_MEMORY");
  return memory == nullptr ? "" : memory;
}

CLI::Option* add_glossary_option(CLI::App& command, std::vector<std::string>& glossaries) {
  return command
      .add_option("-g,--glossary", glossaries,
                  message("A glossary (tbx, tsv, csv, xlsx); may be repeated"))
      ->allow_extra_args(false)
      ->type_name("FILE");
}

CLI::Option* add_format_option(CLI::App& command, std::string& format) {
  return command
      .add_option("--format", format,
                  message("tmx, xlf, po, tsv, csv or xlsx, whatever the file is called"))
      ->check(CLI::IsMember({"tmx", "tsv", "csv", "xlsx", "xlf", "xliff", "po"}))
      ->type_name("FORMAT");
}

void add_tmx_options(CLI::App& command, TmxOptions& options) {
  command.add_option("--level", options.level, message("Of TMX: 2, or 1 for text without codes"))
      ->check(CLI::IsMember({1, 2}))
      ->capture_default_str()
      ->type_name("N");
  command.add_flag("--context", options.context,
                   message("Write a unit's neighbours into TMX, too, as memoQ does"));
  command.add_flag("--utf-16", options.utf16, message("Write TMX in UTF-16"));
}

CLI::Option* add_xliff_version_option(CLI::App& command, XliffVersion& version) {
  const auto take = [&version](const std::string& name) {
    version = name == "2.0" ? XliffVersion::V2_0 : XliffVersion::V1_2;
  };
  return command
      .add_option_function<std::string>("--xliff-version", take,
                                        message("Of an xlf file that is written: 1.2 or 2.0"))
      ->check(CLI::IsMember({"1.2", "2.0"}))
      ->type_name("VERSION");
}

CLI::Option* add_json_option(CLI::App& command, bool& json) {
  return command.add_flag("--json", json, message("Print JSON, one object a line"));
}

CLI::Option* add_language_option(CLI::App& command, const std::string& name, std::string& tag,
                                 const std::string& description) {
  return command.add_option(name, tag, description)->check(check_tag)->type_name("LANG");
}

CLI::Option* add_languages_option(CLI::App& command, const std::string& name,
                                  std::vector<std::string>& tags, const std::string& description) {
  return command.add_option(name, tags, description)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(check_tag)
      ->type_name("LANG,...");
}

std::vector<LanguageTag> to_tags(const std::vector<std::string>& tags) {
  return {tags.begin(), tags.end()};
}

Memory open_memory(const std::string& path, Memory::Mode mode) {
  try {
    return Memory::open(path, mode);
  } catch (const Error& e) {
    if (e.code() == Errc::Busy || e.code() == Errc::Storage) throw;
    throw Error(Errc::Storage, e.what(), e.where());
  }
}

}  // namespace trujaman::cli
