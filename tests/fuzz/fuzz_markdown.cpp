/// Any bytes, read as a Markdown report.
#include "documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_document(fuzz::bytes(data, size), "informe.md");
  fuzz::check_plain_translation(fuzz::bytes(data, size), "informe.md");
  return 0;
}
