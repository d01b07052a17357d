/// @file
/// Where concepts are kept that others are taken in among.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/error.hpp>
#include <trujaman/impl_ptr.hpp>

namespace trujaman::inline v0 {

/// Concepts by keys of the store's own, which ascend in the order of the concepts. A glossary in
/// memory is one (GlossaryEditor), those of a translation memory are (MemoryWriter::concepts).
class TRUJAMAN_API ConceptStore {
 public:
  /// For those who derive from it.
  ConceptStore() = default;
  ConceptStore(const ConceptStore&) = delete;
  ConceptStore& operator=(const ConceptStore&) = delete;
  virtual ~ConceptStore() = default;

  /// The key of the concept with that id, which is not empty.
  [[nodiscard]] virtual std::optional<std::size_t> find(std::string_view id) = 0;
  /// Keys, below @p end, of all concepts that have @p term, of a primary language, as a preferred
  /// one; there may be others among them.
  [[nodiscard]] virtual std::vector<std::size_t> with_preferred_term(std::string_view language,
                                                                     std::string_view term,
                                                                     std::size_t end) = 0;
  /// The concept with that key, which is there.
  [[nodiscard]] virtual ConceptEntry get(std::size_t key) = 0;
  /// Puts @p entry, whose id is the same, in the place of the one with that key.
  virtual void put(std::size_t key, const ConceptEntry& entry) = 0;
  /// Adds a concept with an id that no other has. @return its key.
  virtual std::size_t append(const ConceptEntry& entry) = 0;
};

/// What is known of the file that entries come from.
struct UpsertOptions {
  /// The entries come from a file that knows no status (OmegaT): terms that are there keep theirs,
  /// new ones are admitted beside a preferred one.
  bool keep_statuses = false;
};

/// What became of the entries.
struct UpsertSummary {
  std::size_t added = 0;      ///< New concepts.
  std::size_t updated = 0;    ///< Concepts that were there, and have changed.
  std::size_t unchanged = 0;  ///< Concepts that had all of it.
};

/// Takes in the entries of one file, one by one: a new concept is added, one that is there updated.
/// Nothing is lost by that but the single value that a new one replaces (subject, definition, a
/// term's status, part of speech, gender, source); each of those gives a diagnostic, and so does an
/// id that the file uses for two concepts. Doing it again changes nothing. Borrows the store, which
/// must outlive it; one thread. Takes a bit of memory for a concept of the store.
class TRUJAMAN_API ConceptUpsert {
 public:
  /// @p on_diagnostic hears of each value that is replaced; may be empty.
  explicit ConceptUpsert(ConceptStore& store, const UpsertOptions& options = {},
                         DiagnosticSink on_diagnostic = {});
  ~ConceptUpsert();
  ConceptUpsert(ConceptUpsert&&) noexcept;
  ConceptUpsert& operator=(ConceptUpsert&&) noexcept;

  /// Takes @p entry in. @throws what the store throws.
  void add(const ConceptEntry& entry);
  /// What became of the entries so far.
  [[nodiscard]] const UpsertSummary& summary() const noexcept;

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
