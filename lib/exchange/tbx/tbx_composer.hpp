/// @file
/// One concept as TBX text.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/exchange.hpp>

#include "exchange/tbx/tbx_category.hpp"

namespace trujaman::exchange {

/// Puts concepts into XML (DCA style), and keeps an account of what TBX-Basic does not have.
class TbxComposer {
 public:
  /// @p ids are those that a reference may lead to.
  TbxComposer(std::set<std::string, std::less<>> ids, TbxVersion version)
      : ids_(std::move(ids)), names_(version == TbxVersion::V2008 ? kNames2008 : kNames2019) {}

  /// Appends `<conceptEntry>` (2008: `<termEntry>`) to @p xml.
  void append(std::string& xml, const ConceptEntry& entry);
  /// What of the concepts so far TBX-Basic does not have, as messages, with the concept in which
  /// each was met first. Empty: the file is TBX-Basic.
  [[nodiscard]] const std::map<std::string, std::string>& foreign() const noexcept {
    return foreign_;
  }

 private:
  /// What the two forms of TBX call the same elements.
  struct Names {
    std::string_view concept_entry;
    std::string_view language;
    std::string_view term;
  };
  static constexpr Names kNames2019{"conceptEntry", "langSec", "termSec"};
  static constexpr Names kNames2008{"termEntry", "langSet", "tig"};

  void append_language(std::string& xml, const LanguageTag& language);
  void append_term(std::string& xml, const Term& term);
  void append_term_notes(std::string& xml, const Term& term);
  /// Data of one level in their order; transactions and their dates, descriptions and their sources
  /// go into one group each.
  void append_data(std::string& xml, std::span<const Property> data, TbxLevel level,
                   bool source_is_told);
  void append_datum(std::string& xml, const Property& datum, TbxLevel level,
                    std::string_view indent);
  void append_notes(std::string& xml, const std::vector<std::string>& notes,
                    std::string_view indent);
  void judge(const Property& datum, TbxLevel level);
  void complain(const std::string& what);

  std::set<std::string, std::less<>> ids_;
  Names names_;
  std::map<std::string, std::string> foreign_;
  const ConceptEntry* entry_ = nullptr;
  /// What is said of each language, taken from the concept's properties.
  std::vector<std::pair<LanguageTag, std::vector<Property>>> languages_;
};

}  // namespace trujaman::exchange
