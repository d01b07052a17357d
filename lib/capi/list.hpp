/// @file
/// Lists as C sees them: C++ values, and views of them whose texts are the values' own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory_resource>
#include <mutex>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "capi/guard.hpp"

namespace trujaman::capi {

/// Room for the arrays that views need, freed as one.
class Arena {
 public:
  /// Room for @p count values, uninitialised; NULL for none.
  template <class T>
  T* array(std::size_t count) {
    if (count == 0) return nullptr;
    return static_cast<T*>(memory_.allocate(count * sizeof(T), alignof(T)));
  }
  /// The views of a range of values.
  template <class View, class Range, class Make>
  const View* views(const Range& values, const Make& make) {
    View* const out = array<View>(values.size());
    std::size_t i = 0;
    for (const auto& value : values) ::new (static_cast<void*>(out + i++)) View(make(value));
    return out;
  }
  void clear() { memory_.release(); }

 private:
  std::pmr::monotonic_buffer_resource memory_;
};

/// The items of a result, which never changes.
template <class Value, class View>
struct Result {
  template <class Make>
  Result(std::vector<Value> v, const Make& make) : values(std::move(v)) {
    items.reserve(values.size());
    for (const Value& value : values) items.push_back(make(value, arena));
  }

  std::vector<Value> values;
  Arena arena;
  std::vector<View> items;
};

/// The values of a list that grows; views are made when they are asked for, by any thread.
template <class Value, class View>
class GrowingList {
 public:
  GrowingList() = default;
  explicit GrowingList(std::vector<Value> values) : values_(std::move(values)) {}

  [[nodiscard]] const std::vector<Value>& values() const noexcept { return values_; }
  void add(std::vector<Value> values) {
    // All or none: what may throw comes first. Room by doubling, as many lists grow one by one.
    const std::size_t needed = values_.size() + values.size();
    if (needed > values_.capacity()) values_.reserve(std::max(needed, 2 * values_.capacity()));
    items_.clear();
    arena_.clear();
    values_.insert(values_.end(), std::make_move_iterator(values.begin()),
                   std::make_move_iterator(values.end()));
  }
  template <class Make>
  const View* at(std::size_t index, const Make& make) const {
    const std::lock_guard lock(mutex_);
    if (items_.empty() && !values_.empty()) {
      std::vector<View> items;
      items.reserve(values_.size());
      for (const Value& value : values_) items.push_back(make(value, arena_));
      items_ = std::move(items);
    }
    return &items_.at(index);
  }

 private:
  std::vector<Value> values_;
  mutable std::mutex mutex_;
  mutable Arena arena_;
  mutable std::vector<View> items_;
};

/// size() of what @p list has, 0 and an error for NULL.
template <class List, class Size>
std::size_t size_of(const List* list, const char* name, const Size& size) noexcept {
  if (list != nullptr) return size(*list);
  static_cast<void>(guard([&] { need(list, name); }));
  return 0;
}

template <class List>
std::size_t size_of(const List* list, const char* name) noexcept {
  return size_of(list, name, [](const List& l) { return l.items.size(); });
}

[[noreturn]] inline void no_such_index(std::size_t index, const char* name) {
  throw Error(Errc::InvalidArgument, std::string(name) + " has no item " + std::to_string(index));
}

/// The item of a result; NULL and an error when it is not there.
template <class List>
auto item_at(const List* list, std::size_t index, const char* name) noexcept
    -> decltype(list->items.data()) {
  if (list != nullptr && index < list->items.size()) return list->items.data() + index;
  static_cast<void>(guard([&] {
    need(list, name);
    no_such_index(index, name);
  }));
  return nullptr;
}

/// The item of a growing list; NULL and an error when it is not there.
template <class View, class List, class Make>
const View* grown_at(const List* list, std::size_t index, const char* name,
                     const Make& make) noexcept {
  const View* out = nullptr;
  const auto find = [&] {
    if (index >= need(list, name).values().size()) no_such_index(index, name);
    out = list->at(index, make);
  };
  try {
    find();
  } catch (...) {
    record_exception();
  }
  return out;
}

}  // namespace trujaman::capi
