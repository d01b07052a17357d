/// @file
/// gettext's po files.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>
#include <trujaman/impl_ptr.hpp>

namespace trujaman::inline v0 {

/// What a po file says of itself: its entry without a msgid.
struct PoHeader {
  LanguagePair languages;  ///< [X-Source-Language], [Language]; undetermined where not said.
  /// All fields ("Plural-Forms") in their order, those of the languages and the encoding, too.
  std::vector<Property> fields{};
  std::vector<std::string> notes{};  ///< Comments above it.
  bool operator==(const PoHeader&) const = default;
};

/// What is read of a po file.
struct PoReadOptions {
  /// For making another file of this one: entries marked fuzzy are passed on, too, their target
  /// with the property x-state "needs-review-translation"; and where texts stand in programs
  /// (x-reference, once a line) and what they were before (x-po-previous) are kept.
  bool whole = false;
};

/// Reads gettext's po files, in the encoding that their header declares: a unit an entry, two where
/// it has a plural (the second with the last of its forms). Comments are notes, those of
/// programmers with a property x-note-N-from "developer" for the Nth note. Properties are x-context
/// (msgctxt), x-po-flags ("c-format"), x-po-plural (of the singular: the plural's msgid),
/// x-po-plural-of (of the plural: the singular's), and of the plural's target x-po-form, for each
/// form between first and last. Entries that are marked fuzzy or have no translation are skipped
/// with a note.
/// @p languages are taken where the header names none (Language, X-Source-Language).
/// @p header is given what the file says of itself before the first unit is passed on.
/// @throws Error{Malformed} when there is no entry, Error{Unsupported} for an unknown encoding.
TRUJAMAN_API ReadSummary read_po(std::istream& in, const std::string& name,
                                 const LanguagePair& languages, const UnitSink& sink,
                                 const DiagnosticSink& on_diagnostic = {},
                                 const PoReadOptions& options = {}, PoHeader* header = nullptr);
/// The same with the line of each entry; those without a translation are passed on, too, their
/// target empty.
TRUJAMAN_API ReadSummary read_po(std::istream& in, const std::string& name,
                                 const LanguagePair& languages, const LocatedUnitSink& sink,
                                 const DiagnosticSink& on_diagnostic = {},
                                 const PoReadOptions& options = {}, PoHeader* header = nullptr);

/// Writes a po file (UTF-8) record by record, as msgfmt takes it: the first text in the header's
/// source language is the msgid, the first in its target language the msgstr; notes and properties
/// become what read_po makes them of. Units of one entry with a plural become one entry again where
/// they follow each other. Marked fuzzy is a translation in a state that asks for work (needs-…,
/// new, initial) or, without a state, below a confidence of 0.8. Complete once finish() has
/// returned.
class TRUJAMAN_API PoWriter {
 public:
  /// Fields that the header lacks and msgfmt asks for are added, Plural-Forms by the language. What
  /// it says of encodings is replaced. @p out must outlive the writer.
  PoWriter(std::ostream& out, const PoHeader& header);
  ~PoWriter();
  PoWriter(PoWriter&&) noexcept;
  PoWriter& operator=(PoWriter&&) noexcept;
  /// False when the unit is left out: without text in the source language, or with a text and
  /// context that have been written before, which a po file has no place for. Keeps 16 to 32 bytes
  /// a unit to tell. @throws Error{Io} when @p out fails.
  bool write(const TranslationUnit& unit);
  void finish();  ///< @throws Error{Io} when @p out fails.

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
