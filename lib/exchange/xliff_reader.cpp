/// XLIFF 1.x and 2.x → units, one at a time.
#include <utility>

#include <trujaman/exchange.hpp>

#include "exchange/language.hpp"
#include "exchange/xliff_text.hpp"
#include "exchange/xml_reader.hpp"

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
      : XmlReader(name), sink_(&sink), on_diagnostic_(&on_diagnostic) {}

  ReadSummary read(std::istream& in) {
    parse(in);
    return summary_;
  }

 private:
  /// Where in the file the reader stands. Unit2 is a `<unit>` of 2.x, which holds segments; Unit is
  /// a `<trans-unit>` of 1.x or a `<segment>` of 2.x.
  enum class Place { Document, Xliff, Container, Unit2, Unit, Source, Target, Inline, Ignored };

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
        return Place::Unit2;
      case Place::Unit2:
        return name == "segment" ? enter_segment(find_attribute(attributes, "id")) : Place::Ignored;
      case Place::Unit:
        if (name == "source") return enter_text(Place::Source, source_, attributes);
        if (name == "target") return enter_text(Place::Target, target_, attributes);
        return Place::Ignored;
      case Place::Source:
      case Place::Target:
      case Place::Inline:
        count(kElementSize);
        if (!failed_) text_.start(name, attributes);
        return Place::Inline;
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

  Place enter_segment(std::string_view id) {
    return enter_unit(id.empty() ? unit_id_ : unit_id_ + "/" + std::string(id));
  }

  Place enter_unit(std::string id) {
    ++summary_.read;
    unit_ = {};
    unit_.id = std::move(id);
    unit_.source_language = source_;
    begin_ = where();
    bytes_ = 0;
    return Place::Unit;
  }

  Place enter_text(Place place, const LanguageTag& language, XmlAttributes attributes) {
    if (failed_) return Place::Ignored;
    Variant& variant = unit_.variants.emplace_back();
    variant.language = language;
    read_language(attributes, "xml:lang", variant.language);
    if (place == Place::Source) unit_.source_language = variant.language;
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
  std::string unit_id_;  ///< Of the `<unit>` that is open.

  TranslationUnit unit_;
  Location begin_;       ///< Of the unit.
  bool failed_ = false;  ///< The unit is skipped; what remains of it is passed over.
  std::size_t bytes_ = 0;
  XliffText text_;
};

}  // namespace

ReadSummary read_xliff(std::istream& in, const std::string& name, const LocatedUnitSink& sink,
                       const DiagnosticSink& on_diagnostic) {
  return XliffReader(name, sink, on_diagnostic).read(in);
}

}  // namespace trujaman::inline v0
