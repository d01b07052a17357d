/// @file
/// One catalogue of messages, as GNU gettext compiles it.
#pragma once

#include <cstddef>
#include <locale>
#include <string>
#include <string_view>

namespace trujaman::base {

/// The messages of one .mo file. Immutable: any number of threads may look things up in it.
class Catalogue {
 public:
  /// Copies @p bytes. @p language is what they are in.
  /// @throws Error{Malformed} when they are no .mo file.
  Catalogue(std::string_view language, std::string_view bytes);

  /// The translation of @p id, which lives as long as the catalogue; nullptr when it has none.
  [[nodiscard]] const char* find(const std::string& id) const;
  /// The form of it that stands with the number @p n.
  [[nodiscard]] const char* find(const std::string& id, std::size_t n) const;

 private:
  std::locale locale_;  ///< Holds the facet that knows the messages.
  int domain_;
};

}  // namespace trujaman::base
