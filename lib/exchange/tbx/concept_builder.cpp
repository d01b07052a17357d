#include "exchange/tbx/concept_builder.hpp"

#include <algorithm>
#include <utility>

#include "exchange/tbx/tbx_format.hpp"
#include "exchange/tbx/term_text.hpp"

namespace trujaman::exchange {

void ConceptBuilder::begin(std::string_view id) {
  *this = {};
  entry_.id = id;
}

void ConceptBuilder::begin_language(std::optional<LanguageTag> language) {
  language_ = std::move(language);
  in_language_ = true;
}

void ConceptBuilder::end_language() {
  end_term_section();  // of a term that stood in none
  language_.reset();
  in_language_ = false;
}

void ConceptBuilder::begin_term_section() {
  draft_ = Draft{};
}

void ConceptBuilder::end_term_section() {
  if (draft_ && !draft_->term.text.empty() && language_) {
    draft_->term.language = *language_;
    if (!draft_->has_type) draft_->term.acronym = looks_like_acronym(draft_->term.text);
    drafts_.push_back(*std::move(draft_));
  }
  draft_.reset();
}

bool ConceptBuilder::set_term(const std::string& text) {
  if (!draft_) draft_ = Draft{};
  const bool first = draft_->term.text.empty();
  if (!first) {
    end_term_section();
    begin_term_section();
  }
  draft_->term.text = text;
  return first;
}

bool ConceptBuilder::add(const std::string& category, const std::string& value,
                         std::string_view dialect, bool grouped) {
  if (draft_) return add_to_term(category, value, dialect, grouped);
  std::string* field = nullptr;
  if (category == "definition") field = &entry_.definition;
  if (category == "source" || category == "entrySource") field = &entry_.source;
  if (category == "subjectField" && !in_language_) field = &entry_.subject;
  if (field != nullptr && field->empty()) {
    *field = value;
    if (field == &entry_.definition && language_) entry_.definition_language = *language_;
  } else {
    const std::string suffix = in_language_ && language_ ? "@" + language_->str() : "";
    entry_.properties.push_back({category + suffix, value});
  }
  return true;
}

bool ConceptBuilder::add_to_term(const std::string& category, const std::string& value,
                                 std::string_view dialect, bool grouped) {
  Term& term = draft_->term;
  if (is_status(category)) {
    const auto status = parse_status(value);
    draft_->has_status = draft_->has_status || status;
    if (status) term.status = *status;
    if (!status) term.properties.push_back({category, value});
    if (status) {
      if (auto finer = finer_status(value)) term.properties.push_back(*std::move(finer));
    }
    return status.has_value();
  }
  if (category == "partOfSpeech") {
    term.part_of_speech = value;
    return is_part_of_speech(value, dialect);
  }
  if (category == "grammaticalGender") {
    term.gender = value;
  } else if (category == "source" && !grouped && term.source.empty()) {
    term.source = value;
  } else {
    if (category == "termType") {
      draft_->has_type = value != "abbreviation";
      term.acronym = is_acronym_type(value);
    }
    term.properties.push_back({category, value});
  }
  return true;
}

void ConceptBuilder::add_note(const std::string& text) {
  (draft_ ? draft_->term.notes : entry_.notes).push_back(text);
}

/// Where nothing is said, the first term of a language is the preferred one, unless another is said
/// to be.
void ConceptBuilder::settle_statuses() {
  std::vector<LanguageTag> settled;
  for (const Draft& d : drafts_) {
    if (d.has_status && d.term.status == TermStatus::Preferred) settled.push_back(d.term.language);
  }
  for (Draft& d : drafts_) {
    if (d.has_status) continue;
    const bool has_preferred =
        std::find(settled.begin(), settled.end(), d.term.language) != settled.end();
    d.term.status = has_preferred ? TermStatus::Admitted : TermStatus::Preferred;
    settled.push_back(d.term.language);
  }
}

ConceptEntry ConceptBuilder::finish() {
  end_language();
  settle_statuses();
  for (Draft& d : drafts_) entry_.terms.push_back(std::move(d.term));
  return std::move(entry_);
}

}  // namespace trujaman::exchange
