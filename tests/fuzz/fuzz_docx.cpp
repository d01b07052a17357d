/// Any bytes as the main part of a DOCX file whose other parts are in order.
#include "../unit/read/office_file.hpp"
#include "documents.hpp"

namespace {

const std::string kLevel = "<w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.%2)'/></w:lvl>";

const office::Parts kParts{
    {"styles",
     "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/></w:style>"
     "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/>"
     "<w:basedOn w:val='H1'/></w:style>"
     "<w:style w:type='character' w:styleId='E'><w:rPr><w:b/></w:rPr></w:style>"},
    {"numbering", "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/>" +
                      kLevel + "<w:lvl w:ilvl='1'>" + kLevel +
                      "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"},
    {"footnotes",
     "<w:footnote w:id='1'><w:p><w:r><w:t>Al pie.</w:t><w:footnoteReference w:id='1'/></w:r></w:p>"
     "</w:footnote>"}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string document(fuzz::bytes(data, size));
  const std::string file = office::zip(office::docx_entries(document, kParts));
  fuzz::check_document(file, "informe.docx", size);
  fuzz::check_translation(file, "informe.docx");
  return 0;
}
