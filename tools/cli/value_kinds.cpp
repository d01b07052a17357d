#include "cli/value_kinds.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include <trujaman/checker.hpp>
#include <trujaman/cleaner.hpp>

namespace trujaman::cli {
namespace {

using Endings = std::vector<std::string>;

const Endings documents{"docx", "odt", "html", "htm", "md",  "pdf", "txt",
                        "xlf",  "po",  "tsv",  "csv", "srt", "vtt"};
const Endings units{"tmx", "xlf", "xliff", "po", "tsv", "csv", "xlsx"};
const Endings glossaries{"tbx", "tsv", "csv", "xlsx", "utf8", "txt"};
const Endings memories{"tm"};
// What people translate between, and the other official languages of the United Nations.
const std::vector<std::string> languages{"es", "en", "fr", "pt", "ar", "ru", "zh", "de", "it"};
const std::vector<std::string> encodings{"utf-8",      "utf-16",      "windows-1252",
                                         "iso-8859-1", "iso-8859-15", "macintosh"};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Endings of the files that an argument, or an option that is called alike everywhere, takes.
const Endings& endings_of(std::string_view command, bool is_output) {
  if (command.starts_with("glossary")) return glossaries;
  if (command == "info") return memories;
  if (is_one_of(command, {"align", "pretranslate", "segment", "analyse"}) && !is_output) {
    return documents;
  }
  if (command == "pretranslate") return documents;
  return units;
}

/// Endings of the files that an option with a name of its own takes.
Endings endings_by_name(std::string_view command, std::string_view name) {
  if (name == "--memory") return memories;
  if (name == "--srx") return {"srx"};
  if (name == "--review") return {"html"};
  if (name == "--beads" || name == "--anchors" || name == "--lexicon") return {"tsv", "txt", "dic"};
  if (name.find("vectors") != std::string_view::npos) return {"emb"};
  if (command == "lexicon") return {"tsv"};
  return endings_of(command, name == "--output");
}

/// "RULE,...": names of the rules that a command has.
std::vector<std::string> rules_of(std::string_view command) {
  std::vector<std::string> names;
  if (command == "check") {
    for (const CheckRule rule : check_rules()) names.emplace_back(name_of(rule));
  } else if (command == "clean") {
    for (const CleanRule rule : clean_rules()) names.emplace_back(name_of(rule));
  }
  return names;
}

}  // namespace

void tell_kind(std::string_view command, OptionInfo& option) {
  const std::string_view name = option.names.empty() ? "" : std::string_view(option.names.back());
  const std::string_view value(option.value);
  const std::string_view word = value.substr(0, value.find_first_of(" ,.|"));
  const auto offer = [&](std::vector<std::string> values) {
    option.kind = values.empty() ? ValueKind::Text : ValueKind::Values;
    option.values = std::move(values);
  };
  if (value.empty()) {
    option.kind = ValueKind::None;
  } else if (!option.values.empty()) {
    option.kind = ValueKind::Values;
  } else if (value == "LANG" || value == "LANG,...") {
    offer(languages);
  } else if (name == "--encoding") {
    offer(encodings);
  } else if (word == "RULE") {
    offer(rules_of(command));
  } else if (word == "DIR") {
    option.kind = ValueKind::Directory;
  } else if (name == "--glossary") {
    // What comes with the program is read, never changed.
    const bool changed =
        is_one_of(command, {"glossary add", "glossary edit", "glossary remove", "glossary import"});
    option.kind = changed ? ValueKind::File : ValueKind::Glossary;
    option.endings = glossaries;
  } else if (is_one_of(word, {"FILE", "IN", "OUT", "FIRST", "SECOND", "SOURCE"})) {
    option.kind = ValueKind::File;
    option.endings =
        name.empty() ? endings_of(command, word == "OUT") : endings_by_name(command, name);
  } else {
    option.kind = ValueKind::Text;
  }
}

}  // namespace trujaman::cli
