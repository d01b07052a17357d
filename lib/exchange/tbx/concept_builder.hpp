/// @file
/// One TBX concept under construction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>

namespace trujaman::exchange {

/// Takes what a TBX file says of a concept, its languages and its terms, in the file's order, and
/// puts it into the fields of ConceptEntry. Texts are collapsed and in NFC. What has no field of
/// its own becomes a property: "category", or "category@es" where it is said of one language.
class ConceptBuilder {
 public:
  void begin(std::string_view id);
  /// Terms that follow are of @p language; nullopt: of an unknown one, and left out.
  void begin_language(std::optional<LanguageTag> language);
  void begin_term_section();
  void end_term_section();
  void end_language();
  [[nodiscard]] ConceptEntry finish();

  /// False when the section has a term already: this is then one more.
  bool set_term(const std::string& text);
  /// False when @p value is none of those that @p category has in @p dialect; it is kept.
  bool add(const std::string& category, const std::string& value, std::string_view dialect,
           bool grouped);
  void add_note(const std::string& text);

 private:
  bool add_to_term(const std::string& category, const std::string& value, std::string_view dialect,
                   bool grouped);
  void settle_statuses();

  /// A term before it is known whether its status was stated.
  struct Draft {
    Term term;
    bool has_status = false;
    bool has_type = false;
  };
  ConceptEntry entry_;
  std::vector<Draft> drafts_;
  std::optional<LanguageTag> language_;
  bool in_language_ = false;
  std::optional<Draft> draft_;
};

}  // namespace trujaman::exchange
