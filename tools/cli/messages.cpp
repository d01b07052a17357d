#include "cli/messages.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "message_catalogues.hpp"

namespace trujaman::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// "es_ES.UTF-8", "fr"; nothing for "C", "POSIX" and what is no language.
std::optional<LanguageTag> language_of(std::string_view locale) {
  locale = locale.substr(0, locale.find_first_of(".@"));
  if (locale.empty() || locale == "C" || locale == "POSIX") return std::nullopt;
  try {
    return LanguageTag(locale);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// What CLI11 2 says to users, with places for what it puts in. Those with more words come first,
/// where several fit.
constexpr std::string_view kUsageMessages[] = {
    message_id("The following arguments were not expected: {1}"),
    message_id("The following argument was not expected: {1}"),
    message_id("Value {1} not in range {2} to {3}"),
    message_id("Value {1} could not be converted"),
    message_id("Failed parsing {1} as a {2}"),

    message_id("Could not convert: {1} = {2}"),
    message_id("Expected exactly {1} arguments to {2}, got {3}"),
    message_id("Expected at least {1} arguments to {2}, got {3}"),
    message_id("At least {1} required but received {2}"),
    message_id("At Most {1} required but received {2}"),
    message_id("{1} required {2} missing"),
    message_id("{1} was given a disallowed flag override"),
    message_id("too many inputs for a flag"),
    message_id("Should be true/false or a number"),
    message_id("A subcommand is required"),
    message_id("{1} is required"),
    message_id("{1} requires {2}"),
    message_id("{1} excludes {2}"),
    message_id("{1} not in {2}"),
};

/// What stands for {1}, {2}, … when @p said is @p pattern filled in; nothing when it is not.
std::optional<std::vector<MessageArgument>> match(std::string_view pattern, std::string_view said) {
  std::vector<MessageArgument> out;
  while (true) {
    const std::size_t place = pattern.find('{');
    if (place == std::string_view::npos) {
      if (said != pattern) return std::nullopt;
      return out;
    }
    if (!said.starts_with(pattern.substr(0, place))) return std::nullopt;
    said.remove_prefix(place);
    pattern.remove_prefix(place + std::string_view("{1}").size());
    const std::string_view next = pattern.substr(0, pattern.find('{'));
    const std::size_t end = next.empty() ? said.size() : said.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    out.emplace_back(said.substr(0, end));
    said.remove_prefix(end);
  }
}

/// Whether what the message @p id puts in is the name of an argument, which help translates.
bool names_argument(std::string_view id) {
  return id.ends_with(" is required") || id.find("arguments to {2}") != std::string_view::npos;
}

/// @p said in the language of messages; nothing when it is none of kUsageMessages.
std::optional<std::string> translated(std::string_view said) {
  for (const std::string_view id : kUsageMessages) {
    auto arguments = match(id, said);
    if (!arguments) continue;
    if (arguments->size() == 3 && arguments->back().text().size() > 100) {
      // CLI::PositiveNumber names the largest number there is.
      return message("Value {1} is not above 0", arguments->front());
    }
    if (names_argument(id)) {
      for (MessageArgument& argument : *arguments) argument = message(argument.text());
    }
    return format_message(id, *arguments);
  }
  return std::nullopt;
}

}  // namespace

std::vector<LanguageTag> wanted_languages() {
  std::string_view locale;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    locale = environment(name);
    if (!locale.empty()) break;
  }
  const auto language = language_of(locale);
  if (!language) return {};
  std::vector<LanguageTag> out;
  std::string_view list = environment("LANGUAGE");
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(':'), list.size());
    if (const auto listed = language_of(list.substr(0, end))) out.push_back(*listed);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  out.push_back(*language);
  return out;
}

void set_language_of_user() {
  const std::vector<LanguageTag> wanted = wanted_languages();
  if (wanted.empty() || wanted.front().primary() == "en") return;
  for (const MessageCatalogue& catalogue : kMessageCatalogues) {
    add_message_catalogue(LanguageTag(catalogue.language), catalogue.bytes);
  }
  for (const LanguageTag& language : wanted) {
    set_message_language(language);
    if (message_language().primary() == language.primary()) return;
  }
}

std::string parser_message(std::string_view said) {
  // "--limit: Value 0 not in range 1 to 10"
  const std::size_t cut = said.find(": ");
  if (cut != std::string_view::npos && cut < said.find(' ')) {
    const std::string_view about = said.substr(cut + 2);
    return message("{1}: {2}", said.substr(0, cut), translated(about).value_or(std::string(about)));
  }
  return translated(said).value_or(std::string(said));
}

}  // namespace trujaman::cli
