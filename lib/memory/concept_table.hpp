/// @file
/// Concept entries ↔ rows.
#pragma once

#include <string_view>

#include <trujaman/concept_store.hpp>

#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// The concepts of a memory by their row numbers, within the writer's transaction. One thread.
class ConceptTable final : public ConceptStore {
 public:
  explicit ConceptTable(Connection& connection) : connection_(&connection) {}

  /// Adds @p entry, or puts it in the place of the one with its id.
  void add(const ConceptEntry& entry);
  bool remove(std::string_view id);

  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) override;
  [[nodiscard]] std::vector<std::size_t> with_preferred_term(std::string_view language,
                                                             std::string_view term,
                                                             std::size_t end) override;
  [[nodiscard]] ConceptEntry get(std::size_t key) override;
  void put(std::size_t key, const ConceptEntry& entry) override;
  std::size_t append(const ConceptEntry& entry) override;

 private:
  /// Makes a table of the preferred terms of all concepts, which goes with the connection: only who
  /// takes in files needs it, and it may be larger than memory.
  void index_terms();
  void index_terms_of(std::int64_t row, const ConceptEntry& entry);

  Connection* connection_;
  bool indexed_ = false;
};

}  // namespace trujaman::memory
