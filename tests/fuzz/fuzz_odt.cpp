/// Any bytes as both parts of an ODT file.
#include "../unit/read/office_file.hpp"
#include "documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(fuzz::bytes(data, size));
  // styles.xml is looked at for its own root only: the one input has both.
  fuzz::check_document(office::zip(office::odt_entries(content, content)), "informe.odt", size);
  return 0;
}
