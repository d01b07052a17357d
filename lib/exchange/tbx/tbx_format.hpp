/// @file
/// What TBX says, in tables: the elements of its three forms, its data categories, their values.
#pragma once

#include <optional>
#include <string_view>

#include <trujaman/concept.hpp>

namespace trujaman::exchange {

/// What an element is for. Its names differ: 2019 (conceptEntry), 2008 (termEntry), and TBX-Min of
/// 2013 (entry).
enum class TbxElement {
  Concept,
  Language,
  TermSection,
  Term,
  Note,
  Group,       ///< Holds what is said together; adds nothing itself.
  TypedDatum,  ///< DCA: the data category is its attribute type.
  NamedDatum,  ///< DCT: the data category is its name.
};
[[nodiscard]] TbxElement tbx_element(std::string_view local_name) noexcept;

[[nodiscard]] bool is_tbx_root(std::string_view local_name) noexcept;

/// Whether the data category tells how far a term is recommended.
[[nodiscard]] bool is_status(std::string_view category) noexcept;
/// The status that a value of such a category means; nullopt for none of theirs.
[[nodiscard]] std::optional<TermStatus> parse_status(std::string_view value) noexcept;
/// What such a value says beyond the status (superseded, standardized, legal, regulated), as the
/// property that keeps it; nullopt for those that say no more.
[[nodiscard]] std::optional<Property> finer_status(std::string_view value);

/// Whether the dialect allows the value of partOfSpeech; only TBX-Basic and TBX-Min have a list.
[[nodiscard]] bool is_part_of_speech(std::string_view value, std::string_view dialect) noexcept;

/// Whether a value of the category links to something: its target is kept with its text.
[[nodiscard]] bool is_reference(std::string_view category) noexcept;

/// Kinds of term that are recognised only in their own case: acronyms, symbols, formulae.
[[nodiscard]] bool is_acronym_type(std::string_view term_type) noexcept;

}  // namespace trujaman::exchange
