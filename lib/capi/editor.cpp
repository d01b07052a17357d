#include <memory>

#include <trujaman/c/glossary.h>
#include <trujaman/glossary_editor.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/upsert.hpp"

using namespace trujaman;

struct trujaman_editor {
  GlossaryEditor editor;
};

struct trujaman_concept_differences : capi::Result<ConceptDifference, trujaman_concept_difference> {
  using Result::Result;
};

struct trujaman_field_conflicts : capi::Result<MergeConflict, trujaman_field_conflict> {
  using Result::Result;
};

namespace {

trujaman_concept_difference difference_to_c(const ConceptDifference& difference,
                                            capi::Arena& arena) {
  const auto change = difference.kind == ConceptDifference::Kind::Added     ? TRUJAMAN_ADDED
                      : difference.kind == ConceptDifference::Kind::Removed ? TRUJAMAN_REMOVED
                                                                            : TRUJAMAN_CHANGED;
  return {
      .change = change,
      .id = difference.id.c_str(),
      .fields = arena.views<trujaman_field_difference>(
          difference.fields,
          [](const FieldDifference& f) {
            return trujaman_field_difference{f.field.c_str(), f.before.c_str(), f.after.c_str()};
          }),
      .field_count = difference.fields.size()};
}

trujaman_field_conflict conflict_to_c(const MergeConflict& c, capi::Arena& /*arena*/) {
  return {c.id.c_str(), c.field.c_str(), c.first.c_str(), c.second.c_str()};
}

std::vector<ConceptEntry> copy(std::span<const ConceptEntry> concepts) {
  return {concepts.begin(), concepts.end()};
}

}  // namespace

trujaman_status trujaman_editor_new(const trujaman_concepts* concepts, trujaman_editor** editor) {
  return capi::give(editor, "editor", [&] {
    std::vector<ConceptEntry> begin;
    if (concepts != nullptr) begin = concepts->values();
    return std::make_unique<trujaman_editor>(trujaman_editor{GlossaryEditor(std::move(begin))});
  });
}

trujaman_status trujaman_editor_find(const trujaman_editor* editor, const char* id,
                                     trujaman_concepts** found) {
  return capi::give(found, "found", [&] {
    const ConceptEntry* const entry =
        capi::need(editor, "editor").editor.find(capi::need_text(id, "id"));
    return capi::make_list<trujaman_concepts>(entry == nullptr ? std::nullopt
                                                               : std::optional(*entry));
  });
}

trujaman_status trujaman_editor_put(trujaman_editor* editor, const trujaman_concept* entry,
                                    trujaman_buffer** id) {
  if (id != nullptr) *id = nullptr;
  return capi::guard([&] {
    std::string given = capi::need(editor, "editor").editor.put(capi::entry(entry));
    if (id != nullptr) *id = capi::make_buffer(std::move(given)).release();
  });
}

trujaman_status trujaman_editor_remove(trujaman_editor* editor, const char* id, bool* found) {
  return capi::put_if(
      found, [&] { return capi::need(editor, "editor").editor.remove(capi::need_text(id, "id")); });
}

trujaman_status trujaman_editor_upsert(trujaman_editor* editor, const trujaman_concepts* concepts,
                                       const trujaman_upsert_options* options,
                                       trujaman_upsert_summary* summary) {
  return capi::put_if(summary, [&] {
    GlossaryEditor& to = capi::need(editor, "editor").editor;
    const capi::Upsert how(options);
    return capi::to_c(to.upsert(capi::need(concepts, "concepts").values(), how.options, how.sink));
  });
}

trujaman_status trujaman_editor_concepts(const trujaman_editor* editor,
                                         trujaman_concepts** concepts) {
  return capi::give(concepts, "concepts", [&] {
    return std::make_unique<trujaman_concepts>(
        copy(capi::need(editor, "editor").editor.concepts()));
  });
}

void trujaman_editor_free(trujaman_editor* editor) {
  delete editor;
}

size_t trujaman_concept_differences_size(const trujaman_concept_differences* differences) {
  return capi::size_of(differences, "differences");
}

const trujaman_concept_difference* trujaman_concept_differences_at(
    const trujaman_concept_differences* differences, size_t index) {
  return capi::item_at(differences, index, "differences");
}

void trujaman_concept_differences_free(trujaman_concept_differences* differences) {
  delete differences;
}

trujaman_status trujaman_concepts_compare(const trujaman_concepts* before,
                                          const trujaman_concepts* after,
                                          trujaman_concept_differences** differences) {
  return capi::give(differences, "differences", [&] {
    return std::make_unique<trujaman_concept_differences>(
        diff_glossaries(capi::need(before, "before").values(), capi::need(after, "after").values()),
        difference_to_c);
  });
}

size_t trujaman_field_conflicts_size(const trujaman_field_conflicts* conflicts) {
  return capi::size_of(conflicts, "conflicts");
}

const trujaman_field_conflict* trujaman_field_conflicts_at(
    const trujaman_field_conflicts* conflicts, size_t index) {
  return capi::item_at(conflicts, index, "conflicts");
}

void trujaman_field_conflicts_free(trujaman_field_conflicts* conflicts) {
  delete conflicts;
}

trujaman_status trujaman_concepts_merge(const trujaman_concepts* first,
                                        const trujaman_concepts* second,
                                        trujaman_preference preference, trujaman_concepts** merged,
                                        trujaman_field_conflicts** conflicts) {
  if (conflicts != nullptr) *conflicts = nullptr;
  return capi::give(merged, "merged", [&] {
    MergeResult result = merge_glossaries(
        capi::need(first, "first").values(), capi::need(second, "second").values(),
        capi::enumerator<MergePreference>(preference, TRUJAMAN_PREFER_SECOND, "preference"));
    auto out = std::make_unique<trujaman_concepts>(std::move(result.concepts));
    if (conflicts != nullptr) {
      *conflicts =
          std::make_unique<trujaman_field_conflicts>(std::move(result.conflicts), conflict_to_c)
              .release();
    }
    return out;
  });
}
