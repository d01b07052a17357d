/// Office documents, which are ZIP files: which one it is, and its blocks.
#include <array>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/archive.hpp"
#include "base/unicode.hpp"
#include "read/office/docx_reader.hpp"
#include "read/office/odt_reader.hpp"
#include "read/office/office_kind.hpp"
#include "read/reader.hpp"

namespace trujaman::read::office {
namespace {

std::vector<Block> to_blocks(const std::vector<Paragraph>& paragraphs, const std::string& name) {
  std::vector<Block> out;
  for (const Paragraph& p : paragraphs) {
    Block block = to_block(p, name);
    if (!block.text.empty()) out.push_back(std::move(block));
  }
  return out;
}

/// The text's nodes are the package's, so blocks are made while that is there.
Reading to_reading(OfficeText text, const std::string& name) {
  Reading out;
  out.blocks = to_blocks(text.body, name);
  out.furniture = to_blocks(text.furniture, name);
  out.language = std::move(text.language);
  return out;
}

/// What else comes in ZIP files, by what their contents say of themselves.
struct Foreign {
  std::string_view sign;
  std::string_view what;
};
constexpr std::array<Foreign, 7> kForeignTypes{
    {{"application/epub", message_id("an EPUB book")},
     {"opendocument.spreadsheet", message_id("a spreadsheet (ods)")},
     {"opendocument.presentation", message_id("a presentation (odp)")},
     {"opendocument.", message_id("an OpenDocument file that is no text")},
     {"spreadsheetml", message_id("a spreadsheet (xlsx)")},
     {"presentationml", message_id("a presentation (pptx)")},
     {"ms-excel", message_id("a spreadsheet (xlsb)")}}};

[[noreturn]] void refuse(std::string_view declared, const std::string& name) {
  for (const Foreign& f : kForeignTypes) {
    if (declared.find(f.sign) == std::string_view::npos) continue;
    throw Error(Errc::Unsupported,
                message("is {1}, which is not read here; save it as docx or odt", message(f.what)),
                {name});
  }
  throw Error(
      Errc::Unsupported,
      message("is a ZIP file, but no DOCX or ODT document; unpack it and name the documents in it"),
      {name});
}

}  // namespace

OfficeKind kind_of(const base::Archive& archive) {
  const std::string mimetype = archive.read("mimetype").value_or("");
  const std::string_view type = base::trim(mimetype);
  constexpr std::string_view kText = "application/vnd.oasis.opendocument.text";
  if (type == kText || type == std::string(kText) + "-template") return OfficeKind::Odt;
  const std::string types = archive.read("[Content_Types].xml").value_or("");
  // Of the main part: others may be in the file as enclosures.
  for (const char* main : {"wordprocessingml.document.main", "wordprocessingml.template.main",
                           "ms-word.document.macroEnabled.main", "ms-word.template.macroEnabled"}) {
    if (types.find(main) != std::string::npos) return OfficeKind::Docx;
  }
  refuse(mimetype.substr(0, 200) + types, archive.name());
}

}  // namespace trujaman::read::office

namespace trujaman::read {

Reading read_office(const Input& input) {
  using namespace office;
  const base::Archive archive(input.content, input.name);
  if (kind_of(archive) == OfficeKind::Docx) {
    DocxPackage package(archive);
    return to_reading(read_docx(package), input.name);
  }
  const OdtPackage package(archive);
  return to_reading(read_odt(package), input.name);
}

}  // namespace trujaman::read
