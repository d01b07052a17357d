/// @file
/// What units and variants have in common, united.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

#include <trujaman/unit.hpp>

namespace trujaman::units {

inline bool same_text(const Variant& a, const Variant& b) {
  return a.language == b.language && a.text == b.text && a.codes == b.codes;
}

template <class T>
void add_missing(std::vector<T>& to, const std::vector<T>& from) {
  for (const T& value : from) {
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
  }
}

template <class T, class Better>
void take_better(std::optional<T>& to, const std::optional<T>& from, Better better) {
  if (from && (!to || better(*from, *to))) to = from;
}

inline void merge_history(History& to, const History& from) {
  take_better(to.created, from.created, std::less<>());
  take_better(to.changed, from.changed, std::greater<>());
  take_better(to.last_used, from.last_used, std::greater<>());
  take_better(to.usage_count, from.usage_count, std::greater<>());
  if (to.creator.empty()) to.creator = from.creator;
  if (to.changer.empty()) to.changer = from.changer;
}

/// For units and variants, which have these in common.
template <class Record>
void merge_details(Record& to, const Record& from) {
  merge_history(to.history, from.history);
  add_missing(to.properties, from.properties);
  add_missing(to.attributes, from.attributes);
  add_missing(to.notes, from.notes);
}

}  // namespace trujaman::units
