/// One set of units of several.
#include <algorithm>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>

#include <trujaman/message.hpp>
#include <trujaman/unit_filter.hpp>
#include <trujaman/unit_merge.hpp>
#include <trujaman/unit_pool.hpp>

#include "base/local.hpp"
#include "units/hash.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace units;

using Number = std::uint32_t;  ///< Of a unit in the pool, or of a group.
constexpr Number kNone = UINT32_MAX;

/// Units that become one.
struct Group {
  Number first = kNone;
  Number last = kNone;
  bool has_id = false;
};

std::uint64_t with_id(std::uint64_t key, const std::string& id) {
  Hash hash(key);
  hash.add(id);
  return hash.value();
}

/// A united unit among those that have one source text.
struct Candidate {
  Number group = 0;
  PlacedUnit placed;
  const Variant* source = nullptr;
};

/// A group by its source text.
struct SourceText {
  std::uint64_t hash = 0;
  Number group = 0;
  auto operator<=>(const SourceText&) const = default;
};

/// Adds to @p conflict what @p candidate says in its language, unless it has been said.
void add_choice(TranslationConflict& conflict, const Candidate& candidate) {
  for (const Variant& v : candidate.placed.unit.variants) {
    if (&v == candidate.source || v.language != conflict.language) continue;
    const auto changed = last_change(candidate.placed.unit);
    const auto known = std::ranges::find(conflict.choices, v.text, &TranslationChoice::text);
    if (known != conflict.choices.end()) {
      known->changed = std::max(known->changed, changed);
    } else {
      conflict.choices.push_back({v.text, candidate.group, candidate.placed.where, changed});
    }
  }
}

/// The languages into which @p candidates translate, in the order in which they come.
std::vector<LanguageTag> languages_of(const std::vector<Candidate>& candidates) {
  std::vector<LanguageTag> out;
  for (const Candidate& c : candidates) {
    for (const Variant& v : c.placed.unit.variants) {
      if (&v != c.source && std::ranges::find(out, v.language) == out.end()) {
        out.push_back(v.language);
      }
    }
  }
  return out;
}

const std::string& newest_of(const TranslationConflict& conflict) {
  const TranslationChoice* newest = &conflict.choices.front();
  for (const TranslationChoice& choice : conflict.choices) {
    if (choice.changed >= newest->changed) newest = &choice;
  }
  return newest->text;
}

}  // namespace

struct TRUJAMAN_LOCAL UnitMerger::Impl {
  explicit Impl(MergeOptions o) : options(std::move(o)), pool(options.folder) {}

  /// The group that @p unit belongs to: as in a memory, the first one with the same variants and no
  /// other id.
  [[nodiscard]] Number find(const TranslationUnit& unit, std::uint64_t key) const {
    auto found = groups_by_key.find(key);
    if (found == groups_by_key.end()) return kNone;
    if (!unit.id.empty() && groups[found->second].has_id) {
      found = groups_by_key.find(with_id(key, unit.id));
      if (found == groups_by_key.end()) return kNone;
    }
    const PlacedUnit stored = pool.get(groups[found->second].first);
    return have_same_variants(stored.unit, unit) ? found->second : kNone;
  }

  bool add(const TranslationUnit& unit, const Location& where) {
    const std::uint64_t key = hash_of_variants(unit);
    Number group = find(unit, key);
    const auto number = static_cast<Number>(pool.size());
    if (number == kNone) throw Error(Errc::Unsupported, message("too many units"), where);
    pool.add(unit, where);
    next.push_back(kNone);
    const bool is_new = group == kNone;
    if (is_new) {
      group = static_cast<Number>(groups.size());
      groups.push_back({number, number, false});
      groups_by_key.try_emplace(key, group);
    } else {
      next[groups[group].last] = number;
      groups[group].last = number;
    }
    if (!unit.id.empty()) {
      groups[group].has_id = true;
      groups_by_key.try_emplace(with_id(key, unit.id), group);
    }
    return is_new;
  }

  [[nodiscard]] PlacedUnit united(Number group) const {
    PlacedUnit out = pool.get(groups[group].first);
    for (Number n = next[groups[group].first]; n != kNone; n = next[n]) {
      merge_into(out.unit, pool.get(n).unit);
    }
    return out;
  }

  /// Calls @p visit with the candidates of each source text that several units have, in the order
  /// of their first ones.
  void for_each_text(const std::function<bool(const std::vector<Candidate>&)>& visit) const {
    std::vector<SourceText> texts;
    texts.reserve(groups.size());
    for (Number g = 0; g < groups.size(); ++g) {
      const PlacedUnit placed = pool.get(groups[g].first);
      const Variant* source = source_of(placed.unit);
      if (source == nullptr) continue;
      Hash hash;
      hash.add(source->language.str());
      hash.add(source->text);
      texts.push_back({hash.value(), g});
    }
    std::ranges::sort(texts);
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t begin = 0, end = 0; begin < texts.size(); begin = end) {
      while (end < texts.size() && texts[end].hash == texts[begin].hash) ++end;
      if (end - begin > 1) runs.emplace_back(begin, end);
    }
    std::ranges::sort(runs, {}, [&](const auto& run) { return texts[run.first].group; });
    for (const auto& [begin, end] : runs) {
      if (!visit(candidates(std::span(texts).subspan(begin, end - begin)))) return;
    }
  }

  [[nodiscard]] std::vector<Candidate> candidates(std::span<const SourceText> texts) const {
    std::vector<Candidate> out(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      out[i].group = texts[i].group;
      out[i].placed = united(texts[i].group);
      out[i].source = source_of(out[i].placed.unit);
    }
    // Equal numbers hardly ever stand for different texts, but they may.
    const std::string first = out.front().source->text;
    std::erase_if(out, [&](const Candidate& c) { return c.source->text != first; });
    return out;
  }

  void for_each_conflict(const std::function<bool(const TranslationConflict&,
                                                  const std::vector<Candidate>&)>& visit) const {
    for_each_text([&](const std::vector<Candidate>& found) {
      for (const LanguageTag& language : languages_of(found)) {
        TranslationConflict conflict{
            found.front().source->language, found.front().source->text, language, {}};
        for (const Candidate& c : found) add_choice(conflict, c);
        if (conflict.choices.size() > 1 && !visit(conflict, found)) return false;
      }
      return true;
    });
  }

  /// The variants to leave out, by group.
  [[nodiscard]] std::unordered_map<Number, std::vector<LanguageTag>> outdated() const {
    std::unordered_map<Number, std::vector<LanguageTag>> out;
    for_each_conflict([&](const TranslationConflict& conflict, const auto& found) {
      const std::string& kept = newest_of(conflict);
      for (const Candidate& c : found) {
        const bool old = std::ranges::any_of(c.placed.unit.variants, [&](const Variant& v) {
          return &v != c.source && v.language == conflict.language && v.text != kept;
        });
        if (old) out[c.group].push_back(conflict.language);
      }
      return true;
    });
    return out;
  }

  MergeOptions options;
  UnitPool pool;
  std::vector<Number> next;  ///< Of each unit in the pool, the next of its group.
  std::vector<Group> groups;
  /// By hash of the variants, and by that and id.
  std::unordered_map<std::uint64_t, Number> groups_by_key;
};

UnitMerger::UnitMerger(MergeOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
UnitMerger::~UnitMerger() = default;
UnitMerger::UnitMerger(UnitMerger&&) noexcept = default;
UnitMerger& UnitMerger::operator=(UnitMerger&&) noexcept = default;

bool UnitMerger::add(const TranslationUnit& unit, const Location& where) {
  return impl_->add(unit, where);
}

void UnitMerger::for_each(const std::function<bool(const TranslationUnit&)>& visit) const {
  const auto outdated =
      impl_->options.newest_only ? impl_->outdated() : decltype(impl_->outdated())();
  for (Number group = 0; group < impl_->groups.size(); ++group) {
    TranslationUnit unit = impl_->united(group).unit;
    if (const auto found = outdated.find(group); found != outdated.end()) {
      std::erase_if(unit.variants, [&](const Variant& v) {
        return std::ranges::find(found->second, v.language) != found->second.end();
      });
      if (unit.variants.size() < 2) continue;
    }
    if (!visit(unit)) return;
  }
}

void UnitMerger::for_each_conflict(
    const std::function<bool(const TranslationConflict&)>& visit) const {
  impl_->for_each_conflict(
      [&](const TranslationConflict& conflict, const auto&) { return visit(conflict); });
}

}  // namespace trujaman::inline v0
