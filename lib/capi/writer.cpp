#include <memory>

#include <trujaman/c/writer.h>
#include <trujaman/concept_store.hpp>
#include <trujaman/memory.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/upsert.hpp"

using namespace trujaman;

struct trujaman_writer {
  std::shared_ptr<Memory> memory;  // outlives the transaction
  MemoryWriter writer;
};

namespace {

MemoryWriter& need_writer(trujaman_writer* writer) {
  return capi::need(writer, "writer").writer;
}

}  // namespace

trujaman_status trujaman_writer_begin(trujaman_memory* memory, trujaman_writer** writer) {
  return capi::give(writer, "writer", [&] {
    const std::shared_ptr<Memory>& to = capi::need(memory, "memory").memory;
    return std::unique_ptr<trujaman_writer>(new trujaman_writer{to, to->write()});
  });
}

trujaman_status trujaman_writer_add(trujaman_writer* writer, const trujaman_unit* unit,
                                    const trujaman_add_options* options,
                                    trujaman_outcome* outcome) {
  return capi::put_if(outcome, [&] {
    return static_cast<trujaman_outcome>(
        need_writer(writer).add(capi::unit(unit), capi::add_options(options)));
  });
}

trujaman_status trujaman_writer_update(trujaman_writer* writer, int64_t row,
                                       const trujaman_unit* unit, bool* found) {
  return capi::put_if(found, [&] { return need_writer(writer).update(row, capi::unit(unit)); });
}

trujaman_status trujaman_writer_remove(trujaman_writer* writer, int64_t row, bool* found) {
  return capi::put_if(found, [&] { return need_writer(writer).remove(row); });
}

trujaman_status trujaman_writer_add_concept(trujaman_writer* writer,
                                            const trujaman_concept* entry) {
  return capi::guard([&] {
    const ConceptEntry given = capi::entry(entry);
    if (given.id.empty()) throw Error(Errc::InvalidArgument, "the concept has no id");
    need_writer(writer).add(given);
  });
}

trujaman_status trujaman_writer_remove_concept(trujaman_writer* writer, const char* id,
                                               bool* found) {
  return capi::put_if(
      found, [&] { return need_writer(writer).remove_concept(capi::need_text(id, "id")); });
}

trujaman_status trujaman_writer_upsert(trujaman_writer* writer, const trujaman_concepts* concepts,
                                       const trujaman_upsert_options* options,
                                       trujaman_upsert_summary* summary) {
  return capi::put_if(summary, [&] {
    MemoryWriter& to = need_writer(writer);
    const std::vector<ConceptEntry>& entries = capi::need(concepts, "concepts").values();
    const capi::Upsert how(options);
    ConceptUpsert upsert(to.concepts(), how.options, how.sink);
    for (const ConceptEntry& entry : entries) upsert.add(entry);
    return capi::to_c(upsert.summary());
  });
}

trujaman_status trujaman_writer_set_bookmark(trujaman_writer* writer, const char* name,
                                             const char* text) {
  return capi::guard([&] {
    need_writer(writer).set_bookmark(capi::need_text(name, "name"), capi::text(text, "text"));
  });
}

trujaman_status trujaman_writer_summary(const trujaman_writer* writer,
                                        trujaman_add_summary* summary) {
  return capi::put(summary, "summary",
                   [&] { return capi::to_c(capi::need(writer, "writer").writer.summary()); });
}

trujaman_status trujaman_writer_commit(trujaman_writer* writer) {
  return capi::guard([&] { need_writer(writer).commit(); });
}

void trujaman_writer_free(trujaman_writer* writer) {
  delete writer;
}
