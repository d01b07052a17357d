/// @file
/// Word stems, by the Snowball stemmers.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <trujaman/language.hpp>

namespace trujaman::base {

/// Stemmer of one language. Not thread-safe (the Snowball object keeps state): one per thread.
class Stemmer {
 public:
  /// A language without a Snowball stemmer gets words back folded, unstemmed.
  explicit Stemmer(const LanguageTag& language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The folded stem of @p word (valid UTF-8, one token): "Migraciones" and "migración" give the
  /// same key.
  [[nodiscard]] std::string stem(std::string_view word) const;
  [[nodiscard]] bool available() const noexcept { return impl_ != nullptr; }

 private:
  struct Deleter {
    void operator()(void* stemmer) const noexcept;
  };
  std::unique_ptr<void, Deleter> impl_;
};

}  // namespace trujaman::base
