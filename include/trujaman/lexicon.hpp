/// @file
/// Files of word pairs, which tell the aligner what translates what.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/error.hpp>
#include <trujaman/export.hpp>

namespace trujaman::inline v0 {

/// Reads a word list for the aligner: rows of source, target and, where wanted, weight (in (0, 1])
/// with tabs between; or hunalign's dictionaries, rows of "target @ source". Empty rows and those
/// that begin with # say nothing; a bad row costs a diagnostic and is skipped.
/// @throws Error{Io}; Error{Malformed} when no row is good.
[[nodiscard]] TRUJAMAN_API std::vector<LexiconEntry> read_lexicon(
    const std::string& path, const DiagnosticSink& on_diagnostic = {});

/// Writes one, tab-separated, the weights with three decimals. @throws Error{Io} when @p out fails.
TRUJAMAN_API void write_lexicon(std::ostream& out, std::span<const LexiconEntry> entries);

}  // namespace trujaman::inline v0
