/// Any bytes, read as an office document.
#include "documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input = "PK\3\4" + std::string(fuzz::bytes(data, size));
  fuzz::check_document(input, "informe.docx", size);
  return 0;
}
