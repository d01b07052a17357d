/// DOCX: the body's blocks in reading order.
#include "read/office/docx_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "read/office/docx_inline.hpp"
#include "read/office/docx_numbering.hpp"
#include "read/office/docx_package.hpp"
#include "read/office/docx_styles.hpp"
#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

constexpr int kLowestHeading = 6;
constexpr int kBodyText = 9;  // the outline level that is none

/// Whether revision marks say that what has these properties is gone once they are accepted.
bool is_deleted(pugi::xml_node properties) {
  return properties.child("w:del") || properties.child("w:moveFrom");
}

class DocxReader : public DocxInlineSink {
 public:
  explicit DocxReader(DocxPackage& package)
      : package_(&package), styles_(root_of("styles")), numbering_(root_of("numbering"), styles_) {}

  OfficeText read() {
    read_story(package_->main(), package_->main().xml.child("w:document").child("w:body"));
    read_notes();
    read_furniture();
    out_.language = language();
    return std::move(out_);
  }

  std::size_t on_note(const DocxNote& note) override {
    const auto [it, is_new] = note_numbers_.try_emplace(note, notes_.size() + 1);
    if (is_new) notes_.push_back(note);
    return it->second;
  }

  void on_text_box(pugi::xml_node content) override { text_boxes_.push_back(content); }

 private:
  pugi::xml_node root_of(const char* type) const {
    const DocxPart* part = package_->related(type);
    return part == nullptr ? pugi::xml_node() : part->xml.document_element();
  }

  LanguageTag language() const {
    try {
      return LanguageTag(styles_.language());
    } catch (const Error&) {
      return {};
    }
  }

  /// A text that is read on its own: the body, a note, a header.
  void read_story(const DocxPart& part, pugi::xml_node parent) {
    DocxInline text(part, styles_, *this);
    inline_ = &text;
    walk(parent);
    inline_ = nullptr;
  }

  void walk(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "w:p") {
        read_paragraph(node);
      } else if (name == "w:tbl") {
        walk_table(node);
      } else if (name == "w:sdt") {
        walk(node.child("w:sdtContent"));
      } else if (name == "mc:AlternateContent") {
        walk(chosen_alternative(node));
      } else if (name == "w:customXml" || name == "w:ins" || name == "w:moveTo") {
        walk(node);
      }
    }
  }

  void walk_table(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "w:tr") {
        if (!is_deleted(node.child("w:trPr"))) walk_table(node);
      } else if (name == "w:tc") {
        if (node.child("w:tcPr").child("w:cellDel")) continue;
        ++tables_;
        walk(node);
        --tables_;
      } else if (name == "w:sdt") {
        walk_table(node.child("w:sdtContent"));
      } else if (name == "w:customXml" || name == "w:ins") {
        walk_table(node);
      }
    }
  }

  void read_paragraph(pugi::xml_node node) {
    const pugi::xml_node properties = node.child("w:pPr");
    const std::string_view style_id = value_of(properties, "w:pStyle", "w:val");
    const DocxStyle& style = styles_.paragraph(style_id);

    Paragraph paragraph = std::exchange(pending_, std::nullopt).value_or(Paragraph());
    ++paragraphs_;
    if (paragraph.number == 0) paragraph.number = paragraphs_;
    const bool generated = inline_->read(node, style, paragraph);
    const std::vector<pugi::xml_node> boxes = std::exchange(text_boxes_, {});
    const bool end_deleted = is_deleted(properties.child("w:rPr"));
    if (end_deleted && runs_into_next(node)) {
      pending_ = std::move(paragraph);
    } else if (!end_deleted || !paragraph.pieces.empty()) {
      describe(paragraph, properties, style, style_id);
      // No line of a table of contents is a heading: a field that has lost its end goes no further.
      const bool heading = paragraph.kind == BlockKind::Heading;
      if (generated && heading) inline_->close_fields();
      const bool apart = in_furniture_ || (generated && !heading);
      (apart ? out_.furniture : out_.body).push_back(std::move(paragraph));
    }
    for (const pugi::xml_node box : boxes) read_text_box(box);
  }

  /// Whether there is a paragraph that a paragraph whose end is deleted runs into; that one says
  /// what both of them are.
  static bool runs_into_next(pugi::xml_node node) {
    for (node = node.next_sibling(); node; node = node.next_sibling()) {
      const std::string_view name = node.name();
      if (name == "w:p") return true;
      if (name == "w:tbl" || name == "w:sdt" || name == "mc:AlternateContent") return false;
    }
    return false;
  }

  void read_text_box(pugi::xml_node content) {
    const int outer = std::exchange(tables_, 0);
    std::optional<Paragraph> pending = std::exchange(pending_, std::nullopt);
    walk(content);
    pending_ = std::move(pending);
    tables_ = outer;
  }

  /// Kind, level and number.
  void describe(Paragraph& out, pugi::xml_node properties, const DocxStyle& style,
                std::string_view style_id) {
    const pugi::xml_node own_level = properties.child("w:outlineLvl");
    const int outline =
        own_level ? to_number(own_level.attribute("w:val").value(), 0, kBodyText, kBodyText)
                  : style.outline_level.value_or(kBodyText);
    int list_level = 0;
    const std::optional<std::string> marker = count(properties, style, style_id, list_level);
    out.marker = marker.value_or("");

    if (in_note_) {
      out.kind = BlockKind::Footnote;
    } else if (tables_ > 0) {
      out.kind = BlockKind::TableCell;
    } else if (style.caption) {
      out.kind = BlockKind::Caption;
    } else if (outline < kBodyText) {
      out.kind = BlockKind::Heading;
      out.level = std::min(outline + 1, kLowestHeading);
    } else if (style.title || style.subtitle) {
      out.kind = BlockKind::Heading;
      out.level = style.title ? 1 : 2;
    } else if (marker) {
      out.kind = BlockKind::ListItem;
      out.level = list_level + 1;
    }
  }

  std::optional<std::string> count(pugi::xml_node properties, const DocxStyle& style,
                                   std::string_view style_id, int& level) {
    const pugi::xml_node own = properties.child("w:numPr");
    const pugi::xml_node own_number = own.child("w:numId");
    const std::string number =
        own_number ? own_number.attribute("w:val").value() : style.number.value_or("");
    if (number.empty() || number == "0") return std::nullopt;
    if (const pugi::xml_node own_level = own.child("w:ilvl")) {
      level = to_number(own_level.attribute("w:val").value(), 0, DocxNumbering::kLevels - 1, 0);
    } else if (style.number_level) {
      level = *style.number_level;
    } else {
      level = numbering_.level_of_style(number, style_id);
    }
    return numbering_.count(number, level);
  }

  /// Behind the text, in the order in which it refers to them.
  void read_notes() {
    in_note_ = true;
    const std::map<DocxNote, std::pair<const DocxPart*, pugi::xml_node>> found = find_notes();
    // Notes may refer to further ones.
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      const auto note = found.find(notes_[i]);
      if (note != found.end()) read_story(*note->second.first, note->second.second);
    }
    in_note_ = false;
  }

  std::map<DocxNote, std::pair<const DocxPart*, pugi::xml_node>> find_notes() const {
    std::map<DocxNote, std::pair<const DocxPart*, pugi::xml_node>> out;
    for (const bool end : {false, true}) {
      const DocxPart* part = package_->related(end ? "endnotes" : "footnotes");
      if (part == nullptr) continue;
      for (const pugi::xml_node node : part->xml.document_element().children()) {
        out.try_emplace({end, node.attribute("w:id").value()}, part, node);
      }
    }
    return out;
  }

  void read_furniture() {
    in_furniture_ = true;
    std::set<std::string> paths;  // sections share their headers
    for (const auto& [id, relationship] : package_->main().relationships) {
      if (relationship.type == "header" || relationship.type == "footer") {
        paths.insert(relationship.target);
      }
    }
    for (const std::string& path : paths) {
      const DocxPart* part = package_->part(path);
      if (part != nullptr) read_story(*part, part->xml.document_element());
    }
    in_furniture_ = false;
  }

  DocxPackage* package_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  DocxInline* inline_ = nullptr;
  OfficeText out_;
  std::optional<Paragraph> pending_;  ///< Waits for the paragraph that it runs into.
  std::vector<pugi::xml_node> text_boxes_;
  std::vector<DocxNote> notes_;
  std::map<DocxNote, std::size_t> note_numbers_;
  std::size_t paragraphs_ = 0;
  int tables_ = 0;  ///< How many stand round what is read.
  bool in_note_ = false;
  bool in_furniture_ = false;
};

}  // namespace

OfficeText read_docx(DocxPackage& package) {
  return DocxReader(package).read();
}

}  // namespace trujaman::read::office
