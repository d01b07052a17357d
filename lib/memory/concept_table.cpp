#include "memory/concept_table.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

#include "memory/codec.hpp"

namespace trujaman::memory {
namespace {

std::int64_t term_key(std::string_view language, std::string_view term) {
  const std::string key = std::string(language) + '\t' + std::string(term);
  return static_cast<std::int64_t>(std::hash<std::string>{}(key));
}

std::int64_t row_of(std::size_t key) {
  return static_cast<std::int64_t>(key);
}

}  // namespace

void ConceptTable::add(const ConceptEntry& entry) {
  execute(*connection_,
          "INSERT INTO concepts (name, entry) VALUES (?1, ?2) "
          "ON CONFLICT (name) DO UPDATE SET entry = excluded.entry",
          std::string_view(entry.id), std::string_view(encode(entry)));
  if (!indexed_) return;
  if (const auto row = find(entry.id)) index_terms_of(row_of(*row), entry);
}

bool ConceptTable::remove(std::string_view id) {
  Query row(*connection_, "DELETE FROM concepts WHERE name = ?1 RETURNING id", id);
  if (!row.next()) return false;
  if (indexed_) {
    execute(*connection_, "DELETE FROM temp.preferred_terms WHERE concept = ?1", row.integer(0));
  }
  return true;
}

std::optional<std::size_t> ConceptTable::find(std::string_view id) {
  const std::int64_t row =
      select_integer(*connection_, "SELECT id FROM concepts WHERE name = ?1", 0, id);
  return row == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row));
}

std::vector<std::size_t> ConceptTable::with_preferred_term(std::string_view language,
                                                           std::string_view term, std::size_t end) {
  if (!indexed_) index_terms();
  constexpr auto kLast = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  std::vector<std::size_t> out;
  Query rows(*connection_,
             "SELECT concept FROM temp.preferred_terms WHERE term = ?1 AND concept < ?2",
             term_key(language, term), row_of(std::min(end, kLast)));
  while (rows.next()) out.push_back(static_cast<std::size_t>(rows.integer(0)));
  return out;
}

ConceptEntry ConceptTable::get(std::size_t key) {
  Query row(*connection_, "SELECT entry FROM concepts WHERE id = ?1", row_of(key));
  return row.next() ? decode_concept(row.text(0)) : ConceptEntry();
}

void ConceptTable::put(std::size_t key, const ConceptEntry& entry) {
  execute(*connection_, "UPDATE concepts SET entry = ?2 WHERE id = ?1", row_of(key),
          std::string_view(encode(entry)));
  if (indexed_) index_terms_of(row_of(key), entry);
}

std::size_t ConceptTable::append(const ConceptEntry& entry) {
  execute(*connection_, "INSERT INTO concepts (name, entry) VALUES (?1, ?2)",
          std::string_view(entry.id), std::string_view(encode(entry)));
  const std::int64_t row = connection_->last_row();
  if (indexed_) index_terms_of(row, entry);
  return static_cast<std::size_t>(row);
}

void ConceptTable::index_terms() {
  connection_->run(
      "CREATE TEMP TABLE IF NOT EXISTS preferred_terms (term INTEGER, concept INTEGER, "
      "PRIMARY KEY (term, concept)) WITHOUT ROWID");
  connection_->run("PRAGMA temp.cache_size = -16384");
  Query rows(*connection_, "SELECT id, entry FROM concepts");
  while (rows.next()) index_terms_of(rows.integer(0), decode_concept(rows.text(1)));
  indexed_ = true;
}

void ConceptTable::index_terms_of(std::int64_t row, const ConceptEntry& entry) {
  for (const Term& term : entry.terms) {
    if (term.status != TermStatus::Preferred) continue;
    execute(*connection_,
            "INSERT OR IGNORE INTO temp.preferred_terms (term, concept) VALUES (?1, ?2)",
            term_key(term.language.primary(), term.text), row);
  }
}

}  // namespace trujaman::memory
