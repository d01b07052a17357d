#include <memory>

#include <trujaman/c/memory.h>
#include <trujaman/memory.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using namespace trujaman;

namespace {

struct OwnedStatistics : trujaman_statistics {
  MemoryStatistics values;
  capi::Arena arena;
};

std::unique_ptr<trujaman_memory> make_memory(Memory memory) {
  return std::make_unique<trujaman_memory>(
      trujaman_memory{std::make_shared<Memory>(std::move(memory))});
}

Memory& need_memory(trujaman_memory* memory) {
  return *capi::need(memory, "memory").memory;
}

const Memory& need_memory(const trujaman_memory* memory) {
  return *capi::need(memory, "memory").memory;
}

trujaman_status add_units(trujaman_memory* memory, const trujaman_add_options* options,
                          trujaman_add_summary* summary, const auto& units) {
  return capi::put_if(summary, [&] {
    Memory& to = need_memory(memory);
    const AddOptions how = capi::add_options(options);
    return capi::to_c(to.add(units(), how));
  });
}

}  // namespace

trujaman_status trujaman_memory_open(const char* path, trujaman_memory_mode mode,
                                     trujaman_memory** memory) {
  return capi::give(memory, "memory", [&] {
    return make_memory(Memory::open(capi::need_path(path, "path"),
                                    capi::enumerator<Memory::Mode>(mode, TRUJAMAN_CREATE, "mode")));
  });
}

trujaman_status trujaman_memory_in_memory(trujaman_memory** memory) {
  return capi::give(memory, "memory", [] { return make_memory(Memory::in_memory()); });
}

void trujaman_memory_close(trujaman_memory* memory) {
  delete memory;
}

trujaman_status trujaman_memory_add(trujaman_memory* memory, const trujaman_unit* units,
                                    size_t count, const trujaman_add_options* options,
                                    trujaman_add_summary* summary) {
  return add_units(memory, options, summary, [&] { return capi::units(units, count); });
}

trujaman_status trujaman_memory_add_list(trujaman_memory* memory, const trujaman_units* units,
                                         const trujaman_add_options* options,
                                         trujaman_add_summary* summary) {
  return add_units(memory, options, summary, [&]() -> const std::vector<TranslationUnit>& {
    return capi::need(units, "units").values();
  });
}

trujaman_status trujaman_memory_update(trujaman_memory* memory, int64_t row,
                                       const trujaman_unit* unit, bool* found) {
  return capi::put_if(found, [&] { return need_memory(memory).update(row, capi::unit(unit)); });
}

trujaman_status trujaman_memory_remove(trujaman_memory* memory, int64_t row, bool* found) {
  return capi::put_if(found, [&] { return need_memory(memory).remove(row); });
}

trujaman_status trujaman_memory_compact(trujaman_memory* memory) {
  return capi::guard([&] { need_memory(memory).compact(); });
}

trujaman_status trujaman_memory_get(const trujaman_memory* memory, int64_t row,
                                    trujaman_units** unit) {
  return capi::give(unit, "unit",
                    [&] { return capi::make_list<trujaman_units>(need_memory(memory).get(row)); });
}

trujaman_status trujaman_memory_visit(const trujaman_memory* memory,
                                      const trujaman_unit_filter* filter,
                                      trujaman_unit_visitor visitor, void* user) {
  return capi::guard([&] {
    const Memory& from = need_memory(memory);
    capi::need_callback(visitor, "visitor");
    from.for_each(
        [&](std::int64_t row, const TranslationUnit& unit) {
          capi::Arena arena;
          const trujaman_unit shown = capi::to_c(unit, arena);
          return visitor(row, &shown, user) != 0;
        },
        capi::unit_filter(filter));
  });
}

trujaman_status trujaman_memory_units(const trujaman_memory* memory,
                                      const trujaman_unit_filter* filter, trujaman_units** units) {
  return capi::give(units, "units", [&] {
    std::vector<TranslationUnit> found;
    need_memory(memory).for_each(
        [&](std::int64_t /*row*/, const TranslationUnit& unit) {
          found.push_back(unit);
          return true;
        },
        capi::unit_filter(filter));
    return std::make_unique<trujaman_units>(std::move(found));
  });
}

trujaman_status trujaman_memory_concepts(const trujaman_memory* memory,
                                         trujaman_concepts** concepts) {
  return capi::give(concepts, "concepts", [&] {
    return std::make_unique<trujaman_concepts>(need_memory(memory).concepts());
  });
}

trujaman_status trujaman_memory_bookmark(const trujaman_memory* memory, const char* name,
                                         trujaman_buffer** text) {
  return capi::give(text, "text", [&]() -> std::unique_ptr<trujaman_buffer> {
    std::optional<std::string> found = need_memory(memory).bookmark(capi::need_text(name, "name"));
    return found ? capi::make_buffer(std::move(*found)) : nullptr;
  });
}

trujaman_status trujaman_memory_statistics(const trujaman_memory* memory,
                                           trujaman_statistics** statistics) {
  return capi::give(statistics, "statistics", [&] {
    auto out = std::make_unique<OwnedStatistics>();
    const MemoryStatistics& values = out->values = need_memory(memory).statistics();
    out->units = values.units;
    out->documents = values.documents;
    out->concepts = values.concepts;
    out->languages =
        out->arena.views<trujaman_language_count>(values.languages, [](const auto& pair) {
          return trujaman_language_count{pair.first.str().c_str(), pair.second};
        });
    out->language_count = values.languages.size();
    out->bytes = values.bytes;
    out->schema_version = values.schema_version;
    return out;
  });
}

void trujaman_statistics_free(trujaman_statistics* statistics) {
  delete static_cast<OwnedStatistics*>(statistics);
}
