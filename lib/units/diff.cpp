/// What differs between two sets of units.
#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include <trujaman/unit_diff.hpp>
#include <trujaman/unit_filter.hpp>
#include <trujaman/unit_merge.hpp>
#include <trujaman/unit_pool.hpp>

#include "base/local.hpp"
#include "units/hash.hpp"
#include "units/unit_codec.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace units;

/// Numbers of units by a hash, those of one hash in the order in which they were added, taken out
/// from the front. Four bytes a unit and a map's entry a hash.
class Queues {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  void add(std::uint64_t hash, std::uint32_t number) {
    next_.resize(std::max<std::size_t>(next_.size(), std::size_t{number} + 1), kNone);
    const auto [queue, is_new] = queues_.try_emplace(hash, Queue{number, number});
    if (is_new) return;
    if (queue->second.first == kNone) {
      queue->second.first = number;
    } else {
      next_[queue->second.last] = number;
    }
    queue->second.last = number;
  }
  [[nodiscard]] std::uint32_t front(std::uint64_t hash) const {
    const auto found = queues_.find(hash);
    return found == queues_.end() ? kNone : found->second.first;
  }
  void pop(std::uint64_t hash) {
    Queue& queue = queues_.at(hash);
    queue.first = next_[queue.first];
  }

 private:
  struct Queue {
    std::uint32_t first;
    std::uint32_t last;
  };
  std::unordered_map<std::uint64_t, Queue> queues_;
  std::vector<std::uint32_t> next_;
};

std::uint64_t hash_of_id(const TranslationUnit& unit) {
  Hash hash;
  hash.add(unit.id);
  return hash.value();
}

/// Of the source text and the languages it is translated into.
std::uint64_t hash_of_source(const TranslationUnit& unit) {
  const Variant* source = source_of(unit);
  Hash hash;
  if (source != nullptr) {
    hash.add(source->language.str());
    hash.add(source->text);
  }
  return hash.value();
}

}  // namespace

struct TRUJAMAN_LOCAL UnitDiffer::Impl {
  explicit Impl(DiffOptions o)
      : options(std::move(o)), first(options.folder), second(options.folder) {}

  [[nodiscard]] std::uint64_t key_of(const TranslationUnit& unit) const {
    const auto variants = hash_of_variants(unit);
    if (!options.details) return variants;
    std::string bytes;
    encode({unit, {}}, bytes);
    Hash hash(variants);
    hash.add(bytes);
    return hash.value();
  }

  [[nodiscard]] bool are_same(const TranslationUnit& a, const TranslationUnit& b) const {
    return options.details ? a == b : have_same_variants(a, b);
  }

  void add_second(const TranslationUnit& unit, const Location& where) {
    const std::uint64_t key = key_of(unit);
    const std::uint32_t number = first_by_key.front(key);
    if (number != Queues::kNone && are_same(first.get(number).unit, unit)) {
      first_by_key.pop(key);
      found[number] = true;
    } else {
      second.add(unit, where);
    }
  }

  /// The unit of the second set that each left over of the first has become; kNone where none.
  [[nodiscard]] std::vector<std::uint32_t> pair_up(std::vector<bool>& taken) const {
    std::vector<std::uint32_t> partners(first.size(), Queues::kNone);
    for (const bool by_id : {true, false}) {
      Queues left;
      const auto hash = by_id ? hash_of_id : hash_of_source;
      for (std::uint32_t n = 0; n < second.size(); ++n) {
        if (taken[n]) continue;
        const TranslationUnit unit = second.get(n).unit;
        if (!by_id || !unit.id.empty()) left.add(hash(unit), n);
      }
      for (std::uint32_t n = 0; n < first.size(); ++n) {
        if (found[n] || partners[n] != Queues::kNone) continue;
        const TranslationUnit unit = first.get(n).unit;
        if (by_id && unit.id.empty()) continue;
        const std::uint32_t partner = left.front(hash(unit));
        if (partner == Queues::kNone) continue;
        left.pop(hash(unit));
        partners[n] = partner;
        taken[partner] = true;
      }
    }
    return partners;
  }

  DiffOptions options;
  UnitPool first;
  UnitPool second;          ///< Those that have no equal in the first set.
  std::vector<bool> found;  ///< Which of the first set have an equal in the second.
  Queues first_by_key;
};

UnitDiffer::UnitDiffer(DiffOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
UnitDiffer::~UnitDiffer() = default;
UnitDiffer::UnitDiffer(UnitDiffer&&) noexcept = default;
UnitDiffer& UnitDiffer::operator=(UnitDiffer&&) noexcept = default;

void UnitDiffer::add_first(const TranslationUnit& unit, const Location& where) {
  impl_->first_by_key.add(impl_->key_of(unit), static_cast<std::uint32_t>(impl_->first.size()));
  impl_->first.add(unit, where);
  impl_->found.push_back(false);
}

void UnitDiffer::add_second(const TranslationUnit& unit, const Location& where) {
  impl_->add_second(unit, where);
}

void UnitDiffer::for_each(const std::function<bool(const UnitDifference&)>& visit) const {
  std::vector<bool> taken(impl_->second.size(), false);
  const std::vector<std::uint32_t> partners = impl_->pair_up(taken);
  for (std::size_t n = 0; n < partners.size(); ++n) {
    if (impl_->found[n]) continue;
    PlacedUnit before = impl_->first.get(n);
    UnitDifference difference{.kind = UnitDifference::Kind::Removed,
                              .before = std::move(before.unit),
                              .after = std::nullopt,
                              .before_where = std::move(before.where),
                              .after_where = {}};
    if (partners[n] != Queues::kNone) {
      PlacedUnit after = impl_->second.get(partners[n]);
      difference.kind = UnitDifference::Kind::Changed;
      difference.after = std::move(after.unit);
      difference.after_where = std::move(after.where);
    }
    if (!visit(difference)) return;
  }
  for (std::size_t n = 0; n < taken.size(); ++n) {
    if (taken[n]) continue;
    PlacedUnit after = impl_->second.get(n);
    if (!visit({.kind = UnitDifference::Kind::Added,
                .before = std::nullopt,
                .after = std::move(after.unit),
                .before_where = {},
                .after_where = std::move(after.where)})) {
      return;
    }
  }
}

}  // namespace trujaman::inline v0
