/// Any bytes, read as a plain-text report.
#include "documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_document(fuzz::bytes(data, size), "informe.txt");
  fuzz::check_plain_translation(fuzz::bytes(data, size), "informe.txt");
  return 0;
}
