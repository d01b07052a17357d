/// @file
/// Units for the tests.
#pragma once

#include <chrono>
#include <string>

#include <trujaman/unit.hpp>

namespace test {

inline trujaman::Variant variant(const std::string& language, const std::string& text) {
  trujaman::Variant v;
  v.language = trujaman::LanguageTag(language);
  v.text = text;
  return v;
}

inline trujaman::TranslationUnit unit(const std::string& es, const std::string& en) {
  trujaman::TranslationUnit u;
  u.source_language = trujaman::LanguageTag("es");
  u.variants = {variant("es", es), variant("en", en)};
  return u;
}

inline std::chrono::sys_seconds day(int year, unsigned month, unsigned number) {
  return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) /
                               static_cast<int>(number));
}

}  // namespace test
