/// The glossary module of XLIFF 2.x → concepts.
#include <optional>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "exchange/language.hpp"
#include "exchange/tbx/term_text.hpp"
#include "exchange/xml/xml_reader.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// An entry that takes more bytes than this says no term.
constexpr std::size_t kLargestEntry = std::size_t{1} << 20;

class GlossaryReader : private XmlReader {
 public:
  GlossaryReader(const std::string& name, const ConceptSink& sink,
                 const DiagnosticSink& on_diagnostic)
      : XmlReader(name), sink_(&sink), on_diagnostic_(&on_diagnostic) {}

  ReadSummary read(std::istream& in) {
    parse(in);
    return summary_;
  }

 private:
  enum class Text { None, Term, Translation, Definition };

  void on_start(std::string_view qualified, XmlAttributes attributes) override {
    const std::string_view name = local_name(qualified);
    if (!std::exchange(in_root_, true)) return read_root(name, attributes);
    if (name == "glossEntry") {
      entry_ = ConceptEntry();
      begin_ = where();
      bytes_ = 0;
    } else if (entry_ && text_ == Text::None) {
      text_ = name == "term"          ? Text::Term
              : name == "translation" ? Text::Translation
              : name == "definition"  ? Text::Definition
                                      : Text::None;
      value_.clear();
      source_of_value_ = find_attribute(attributes, "source");
    }
  }

  void on_end(std::string_view qualified) override {
    const std::string_view name = local_name(qualified);
    if (name == "glossEntry" && entry_) return leave_entry();
    const bool ends = (name == "term" && text_ == Text::Term) ||
                      (name == "translation" && text_ == Text::Translation) ||
                      (name == "definition" && text_ == Text::Definition);
    if (ends) take_value();
  }

  void on_text(std::string_view text) override {
    if (text_ == Text::None || !entry_) return;
    bytes_ += text.size();
    if (bytes_ <= kLargestEntry) value_ += text;
  }

  void on_undeclared_entity(std::string_view, std::string_view text) override { on_text(text); }

  void read_root(std::string_view name, XmlAttributes attributes) {
    if (name != "xliff") {
      throw Error(
          Errc::Malformed,
          message("is not XLIFF: begins with {1}, not <xliff>; is it the right file?", tag(name)),
          where());
    }
    const auto language = [&](const char* attribute) {
      return parse_language(find_attribute(attributes, attribute)).value_or(LanguageTag());
    };
    source_ = language("srcLang");
    target_ = language("trgLang");
  }

  void take_value() {
    const Text text = std::exchange(text_, Text::None);
    const std::string value = collapse_space(value_);
    if (value.empty()) return;
    if (text == Text::Definition) {
      entry_->definition = value;
      entry_->source = source_of_value_;
      return;
    }
    const LanguageTag& language = text == Text::Term ? source_ : target_;
    if (language.undetermined()) {
      return report(Severity::Warning,
                    message("is in a language that the file does not name; left out"));
    }
    bool first = true;
    for (const Term& t : entry_->terms) first = first && t.language != language;
    const TermStatus status = first ? TermStatus::Preferred : TermStatus::Admitted;
    entry_->terms.push_back(make_term(language, value, status));
    entry_->terms.back().source = source_of_value_;
  }

  void leave_entry() {
    ++summary_.read;
    ConceptEntry entry = *std::exchange(entry_, std::nullopt);
    text_ = Text::None;
    std::string reason;
    if (bytes_ > kLargestEntry) reason = message("takes more than 1 MiB; entry skipped");
    if (entry.terms.empty()) reason = message("has no term; entry skipped");
    if (!reason.empty()) return report(Severity::Defect, reason);
    ++summary_.passed;
    if (*sink_) (*sink_)(std::move(entry));
  }

  void report(Severity severity, const std::string& message) {
    if (*on_diagnostic_) (*on_diagnostic_)({severity, message, begin_});
  }

  const ConceptSink* sink_;
  const DiagnosticSink* on_diagnostic_;
  ReadSummary summary_;
  bool in_root_ = false;
  LanguageTag source_;
  LanguageTag target_;
  std::optional<ConceptEntry> entry_;  ///< That is open.
  Location begin_;                     ///< Of it.
  std::size_t bytes_ = 0;              ///< Of text in it.
  Text text_ = Text::None;             ///< What is open in it.
  std::string value_;
  std::string source_of_value_;
};

}  // namespace

ReadSummary read_xliff_glossary(std::istream& in, const std::string& name, const ConceptSink& sink,
                                const DiagnosticSink& on_diagnostic) {
  return GlossaryReader(name, sink, on_diagnostic).read(in);
}

}  // namespace trujaman::inline v0
