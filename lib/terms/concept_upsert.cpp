#include <algorithm>
#include <limits>
#include <memory>
#include <set>
#include <utility>

#include <trujaman/concept_store.hpp>
#include <trujaman/glossary_editor.hpp>
#include <trujaman/message.hpp>

#include "base/local.hpp"
#include "terms/concept_id.hpp"
#include "terms/concept_matcher.hpp"
#include "terms/concept_union.hpp"

namespace trujaman::inline v0 {

struct TRUJAMAN_LOCAL ConceptUpsert::Impl {
  ConceptStore* store;
  UpsertOptions options;
  DiagnosticSink on_diagnostic;
  UpsertSummary summary{};
  /// By key, the concepts of this file: two of its entries are one only when id and terms both say
  /// so.
  std::vector<bool> of_file{};
  /// The key of the first that was added: those from it on are of this file.
  std::size_t first_added = std::numeric_limits<std::size_t>::max();

  [[nodiscard]] bool is_of_file(std::size_t key) const {
    return key < of_file.size() && of_file[key];
  }

  void set_of_file(std::size_t key) {
    if (key >= of_file.size()) of_file.resize(key + 1);
    of_file[key] = true;
  }

  void report(const std::string& message) const {
    if (on_diagnostic) on_diagnostic({Severity::Warning, message, {}});
  }

  /// The first concept that shares preferred terms with @p entry and is not of this file.
  [[nodiscard]] std::optional<std::size_t> find_terms(const ConceptEntry& entry) const {
    std::set<std::size_t> candidates;
    for (const Term& t : entry.terms) {
      if (t.status != TermStatus::Preferred) continue;
      const auto found = store->with_preferred_term(t.language.primary(), t.text, first_added);
      candidates.insert(found.begin(), found.end());
    }
    for (const std::size_t key : candidates) {
      if (!is_of_file(key) && terms::share_preferred_terms(store->get(key), entry)) return key;
    }
    return std::nullopt;
  }

  void append(const ConceptEntry& entry, bool id_stands_twice) {
    ConceptEntry added = entry;
    added.id =
        terms::unused_id(entry, [&](std::string_view id) { return store->find(id).has_value(); });
    const std::size_t key = store->append(added);
    first_added = std::min(first_added, key);
    set_of_file(key);
    ++summary.added;
    if (id_stands_twice) {
      report(message("id {1} stands for two concepts; the second was added as {2}", entry.id,
                     added.id));
    }
  }

  void update(std::size_t key, const ConceptEntry& entry) {
    set_of_file(key);
    const ConceptEntry before = store->get(key);
    ConceptEntry united = before;
    const auto conflicts =
        terms::unite(united, entry, {.prefer_other = true, .keep_statuses = options.keep_statuses});
    for (const MergeConflict& c : conflicts) {
      report(message("concept {1}: {2} was \"{3}\", is \"{4}\" now", c.id, field_in_words(c.field),
                     c.first, c.second));
    }
    if (united == before) {
      ++summary.unchanged;
      return;
    }
    ++summary.updated;
    store->put(key, united);
  }
};

ConceptUpsert::ConceptUpsert(ConceptStore& store, const UpsertOptions& options,
                             DiagnosticSink on_diagnostic)
    : impl_(std::make_unique<Impl>(Impl{&store, options, std::move(on_diagnostic)})) {}
ConceptUpsert::~ConceptUpsert() = default;
ConceptUpsert::ConceptUpsert(ConceptUpsert&&) noexcept = default;
ConceptUpsert& ConceptUpsert::operator=(ConceptUpsert&&) noexcept = default;

void ConceptUpsert::add(const ConceptEntry& entry) {
  std::optional<std::size_t> key;
  if (!entry.id.empty()) key = impl_->store->find(entry.id);
  const bool id_stands_twice = key && impl_->is_of_file(*key) &&
                               !terms::share_preferred_terms(impl_->store->get(*key), entry);
  if (id_stands_twice) key.reset();
  if (!key) key = impl_->find_terms(entry);
  if (key) {
    impl_->update(*key, entry);
  } else {
    impl_->append(entry, id_stands_twice);
  }
}

const UpsertSummary& ConceptUpsert::summary() const noexcept {
  return impl_->summary;
}

}  // namespace trujaman::inline v0
