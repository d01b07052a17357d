#include "exchange/tbx/tbx_category.hpp"

#include <algorithm>
#include <iterator>

namespace trujaman::exchange {
namespace {

constexpr unsigned kConcept = 1;
constexpr unsigned kLanguage = 2;
constexpr unsigned kTerm = 4;

struct Category {
  std::string_view name;
  TbxHolder holder;
  unsigned levels;
};
/// As the Schematron rules of TBX-Basic (DCA) have them.
constexpr Category kBasic[] = {
    {"subjectField", TbxHolder::Descrip, kConcept},
    {"definition", TbxHolder::Descrip, kConcept | kLanguage},
    {"context", TbxHolder::Descrip, kTerm},
    {"source", TbxHolder::Admin, kConcept | kLanguage | kTerm},
    {"customerSubset", TbxHolder::Admin, kConcept | kTerm},
    {"projectSubset", TbxHolder::Admin, kConcept | kTerm},
    {"crossReference", TbxHolder::Ref, kConcept | kTerm},
    {"externalCrossReference", TbxHolder::Xref, kConcept | kLanguage | kTerm},
    {"xGraphic", TbxHolder::Xref, kConcept | kLanguage},
    {"administrativeStatus", TbxHolder::TermNote, kTerm},
    {"partOfSpeech", TbxHolder::TermNote, kTerm},
    {"grammaticalGender", TbxHolder::TermNote, kTerm},
    {"geographicalUsage", TbxHolder::TermNote, kTerm},
    {"termLocation", TbxHolder::TermNote, kTerm},
    {"termType", TbxHolder::TermNote, kTerm},
    {"transactionType", TbxHolder::Transac, kConcept | kLanguage | kTerm},
    {"responsibility", TbxHolder::TransacNote, kConcept | kLanguage | kTerm},
    {"date", TbxHolder::Date, kConcept | kLanguage | kTerm}};

struct Value {
  std::string_view category;
  std::string_view value;
};
constexpr Value kValues[] = {{"administrativeStatus", "preferredTerm-admn-sts"},
                             {"administrativeStatus", "admittedTerm-admn-sts"},
                             {"administrativeStatus", "deprecatedTerm-admn-sts"},
                             {"administrativeStatus", "supersededTerm-admn-sts"},
                             {"partOfSpeech", "adjective"},
                             {"partOfSpeech", "noun"},
                             {"partOfSpeech", "other"},
                             {"partOfSpeech", "verb"},
                             {"partOfSpeech", "adverb"},
                             {"grammaticalGender", "masculine"},
                             {"grammaticalGender", "feminine"},
                             {"grammaticalGender", "neuter"},
                             {"grammaticalGender", "other"},
                             {"termType", "fullForm"},
                             {"termType", "acronym"},
                             {"termType", "abbreviation"},
                             {"termType", "shortForm"},
                             {"termType", "variant"},
                             {"termType", "phrase"},
                             {"transactionType", "origination"},
                             {"transactionType", "modification"}};

/// Categories of TBX (2008) that TBX-Basic lacks and that terms have in <descrip> or <admin>.
constexpr std::string_view kDescriptions[] = {"definition", "subjectField", "example",
                                              "explanation", "sampleSentence"};
constexpr std::string_view kAdministrative[] = {
    "sourceIdentifier", "sourceType",   "originatingInstitution", "originatingPerson",
    "databaseType",     "searchTerm",   "elementWorkingStatus",   "entrySource",
    "sortKey",          "conceptOrigin"};

const Category* find_basic(std::string_view name) noexcept {
  const auto found = std::find_if(std::begin(kBasic), std::end(kBasic),
                                  [&](const Category& c) { return c.name == name; });
  return found == std::end(kBasic) ? nullptr : found;
}

template <typename Names>
bool contains(const Names& names, std::string_view name) noexcept {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

TbxHolder tbx_holder(std::string_view category, TbxLevel level) noexcept {
  const Category* basic = find_basic(category);
  // A term note may not stand elsewhere, whatever it says.
  if (basic != nullptr && (basic->holder != TbxHolder::TermNote || level == TbxLevel::Term)) {
    return basic->holder;
  }
  if (category.ends_with("Subset") || contains(kAdministrative, category)) return TbxHolder::Admin;
  if (category == "corpusTrace") return TbxHolder::Xref;
  const bool description = category.starts_with("relatedConcept") ||
                           contains(kDescriptions, category) || level != TbxLevel::Term;
  return description ? TbxHolder::Descrip : TbxHolder::TermNote;
}

bool is_basic_category(std::string_view category, TbxLevel level) noexcept {
  const Category* basic = find_basic(category);
  const unsigned bit = level == TbxLevel::Concept    ? kConcept
                       : level == TbxLevel::Language ? kLanguage
                                                     : kTerm;
  return basic != nullptr && (basic->levels & bit) != 0;
}

bool is_basic_value(std::string_view category, std::string_view value) noexcept {
  bool listed = false;
  for (const Value& v : kValues) {
    if (v.category != category) continue;
    if (v.value == value) return true;
    listed = true;
  }
  return !listed;
}

}  // namespace trujaman::exchange
