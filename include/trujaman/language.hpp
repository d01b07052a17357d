/// @file
/// BCP 47 language tags.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include <trujaman/export.hpp>

namespace trujaman::inline v0 {

/// A well-formed BCP 47 language tag in the case RFC 5646 §2.1.1 recommends: "es", "es-419",
/// "fr-CA", "zh-Hant". Registered or not is not checked: files carry tags of their own making.
class TRUJAMAN_API LanguageTag {
 public:
  LanguageTag() = default;  ///< The undetermined language, "und".
  /// Parses @p tag; underscores count as hyphens ("ES_ar" becomes "es-AR").
  /// @throws Error{InvalidArgument} when @p tag is not well-formed.
  explicit LanguageTag(std::string_view tag);

  /// The tag as text: "es-AR". Borrowed.
  [[nodiscard]] const std::string& str() const noexcept { return tag_; }
  /// The primary language subtag: "es" of "es-AR".
  [[nodiscard]] std::string_view primary() const noexcept;
  /// True for "und".
  [[nodiscard]] bool undetermined() const noexcept { return tag_ == "und"; }
  /// True when this tag falls under @p range: "es-AR" under "es", not under "es-ES" (RFC 4647
  /// §3.3.1, basic filtering).
  [[nodiscard]] bool matches(const LanguageTag& range) const noexcept;
  auto operator<=>(const LanguageTag&) const = default;

 private:
  std::string tag_ = "und";
};

/// What is translated from, and into.
struct LanguagePair {
  LanguageTag source;  ///< Translated from.
  LanguageTag target;  ///< Translated into.
  bool operator==(const LanguagePair&) const = default;
};

}  // namespace trujaman::inline v0
