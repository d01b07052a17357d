#include <algorithm>
#include <memory>
#include <utility>

#include <trujaman/glossary_editor.hpp>

#include "base/local.hpp"
#include "terms/concept_id.hpp"
#include "terms/concept_matcher.hpp"

namespace trujaman::inline v0 {

struct TRUJAMAN_LOCAL GlossaryEditor::Impl {
  std::vector<ConceptEntry> concepts;
  terms::ConceptMatcher matcher;

  void rebuild() {
    matcher = {};
    for (std::size_t i = 0; i < concepts.size(); ++i) matcher.add(concepts[i], i);
  }

  [[nodiscard]] std::string unused_id(const ConceptEntry& entry) const {
    return terms::unused_id(entry,
                            [&](std::string_view id) { return matcher.find_id(id).has_value(); });
  }

  std::size_t append(ConceptEntry entry) {
    entry.id = unused_id(entry);
    concepts.push_back(std::move(entry));
    matcher.add(concepts.back(), concepts.size() - 1);
    return concepts.size() - 1;
  }

  void replace(std::size_t place, ConceptEntry entry) {
    concepts[place] = std::move(entry);
    matcher.add(concepts[place], place);
  }
};

namespace {

/// The editor's concepts, by their places.
template <class Editor>
class EditorStore final : public ConceptStore {
 public:
  explicit EditorStore(Editor& editor) : editor_(&editor) {}
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) override {
    return editor_->matcher.find_id(id);
  }
  [[nodiscard]] std::vector<std::size_t> with_preferred_term(std::string_view language,
                                                             std::string_view term,
                                                             std::size_t end) override {
    return editor_->matcher.with_preferred_term(language, term, end);
  }
  [[nodiscard]] ConceptEntry get(std::size_t key) override { return editor_->concepts[key]; }
  void put(std::size_t key, const ConceptEntry& entry) override { editor_->replace(key, entry); }
  std::size_t append(const ConceptEntry& entry) override { return editor_->append(entry); }

 private:
  Editor* editor_;
};

}  // namespace

GlossaryEditor::GlossaryEditor(std::vector<ConceptEntry> concepts)
    : impl_(std::make_unique<Impl>()) {
  impl_->concepts = std::move(concepts);
  impl_->rebuild();
  // So that each can be named, for changing and removing it.
  for (std::size_t i = 0; i < impl_->concepts.size(); ++i) {
    ConceptEntry& entry = impl_->concepts[i];
    if (!entry.id.empty() && impl_->matcher.find_id(entry.id) == i) continue;
    entry.id = impl_->unused_id(entry);
    impl_->matcher.add(entry, i);
  }
}
GlossaryEditor::~GlossaryEditor() = default;
GlossaryEditor::GlossaryEditor(GlossaryEditor&&) noexcept = default;
GlossaryEditor& GlossaryEditor::operator=(GlossaryEditor&&) noexcept = default;

std::span<const ConceptEntry> GlossaryEditor::concepts() const noexcept {
  return impl_->concepts;
}

const ConceptEntry* GlossaryEditor::find(std::string_view id) const noexcept {
  const auto found = impl_->matcher.find_id(id);
  return found ? &impl_->concepts[*found] : nullptr;
}

std::string GlossaryEditor::put(ConceptEntry entry) {
  const auto found = impl_->matcher.find_id(entry.id);
  if (!found) return impl_->concepts[impl_->append(std::move(entry))].id;
  impl_->replace(*found, std::move(entry));
  return impl_->concepts[*found].id;
}

bool GlossaryEditor::remove(std::string_view id) {
  const auto found = impl_->matcher.find_id(id);
  if (!found) return false;
  impl_->concepts.erase(impl_->concepts.begin() + static_cast<std::ptrdiff_t>(*found));
  impl_->rebuild();
  return true;
}

UpsertSummary GlossaryEditor::upsert(std::span<const ConceptEntry> entries,
                                     const UpsertOptions& options,
                                     const DiagnosticSink& on_diagnostic) {
  EditorStore store(*impl_);
  ConceptUpsert upsert(store, options, on_diagnostic);
  for (const ConceptEntry& entry : entries) upsert.add(entry);
  return upsert.summary();
}

}  // namespace trujaman::inline v0
