#include "read/office/docx_inline.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

constexpr std::size_t kMostFields = 100;             // open at once
constexpr std::size_t kLongestInstruction = 10'000;  // bytes

/// What holds runs, or more of itself, and says nothing of the text: revisions that are accepted,
/// smart tags, content controls, directions.
bool is_container(std::string_view name) {
  constexpr std::array<std::string_view, 9> kContainers{"w:ins",       "w:moveTo",     "w:smartTag",
                                                        "w:customXml", "w:sdtContent", "w:dir",
                                                        "w:bdo",       "w:rubyBase",   "w:ruby"};
  return std::find(kContainers.begin(), kContainers.end(), name) != kContainers.end();
}

/// The first word of an instruction, and the first argument in quotes or bare.
std::pair<std::string_view, std::string_view> split_instruction(std::string_view text) {
  const auto word = [&text] {
    text = base::trim(text);
    const bool quoted = text.starts_with('"');
    if (quoted) text.remove_prefix(1);
    const std::size_t end = std::min(text.find(quoted ? '"' : ' '), text.size());
    const std::string_view out = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return out;
  };
  const std::string_view keyword = word();
  return {keyword, word()};
}

/// Tables of contents and indexes are made of the text, and made anew from its translation.
bool is_generated_field(std::string_view keyword) {
  constexpr std::array<std::string_view, 3> kKeywords{"TOC", "INDEX", "TOA"};
  return std::any_of(kKeywords.begin(), kKeywords.end(), [keyword](std::string_view k) {
    return std::equal(k.begin(), k.end(), keyword.begin(), keyword.end(),
                      [](char a, char b) { return a == base::ascii_upper(b); });
  });
}

/// Characters that Word takes from the fonts Symbol and Wingdings by their places there.
struct Symbol {
  std::string_view font;
  unsigned place;
  std::string_view text;
};
constexpr std::array<Symbol, 25> kSymbols{
    {{"Symbol", 0xA3, "≤"},    {"Symbol", 0xA5, "∞"},    {"Symbol", 0xAB, "↔"},
     {"Symbol", 0xAC, "←"},    {"Symbol", 0xAE, "→"},    {"Symbol", 0xB0, "°"},
     {"Symbol", 0xB1, "±"},    {"Symbol", 0xB3, "≥"},    {"Symbol", 0xB4, "×"},
     {"Symbol", 0xB7, "•"},    {"Symbol", 0xB8, "÷"},    {"Symbol", 0xB9, "≠"},
     {"Symbol", 0xBB, "≈"},    {"Symbol", 0xBC, "…"},    {"Symbol", 0xD2, "®"},
     {"Symbol", 0xD3, "©"},    {"Symbol", 0xD4, "™"},    {"Symbol", 0x61, "α"},
     {"Symbol", 0x62, "β"},    {"Symbol", 0x6D, "μ"},    {"Wingdings", 0xE0, "→"},
     {"Wingdings", 0xFC, "✓"}, {"Wingdings", 0xFE, "☑"}, {"Wingdings", 0xA8, "☐"},
     {"Wingdings", 0xA7, "▪"}}};

}  // namespace

pugi::xml_node chosen_alternative(pugi::xml_node alternate_content) {
  const pugi::xml_node choice = alternate_content.child("mc:Choice");
  return choice ? choice : alternate_content.child("mc:Fallback");
}

bool DocxInline::read(pugi::xml_node node, const DocxStyle& style, Paragraph& out) {
  out_ = &out;
  generated_ = 0;
  paragraph_looks_ = style.looks;
  walk(node, 0);
  // An instruction ends in its paragraph; where it does not, its field is damaged, and the text
  // behind it is no instruction.
  std::erase_if(fields_, [](const Field& f) { return !f.result; });
  return generated_ > 0 && generated_ == out.pieces.size();
}

bool DocxInline::is_generated() const {
  return std::any_of(fields_.begin(), fields_.end(), [](const Field& f) { return f.generated; });
}

void DocxInline::walk(pugi::xml_node parent, std::size_t link) {
  for (const pugi::xml_node node : parent.children()) {
    const std::string_view name = node.name();
    if (name == "w:r") {
      read_run(node, link);
    } else if (is_container(name)) {
      walk(node, link);
    } else if (name == "w:sdt") {
      walk(node.child("w:sdtContent"), link);
    } else if (name == "mc:AlternateContent") {
      walk(chosen_alternative(node), link);
    } else if (name == "w:hyperlink") {
      const std::string_view target = part_->target(node.attribute("r:id").value());
      const std::string anchor = node.attribute("w:anchor").value();
      const std::string whole =
          clean_text(std::string(target) + (anchor.empty() ? "" : "#" + anchor));
      walk(node, out_->link_to(whole));
    } else if (name == "w:fldSimple") {
      const auto [keyword, argument] = split_instruction(node.attribute("w:instr").value());
      const bool is_link = keyword == "HYPERLINK";
      simple_fields_ += is_link ? 0 : 1;
      walk(node, is_link ? out_->link_to(clean_text(argument)) : link);
      simple_fields_ -= is_link ? 0 : 1;
    } else if (name == "m:oMath" || name == "m:oMathPara") {
      add({"", {}, node, 0, "<math/>", "formula"});
    }
  }
}

void DocxInline::read_run(pugi::xml_node run, std::size_t link) {
  const pugi::xml_node properties = run.child("w:rPr");
  const DocxStyle& character = styles_->character(value_of(properties, "w:rStyle", "w:val"));
  const RunLooks own = looks_of(properties).over(character.looks);
  // A whole paragraph in bold by its style is plain to its readers: no code.
  const Face face{own.bold.value_or(false), own.italic.value_or(false), link};
  if (own.over(paragraph_looks_).hidden.value_or(false)) {
    // Fields are counted in hidden text, too.
    for (const pugi::xml_node mark : run.children("w:fldChar")) read_field_mark(mark);
    return;
  }
  read_run_children(run, face);
}

void DocxInline::read_run_children(pugi::xml_node parent, const Face& face) {
  for (const pugi::xml_node node : parent.children()) read_run_child(node, face);
}

void DocxInline::read_run_child(pugi::xml_node node, const Face& face) {
  const std::string_view name = node.name();
  if (name == "w:fldChar") return read_field_mark(node);
  if (name == "w:instrText") {
    if (fields_.empty() || fields_.back().result) return;
    std::string& instruction = fields_.back().instruction;
    if (instruction.size() < kLongestInstruction) instruction += node.child_value();
    return;
  }
  if (std::any_of(fields_.begin(), fields_.end(), [](const Field& f) { return !f.result; })) return;
  if (name == "w:t") return read_text(node, face);
  if (name == "w:tab" || name == "w:ptab" || name == "w:br" || name == "w:cr") {
    return add(" ", face, node);
  }
  if (name == "w:noBreakHyphen") return add("\u2011", face, node);
  if (name == "w:softHyphen") return add("\u00AD", face, node);
  if (name == "w:sym") return read_symbol(node, face);
  if (name == "w:footnoteReference") return read_note(node, false, face);
  if (name == "w:endnoteReference") return read_note(node, true, face);
  if (name == "w:drawing" || name == "w:pict" || name == "w:object") return find_text_boxes(node);
  if (name == "mc:AlternateContent") return read_run_children(chosen_alternative(node), face);
  if (name == "w:ruby") return walk(node, face.link);
}

void DocxInline::read_field_mark(pugi::xml_node mark) {
  const std::string_view type = mark.attribute("w:fldCharType").value();
  if (type == "begin" && fields_.size() < kMostFields) {
    fields_.emplace_back();
  } else if (type == "separate" && !fields_.empty()) {
    Field& field = fields_.back();
    const auto [keyword, argument] = split_instruction(field.instruction);
    field.result = true;
    field.generated = is_generated_field(keyword);
    if (keyword == "HYPERLINK") field.link = clean_text(argument);
  } else if (type == "end" && !fields_.empty()) {
    fields_.pop_back();
  }
}

void DocxInline::read_text(pugi::xml_node node, const Face& face) {
  std::string text;
  for (const pugi::xml_node child : node.children()) text += child.value();
  text = clean_text(text);
  TextSpan span{0, text.size()};
  if (std::string_view(node.attribute("xml:space").value()) != "preserve") {
    while (span.begin < span.end && base::is_ascii_space(text[span.begin])) ++span.begin;
    while (span.begin < span.end && base::is_ascii_space(text[span.end - 1])) --span.end;
  }
  add(text.substr(span.begin, span.size()), face, node, span.begin);
}

void DocxInline::read_symbol(pugi::xml_node node, const Face& face) {
  const std::string_view font = node.attribute("w:font").value();
  const std::string_view digits = node.attribute("w:char").value();
  unsigned code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  // Word moves such fonts into a private area of Unicode.
  const bool moved = code >= 0xF000 && code <= 0xF0FF;
  const unsigned place = moved ? code - 0xF000 : code;
  const auto* known = std::find_if(kSymbols.begin(), kSymbols.end(), [&](const Symbol& s) {
    return s.place == place && s.font == font;
  });
  if (known != kSymbols.end()) return add(std::string(known->text), face, node);
  if (moved || code < 0x20 || code > 0xFFFF || (code >= 0xD800 && code < 0xE000)) {
    add({"", {}, node, 0, "<sym char=\"" + clean_text(digits) + "\"/>", "symbol"});
    return;
  }
  std::string text;
  base::append_code_point(text, code);
  add(std::move(text), face, node);
}

void DocxInline::read_note(pugi::xml_node node, bool end, const Face& face) {
  const std::size_t number = sink_->on_note({end, node.attribute("w:id").value()});
  // As Markdown has it, so that the codes of one text are the same in every format.
  add({"", face, node, 0, "[^" + std::to_string(number) + "]", "fnote"});
}

/// Drawings may hold text boxes at any depth, and the older form of each beside the newer.
void DocxInline::find_text_boxes(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name == "w:txbxContent") {
      sink_->on_text_box(child);
    } else if (name == "mc:AlternateContent") {
      find_text_boxes(chosen_alternative(child));
    } else {
      find_text_boxes(child);
    }
  }
}

void DocxInline::add(std::string text, const Face& face, pugi::xml_node node, std::size_t begin) {
  if (text.empty()) return;
  Face own = face;
  bool computed = simple_fields_ > 0;
  for (const Field& field : fields_) {
    computed = computed || field.link.empty();
    if (own.link == 0 && !field.link.empty()) own.link = out_->link_to(field.link);
  }
  add({std::move(text), own, node, begin, {}, {}, computed});
}

void DocxInline::add(Piece piece) {
  if (is_generated()) ++generated_;
  out_->pieces.push_back(std::move(piece));
}

}  // namespace trujaman::read::office
