#include <memory>

#include <trujaman/c/unit_set.h>
#include <trujaman/unit_diff.hpp>
#include <trujaman/unit_merge.hpp>
#include <trujaman/unit_pool.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/options.hpp"
#include "capi/to_c.hpp"

using namespace trujaman;

struct trujaman_pool {
  UnitPool pool;
};

struct trujaman_merger {
  UnitMerger merger;
};

struct trujaman_differ {
  UnitDiffer differ;
  bool second_begun = false;
};

namespace {

void give_conflict(const TranslationConflict& conflict, trujaman_conflict_sink sink, void* user) {
  capi::Arena arena;
  const trujaman_conflict shown{.source_language = conflict.source_language.str().c_str(),
                                .source = conflict.source.c_str(),
                                .language = conflict.language.str().c_str(),
                                .choices = arena.views<trujaman_choice>(
                                    conflict.choices,
                                    [](const TranslationChoice& choice) {
                                      return trujaman_choice{choice.text.c_str(), choice.unit,
                                                             capi::to_c(choice.where),
                                                             capi::to_c(choice.changed)};
                                    }),
                                .choice_count = conflict.choices.size()};
  capi::go_on(sink(&shown, user));
}

void give_difference(const UnitDifference& difference, trujaman_difference_sink sink, void* user) {
  capi::Arena arena;
  trujaman_unit before{};
  trujaman_unit after{};
  if (difference.before) before = capi::to_c(*difference.before, arena);
  if (difference.after) after = capi::to_c(*difference.after, arena);
  const trujaman_unit_difference shown{.change = static_cast<trujaman_change>(difference.kind),
                                       .before = difference.before ? &before : nullptr,
                                       .after = difference.after ? &after : nullptr,
                                       .before_where = capi::to_c(difference.before_where),
                                       .after_where = capi::to_c(difference.after_where)};
  capi::go_on(sink(&shown, user));
}

}  // namespace

trujaman_status trujaman_pool_new(const char* folder, trujaman_pool** pool) {
  return capi::give(pool, "pool", [&] {
    return std::make_unique<trujaman_pool>(
        trujaman_pool{UnitPool(folder == nullptr ? "" : folder)});
  });
}

trujaman_status trujaman_pool_add(trujaman_pool* pool, const trujaman_unit* unit,
                                  const trujaman_location* where) {
  return capi::guard(
      [&] { capi::need(pool, "pool").pool.add(capi::unit(unit), capi::location(where)); });
}

size_t trujaman_pool_size(const trujaman_pool* pool) {
  return capi::size_of(pool, "pool", [](const auto& p) { return p.pool.size(); });
}

trujaman_status trujaman_pool_get(trujaman_pool* pool, size_t number, trujaman_unit_sink sink,
                                  void* user) {
  return capi::guard([&] {
    const UnitPool& units = capi::need(pool, "pool").pool;
    capi::need_callback(sink, "sink");
    if (number >= units.size()) capi::no_such_index(number, "pool");
    const PlacedUnit placed = units.get(number);
    capi::Arena arena;
    const trujaman_unit shown = capi::to_c(placed.unit, arena);
    const trujaman_location where = capi::to_c(placed.where);
    static_cast<void>(sink(&shown, &where, user));
  });
}

void trujaman_pool_free(trujaman_pool* pool) {
  delete pool;
}

trujaman_status trujaman_merger_new(const trujaman_merge_options* options,
                                    trujaman_merger** merger) {
  return capi::give(merger, "merger", [&] {
    const auto from =
        capi::complete<trujaman_merge_options>(options, TRUJAMAN_MERGE_OPTIONS_INIT, "options");
    capi::need_unused(from.reserved, "options");
    return std::make_unique<trujaman_merger>(trujaman_merger{
        UnitMerger({.newest_only = from.newest_only, .folder = from.folder ? from.folder : ""})});
  });
}

trujaman_status trujaman_merger_add(trujaman_merger* merger, const trujaman_unit* unit,
                                    const trujaman_location* where, bool* merged) {
  return capi::put_if(merged, [&] {
    return !capi::need(merger, "merger").merger.add(capi::unit(unit), capi::location(where));
  });
}

trujaman_status trujaman_merger_units(trujaman_merger* merger, trujaman_unit_sink sink,
                                      void* user) {
  return capi::guard([&] {
    const UnitMerger& from = capi::need(merger, "merger").merger;
    capi::need_callback(sink, "sink");
    const trujaman_location nowhere = capi::to_c(Location{});
    from.for_each([&](const TranslationUnit& unit) {
      capi::Arena arena;
      const trujaman_unit shown = capi::to_c(unit, arena);
      capi::go_on(sink(&shown, &nowhere, user));
      return true;
    });
  });
}

trujaman_status trujaman_merger_conflicts(trujaman_merger* merger, trujaman_conflict_sink sink,
                                          void* user) {
  return capi::guard([&] {
    const UnitMerger& from = capi::need(merger, "merger").merger;
    capi::need_callback(sink, "sink");
    from.for_each_conflict([&](const TranslationConflict& conflict) {
      give_conflict(conflict, sink, user);
      return true;
    });
  });
}

void trujaman_merger_free(trujaman_merger* merger) {
  delete merger;
}

trujaman_status trujaman_differ_new(const trujaman_diff_options* options,
                                    trujaman_differ** differ) {
  return capi::give(differ, "differ", [&] {
    const auto from =
        capi::complete<trujaman_diff_options>(options, TRUJAMAN_DIFF_OPTIONS_INIT, "options");
    capi::need_unused(from.reserved, "options");
    return std::make_unique<trujaman_differ>(trujaman_differ{
        UnitDiffer({.details = from.details, .folder = from.folder ? from.folder : ""})});
  });
}

trujaman_status trujaman_differ_add(trujaman_differ* differ, trujaman_side side,
                                    const trujaman_unit* unit, const trujaman_location* where) {
  return capi::guard([&] {
    trujaman_differ& to = capi::need(differ, "differ");
    const auto set = capi::enumerator<trujaman_side>(side, TRUJAMAN_SECOND, "side");
    if (set == TRUJAMAN_FIRST && to.second_begun) {
      throw Error(Errc::InvalidArgument, "all units of the first set come before the second's");
    }
    const TranslationUnit added = capi::unit(unit);
    if (set == TRUJAMAN_FIRST) return to.differ.add_first(added, capi::location(where));
    to.second_begun = true;
    to.differ.add_second(added, capi::location(where));
  });
}

trujaman_status trujaman_differ_differences(trujaman_differ* differ, trujaman_difference_sink sink,
                                            void* user) {
  return capi::guard([&] {
    const UnitDiffer& from = capi::need(differ, "differ").differ;
    capi::need_callback(sink, "sink");
    from.for_each([&](const UnitDifference& difference) {
      give_difference(difference, sink, user);
      return true;
    });
  });
}

void trujaman_differ_free(trujaman_differ* differ) {
  delete differ;
}
