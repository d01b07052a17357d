/// @file
/// Changing, comparing and merging glossaries.
///
/// Two entries are the same concept when they have the same id. Where one has no id, or one that
/// the other glossary lacks, they are when each language that both have shares a preferred term,
/// and they have two such languages, or no others.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/concept_store.hpp>
#include <trujaman/error.hpp>
#include <trujaman/impl_ptr.hpp>

namespace trujaman::inline v0 {

/// What two versions of a concept say differently.
struct FieldDifference {
  /// "subject", "definition", "note", "property NAME"; `es "paro"` for a term, with its status as
  /// the value; `es "paro" gender` for what is said of one.
  std::string field;
  std::string before;  ///< Empty: not said.
  std::string after;   ///< Empty: not said.
};

/// A concept that two versions of a glossary do not say alike.
struct ConceptDifference {
  /// How they differ.
  enum class Kind {
    Added,    ///< Only the second has it.
    Removed,  ///< Only the first has it.
    Changed   ///< Both have it, and do not say the same.
  };
  Kind kind{};     ///< How they differ.
  std::string id;  ///< In the glossary that has the concept; in the first, where both do.
  std::vector<FieldDifference> fields;  ///< What it says differently, where both have it.
};

/// Concepts that differ, in the first glossary's order, then those that only the second has. The
/// order of concepts, terms and notes does not count. O(n log n) in the concepts.
[[nodiscard]] TRUJAMAN_API std::vector<ConceptDifference> diff_glossaries(
    std::span<const ConceptEntry> before, std::span<const ConceptEntry> after);

/// Which glossary decides where two contradict one another.
enum class MergePreference {
  None,   ///< The first, and someone is to look at it.
  First,  ///< The first.
  Second  ///< The second.
};

/// The field of a FieldDifference or MergeConflict as people read it, in the language of messages.
[[nodiscard]] TRUJAMAN_API std::string field_in_words(std::string_view field);

/// A field of which two glossaries say different things, and only one can hold.
struct MergeConflict {
  std::string id;      ///< Of the concept in the first glossary.
  std::string field;   ///< As in FieldDifference, or `es preferred term`.
  std::string first;   ///< What the first glossary says.
  std::string second;  ///< What the second says.
};

/// Two glossaries, united.
struct MergeResult {
  std::vector<ConceptEntry> concepts;    ///< All of both; in conflicts the preferred one's value.
  std::vector<MergeConflict> conflicts;  ///< Every one, decided or not.
};

/// Unites two glossaries: what only one says is taken over; terms, notes and properties are added
/// up. Where they contradict one another, @p preference decides; None takes the first's and leaves
/// it to the caller to look at the conflicts. O(n log n) in the concepts.
[[nodiscard]] TRUJAMAN_API MergeResult
merge_glossaries(std::span<const ConceptEntry> first, std::span<const ConceptEntry> second,
                 MergePreference preference = MergePreference::None);

/// A glossary that is being worked on. Move-only; one thread at a time.
class TRUJAMAN_API GlossaryEditor {
 public:
  /// Takes the concepts over.
  explicit GlossaryEditor(std::vector<ConceptEntry> concepts = {});
  ~GlossaryEditor();
  GlossaryEditor(GlossaryEditor&&) noexcept;
  GlossaryEditor& operator=(GlossaryEditor&&) noexcept;

  /// All concepts, as they are now. Borrowed until the next change.
  [[nodiscard]] std::span<const ConceptEntry> concepts() const noexcept;
  /// The concept with that id; nullptr when there is none. Borrowed until the next change.
  [[nodiscard]] const ConceptEntry* find(std::string_view id) const noexcept;
  /// Puts @p entry in the place of the one with its id, else at the end; without an id it gets one
  /// made of its first term ("trata-de-personas"). @return its id.
  std::string put(ConceptEntry entry);
  bool remove(std::string_view id);  ///< False when there is no such concept.
  /// Takes in the entries of one file (ConceptUpsert).
  UpsertSummary upsert(std::span<const ConceptEntry> entries, const UpsertOptions& options = {},
                       const DiagnosticSink& on_diagnostic = {});

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
