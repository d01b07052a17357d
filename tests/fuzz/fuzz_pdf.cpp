/// Pages with words in any places → blocks, and any bytes as what pdftotext answered. (pdftotext
/// itself is not run.)
#include <algorithm>
#include <sstream>

#include "documents.hpp"
#include "read/pdf/pdf_reader.hpp"

namespace {

using namespace trujaman;

const std::string kName = "informe.pdf";

/// Lines "LEFT TOP SIZE BLANK WORDS…", a page up to an empty one: what mutations leave readable, as
/// they do not leave XML.
std::vector<read::Page> to_pages(std::string_view input) {
  std::vector<read::Page> pages(1, {600, 800, {}});
  std::istringstream lines{base::to_nfc(base::replace_invalid_utf8(input))};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    double left = 0;
    double top = 0;
    double size = 0;
    double blank = 0;
    if (line.empty()) pages.push_back({600, 800, {}});
    if (!(fields >> left >> top >> size >> blank) || !(size > 0 && size < 1000)) continue;
    read::Fragment fragment;
    for (std::string text; fields >> text;) {
      const double right = left + size / 2 * static_cast<double>(text.size());
      // As the parser has it.
      text = base::trim(text);
      if (!text.empty()) fragment.words.push_back({{left, top, right, top + size}, text});
      left = right + std::clamp(blank, 0.0, 1000.0);
    }
    if (fragment.words.empty()) continue;
    fragment.box = fragment.words.front().box;
    for (const read::Word& word : fragment.words) fragment.box.cover(word.box);
    fragment.size = read::type_size(fragment.words);
    pages.back().fragments.push_back(std::move(fragment));
  }
  return pages;
}

void check_pages(std::vector<read::Page> pages) {
  const std::size_t count = pages.size();
  const bool words =
      std::ranges::any_of(pages, [](const read::Page& page) { return !page.fragments.empty(); });
  const read::Reading reading = read::read_pages(std::move(pages), kName);
  for (const auto* blocks : {&reading.blocks, &reading.furniture}) {
    for (const Block& block : *blocks) {
      fuzz::require(block.where.page >= 1 && block.where.page <= count, "a block has its page");
      fuzz::require(block.where.line == 0, "a PDF has no lines");
      fuzz::require_text(block, kName);
    }
  }
  fuzz::require(words || reading.blocks.empty(), "blocks come of words");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::bytes(data, size);
  try {
    check_pages(input.starts_with('<') ? read::parse_pages(input, kName) : to_pages(input));
  } catch (const Error& e) {
    fuzz::require(e.code() == Errc::Malformed, "an input is refused as what it is");
    fuzz::require(e.where().source == kName, "an error says where");
  }
  return 0;
}
