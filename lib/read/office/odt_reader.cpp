/// ODT: the body's blocks in reading order.
#include "read/office/odt_reader.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "read/office/odt_inline.hpp"
#include "read/office/odt_lists.hpp"
#include "read/office/odt_styles.hpp"
#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

constexpr int kLowestHeading = 6;

constexpr std::array<XmlNamespace, 9> kNamespaces{
    {{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
     {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
     {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
     {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
     {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
     {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
     {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
     {"http://www.w3.org/1999/xlink", "xlink"},
     {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"}}};

/// Made of the text, and made anew from its translation. A bibliography is not: its entries are
/// text.
bool is_generated(std::string_view name) {
  constexpr std::array<std::string_view, 6> kIndexes{
      "text:table-of-content", "text:illustration-index", "text:table-index",
      "text:object-index",     "text:user-index",         "text:alphabetical-index"};
  return std::find(kIndexes.begin(), kIndexes.end(), name) != kIndexes.end();
}

class OdtReader : public OdtInlineSink {
 public:
  explicit OdtReader(const OdtPackage& package)
      : content_(package.content.child("office:document-content")),
        common_(package.styles.child("office:document-styles")),
        lists_(content_.child("office:automatic-styles"), common_.child("office:styles")) {}

  OfficeText read() {
    const OdtStyles styles(common_.child("office:styles"),
                           content_.child("office:automatic-styles"));
    start(styles);
    walk(content_.child("office:body").child("office:text"));
    in_note_ = true;
    for (std::size_t i = 0; i < notes_.size(); ++i) walk(notes_[i]);  // notes may have notes
    in_note_ = false;
    read_furniture();
    out_.language = language();
    return std::move(out_);
  }

  std::size_t on_note(pugi::xml_node body) override {
    notes_.push_back(body);
    return notes_.size();
  }

  void on_text_box(pugi::xml_node content) override { text_boxes_.push_back(content); }

 private:
  /// The text:list elements round a paragraph.
  struct ListPlace {
    std::string style;
    std::shared_ptr<OdtCounters> counters;
    int depth = 0;  ///< 1 is the outermost list.
    bool item_begins = false;
    bool counts = true;  ///< A list header has no number.
    bool shown = false;  ///< The level has bullets or numbers.
    std::optional<int> start;
  };

  void start(const OdtStyles& styles) {
    styles_ = &styles;
    inline_.emplace(styles, *this);
  }

  void walk(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) walk_node(node);
  }

  void walk_node(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "text:p" || name == "text:h") {
      read_paragraph(node);
    } else if (name == "text:list") {
      read_list(node);
    } else if (name == "table:table") {
      walk_table(node);
    } else if (name == "text:section") {
      if (std::string_view(node.attribute("text:display").value()) != "none") walk(node);
    } else if (is_generated(name)) {
      ++generated_;
      walk(node.child("text:index-body"));
      --generated_;
    } else if (name == "text:index-title") {
      const int outer = std::exchange(generated_, 0);  // the author's words
      walk(node);
      generated_ = outer;
    } else if (name == "text:bibliography") {
      walk(node.child("text:index-body"));
    } else if (name == "text:numbered-paragraph") {
      walk(node);
    } else if (name.starts_with("draw:")) {
      inline_->find_text_boxes(node);
      read_text_boxes();
    }
  }

  void walk_table(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "table:table-cell" || name == "table:covered-table-cell") {
        const ListPlace outer = std::exchange(list_, {});
        ++tables_;
        walk(node);
        --tables_;
        list_ = outer;
      } else if (name == "table:table-row" || name == "table:table-rows" ||
                 name == "table:table-header-rows" || name == "table:table-row-group") {
        walk_table(node);
      }
    }
  }

  void read_list(pugi::xml_node node) {
    const ListPlace outer = list_;
    const std::string own_style = node.attribute("text:style-name").value();
    if (!own_style.empty()) list_.style = own_style;
    if (outer.depth == 0) {
      list_.counters = lists_.counters_for(node, list_.style);
    } else if (std::string_view(node.attribute("text:continue-numbering").value()) != "true" &&
               outer.depth < kOdtLevels) {
      auto& counts = list_.counters->counts;
      std::fill(counts.begin() + outer.depth, counts.end(), std::nullopt);
    }
    ++list_.depth;
    const ListPlace place = list_;
    for (const pugi::xml_node item : node.children()) {
      const std::string_view name = item.name();
      if (name != "text:list-item" && name != "text:list-header") continue;
      list_ = place;
      list_.item_begins = true;
      list_.counts = name == "text:list-item";
      if (const pugi::xml_attribute start = item.attribute("text:start-value")) {
        list_.start = to_number(start.value(), 0, 32767, 1);
      }
      walk(item);
    }
    list_ = outer;
  }

  void read_paragraph(pugi::xml_node node) {
    Paragraph paragraph;
    paragraph.number = ++paragraphs_;
    inline_->read(node, paragraph);
    describe(paragraph, node);
    const bool apart = generated_ > 0 || in_furniture_;
    (apart ? out_.furniture : out_.body).push_back(std::move(paragraph));
    read_text_boxes();
  }

  void read_text_boxes() {
    const std::vector<pugi::xml_node> boxes = std::exchange(text_boxes_, {});
    if (boxes.empty()) return;
    const ListPlace outer = std::exchange(list_, {});
    const int tables = std::exchange(tables_, 0);
    for (const pugi::xml_node box : boxes) walk(box);
    tables_ = tables;
    list_ = outer;
  }

  /// Kind, level and number.
  void describe(Paragraph& out, pugi::xml_node node) {
    const OdtStyle& style = styles_->paragraph(node.attribute("text:style-name").value());
    const bool heading = std::string_view(node.name()) == "text:h";
    const int outline = to_number(node.attribute("text:outline-level").value(), 1, kOdtLevels, 1);
    if (list_.depth > 0) {
      out.marker = list_number(style);
    } else if (heading) {
      out.marker = heading_number(node, outline);
    }
    if (in_note_) {
      out.kind = BlockKind::Footnote;
    } else if (tables_ > 0) {
      out.kind = BlockKind::TableCell;
    } else if (style.caption) {
      out.kind = BlockKind::Caption;
    } else if (heading || style.title || style.subtitle) {
      out.kind = BlockKind::Heading;
      out.level = heading ? std::min(outline, kLowestHeading) : style.title ? 1 : 2;
    } else if (list_.depth > 0 && list_.shown) {
      out.kind = BlockKind::ListItem;
      out.level = list_.depth;
    }
  }

  /// The number of the item that begins here; empty inside an item.
  std::string list_number(const OdtStyle& style) {
    list_.shown = false;
    const OdtLevels* levels = lists_.style(list_.style.empty() ? style.list_style : list_.style);
    const int level = std::min(list_.depth, kOdtLevels) - 1;
    if (levels == nullptr || !list_.counts) return {};
    list_.shown = levels->at(static_cast<std::size_t>(level)).style != NumberStyle::None;
    if (!std::exchange(list_.item_begins, false)) return {};
    list_.counters->count(*levels, level, list_.start);
    return shown_number(*levels, *list_.counters, level);
  }

  std::string heading_number(pugi::xml_node node, int outline) {
    if (std::string_view(node.attribute("text:is-list-header").value()) == "true") return {};
    std::optional<int> start;
    if (std::string_view(node.attribute("text:restart-numbering").value()) == "true") {
      start = to_number(node.attribute("text:start-value").value(), 0, 32767, 1);
    }
    outline_.count(lists_.outline(), outline - 1, start);
    return shown_number(lists_.outline(), outline_, outline - 1);
  }

  void read_furniture() {
    in_furniture_ = true;
    const OdtStyles styles(common_.child("office:styles"),
                           common_.child("office:automatic-styles"));
    start(styles);
    for (const pugi::xml_node page : common_.child("office:master-styles").children()) {
      for (const pugi::xml_node part : page.children()) {
        const std::string_view name = part.name();
        if (name.starts_with("style:header") || name.starts_with("style:footer")) walk(part);
      }
    }
    in_furniture_ = false;
  }

  LanguageTag language() const {
    for (const pugi::xml_node style :
         common_.child("office:styles").children("style:default-style")) {
      if (std::string_view(style.attribute("style:family").value()) != "paragraph") continue;
      const pugi::xml_node text = style.child("style:text-properties");
      const std::string_view code = text.attribute("fo:language").value();
      try {
        if (!code.empty() && code != "none" && code != "zxx") return LanguageTag(std::string(code));
      } catch (const Error&) {
        return {};
      }
    }
    return {};
  }

  pugi::xml_node content_;
  pugi::xml_node common_;
  OdtLists lists_;
  OdtCounters outline_;
  const OdtStyles* styles_ = nullptr;
  std::optional<OdtInline> inline_;
  OfficeText out_;
  ListPlace list_;
  std::vector<pugi::xml_node> text_boxes_;
  std::vector<pugi::xml_node> notes_;
  std::size_t paragraphs_ = 0;
  int tables_ = 0;     ///< How many stand round what is read.
  int generated_ = 0;  ///< How many indexes do.
  bool in_note_ = false;
  bool in_furniture_ = false;
};

}  // namespace

OdtPackage::OdtPackage(const base::Archive& archive) {
  if (const std::optional<std::string> manifest = archive.read("META-INF/manifest.xml")) {
    if (manifest->find("encryption-data") != std::string::npos) {
      throw Error(Errc::Unsupported, message("is encrypted; save it without a password"),
                  {archive.name()});
    }
  }
  const std::optional<std::string> text = archive.read("content.xml");
  if (text) content = parse_xml(*text, kNamespaces, archive.name(), "content.xml");
  if (!content.child("office:document-content").child("office:body").child("office:text")) {
    throw Error(Errc::Malformed, message("is a damaged ODT file: it has no text part"),
                {archive.name()});
  }
  if (const std::optional<std::string> common = archive.read("styles.xml")) {
    styles = parse_xml(*common, kNamespaces, archive.name(), "styles.xml");
  }
}

OfficeText read_odt(const OdtPackage& package) {
  return OdtReader(package).read();
}

}  // namespace trujaman::read::office
