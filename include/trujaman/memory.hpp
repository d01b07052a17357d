/// @file
/// The translation memory: a file of units with exact, fuzzy and concordance lookup.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/concept_store.hpp>
#include <trujaman/error.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/unit.hpp>
#include <trujaman/unit_filter.hpp>

namespace trujaman::inline v0 {

/// Why a match counts for less than its words alone would say. amount is subtracted from the
/// similarity, in points of 100.
struct Penalty {
  /// What differs beside the words.
  enum class Kind {
    Case,         ///< Capitals.
    Accents,      ///< Accents on letters.
    Punctuation,  ///< Marks.
    Numbers,      ///< Numbers that differ.
    Codes,        ///< Inline codes.
    Region,       ///< The languages' regions: es-MX for es-ES.
    Confidence    ///< The aligner was not sure of the unit.
  };
  Kind kind{};          ///< What differs.
  double amount = 0.0;  ///< Points of 100.
};

/// Name of a penalty kind in lower case: "case", "numbers", …
[[nodiscard]] TRUJAMAN_API std::string_view to_string(Penalty::Kind kind) noexcept;

/// How near a match is; best first.
enum class MatchKind {
  Context,  ///< Exact, and so are its neighbours.
  Exact,    ///< The same text.
  Fuzzy     ///< A text that resembles it.
};

/// Name of a kind in lower case: "context", "exact", "fuzzy".
[[nodiscard]] TRUJAMAN_API std::string_view to_string(MatchKind kind) noexcept;

/// A unit whose source resembles the text that was looked up.
struct FuzzyMatch {
  std::int64_t row = 0;  ///< Key of the unit in its memory.
  /// Exact: score 100, so equal but for white space and the way in which numbers are written.
  /// Context: exact, and the segments before and after it are equal too (of those the caller gave).
  MatchKind kind = MatchKind::Fuzzy;
  double score = 0.0;       ///< Similarity minus penalties, 0–100.
  double similarity = 0.0;  ///< 100 · (1 − word edit distance ÷ words of the longer text), 0–100.
  std::vector<Penalty> penalties;  ///< Each kind once, in enum order.
  Variant source;                  ///< The unit's text in the language looked up.
  Variant target;                  ///< Its translation.
  /// The target's text has the numbers of the text looked up in place of its own, where they differ
  /// and there is no doubt which is which ("El 46 % en 2023" finds "El 70 % en 2021" and gives "46
  /// % in 2023"). The penalty for numbers stays.
  bool substituted = false;
  double confidence = 1.0;              ///< The aligner's confidence in the unit, in [0, 1].
  std::vector<Occurrence> occurrences;  ///< Where the unit comes from.
};

/// Which matches are wanted, and what is known of the text.
struct LookupOptions {
  double min_score = 70.0;      ///< 50–100; lower values count as 50.
  std::size_t limit = 5;        ///< Most matches returned; 0 = none.
  std::string_view previous{};  ///< Segment before the text, for MatchKind::Context.
  std::string_view next{};      ///< Segment after it.
  /// The text's own codes, at their places in it (which is NFC then): a unit that has the same ones
  /// beside the same words gets no penalty for them, one that lacks them does. Borrowed for the
  /// call.
  std::span<const InlineCode> codes{};
  /// Of units with the same source and translation only the best one: a short text may stand in very
  /// many, each with an id of its own.
  bool distinct = false;
};

/// A unit that contains a phrase.
struct ConcordanceHit {
  std::int64_t row = 0;                 ///< Key of the unit in its memory.
  Variant source;                       ///< Its text in the source language.
  Variant target;                       ///< Its text in the target language.
  std::vector<TextSpan> hits;           ///< Where the phrase stands, in the side that was searched.
  std::vector<Occurrence> occurrences;  ///< Where the unit comes from.
};

/// How a phrase is to be understood, and which hits are wanted.
struct ConcordanceOptions {
  /// How the phrase is to be read.
  enum class Syntax {
    Text,       ///< Every character is what it is: none is query syntax.
    Wildcards,  ///< In a word, * is any letters, or none, and ? one letter ("migra*").
    Regex       ///< A regular expression of ICU, searched for with a limit on time in every text.
  };
  /// Which hits come first.
  enum class Order {
    Newest,  ///< Added or changed last.
    Best  ///< Most of the text first: a heading before a paragraph that mentions it; then newest.
  };
  std::size_t limit = 20;        ///< Most hits returned; 0 = none.
  std::size_t offset = 0;        ///< Hits to skip, for paging.
  bool search_target = false;    ///< Search the target's text instead of the source's.
  Syntax syntax = Syntax::Text;  ///< How the phrase is to be read.
  bool exact = false;            ///< Case and accents count.
  bool parts_of_words = false;  ///< "igra" is found in "migración"; a phrase may begin and end so.
  /// The words may stand in any order with up to so many others among them; unset: in a row.
  std::optional<std::size_t> distance = std::nullopt;
  Order order = Order::Newest;  ///< Which hits come first.
  UnitFilter filter{};          ///< Only units that it wants.
};

/// What becomes of a unit that contradicts a stored one: the source is the same (language, text and
/// codes) and the ids do not differ, but the translations do, in a language that both have. Units
/// are added one after the other, so a unit may contradict one that was added just before it.
enum class OnConflict {
  Both,  ///< It is added beside the stored one.
  Keep,  ///< It is left out.
  /// It takes the place of the stored one, or of all that it contradicts: the newest of them keeps
  /// its row and takes over occurrences, properties, and languages that the new unit lacks.
  Replace
};

/// How units are added.
struct AddOptions {
  OnConflict on_conflict = OnConflict::Both;  ///< What becomes of a unit that contradicts another.
};

/// What a memory did with the units it was given.
struct AddSummary {
  std::size_t added = 0;     ///< New units.
  std::size_t merged = 0;    ///< Already there; occurrences and properties were united.
  std::size_t replaced = 0;  ///< Took the place of others, by OnConflict::Replace.
  std::size_t kept = 0;      ///< Left out in favour of a stored one, by OnConflict::Keep.
  std::size_t skipped = 0;   ///< Fewer than two languages with text.
};

/// What a memory holds.
struct MemoryStatistics {
  std::size_t units = 0;                                       ///< Translation units.
  std::size_t documents = 0;                                   ///< Documents that units come from.
  std::size_t concepts = 0;                                    ///< Concepts of its glossary.
  std::vector<std::pair<LanguageTag, std::size_t>> languages;  ///< Variants a language, by tag.
  std::uintmax_t bytes = 0;                                    ///< Size of the file.
  int schema_version = 0;                                      ///< Version of the file's format.
};

class MemoryWriter;

/// Owns one SQLite file. Move-only. Any number of threads may call const members at once; one
/// writer at a time (MemoryWriter), with others reading. Several processes may read while one
/// writes. Every member throws Error{Storage} when the file is damaged or the disk is full.
class TRUJAMAN_API Memory {
 public:
  /// What is to be done with the file.
  enum class Mode {
    ReadOnly,   ///< The file must exist; nothing is written to it.
    ReadWrite,  ///< The file must exist.
    Create      ///< Made when missing.
  };
  /// @throws Error{Io} when the file is missing or cannot be opened, Error{Storage} when it is not
  /// a memory, is damaged or was written by a newer version, Error{Busy} when it is locked.
  [[nodiscard]] static Memory open(const std::string& path, Mode mode = Mode::ReadWrite);
  /// A memory without a file, gone when closed.
  [[nodiscard]] static Memory in_memory();
  ~Memory();
  Memory(Memory&&) noexcept;
  Memory& operator=(Memory&&) noexcept;

  /// Adds all units in one transaction: all or none.
  /// A unit equal to a stored one (same languages, texts and codes) is merged into it, so adding
  /// the same units again changes nothing. Where @p options keep or replace, so is one all of whose
  /// variants a stored unit has.
  AddSummary add(std::span<const TranslationUnit> units, const AddOptions& options = {});
  /// Puts @p unit in the place of the unit with key @p row, which it keeps. False when @p row is
  /// not there. Nothing is merged. @throws Error{InvalidArgument} when @p unit has text in fewer
  /// than two languages.
  bool update(std::int64_t row, const TranslationUnit& unit);
  /// Removes a unit. False when @p row is not there.
  bool remove(std::int64_t row);
  /// Brings the index into as few blocks as there can be, for the fastest lookups, and gives back
  /// the room of what was removed. Answers stay the same. Worth it after many small changes; a
  /// large import does the former itself. Each step is a transaction of its own, others may read
  /// meanwhile. O(bytes of the file), in some 100 MB of memory. @throws Error{Busy} when it is
  /// being written to.
  void compact();
  /// Starts a transaction of many calls. @throws Error{Busy} when another one is open.
  [[nodiscard]] MemoryWriter write();

  /// The best matches for @p text (UTF-8), best first, ties newest first, but behind others those
  /// that are said to stand between other neighbours than the ones given: exactly what comparing it
  /// with every unit would give. Empty when none reaches min_score.
  [[nodiscard]] std::vector<FuzzyMatch> lookup(std::string_view text, const LanguagePair& languages,
                                               const LookupOptions& options = {}) const;
  /// What lookup gives for each of @p texts, in their order, found by @p threads threads (0 = as
  /// many as the machine has processors). Each sees one state of the memory throughout.
  [[nodiscard]] std::vector<std::vector<FuzzyMatch>> lookup_batch(
      std::span<const std::string_view> texts, const LanguagePair& languages,
      const LookupOptions& options = {}, std::size_t threads = 1) const;
  /// Units that contain @p phrase as whole words in a row, ignoring case and accents, those that
  /// were added or updated last first. Every character of it is text, none is query syntax.
  [[nodiscard]] std::vector<ConcordanceHit> concordance(
      std::string_view phrase, const LanguagePair& languages,
      const ConcordanceOptions& options = {}) const;

  /// The unit with key @p row, if it is there.
  [[nodiscard]] std::optional<TranslationUnit> get(std::int64_t row) const;
  /// Calls @p visit for the units in the order in which they were added until it returns false.
  /// Sees one state of the memory throughout: what is written meanwhile does not show.
  void for_each(const std::function<bool(std::int64_t row, const TranslationUnit&)>& visit,
                const UnitFilter& filter = {}) const;
  /// The concept entries kept in the memory, in the order in which they were added.
  [[nodiscard]] std::vector<ConceptEntry> concepts() const;
  /// The text that a program left under @p name (MemoryWriter::set_bookmark), if there is one.
  [[nodiscard]] std::optional<std::string> bookmark(std::string_view name) const;
  /// Counts what the memory holds. O(units).
  [[nodiscard]] MemoryStatistics statistics() const;

 private:
  friend class MemoryWriter;
  struct Impl;
  explicit Memory(ImplPtr<Impl> impl);
  ImplPtr<Impl> impl_;
};

/// One transaction on a memory: nothing is visible to others, or kept, before commit(). Destroying
/// it uncommitted takes everything back. Borrows the memory, which must outlive it; one thread.
/// After commit() every member throws Error{InvalidArgument}.
class TRUJAMAN_API MemoryWriter {
 public:
  ~MemoryWriter();
  MemoryWriter(MemoryWriter&&) noexcept;
  MemoryWriter& operator=(MemoryWriter&&) = delete;

  /// What became of a unit.
  enum class Outcome {
    Added,     ///< It is new.
    Merged,    ///< It was there.
    Skipped,   ///< It has text in fewer than two languages.
    Replaced,  ///< It took the place of others.
    Kept       ///< It was left out in favour of a stored one.
  };
  /// Adds or merges one unit; see Memory::add.
  Outcome add(const TranslationUnit& unit, const AddOptions& options = {});
  /// What became of the units given so far.
  [[nodiscard]] const AddSummary& summary() const noexcept;
  /// Adds a concept entry, replacing the one with the same id.
  void add(const ConceptEntry& entry);
  bool remove_concept(std::string_view id);  ///< False when there is no entry with that id.
  /// The memory's concept entries as this transaction sees them, to take in those of a file
  /// (ConceptUpsert) however many there are. Lives as long as this.
  [[nodiscard]] ConceptStore& concepts();
  bool update(std::int64_t row, const TranslationUnit& unit);  ///< See Memory::update.
  bool remove(std::int64_t row);                               ///< See Memory::remove.
  /// Leaves a short text in the memory under @p name, in place of the one that is there: how far
  /// work has come that takes several transactions, say. An empty text takes it away.
  void set_bookmark(std::string_view name, std::string_view text);
  /// Keeps all of it. @throws Error{Storage} when the disk is full; nothing is kept then.
  void commit();

 private:
  friend class Memory;
  struct Impl;
  explicit MemoryWriter(ImplPtr<Impl> impl);
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
