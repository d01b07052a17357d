#include "cli/interface.hpp"

#include <string_view>
#include <utility>

#include "cli/value_kinds.hpp"

namespace trujaman::cli {
namespace {

/// The values that a check allows, which CLI11 writes behind the type name: "FORMAT:{tmx,tsv}".
/// None where a value is a comma itself.
std::vector<std::string> allowed_values(std::string_view type_name) {
  const std::size_t begin = type_name.find(":{");
  if (begin == std::string_view::npos || !type_name.ends_with('}')) return {};
  std::string_view rest = type_name.substr(begin + 2);
  rest.remove_suffix(1);
  std::vector<std::string> values;
  while (true) {
    const std::size_t end = rest.find(',');
    if (rest.substr(0, end).empty()) return {};
    values.emplace_back(rest.substr(0, end));
    if (end == std::string_view::npos) return values;
    rest.remove_prefix(end + 1);
  }
}

OptionInfo describe(const CLI::Option& option, const std::string& command) {
  OptionInfo info;
  if (!option.get_positional()) {
    for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
  }
  const std::string type_name = option.get_type_name();
  if (option.get_positional() || option.get_type_size() != 0) {
    info.value = type_name.substr(0, type_name.find(':'));
    info.values = allowed_values(type_name);
  }
  info.description = option.get_description();
  info.fallback = option.get_default_str();
  info.environment = option.get_envname();
  info.required = option.get_required();
  info.repeatable = option.get_expected_max() > 1;
  info.list = option.get_delimiter() == ',';
  tell_kind(command, info);
  return info;
}

void describe(const CLI::App& app, const std::string& path, std::vector<CommandInfo>& commands) {
  CommandInfo info;
  info.path = path;
  info.name = app.get_name();
  info.description = app.get_description();
  info.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    auto& list = option->get_positional() ? info.arguments : info.options;
    list.push_back(describe(*option, path));
  }
  const auto shown = [](const CLI::App* sub) { return !sub->get_group().empty(); };
  for (const CLI::App* sub : app.get_subcommands(shown)) info.commands.push_back(sub->get_name());
  commands.push_back(std::move(info));
  for (const CLI::App* sub : app.get_subcommands(shown)) {
    describe(*sub, path.empty() ? sub->get_name() : path + " " + sub->get_name(), commands);
  }
}

}  // namespace

std::vector<CommandInfo> describe_interface(const CLI::App& program) {
  std::vector<CommandInfo> commands;
  describe(program, "", commands);
  return commands;
}

}  // namespace trujaman::cli
