#include "base/stem.hpp"

#include <libstemmer.h>

#include "base/unicode.hpp"

namespace trujaman::base {

Stemmer::Stemmer(const LanguageTag& language)
    : impl_(sb_stemmer_new(std::string(language.primary()).c_str(), nullptr)) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

void Stemmer::Deleter::operator()(void* stemmer) const noexcept {
  sb_stemmer_delete(static_cast<sb_stemmer*>(stemmer));
}

std::string Stemmer::stem(std::string_view word) const {
  const std::string lower = to_lower(word);
  if (impl_ == nullptr) return fold(lower);
  auto* stemmer = static_cast<sb_stemmer*>(impl_.get());
  // Accents tell the stemmer suffixes apart, so they go only afterwards.
  const sb_symbol* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(lower.data()),
                                          static_cast<int>(lower.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return fold(
      {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))});
}

}  // namespace trujaman::base
