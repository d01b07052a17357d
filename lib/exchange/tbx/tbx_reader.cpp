/// TBX → concepts, one at a time: ISO 30042:2019 in DCA and DCT style, and the forms before it.
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "exchange/language.hpp"
#include "exchange/tbx/concept_builder.hpp"
#include "exchange/tbx/tbx_format.hpp"
#include "exchange/tbx/term_text.hpp"
#include "exchange/xml/xml_reader.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// A concept with more bytes than this is none that a person wrote.
constexpr std::size_t kLargestConcept = std::size_t{16} << 20;

class TbxReader : private XmlReader {
 public:
  TbxReader(const std::string& name, const ConceptSink& sink, const DiagnosticSink& on_diagnostic,
            TbxHeader* header)
      : XmlReader(name), sink_(&sink), on_diagnostic_(&on_diagnostic), header_(header) {}

  ReadSummary read(std::istream& in) {
    parse(in);
    return summary_;
  }

 private:
  void on_start(std::string_view name, XmlAttributes attributes) override {
    const std::string_view local = local_name(name);
    if (depth_++ == 0) return enter_root(local, attributes);
    for (const XmlAttribute& a : attributes) count(a.value.size());
    if (concept_depth_ == 0) {
      if (tbx_element(local) == TbxElement::Concept) return enter_concept(attributes);
      if (header_ != nullptr) enter_header(local);
      return;
    }
    // Inside a text, <hi> and the like mark words: the text goes on.
    if (text_depth_ != 0 || failed_) return;
    enter(local, attributes);
  }

  void on_end(std::string_view name) override {
    if (depth_ == concept_depth_) {
      leave_concept();
    } else if (concept_depth_ == 0 && depth_ == header_text_depth_) {
      leave_header(local_name(name));
    } else if (concept_depth_ == 0 && depth_ == source_description_depth_) {
      source_description_depth_ = 0;
    } else if (concept_depth_ != 0 && !failed_) {
      leave(local_name(name));
    }
    --depth_;
  }

  void on_text(std::string_view text) override {
    if (concept_depth_ != 0) count(text.size());
    if (header_text_depth_ != 0 && text_.size() < kLargestConcept) text_ += text;
    if (text_depth_ != 0 && !failed_) text_ += text;
  }

  void on_undeclared_entity(std::string_view name, std::string_view text) override {
    const std::string entity = message("entity &{1}; is not declared", name.substr(0, 40));
    if (!text.empty()) {
      report(Severity::Warning,
             message("{1}; taken as the character that HTML means by it", entity));
      on_text(text);
    } else if (concept_depth_ != 0) {
      fail(entity);
    } else {
      report(Severity::Warning, message("{1}; it was left out", entity));
    }
  }

  void on_left_out(char32_t character) override { report(Severity::Warning, left_out(character)); }

  void enter_root(std::string_view local, XmlAttributes attributes) {
    if (!is_tbx_root(local)) {
      throw Error(
          Errc::Malformed,
          message("is not TBX: begins with {1}, not <tbx> or <martif>; is it the right file?",
                  tag(local)),
          where());
    }
    if (header_ != nullptr) {
      *header_ = {};
      const auto language = parse_language(find_attribute(attributes, "xml:lang"));
      if (language) header_->language = *language;
    }
    dialect_ = find_attribute(attributes, local == "TBX" ? "dialect" : "type");
  }

  /// Of the header, the title and the paragraphs that say where the file comes from are kept.
  void enter_header(std::string_view local) {
    if (local == "sourceDesc") source_description_depth_ = depth_;
    const bool paragraph = local == "p" && source_description_depth_ != 0;
    if ((local != "title" && !paragraph) || header_text_depth_ != 0) return;
    header_text_depth_ = depth_;
    text_.clear();
  }

  void leave_header(std::string_view local) {
    header_text_depth_ = 0;
    std::string text = base::to_nfc(collapse_space(text_));
    if (text.empty()) return;
    if (local == "title") {
      if (header_->title.empty()) header_->title = std::move(text);
    } else {
      header_->description.push_back(std::move(text));
    }
  }

  void enter_concept(XmlAttributes attributes) {
    ++summary_.read;
    concept_depth_ = depth_;
    bytes_ = 0;
    failed_ = false;
    group_depth_ = 0;
    builder_.begin(find_attribute(attributes, "id"));
  }

  void leave_concept() {
    concept_depth_ = 0;
    text_depth_ = 0;
    if (failed_) return;
    ++summary_.passed;
    ConceptEntry entry = builder_.finish();
    if (*sink_) (*sink_)(std::move(entry));
  }

  void enter(std::string_view local, XmlAttributes attributes) {
    switch (tbx_element(local)) {
      case TbxElement::Concept:
        return warn(
            message("{1} may not stand in another; it was read as part of that", tag(local)));
      case TbxElement::Language:
        return enter_language(local, attributes);
      case TbxElement::TermSection:
        section_used_ = false;
        return builder_.begin_term_section();
      case TbxElement::Group:
        ++group_depth_;
        return;
      case TbxElement::Term:
        if (std::exchange(section_used_, true))
          warn(message("<term> does not stand first in its section"));
        return begin_text("term");
      case TbxElement::Note:
        section_used_ = true;
        return begin_text("note");
      case TbxElement::TypedDatum: {
        section_used_ = true;
        const std::string_view type = find_attribute(attributes, "type");
        if (type.empty()) warn(message("{1} without a type", tag(local)));
        return begin_text(type.empty() ? local : type, attributes);
      }
      case TbxElement::NamedDatum:
        section_used_ = true;
        return begin_text(local, attributes);
    }
  }

  void enter_language(std::string_view local, XmlAttributes attributes) {
    auto language = parse_language(find_attribute(attributes, "xml:lang"));
    if (!language)
      warn(message("{1} without a usable xml:lang; its terms were left out", tag(local)));
    builder_.begin_language(std::move(language));
  }

  void leave(std::string_view local) {
    if (text_depth_ != 0) {
      if (depth_ == text_depth_) end_text(tbx_element(local));
      return;
    }
    switch (tbx_element(local)) {
      case TbxElement::Language:
        return builder_.end_language();
      case TbxElement::TermSection:
        return builder_.end_term_section();
      case TbxElement::Group:
        group_depth_ -= group_depth_ > 0 ? 1 : 0;
        return;
      default:
        return;
    }
  }

  void begin_text(std::string_view category, XmlAttributes attributes = {}) {
    text_depth_ = depth_;
    text_.clear();
    category_ = category;
    const std::string_view target = find_attribute(attributes, "target");
    link_.clear();
    if (target.starts_with("http")) {
      link_ = target;
    } else if (!target.empty() && is_reference(category)) {
      link_ = "#" + std::string(target);
    }
  }

  void end_text(TbxElement element) {
    text_depth_ = 0;
    if (!link_.empty()) text_.append(" ").append(link_);
    const std::string text = base::to_nfc(collapse_space(text_));
    if (element == TbxElement::Term) {
      if (text.empty()) return report(Severity::Note, message("<term> is empty; it was left out"));
      if (!builder_.set_term(text)) warn(message("a section has two terms; each was taken"));
    } else if (text.empty()) {
      return;
    } else if (element == TbxElement::Note) {
      builder_.add_note(text);
    } else if (!builder_.add(category_, text, dialect_, group_depth_ > 0)) {
      warn(message("a value of {1} that {2} does not have; kept as it is", category_.substr(0, 40),
                   dialect_.empty() ? "TBX" : dialect_.substr(0, 40)));
    }
  }

  void count(std::size_t bytes) {
    bytes_ += bytes;
    if (bytes_ > kLargestConcept && concept_depth_ != 0)
      fail(message("concept of more than 16 MiB"));
  }

  void warn(const std::string& message) { report(Severity::Warning, message); }

  void fail(const std::string& what) {
    if (std::exchange(failed_, true)) return;
    report(Severity::Defect, message("{1}; concept skipped", what));
    builder_ = {};
    text_.clear();
  }

  void report(Severity severity, const std::string& message) {
    if (*on_diagnostic_) (*on_diagnostic_)({severity, message, where()});
  }

  const ConceptSink* sink_;
  const DiagnosticSink* on_diagnostic_;
  TbxHeader* header_;
  ReadSummary summary_;
  std::string dialect_;

  // Depths are those of the element's start tag, from 1; 0 outside such an element.
  std::size_t depth_ = 0;
  std::size_t concept_depth_ = 0;
  std::size_t text_depth_ = 0;
  std::size_t header_text_depth_ = 0;
  std::size_t source_description_depth_ = 0;
  std::size_t group_depth_ = 0;  ///< Groups that are open.

  ConceptBuilder builder_;
  bool failed_ = false;
  std::size_t bytes_ = 0;
  bool section_used_ = false;  ///< Something stands in the term section already.
  std::string category_;
  std::string link_;
  std::string text_;
};

}  // namespace

ReadSummary read_tbx(std::istream& in, const std::string& name, const ConceptSink& sink,
                     const DiagnosticSink& on_diagnostic, TbxHeader* header) {
  return TbxReader(name, sink, on_diagnostic, header).read(in);
}

}  // namespace trujaman::inline v0
