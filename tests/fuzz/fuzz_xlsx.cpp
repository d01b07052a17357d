/// Any bytes read as an XLSX workbook, and as the sheet and the shared texts of one, a blank line
/// between: only Error comes out, and concepts that were read are the same after writing and
/// reading.
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

#include "base/archive.hpp"
#include "fuzz.hpp"

using namespace trujaman;

namespace {

std::string workbook(const std::string& sheet, const std::string& shared) {
  return base::make_archive(
      {{"_rels/.rels", "<a><b Type='/officeDocument' Target='xl/workbook.xml'/></a>"},
       {"xl/workbook.xml", "<a><sheet name='a' r:id='r1'/></a>"},
       {"xl/_rels/workbook.xml.rels",
        "<a><b Id='r1' Type='/worksheet' Target='sheet.xml'/>"
        "<b Type='/sharedStrings' Target='shared.xml'/></a>"},
       {"xl/sheet.xml", sheet},
       {"xl/shared.xml", shared}});
}

std::vector<ConceptEntry> read(const std::string& xlsx) {
  std::vector<ConceptEntry> concepts;
  std::istringstream in(xlsx);
  try {
    read_concept_table(
        in, "fuzz.xlsx", TableFormat::Xlsx,
        [&](ConceptEntry&& entry) { concepts.push_back(std::move(entry)); },
        [](const Diagnostic&) {});
  } catch (const Error&) {
    // No workbook, or no table of concepts in it.
  }
  return concepts;
}

std::string write(const std::vector<ConceptEntry>& concepts) {
  std::ostringstream out;
  write_concept_table(out, concepts, {.format = TableFormat::Xlsx}, [](const Diagnostic&) {});
  return out.str();
}

void check(const std::string& xlsx) {
  std::istringstream in(xlsx);
  try {
    read_table(
        in, "fuzz.xlsx", TableFormat::Xlsx, [](TranslationUnit&&, const Location&) {},
        [](const Diagnostic&) {});
  } catch (const Error&) {
    // No workbook, or no table of units in it.
  }
  const std::vector<ConceptEntry> concepts = read(xlsx);
  if (concepts.empty()) return;
  const std::string written = write(concepts);
  fuzz::require(write(read(written)) == written, "concepts are the same after writing and reading");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(fuzz::bytes(data, size));
  check("PK\3\4" + input);
  const std::size_t part = input.find("\n\n");
  check(workbook(input.substr(0, part),
                 part == std::string::npos ? "<sst/>" : input.substr(part + 2)));
  return 0;
}
