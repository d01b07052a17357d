#include "exchange/xlsx/sheet_writer.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/archive.hpp"
#include "base/unicode.hpp"
#include "exchange/output.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::exchange {
namespace {

constexpr std::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// In a cell and in a sheet of Excel.
constexpr std::size_t kLongestText = 32'767;  // UTF-16 code units
constexpr std::size_t kMostRows = 1'048'576;

/// Widths of columns, in characters.
constexpr std::size_t kNarrowest = 8;
constexpr std::size_t kWidest = 60;

std::string column_name(std::size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return name;
}

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  out += "_x";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += kHex[(c >> shift) & 15U];
  out += '_';
}

/// A text as it is stored (ST_Xstring): what XML cannot hold, and what would be taken for an
/// escape, is escaped; as long as a cell may be.
std::string stored(std::string_view text, std::size_t& characters) {
  std::string out;
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    units += c > 0xFFFF ? 2 : 1;
    if (units > kLongestText) break;
    ++characters;
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
    if (control || (c == '_' && text.substr(begin).starts_with("_x"))) {
      append_escape(out, c);
    } else {
      out += text.substr(begin, i - begin);
    }
  }
  return out;
}

std::string relationship(int number, std::string_view kind, std::string_view target) {
  std::string out = "<Relationship Id=\"rId" + std::to_string(number) + "\"";
  append_xml_attribute(out, "Type", std::string(kRelationships) + "/" + std::string(kind));
  append_xml_attribute(out, "Target", target);
  return out + "/>";
}

std::string relationships(const std::string& inside) {
  std::string out(kDeclaration);
  append_xml_attribute(out += "<Relationships", "xmlns", kPackage);
  return out + ">" + inside + "</Relationships>";
}

std::string content_types() {
  std::string out(kDeclaration);
  append_xml_attribute(out += "<Types", "xmlns",
                       "http://schemas.openxmlformats.org/package/2006/content-types");
  out +=
      "><Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  const auto add = [&](std::string_view part, std::string_view kind) {
    append_xml_attribute(out += "<Override", "PartName", part);
    append_xml_attribute(out, "ContentType", std::string(kTypes) + std::string(kind) + "+xml");
    out += "/>";
  };
  add("/xl/workbook.xml", "sheet.main");
  add("/xl/worksheets/sheet1.xml", "worksheet");
  add("/xl/styles.xml", "styles");
  return out + "</Types>";
}

std::string workbook(const std::string& sheet) {
  std::string out(kDeclaration);
  append_xml_attribute(out += "<workbook", "xmlns", kMain);
  append_xml_attribute(out, "xmlns:r", kRelationships);
  append_xml_attribute(out += "><sheets><sheet", "name", sheet);
  return out + " sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
}

/// Cell formats 0, plain text; 1, bold; 2, text that wraps. All are text (number format 49), so
/// that what is typed into them later stays text, too.
std::string styles() {
  std::string out(kDeclaration);
  append_xml_attribute(out += "<styleSheet", "xmlns", kMain);
  return out +
         "><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
         "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
         "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
         "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
         "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
         "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
         "</cellStyleXfs><cellXfs count=\"3\">"
         "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
         "applyNumberFormat=\"1\"/>"
         "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
         "applyNumberFormat=\"1\" applyFont=\"1\"/>"
         "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
         "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/>"
         "</xf></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
         "builtinId=\"0\"/></cellStyles></styleSheet>";
}

/// A name that a sheet may have: 31 characters, none of []:*?/\, no apostrophe at an end.
std::string sheet_name(std::string_view wanted) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < wanted.size() && characters < 31; ++characters) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(wanted, i);
    const bool allowed =
        c >= 0x20 && std::u32string_view(U"[]:*?/\\'").find(c) == std::u32string_view::npos;
    out += allowed ? wanted.substr(begin, i - begin) : std::string_view("_");
  }
  return out.empty() ? "Sheet1" : out;
}

}  // namespace

bool fits_cell(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size() && units <= kLongestText;) {
    units += base::next_code_point(text, i) > 0xFFFF ? 2 : 1;
  }
  return units <= kLongestText;
}

SheetWriter::SheetWriter(std::ostream& out, const std::string& sheet)
    : out_(&out), sheet_(sheet_name(sheet)) {}

void SheetWriter::write(const std::vector<std::string>& cells) {
  if (++count_ > kMostRows) {
    throw Error(
        Errc::InvalidArgument,
        message("has more rows than a sheet may have, 1,048,576; write tsv or csv instead"));
  }
  const std::string row = std::to_string(count_);
  append_xml_attribute(rows_ += "<row", "r", row);
  rows_ += '>';
  widths_.resize(std::max(widths_.size(), cells.size()), kNarrowest);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    std::size_t characters = 0;
    const std::string text = stored(cells[i], characters);
    widths_[i] = std::max(widths_[i], std::min(characters + 2, kWidest));
    append_xml_attribute(rows_ += "<c", "r", column_name(i) + row);
    rows_ += count_ == 1 ? " s=\"1\"" : " s=\"2\"";
    rows_ += " t=\"inlineStr\"><is><t xml:space=\"preserve\">";
    append_xml_text(rows_, text);
    rows_ += "</t></is></c>";
  }
  rows_ += "</row>\n";
}

void SheetWriter::finish() {
  std::string sheet(kDeclaration);
  append_xml_attribute(sheet += "<worksheet", "xmlns", kMain);
  sheet +=
      "><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
      "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";
  if (!widths_.empty()) sheet += "<cols>";
  for (std::size_t i = 0; i < widths_.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    append_xml_attribute(sheet += "<col", "min", number);
    append_xml_attribute(sheet, "max", number);
    append_xml_attribute(sheet, "width", std::to_string(widths_[i]));
    sheet += " style=\"0\" customWidth=\"1\"/>";
  }
  if (!widths_.empty()) sheet += "</cols>";
  sheet += "<sheetData>\n" + std::exchange(rows_, {}) + "</sheetData></worksheet>";
  std::string bytes = base::make_archive(
      {{"[Content_Types].xml", content_types()},
       {"_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml"))},
       {"xl/workbook.xml", workbook(sheet_)},
       {"xl/_rels/workbook.xml.rels",
        relationships(relationship(1, "worksheet", "worksheets/sheet1.xml") +
                      relationship(2, "styles", "styles.xml"))},
       {"xl/styles.xml", styles()},
       {"xl/worksheets/sheet1.xml", std::move(sheet)}});
  flush_to(*out_, bytes);
  out_->flush();
  if (!*out_) throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
}

}  // namespace trujaman::exchange
