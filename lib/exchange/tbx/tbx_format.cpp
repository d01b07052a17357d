#include "exchange/tbx/tbx_format.hpp"

#include <algorithm>
#include <iterator>

namespace trujaman::exchange {
namespace {

struct Element {
  std::string_view name;
  TbxElement element;
};
constexpr Element kElements[] = {{"conceptEntry", TbxElement::Concept},
                                 {"termEntry", TbxElement::Concept},
                                 {"entry", TbxElement::Concept},
                                 {"langSec", TbxElement::Language},
                                 {"langSet", TbxElement::Language},
                                 {"langGroup", TbxElement::Language},
                                 {"termSec", TbxElement::TermSection},
                                 {"tig", TbxElement::TermSection},
                                 {"ntig", TbxElement::TermSection},
                                 {"termGroup", TbxElement::TermSection},
                                 {"term", TbxElement::Term},
                                 {"note", TbxElement::Note},
                                 {"termGrp", TbxElement::Group},
                                 {"descripGrp", TbxElement::Group},
                                 {"adminGrp", TbxElement::Group},
                                 {"transacGrp", TbxElement::Group},
                                 {"termNoteGrp", TbxElement::Group},
                                 {"noteGrp", TbxElement::Group},
                                 {"descrip", TbxElement::TypedDatum},
                                 {"descripNote", TbxElement::TypedDatum},
                                 {"admin", TbxElement::TypedDatum},
                                 {"adminNote", TbxElement::TypedDatum},
                                 {"termNote", TbxElement::TypedDatum},
                                 {"transac", TbxElement::TypedDatum},
                                 {"transacNote", TbxElement::TypedDatum},
                                 {"ref", TbxElement::TypedDatum},
                                 {"xref", TbxElement::TypedDatum},
                                 {"termCompList", TbxElement::TypedDatum}};

struct Status {
  std::string_view value;
  TermStatus status;
};
/// Values of administrativeStatus (with "-admn-sts"), normativeAuthorization, usageStatus and
/// TBX-Min's termStatus.
constexpr Status kStatuses[] = {
    {"preferredTerm", TermStatus::Preferred},    {"preferred", TermStatus::Preferred},
    {"standardizedTerm", TermStatus::Preferred}, {"legalTerm", TermStatus::Preferred},
    {"regulatedTerm", TermStatus::Preferred},    {"admittedTerm", TermStatus::Admitted},
    {"admitted", TermStatus::Admitted},          {"deprecatedTerm", TermStatus::Deprecated},
    {"deprecated", TermStatus::Deprecated},      {"supersededTerm", TermStatus::Deprecated},
    {"superseded", TermStatus::Deprecated},      {"notRecommended", TermStatus::Deprecated},
    {"obsolete", TermStatus::Deprecated}};

constexpr std::string_view kStatusCategories[] = {"administrativeStatus", "normativeAuthorization",
                                                  "usageStatus", "termStatus"};
constexpr std::string_view kPartsOfSpeech[] = {"noun",   "properNoun", "verb",
                                               "adverb", "adjective",  "other"};
constexpr std::string_view kReferences[] = {"crossReference",
                                            "externalCrossReference",
                                            "xGraphic",
                                            "corpusTrace",
                                            "responsibility",
                                            "antonymConcept",
                                            "superordinateConceptGeneric",
                                            "see",
                                            "abbreviatedFormFor",
                                            "subordinateConceptGeneric"};
constexpr std::string_view kAcronymTypes[] = {"acronym", "initialism", "symbol", "formula",
                                              "logicalExpression"};

template <typename Names>
bool contains(const Names& names, std::string_view name) noexcept {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

TbxElement tbx_element(std::string_view local_name) noexcept {
  for (const Element& e : kElements) {
    if (e.name == local_name) return e.element;
  }
  return TbxElement::NamedDatum;
}

bool is_tbx_root(std::string_view local_name) noexcept {
  return local_name == "tbx" || local_name == "martif" || local_name == "TBX";
}

bool is_status(std::string_view category) noexcept {
  return contains(kStatusCategories, category);
}

std::optional<TermStatus> parse_status(std::string_view value) noexcept {
  constexpr std::string_view kSuffix = "-admn-sts";
  if (value.ends_with(kSuffix)) value.remove_suffix(kSuffix.size());
  for (const Status& s : kStatuses) {
    if (s.value == value) return s.status;
  }
  return std::nullopt;
}

std::optional<Property> finer_status(std::string_view value) {
  constexpr std::string_view kSuffix = "-admn-sts";
  if (value.ends_with(kSuffix)) value.remove_suffix(kSuffix.size());
  if (value == "superseded" || value == "supersededTerm" || value == "obsolete") {
    return Property{"administrativeStatus", "supersededTerm-admn-sts"};
  }
  for (const std::string_view finer : {"standardizedTerm", "legalTerm", "regulatedTerm"}) {
    if (value == finer) return Property{"normativeAuthorization", std::string(value)};
  }
  return std::nullopt;
}

bool is_reference(std::string_view category) noexcept {
  return contains(kReferences, category) || category.starts_with("relatedConcept");
}

bool is_part_of_speech(std::string_view value, std::string_view dialect) noexcept {
  const bool listed = dialect.starts_with("TBX-Basic") || dialect.starts_with("TBX-Min");
  return !listed || contains(kPartsOfSpeech, value);
}

bool is_acronym_type(std::string_view term_type) noexcept {
  return contains(kAcronymTypes, term_type);
}

}  // namespace trujaman::exchange
