/// Any bytes as both parts of an ODT file.
#include "../unit/read/office_file.hpp"
#include "documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(fuzz::bytes(data, size));
  // styles.xml is looked at for its own root only: the one input has both.
  const std::string file = office::zip(office::odt_entries(content, content));
  fuzz::check_document(file, "informe.odt", size);
  fuzz::check_translation(file, "informe.odt");
  return 0;
}
