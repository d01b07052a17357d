#include <algorithm>
#include <set>
#include <utility>

#include <trujaman/glossary_editor.hpp>

#include "base/unicode.hpp"
#include "terms/concept_matcher.hpp"
#include "terms/concept_union.hpp"

namespace trujaman::inline v0 {
namespace {

/// A term as an id that XML takes: "trata-de-personas".
std::string slug(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::string out;
  for (const char c : base::fold(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
    if (out.size() >= kLongest) break;
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() || (out[0] >= '0' && out[0] <= '9') ? "c" + out : out;
}

}  // namespace

struct GlossaryEditor::Impl {
  std::vector<ConceptEntry> concepts;
  terms::ConceptMatcher matcher;

  void rebuild() {
    matcher = {};
    for (std::size_t i = 0; i < concepts.size(); ++i) matcher.add(concepts[i], i);
  }

  [[nodiscard]] std::string unused(const std::string& id) const {
    std::string candidate = id;
    for (std::size_t n = 2; matcher.find_id(candidate); ++n) {
      candidate = id + "-" + std::to_string(n);
    }
    return candidate;
  }

  std::size_t append(ConceptEntry entry) {
    if (entry.id.empty()) entry.id = slug(entry.terms.empty() ? "" : entry.terms[0].text);
    entry.id = unused(entry.id);
    concepts.push_back(std::move(entry));
    matcher.add(concepts.back(), concepts.size() - 1);
    return concepts.size() - 1;
  }
};

GlossaryEditor::GlossaryEditor(std::vector<ConceptEntry> concepts)
    : impl_(std::make_unique<Impl>()) {
  impl_->concepts = std::move(concepts);
  impl_->rebuild();
  // So that each can be named, for changing and removing it.
  for (std::size_t i = 0; i < impl_->concepts.size(); ++i) {
    ConceptEntry& entry = impl_->concepts[i];
    if (!entry.id.empty() && impl_->matcher.find_id(entry.id) == i) continue;
    const std::string wish =
        entry.id.empty() ? slug(entry.terms.empty() ? "" : entry.terms[0].text) : entry.id;
    entry.id = impl_->unused(wish);
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
  impl_->concepts[*found] = std::move(entry);
  impl_->matcher.add(impl_->concepts[*found], *found);
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
  UpsertSummary summary;
  // Concepts of this file: two of its entries are one only when id and terms both say so.
  std::set<std::size_t> of_file;
  const auto report = [&](const std::string& message) {
    if (on_diagnostic) on_diagnostic({Severity::Warning, message, {}});
  };
  for (const ConceptEntry& entry : entries) {
    auto place = impl_->matcher.find_id(entry.id);
    bool twice = false;
    if (place && of_file.contains(*place)) {
      twice = !terms::share_preferred_terms(impl_->concepts[*place], entry);
      if (twice) place.reset();
    }
    if (!place) {
      place = impl_->matcher.find_terms(entry, impl_->concepts,
                                        [&](std::size_t i) { return !of_file.contains(i); });
    }
    if (!place) {
      const std::size_t added = impl_->append(entry);
      of_file.insert(added);
      ++summary.added;
      if (twice) {
        report("id " + entry.id + " stands for two concepts; the second was added as " +
               impl_->concepts[added].id);
      }
      continue;
    }
    of_file.insert(*place);
    ConceptEntry united = impl_->concepts[*place];
    const auto conflicts =
        terms::unite(united, entry, {.prefer_other = true, .keep_statuses = options.keep_statuses});
    for (const MergeConflict& c : conflicts) {
      report("concept " + c.id + ": " + c.field + " was \"" + c.first + "\", is \"" + c.second +
             "\" now");
    }
    if (united == impl_->concepts[*place]) {
      ++summary.unchanged;
      continue;
    }
    ++summary.updated;
    impl_->concepts[*place] = std::move(united);
    impl_->matcher.add(impl_->concepts[*place], *place);
  }
  return summary;
}

}  // namespace trujaman::inline v0
