/// XLIFF 1.x and 2.x → units, one at a time.
#include <map>
#include <utility>

#include <trujaman/exchange.hpp>

#include "exchange/language.hpp"
#include "exchange/xliff/xliff_state.hpp"
#include "exchange/xliff/xliff_text.hpp"
#include "exchange/xml/xml_reader.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// A unit that takes more bytes than this is no sentence, paragraph or page.
constexpr std::size_t kLargestUnit = std::size_t{16} << 20;
/// What an element takes beside its text, roughly.
constexpr std::size_t kElementSize = 64;

class XliffReader : private XmlReader {
 public:
  XliffReader(const std::string& name, const LocatedUnitSink& sink,
              const DiagnosticSink& on_diagnostic)
      : XmlReader(name), sink_(&sink), on_diagnostic_(&on_diagnostic) {
    text_.use_data(&data_);
  }

  ReadSummary read(std::istream& in) {
    parse(in);
    return summary_;
  }

 private:
  /// Where in the file the reader stands. Unit2 is a `<unit>` of 2.x, which holds segments; Unit is
  /// a `<trans-unit>` of 1.x or a `<segment>` of 2.x; Notes and OriginalData are those of a Unit2.
  enum class Place {
    Document,
    Xliff,
    Container,
    Unit2,
    OriginalData,
    Data,
    Notes,
    Unit,
    Note,
    Source,
    Target,
    Inline,
    Ignored
  };

  void on_start(std::string_view qualified, XmlAttributes attributes) override {
    const std::string_view name = local_name(qualified);
    places_.push_back(enter(name, attributes));
  }

  Place enter(std::string_view name, XmlAttributes attributes) {
    if (find_attribute(attributes, "translate") == "no" && places_.back() != Place::Inline) {
      if (name == "trans-unit") {
        ++summary_.read;
        report(Severity::Note, "is not to be translated; unit skipped");
      }
      return Place::Ignored;
    }
    switch (places_.back()) {
      case Place::Document:
        return enter_root(name, attributes);
      case Place::Xliff:
        if (name != "file") return Place::Ignored;
        read_language(attributes, "source-language", source_);
        read_language(attributes, "target-language", target_);
        return Place::Container;
      case Place::Container:
        if (name == "body" || name == "group") return Place::Container;
        if (name == "trans-unit") return enter_unit(std::string(find_attribute(attributes, "id")));
        if (name != "unit") return Place::Ignored;
        unit_id_ = find_attribute(attributes, "id");
        unit_notes_.clear();
        data_.clear();
        data_bytes_ = 0;
        return Place::Unit2;
      case Place::Unit2:
        if (name == "notes") return Place::Notes;
        if (name == "originalData") return Place::OriginalData;
        return name == "segment" ? enter_segment(attributes) : Place::Ignored;
      case Place::OriginalData:
        if (name != "data") return Place::Ignored;
        data_id_ = find_attribute(attributes, "id");
        return Place::Data;
      case Place::Notes:
        if (name != "note") return Place::Ignored;
        unit_notes_.emplace_back();
        return Place::Note;
      case Place::Unit:
        if (name == "source") return enter_text(Place::Source, source_, attributes);
        if (name == "target") return enter_text(Place::Target, target_, attributes);
        if (name != "note" || failed_) return Place::Ignored;
        unit_.notes.emplace_back();
        return Place::Note;
      case Place::Source:
      case Place::Target:
      case Place::Inline:
        count(kElementSize);
        if (!failed_) text_.start(name, attributes);
        return Place::Inline;
      case Place::Data:
      case Place::Note:
      case Place::Ignored:
        break;
    }
    return Place::Ignored;
  }

  void on_end(std::string_view) override {
    const Place left = places_.back();
    places_.pop_back();
    if (left == Place::Unit) return leave_unit();
    if (failed_) return;
    if (left == Place::Inline) text_.end();
    if (left == Place::Source || left == Place::Target) text_.finish(unit_.variants.back());
  }

  void on_text(std::string_view text) override {
    if (places_.back() == Place::Note) return add_to_note(text);
    if (places_.back() == Place::Data) return add_to_data(text);
    if (!in_text()) return;
    count(text.size());
    if (!failed_) text_.text(text);
  }

  void on_undeclared_entity(std::string_view name, std::string_view text) override {
    if (!text.empty()) return on_text(text);
    if (in_text()) fail("entity &" + std::string(name.substr(0, 40)) + "; is not declared");
  }

  Place enter_root(std::string_view name, XmlAttributes attributes) {
    if (name != "xliff") {
      throw Error(Errc::Malformed,
                  "is not XLIFF: begins with " + tag(name) + ", not <xliff>; is it the right file?",
                  where());
    }
    read_language(attributes, "srcLang", source_);
    read_language(attributes, "trgLang", target_);
    return Place::Xliff;
  }

  Place enter_segment(XmlAttributes attributes) {
    const std::string_view id = find_attribute(attributes, "id");
    const Place place = enter_unit(id.empty() ? unit_id_ : unit_id_ + "/" + std::string(id));
    state_ = find_attribute(attributes, "state");
    unit_.notes = unit_notes_;
    return place;
  }

  void add_to_note(std::string_view text) {
    std::vector<std::string>& notes =
        places_[places_.size() - 2] == Place::Notes ? unit_notes_ : unit_.notes;
    count(text.size());
    if (!failed_ && !notes.empty()) notes.back() += text;
  }

  void add_to_data(std::string_view text) {
    data_bytes_ += text.size();
    if (data_bytes_ <= kLargestUnit) data_[data_id_] += text;
  }

  Place enter_unit(std::string id) {
    ++summary_.read;
    unit_ = {};
    unit_.id = std::move(id);
    unit_.source_language = source_;
    state_.clear();
    begin_ = where();
    bytes_ = 0;
    return Place::Unit;
  }

  Place enter_text(Place place, const LanguageTag& language, XmlAttributes attributes) {
    if (failed_) return Place::Ignored;
    Variant& variant = unit_.variants.emplace_back();
    variant.language = language;
    read_language(attributes, "xml:lang", variant.language);
    if (place == Place::Source) {
      unit_.source_language = variant.language;
      return place;
    }
    const std::string_view state = find_attribute(attributes, "state");
    if (!state.empty()) state_ = state;
    if (!state_.empty()) variant.properties.push_back({std::string(kStateProperty), state_});
    return place;
  }

  void leave_unit() {
    if (!failed_ && unit_.variants.empty()) fail("a unit without <source>");
    if (!std::exchange(failed_, false)) {
      ++summary_.passed;
      if (*sink_) (*sink_)(std::move(unit_), begin_);
    }
    unit_ = {};
  }

  void read_language(XmlAttributes attributes, std::string_view name, LanguageTag& language) {
    const std::string_view text = find_attribute(attributes, name);
    if (text.empty()) return;
    if (auto parsed = parse_language(text)) {
      language = *std::move(parsed);
    } else {
      report(Severity::Warning, std::string(name) + " is no language tag; it was passed over");
    }
  }

  [[nodiscard]] bool in_text() const {
    const Place at = places_.back();
    return at == Place::Source || at == Place::Target || at == Place::Inline;
  }

  void count(std::size_t bytes) {
    bytes_ += bytes;
    if (bytes_ > kLargestUnit) fail("a unit of more than 16 MiB");
  }

  void fail(const std::string& message) {
    if (std::exchange(failed_, true)) return;
    report(Severity::Defect, message + "; unit skipped");
    Variant dropped;
    text_.finish(dropped);
    unit_ = {};
  }

  void report(Severity severity, const std::string& message) {
    if (*on_diagnostic_) (*on_diagnostic_)({severity, message, where()});
  }

  const LocatedUnitSink* sink_;
  const DiagnosticSink* on_diagnostic_;
  ReadSummary summary_;
  std::vector<Place> places_{Place::Document};
  LanguageTag source_;
  LanguageTag target_;
  std::string unit_id_;                      ///< Of the `<unit>` that is open.
  std::vector<std::string> unit_notes_;      ///< Likewise.
  std::map<std::string, std::string> data_;  ///< Likewise; by id.
  std::string data_id_;                      ///< Of the `<data>` that is open.
  std::size_t data_bytes_ = 0;               ///< Of the unit's.
  std::string state_;                        ///< Of the `<segment>` that is open.

  TranslationUnit unit_;
  Location begin_;       ///< Of the unit.
  bool failed_ = false;  ///< The unit is skipped; what remains of it is passed over.
  std::size_t bytes_ = 0;
  XliffText text_;
};

/// Why @p unit is nothing for a memory; null when it is.
const char* why_not(const TranslationUnit& unit) {
  if (unit.variants.size() < 2 || unit.variants[0].text.empty() || unit.variants[1].text.empty()) {
    return "has no translation; unit skipped";
  }
  for (const Property& p : unit.variants[1].properties) {
    if (p.type == kStateProperty && is_untranslated(p.value)) {
      return "is not translated yet, says its state; unit skipped";
    }
  }
  return nullptr;
}

}  // namespace

ReadSummary read_xliff(std::istream& in, const std::string& name, const UnitSink& sink,
                       const DiagnosticSink& on_diagnostic) {
  std::size_t skipped = 0;
  const LocatedUnitSink translated = [&](TranslationUnit&& unit, const Location& where) {
    if (const char* reason = why_not(unit)) {
      ++skipped;
      if (on_diagnostic) on_diagnostic({Severity::Note, reason, where});
    } else if (sink) {
      unit.id.clear();  // says something within its file only
      sink(std::move(unit));
    }
  };
  ReadSummary summary = read_xliff(in, name, translated, on_diagnostic);
  summary.passed -= skipped;
  return summary;
}

ReadSummary read_xliff(std::istream& in, const std::string& name, const LocatedUnitSink& sink,
                       const DiagnosticSink& on_diagnostic) {
  return XliffReader(name, sink, on_diagnostic).read(in);
}

}  // namespace trujaman::inline v0
