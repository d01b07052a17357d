#include "memory/unit_store.hpp"

#include <algorithm>
#include <set>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>
#include <trujaman/unit_filter.hpp>
#include <trujaman/unit_merge.hpp>

#include "memory/codec.hpp"

namespace trujaman::memory {

namespace {

/// Text in at least two languages: without that it teaches nothing about translation.
bool is_usable(const TranslationUnit& unit) {
  std::set<std::string_view> languages;
  for (const Variant& v : unit.variants) {
    if (!v.text.empty()) languages.insert(v.language.str());
  }
  return languages.size() >= 2;
}

}  // namespace

// Reading ----------------------------------------------------------------------------------------

const LanguageTag& UnitReader::language(std::int64_t row) {
  const auto known = languages_.find(row);
  if (known != languages_.end()) return known->second;
  Query query(*connection_, "SELECT tag FROM languages WHERE id = ?1", row);
  return languages_[row] = query.next() ? LanguageTag(query.text(0)) : LanguageTag();
}

std::int64_t UnitReader::language_row(const LanguageTag& tag) {
  return select_integer(*connection_, "SELECT id FROM languages WHERE tag = ?1", 0,
                        std::string_view(tag.str()));
}

std::int64_t UnitReader::unit_of(std::int64_t variant) {
  return select_integer(*connection_, "SELECT unit FROM variants WHERE id = ?1", 0, variant);
}

std::optional<TranslationUnit> UnitReader::unit(std::int64_t row) {
  std::optional<TranslationUnit> unit = unit_alone(row);
  if (unit) unit->occurrences = occurrences(row);
  return unit;
}

std::optional<TranslationUnit> UnitReader::unit_alone(std::int64_t row) {
  Query query(*connection_,
              "SELECT first_variant, variants, source_language, confidence, tuid, details "
              "FROM units WHERE id = ?1",
              row);
  if (!query.next()) return std::nullopt;
  TranslationUnit unit;
  unit.source_language = language(query.integer(2));
  unit.confidence = query.real(3);
  unit.id = query.text(4);
  decode_details(query.text(5), unit);
  read_variants(query.integer(0), query.integer(1), unit);
  return unit;
}

void UnitReader::read_variants(std::int64_t first, std::int64_t count, TranslationUnit& unit) {
  Query query(*connection_,
              "SELECT language, text, details FROM variants WHERE id >= ?1 AND id < ?1 + ?2", first,
              count);
  while (query.next()) {
    Variant variant;
    variant.language = language(query.integer(0));
    variant.text = query.text(1);
    decode_details(query.text(2), variant);
    unit.variants.push_back(std::move(variant));
  }
}

std::vector<Occurrence> UnitReader::occurrences(std::int64_t row) {
  std::vector<Occurrence> out;
  Query query(*connection_,
              "SELECT documents.name, position FROM occurrences "
              "JOIN documents ON documents.id = document WHERE unit = ?1 "
              "ORDER BY document, position",
              row);
  while (query.next()) {
    out.push_back({std::string(query.text(0)), static_cast<std::size_t>(query.integer(1))});
  }
  return out;
}

// Writing ----------------------------------------------------------------------------------------

std::int64_t UnitWriter::language(const LanguageTag& tag) {
  const auto known = languages_.find(tag.str());
  if (known != languages_.end()) return known->second;
  std::int64_t row = reader_.language_row(tag);
  if (row == 0) {
    const LanguageTag primary(tag.primary());
    if (primary == tag) {
      execute(*connection_,
              "INSERT INTO languages (tag, general) "
              "VALUES (?1, (SELECT coalesce(max(id), 0) + 1 FROM languages))",
              std::string_view(tag.str()));
    } else {
      const std::int64_t general = language(primary);
      execute(*connection_, "INSERT INTO languages (tag, general) VALUES (?1, ?2)",
              std::string_view(tag.str()), general);
    }
    row = connection_->last_row();
  }
  return languages_[tag.str()] = row;
}

std::int64_t UnitWriter::document(const std::string& name) {
  const auto known = documents_.find(name);
  if (known != documents_.end()) return known->second;
  std::int64_t row = select_integer(*connection_, "SELECT id FROM documents WHERE name = ?1", 0,
                                    std::string_view(name));
  if (row == 0) {
    execute(*connection_, "INSERT INTO documents (name) VALUES (?1)", std::string_view(name));
    row = connection_->last_row();
  }
  return documents_[name] = row;
}

MemoryWriter::Outcome UnitWriter::add(const TranslationUnit& unit, OnConflict on_conflict) {
  if (!is_usable(unit)) return MemoryWriter::Outcome::Skipped;
  const std::int64_t print = fingerprint(unit);
  const std::optional<std::int64_t> equal = find_equal(print, unit);
  if (equal) {
    merge(*equal, unit);
    return MemoryWriter::Outcome::Merged;
  }
  if (on_conflict != OnConflict::Both) {
    if (const auto settled = settle(unit, on_conflict)) return *settled;
  }
  insert(print, unit);
  return MemoryWriter::Outcome::Added;
}

std::optional<MemoryWriter::Outcome> UnitWriter::settle(const TranslationUnit& unit,
                                                        OnConflict on_conflict) {
  std::vector<std::int64_t> contradicting;
  for (const std::int64_t row : with_source_of(unit)) {
    const std::optional<TranslationUnit> stored = reader_.unit_alone(row);
    const UnitRelation how = stored ? relation_of(*stored, unit) : UnitRelation::Unrelated;
    if (how == UnitRelation::Holds) {
      merge(row, unit);
      return MemoryWriter::Outcome::Merged;
    }
    if (how == UnitRelation::Contradicts) contradicting.push_back(row);
  }
  if (contradicting.empty()) return std::nullopt;
  if (on_conflict == OnConflict::Keep) return MemoryWriter::Outcome::Kept;
  replace(contradicting, unit);
  return MemoryWriter::Outcome::Replaced;
}

std::vector<std::int64_t> UnitWriter::with_source_of(const TranslationUnit& unit) {
  if (!sources_) sources_.emplace(*connection_, index_);
  const Variant& source = *source_of(unit);
  std::vector<std::int64_t> rows;
  for (const std::int64_t variant :
       sources_->find(language(LanguageTag(source.language.primary())), source.text, unit.id)) {
    // Those with another id are unrelated; a short text may have thousands of them.
    const std::int64_t row =
        select_integer(*connection_,
                       "SELECT units.id FROM variants JOIN units ON units.id = variants.unit WHERE "
                       "variants.id = ?1 AND (?2 = '' OR tuid IS NULL OR tuid = ?2)",
                       0, variant, std::string_view(unit.id));
    if (row != 0 && std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
  }
  return rows;
}

void UnitWriter::replace(const std::vector<std::int64_t>& rows, TranslationUnit unit) {
  for (const std::int64_t row : rows) {
    if (const auto stored = reader_.unit(row)) inherit(unit, *stored);
  }
  update(rows.front(), unit);
  std::for_each(rows.begin() + 1, rows.end(), [&](std::int64_t row) { remove(row); });
}

std::optional<std::int64_t> UnitWriter::find_equal(std::int64_t print,
                                                   const TranslationUnit& unit) {
  const auto equal_of = [&](Query& query) -> std::optional<std::int64_t> {
    while (query.next()) {
      const std::int64_t row = query.integer(0);
      const std::optional<TranslationUnit> stored = reader_.unit_alone(row);
      if (stored && are_equal(*stored, unit)) return row;
    }
    return std::nullopt;
  };
  // A short text may be there thousands of times, each with an id of its own: only those are looked
  // at whose id does not contradict.
  if (!unit.id.empty()) {
    Query same_id(*connection_, "SELECT id FROM units WHERE fingerprint = ?1 AND tuid = ?2", print,
                  std::string_view(unit.id));
    if (const auto row = equal_of(same_id)) return row;
  }
  Query without_id(*connection_, "SELECT id FROM units WHERE fingerprint = ?1 AND tuid IS NULL",
                   print);
  const auto row = equal_of(without_id);
  if (row || !unit.id.empty()) return row;
  Query with_any(*connection_, "SELECT id FROM units WHERE fingerprint = ?1", print);
  return equal_of(with_any);
}

std::int64_t UnitWriter::take_variants(std::size_t count) {
  // Numbers are never used again, and no one else writes meanwhile.
  if (next_variant_ == 0) {
    next_variant_ =
        1 +
        select_integer(*connection_, "SELECT seq FROM sqlite_sequence WHERE name = 'variants'", 0);
  }
  const std::int64_t first = next_variant_;
  next_variant_ += static_cast<std::int64_t>(count);
  return first;
}

void UnitWriter::insert(std::int64_t print, const TranslationUnit& unit) {
  const std::int64_t first = take_variants(unit.variants.size());
  execute(*connection_,
          "INSERT INTO units (fingerprint, first_variant, variants, source_language, confidence, "
          "tuid, details) VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ''), nullif(?7, ''))",
          print, first, static_cast<std::int64_t>(unit.variants.size()),
          language(unit.source_language), unit.confidence, std::string_view(unit.id),
          std::string_view(encode_details(unit)));
  const std::int64_t row = connection_->last_row();
  insert_variants(first, row, unit);
  insert_occurrences(row, unit);
}

void UnitWriter::insert_variants(std::int64_t first, std::int64_t row,
                                 const TranslationUnit& unit) {
  std::int64_t id = first;
  const Variant* const source = sources_ ? source_of(unit) : nullptr;
  for (const Variant& variant : unit.variants) {
    execute(*connection_,
            "INSERT INTO variants (id, unit, language, text, details) "
            "VALUES (?1, ?2, ?3, ?4, nullif(?5, ''))",
            id, row, language(variant.language), std::string_view(variant.text),
            std::string_view(encode_details(variant)));
    const std::int64_t primary = language(LanguageTag(variant.language.primary()));
    index_.add(id, primary, variant.text);
    if (&variant == source) sources_->add(id, primary, variant.text, unit.id);
    ++id;
  }
}

void UnitWriter::insert_occurrences(std::int64_t row, const TranslationUnit& unit) {
  for (const Occurrence& o : unit.occurrences) {
    execute(*connection_,
            "INSERT OR IGNORE INTO occurrences (document, position, unit) VALUES (?1, ?2, ?3)",
            document(o.document), static_cast<std::int64_t>(o.position), row);
  }
}

void UnitWriter::merge(std::int64_t row, const TranslationUnit& unit) {
  // Its occurrences stay as they are: a text may have very many.
  std::optional<TranslationUnit> stored = reader_.unit_alone(row);
  if (!stored) return;
  insert_occurrences(row, unit);
  const TranslationUnit before = *stored;
  merge_into(*stored, unit);
  stored->occurrences.clear();
  if (*stored == before) return;
  execute(*connection_,
          "UPDATE units SET source_language = ?2, confidence = ?3, tuid = nullif(?4, ''), "
          "details = nullif(?5, '') WHERE id = ?1",
          row, language(stored->source_language), stored->confidence, std::string_view(stored->id),
          std::string_view(encode_details(*stored)));
  std::int64_t id =
      select_integer(*connection_, "SELECT first_variant FROM units WHERE id = ?1", 0, row);
  for (const Variant& variant : stored->variants) {
    execute(*connection_, "UPDATE variants SET details = nullif(?2, '') WHERE id = ?1", id,
            std::string_view(encode_details(variant)));
    ++id;
  }
}

bool UnitWriter::update(std::int64_t row, const TranslationUnit& unit) {
  if (!is_usable(unit)) {
    throw Error(Errc::InvalidArgument,
                message("a unit needs text in two languages; remove it instead"));
  }
  const std::optional<TranslationUnit> stored = reader_.unit(row);
  if (!stored) return false;
  remove_variants(row, *stored);
  execute(*connection_, "DELETE FROM occurrences WHERE unit = ?1", row);
  const std::int64_t first = take_variants(unit.variants.size());
  execute(*connection_,
          "UPDATE units SET fingerprint = ?2, first_variant = ?3, variants = ?4, "
          "source_language = ?5, confidence = ?6, tuid = nullif(?7, ''), "
          "details = nullif(?8, '') WHERE id = ?1",
          row, fingerprint(unit), first, static_cast<std::int64_t>(unit.variants.size()),
          language(unit.source_language), unit.confidence, std::string_view(unit.id),
          std::string_view(encode_details(unit)));
  insert_variants(first, row, unit);
  insert_occurrences(row, unit);
  remove_documents(*stored);
  return true;
}

bool UnitWriter::remove(std::int64_t row) {
  const std::optional<TranslationUnit> unit = reader_.unit(row);
  if (!unit) return false;
  remove_variants(row, *unit);
  execute(*connection_, "DELETE FROM units WHERE id = ?1", row);
  remove_documents(*unit);
  return true;
}

void UnitWriter::remove_variants(std::int64_t row, const TranslationUnit& unit) {
  std::int64_t id =
      select_integer(*connection_, "SELECT first_variant FROM units WHERE id = ?1", 0, row);
  for (const Variant& variant : unit.variants) {
    index_.remove(id, language(LanguageTag(variant.language.primary())));
    execute(*connection_, "DELETE FROM variants WHERE id = ?1", id);
    ++id;
  }
}

void UnitWriter::remove_documents(const TranslationUnit& unit) {
  // A document is known by its units; one without any is gone.
  for (const Occurrence& o : unit.occurrences) {
    execute(*connection_,
            "DELETE FROM documents WHERE name = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM occurrences WHERE document = documents.id)",
            std::string_view(o.document));
  }
  documents_.clear();
}

}  // namespace trujaman::memory
