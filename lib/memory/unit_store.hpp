/// @file
/// Units, variants, documents and languages ↔ rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <trujaman/memory.hpp>
#include <trujaman/unit.hpp>

#include "memory/sqlite.hpp"
#include "memory/text_finder.hpp"
#include "memory/text_index.hpp"

namespace trujaman::memory {

/// Reads records in the state of the file that the connection's transaction sees. One thread.
class UnitReader {
 public:
  explicit UnitReader(Connection& connection) : connection_(&connection) {}

  [[nodiscard]] std::optional<TranslationUnit> unit(std::int64_t row);
  /// The same without its occurrences.
  [[nodiscard]] std::optional<TranslationUnit> unit_alone(std::int64_t row);
  [[nodiscard]] std::vector<Occurrence> occurrences(std::int64_t row);
  /// The unit that a variant belongs to; 0 when there is no such variant.
  [[nodiscard]] std::int64_t unit_of(std::int64_t variant);
  /// The row of a language tag; 0 when the memory has none of that language.
  [[nodiscard]] std::int64_t language_row(const LanguageTag& tag);

 private:
  const LanguageTag& language(std::int64_t row);
  void read_variants(std::int64_t first, std::int64_t count, TranslationUnit& unit);

  Connection* connection_;
  std::unordered_map<std::int64_t, LanguageTag> languages_;
};

/// Writes units and keeps both indexes in step. Within one transaction; one thread.
class UnitWriter {
 public:
  explicit UnitWriter(Connection& connection)
      : connection_(&connection), reader_(connection), index_(connection) {}

  /// Adds @p unit, or merges it into an equal one. Units without text in two languages are skipped.
  /// See OnConflict for those that a stored one contradicts.
  MemoryWriter::Outcome add(const TranslationUnit& unit, OnConflict on_conflict);
  /// See Memory::update.
  bool update(std::int64_t row, const TranslationUnit& unit);
  bool remove(std::int64_t row);
  /// To be called before the transaction is committed.
  void flush() { index_.flush(); }
  /// See TextIndexWriter::compact.
  bool compact() { return index_.compact(); }

 private:
  std::int64_t language(const LanguageTag& tag);
  std::int64_t document(const std::string& name);
  /// The unit with the same variants, and no other id than @p unit's.
  std::optional<std::int64_t> find_equal(std::int64_t fingerprint, const TranslationUnit& unit);
  void insert(std::int64_t fingerprint, const TranslationUnit& unit);
  /// The number of the first of @p count variants to come.
  [[nodiscard]] std::int64_t take_variants(std::size_t count);
  void insert_variants(std::int64_t first, std::int64_t row, const TranslationUnit& unit);
  void remove_variants(std::int64_t row, const TranslationUnit& unit);
  /// Forgets those documents of @p unit, whose occurrences are gone, that have no other unit.
  void remove_documents(const TranslationUnit& unit);
  void insert_occurrences(std::int64_t row, const TranslationUnit& unit);
  void merge(std::int64_t row, const TranslationUnit& unit);
  /// What becomes of a unit that is not among the stored ones as it is, if one of them has to do
  /// with it.
  std::optional<MemoryWriter::Outcome> settle(const TranslationUnit& unit, OnConflict on_conflict);
  /// Units that may have the source of @p unit, newest first.
  std::vector<std::int64_t> with_source_of(const TranslationUnit& unit);
  /// Puts @p unit in the place of @p rows, of which there is one at least; the first one stays.
  void replace(const std::vector<std::int64_t>& rows, TranslationUnit unit);

  Connection* connection_;
  UnitReader reader_;
  TextIndexWriter index_;
  std::optional<TextFinder> sources_;  ///< Made when conflicts are looked for.
  std::unordered_map<std::string, std::int64_t> languages_;
  std::unordered_map<std::string, std::int64_t> documents_;
  std::int64_t next_variant_ = 0;  ///< 0 until it has been read.
};

}  // namespace trujaman::memory
