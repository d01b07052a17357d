/// @file
/// The order in which a language's dictionary has its words.
#pragma once

#include <locale>
#include <string>

#include <trujaman/language.hpp>

namespace trujaman::cli {

/// Compares words as dictionaries of a language do (ICU's collation, from CLDR): in Spanish ñ comes
/// after n, accents and capitals count only between words that are equal otherwise.
class Collation {
 public:
  explicit Collation(const LanguageTag& language);
  /// A key whose bytes are in the words' order.
  [[nodiscard]] std::string key(const std::string& word) const;

 private:
  std::locale locale_;
};

}  // namespace trujaman::cli
