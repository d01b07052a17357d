/// @file
/// The translation unit: the one record that aligner, memory and exchange files share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/language.hpp>
#include <trujaman/text.hpp>
#include <trujaman/timestamp.hpp>

namespace trujaman::inline v0 {

/// A named value (TMX `<prop type="…">`). Kept as read, repeated types and order included.
struct Property {
  std::string type;   ///< Its name.
  std::string value;  ///< What it says.
  bool operator==(const Property&) const = default;
};

/// Who made and changed a record, and when (the TMX attributes in brackets). Times are UTC.
struct History {
  std::optional<Timestamp> created;          ///< [creationdate]
  std::optional<Timestamp> changed;          ///< [changedate]
  std::optional<Timestamp> last_used;        ///< [lastusagedate]
  std::string creator;                       ///< [creationid]
  std::string changer;                       ///< [changeid]
  std::optional<std::uint64_t> usage_count;  ///< [usagecount]
  bool operator==(const History&) const = default;
};

/// Text of a unit in one language (TMX `<tuv>`).
struct Variant {
  LanguageTag language;              ///< What the text is in.
  std::string text;                  ///< UTF-8, NFC, without codes.
  InlineCodes codes;                 ///< Formatting; positions in text.
  History history;                   ///< Who made and changed this text.
  std::vector<Property> properties;  ///< Kept untouched on round trips.
  std::vector<Property> attributes;  ///< Further XML attributes, kept for round trips.
  std::vector<std::string> notes;    ///< Remarks about this text.
  bool operator==(const Variant&) const = default;
};

/// One place where a unit stands in an aligned document.
struct Occurrence {
  std::string document;      ///< Name of the source document (Document::id).
  std::size_t position = 0;  ///< Zero-based number of its bead there; neighbours are ± 1.
  bool operator==(const Occurrence&) const = default;
};

/// Equivalent texts in two or more languages (TMX `<tu>`).
struct TranslationUnit {
  std::string id;                       ///< TMX tuid; empty when there is none.
  LanguageTag source_language;          ///< What was translated from; "und" when any may be.
  std::vector<Variant> variants;        ///< The texts, usually one a language.
  std::vector<Occurrence> occurrences;  ///< Empty for units that came without a document.
  double confidence = 1.0;           ///< The aligner's, a probability in [0, 1]; 1 for human work.
  History history;                   ///< Who made and changed the unit.
  std::vector<Property> properties;  ///< Kept untouched on round trips.
  std::vector<Property> attributes;  ///< Further XML attributes, kept for round trips.
  std::vector<std::string> notes;    ///< Remarks about the unit.

  /// First variant whose tag falls under @p range ("es-AR" under "es"), or nullptr.
  [[nodiscard]] const Variant* find(const LanguageTag& range) const noexcept {
    for (const Variant& v : variants) {
      if (v.language.matches(range)) return &v;
    }
    return nullptr;
  }
  bool operator==(const TranslationUnit&) const = default;
};

}  // namespace trujaman::inline v0
