#include "exchange/tmx/tmx_history.hpp"

#include <charconv>
#include <optional>

#include "base/unicode.hpp"
#include "exchange/tmx/tmx_date.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::exchange {
namespace {

using Time = std::optional<Timestamp>;

constexpr struct {
  std::string_view name;
  Time History::*field;
} kTimes[] = {{"creationdate", &History::created},
              {"changedate", &History::changed},
              {"lastusagedate", &History::last_used}};

constexpr struct {
  std::string_view name;
  std::string History::*field;
} kPersons[] = {{"creationid", &History::creator}, {"changeid", &History::changer}};

std::optional<std::uint64_t> parse_count(std::string_view text) {
  text = base::trim(text);
  std::uint64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return count;
}

}  // namespace

HistoryAttribute read_history(History& history, const XmlAttribute& a) {
  for (const auto& [name, field] : kTimes) {
    if (a.name != name) continue;
    history.*field = parse_tmx_date(a.value);
    return history.*field ? HistoryAttribute::Taken : HistoryAttribute::Bad;
  }
  for (const auto& [name, field] : kPersons) {
    if (a.name != name) continue;
    history.*field = std::string(a.value);
    return HistoryAttribute::Taken;
  }
  if (a.name != "usagecount") return HistoryAttribute::Other;
  history.usage_count = parse_count(a.value);
  return history.usage_count ? HistoryAttribute::Taken : HistoryAttribute::Bad;
}

void append_history(std::string& xml, const History& history) {
  for (const auto& [name, field] : kTimes) {
    const std::string time = history.*field ? format_tmx_date(*(history.*field)) : std::string();
    if (!time.empty()) append_xml_attribute(xml, name, time);
  }
  for (const auto& [name, field] : kPersons) {
    if (!(history.*field).empty()) append_xml_attribute(xml, name, history.*field);
  }
  if (history.usage_count) {
    append_xml_attribute(xml, "usagecount", std::to_string(*history.usage_count));
  }
}

}  // namespace trujaman::exchange
