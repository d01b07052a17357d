/// @file
/// Units in a line, and what a rule says of them.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/checker.hpp>

namespace test {

using trujaman::CheckRule;

/// A text and its translation, each with its language before it: "es:Hola.", "fr-CA:Bonjour!".
struct Row {
  std::string source;
  std::string target;
};

inline trujaman::Variant variant_of(const std::string& tagged) {
  const std::size_t colon = tagged.find(':');
  trujaman::Variant variant;
  variant.language = trujaman::LanguageTag(tagged.substr(0, colon));
  variant.text = tagged.substr(colon + 1);
  return variant;
}

inline trujaman::TranslationUnit unit_of(const Row& row) {
  trujaman::TranslationUnit unit;
  unit.variants = {variant_of(row.source), variant_of(row.target)};
  unit.source_language = unit.variants.front().language;
  return unit;
}

/// Options with one rule only.
inline trujaman::CheckOptions only(CheckRule rule, const trujaman::Glossary* glossary = nullptr) {
  trujaman::CheckOptions options;
  options.glossary = glossary;
  for (const CheckRule other : trujaman::check_rules()) {
    if (other != rule) options.disabled.push_back(other);
  }
  return options;
}

/// The messages of @p rule about a row.
inline std::vector<std::string> messages(CheckRule rule, const Row& row,
                                         const trujaman::Glossary* glossary = nullptr) {
  std::vector<std::string> out;
  for (const auto& finding : trujaman::Checker(only(rule, glossary)).check(unit_of(row))) {
    out.push_back(finding.message);
  }
  return out;
}

/// The words of the first finding of @p rule, in the order of its places; none when all is well.
inline std::vector<std::string> words(CheckRule rule, const Row& row,
                                      const trujaman::Glossary* glossary = nullptr) {
  std::vector<std::string> out;
  const auto findings = trujaman::Checker(only(rule, glossary)).check(unit_of(row));
  if (findings.empty()) return out;
  for (const auto& place : findings.front().places) out.push_back(place.words);
  return out;
}

inline void fires(CheckRule rule, std::initializer_list<Row> rows,
                  const trujaman::Glossary* glossary = nullptr) {
  for (const Row& row : rows) {
    INFO(row.source << " | " << row.target);
    CHECK(messages(rule, row, glossary).size() == 1);
  }
}

inline void is_silent(CheckRule rule, std::initializer_list<Row> rows,
                      const trujaman::Glossary* glossary = nullptr) {
  for (const Row& row : rows) {
    INFO(row.source << " | " << row.target);
    CHECK(messages(rule, row, glossary) == std::vector<std::string>());
  }
}

}  // namespace test
