/// Any bytes, read as an HTML page.
#include "documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_document(fuzz::bytes(data, size), "informe.html");
  return 0;
}
