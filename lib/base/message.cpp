#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <vector>

#include <trujaman/message.hpp>

#include "base/catalogue.hpp"
#include "base/message_catalogues.hpp"

namespace trujaman::inline v0 {
namespace {

using base::Catalogue;
using Catalogues = std::vector<std::shared_ptr<const Catalogue>>;

/// What is known of messages; the one thing of the library that belongs to the whole process, as
/// people read it in one language.
struct Messages {
  std::shared_mutex mutex;
  LanguageTag wanted{"en"};
  LanguageTag spoken{"en"};
  /// Of the wanted language and of those it falls back to, in the order they are asked.
  std::shared_ptr<const Catalogues> in_use;
  /// Those added, by the language's tag, in the order in which they came.
  std::map<std::string, Catalogues, std::less<>> added;
  /// The library's own, read when their language is first wanted.
  std::map<std::string, std::shared_ptr<const Catalogue>, std::less<>> own;
};

Messages& messages() {
  static Messages all;
  return all;
}

/// The library's catalogue for exactly @p tag; nullptr when it has none.
std::shared_ptr<const Catalogue> own_catalogue(Messages& all, std::string_view tag) {
  const auto shipped =
      std::find_if(std::begin(base::kMessageCatalogues), std::end(base::kMessageCatalogues),
                   [&](const auto& one) { return one.language == tag; });
  if (shipped == std::end(base::kMessageCatalogues)) return nullptr;
  auto& read = all.own[std::string(tag)];
  if (!read) read = std::make_shared<const Catalogue>(tag, shipped->bytes);
  return read;
}

/// Looks up anew which catalogues serve; all.mutex is held for writing.
void choose_catalogues(Messages& all) {
  auto chosen = std::make_shared<Catalogues>();
  LanguageTag spoken("en");
  // es-Latn-MX, es-Latn, es
  std::string tag = all.wanted.str();
  while (!tag.empty()) {
    const std::size_t before = chosen->size();
    if (const auto added = all.added.find(tag); added != all.added.end()) {
      chosen->insert(chosen->end(), added->second.rbegin(), added->second.rend());
    }
    if (auto own = own_catalogue(all, tag)) chosen->push_back(std::move(own));
    if (before == 0 && !chosen->empty()) spoken = LanguageTag(tag);
    const std::size_t end = tag.rfind('-');
    tag.resize(end == std::string::npos ? 0 : end);
  }
  all.spoken = spoken;
  all.in_use = chosen->empty() ? nullptr : std::move(chosen);
}

std::shared_ptr<const Catalogues> catalogues_in_use() {
  Messages& all = messages();
  const std::shared_lock lock(all.mutex);
  return all.in_use;
}

/// @p pattern with {1} to {9} replaced; a number without an argument stays.
std::string filled(std::string_view pattern, std::span<const MessageArgument> arguments) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = 0; at + 2 < pattern.size(); ++at) {
    if (pattern[at] != '{' || pattern[at + 2] != '}') continue;
    const char digit = pattern[at + 1];
    if (digit < '1' || digit > '9') continue;
    const auto index = static_cast<std::size_t>(digit - '1');
    if (index >= arguments.size()) continue;
    out.append(pattern.substr(done, at - done)).append(arguments[index].text());
    done = at + 3;
    at += 2;
  }
  return out.append(pattern.substr(done));
}

}  // namespace

void set_message_language(const LanguageTag& language) {
  Messages& all = messages();
  const std::unique_lock lock(all.mutex);
  all.wanted = language;
  choose_catalogues(all);
}

LanguageTag message_language() {
  Messages& all = messages();
  const std::shared_lock lock(all.mutex);
  return all.spoken;
}

void add_message_catalogue(const LanguageTag& language, std::string_view catalogue) {
  auto added = std::make_shared<const Catalogue>(language.str(), catalogue);
  Messages& all = messages();
  const std::unique_lock lock(all.mutex);
  all.added[language.str()].push_back(std::move(added));
  choose_catalogues(all);
}

std::string format_message(std::string_view id, std::span<const MessageArgument> arguments) {
  if (const auto in_use = catalogues_in_use()) {
    const std::string name(id);
    for (const auto& catalogue : *in_use) {
      if (const char* text = catalogue->find(name)) return filled(text, arguments);
    }
  }
  return filled(id, arguments);
}

std::string format_message(std::string_view one, std::string_view many, std::size_t n,
                           std::span<const MessageArgument> arguments) {
  if (const auto in_use = catalogues_in_use()) {
    const std::string name(one);
    for (const auto& catalogue : *in_use) {
      if (const char* text = catalogue->find(name, n)) return filled(text, arguments);
    }
  }
  return filled(n == 1 ? one : many, arguments);
}

}  // namespace trujaman::inline v0
