/// @file
/// How much of a document a memory has already: leverage, by match band.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include <trujaman/document.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/memory.hpp>

namespace trujaman::inline v0 {

/// What a segment's best match is worth; the bands in which translation is offered and paid.
enum class MatchBand {
  Context,     ///< Exact, and so are the segments before and after it.
  Exact,       ///< 100
  Repetition,  ///< No exact match, but the same text stood in this document before.
  CrossFile,   ///< … or in one analysed before.
  From95,      ///< 95–99.99
  From85,      ///< 85–94.99
  From75,      ///< 75–84.99
  From50,      ///< 50–74.99
  New          ///< Nothing of 50 or more.
};
/// How many bands there are.
inline constexpr std::size_t kMatchBands = 9;

/// "context", "100", "repetition", "cross-file", "95-99", "85-94", "75-84", "50-74", "new".
[[nodiscard]] TRUJAMAN_API std::string_view to_string(MatchBand band) noexcept;

/// How much text there is.
struct Volume {
  std::size_t segments = 0;    ///< Segments with text.
  std::size_t words = 0;       ///< As count_words counts them.
  std::size_t characters = 0;  ///< Code points that are not white space.

  /// Adds up both.
  Volume& operator+=(const Volume& other) noexcept {
    segments += other.segments;
    words += other.words;
    characters += other.characters;
    return *this;
  }
  bool operator==(const Volume&) const = default;
};

/// The leverage of one document, or of several added up.
struct Leverage {
  std::array<Volume, kMatchBands> bands{};  ///< By band, in the order of MatchBand.

  /// How much text is in one band.
  [[nodiscard]] const Volume& operator[](MatchBand band) const noexcept {
    return bands[static_cast<std::size_t>(band)];
  }
  /// How much text is in one band, to be changed.
  [[nodiscard]] Volume& operator[](MatchBand band) noexcept {
    return bands[static_cast<std::size_t>(band)];
  }
  /// The sum of all bands.
  [[nodiscard]] Volume total() const noexcept {
    Volume sum;
    for (const Volume& volume : bands) sum += volume;
    return sum;
  }
  /// Adds up both, band by band.
  Leverage& operator+=(const Leverage& other) noexcept {
    for (std::size_t i = 0; i < kMatchBands; ++i) bands[i] += other.bands[i];
    return *this;
  }
};

/// Words of @p text (UTF-8): those between the boundaries of UAX #29 that have a letter or digit,
/// numbers too, but hyphens part no words, as translation is counted (GMX-V, translation tools):
/// "COVID-19" and "l’accès" are one, "A/RES/73/195" is four. O(bytes).
[[nodiscard]] TRUJAMAN_API std::size_t count_words(std::string_view text);

/// Analyses documents one after the other; each remembers the texts of those before. Borrows the
/// memory. One thread.
class TRUJAMAN_API Analyser {
 public:
  /// Of documents in the source language of @p languages. @p memory must outlive it.
  Analyser(const Memory& memory, const LanguagePair& languages);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// Each segment with text, by the best match of the memory for it: one lookup a text that was not
  /// seen before. @p progress may stop it with false, which throws Error{Cancelled}.
  [[nodiscard]] Leverage analyse(const SegmentedDocument& document,
                                 const std::function<bool(double done)>& progress = {});

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
