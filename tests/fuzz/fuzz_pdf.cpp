/// Any bytes, as what pdftotext answered: pages with words → blocks. (pdftotext itself is not run.)
#include <algorithm>

#include "documents.hpp"
#include "read/pdf/pdf_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trujaman;
  const std::string name = "informe.pdf";
  try {
    std::vector<read::Page> pages = read::parse_pages(fuzz::bytes(data, size), name);
    const std::size_t count = pages.size();
    std::size_t words = 0;
    for (const read::Page& page : pages) {
      for (const read::Fragment& f : page.fragments) {
        fuzz::require(!f.words.empty(), "a fragment has words");
        words += f.words.size();
      }
    }
    const read::Reading reading = read::read_pages(std::move(pages), name);
    fuzz::require(words == 0 || !reading.blocks.empty() || !reading.furniture.empty(),
                  "words are not lost");
    for (const auto* blocks : {&reading.blocks, &reading.furniture}) {
      for (const Block& block : *blocks) {
        fuzz::require(block.where.page >= 1 && block.where.page <= count, "a block has its page");
        fuzz::require(block.where.line == 0, "a PDF has no lines");
        fuzz::require_text(block, name);
      }
    }
  } catch (const Error& e) {
    fuzz::require(e.code() == Errc::Malformed, "an input is refused as what it is");
    fuzz::require(e.where().source == name, "an error says where");
  }
  return 0;
}
