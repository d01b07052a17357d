#include "exchange/table/table_header.hpp"

#include "base/language_name.hpp"
#include "base/unicode.hpp"
#include "exchange/language.hpp"

namespace trujaman::exchange {

std::vector<std::string> trimmed_header(const Record& header) {
  std::vector<std::string> names;
  for (const std::string& field : header.fields) names.emplace_back(base::trim(field));
  while (!names.empty() && names.back().empty()) names.pop_back();
  return names;
}

std::optional<LanguageTag> column_language(std::string_view name) {
  auto language = parse_language(name);
  if (!language) return std::nullopt;
  const std::size_t length = language->primary().size();
  if (length != 2 && length != 3 && language->primary() != "x") return std::nullopt;
  return language;
}

std::optional<LanguageTag> language_named(std::string_view name) {
  if (auto language = column_language(name)) return language;
  const std::string tag = base::language_named(name);
  return tag.empty() ? std::nullopt : parse_language(tag);
}

bool has_text_beyond(const Record& record, std::size_t columns) {
  for (std::size_t i = columns; i < record.fields.size(); ++i) {
    if (!base::trim(record.fields[i]).empty()) return true;
  }
  return false;
}

std::string clipped(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (name.size() <= kLongest) return std::string(name);
  return base::replace_invalid_utf8(name.substr(0, kLongest)) + "…";
}

}  // namespace trujaman::exchange
