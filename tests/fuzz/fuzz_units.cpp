/// Any bytes, read as the document in a file of units: XLIFF, po or a table, by how they begin.
#include "documents.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::bytes(data, size);
  const char* name = "informe.tsv";
  if (input.starts_with('<')) name = "informe.xlf";
  if (input.starts_with('m') || input.starts_with('#')) name = "informe.po";
  if (input.starts_with('"')) name = "informe.csv";
  fuzz::check_document(input, name);
  if (input.starts_with('<') || std::string_view(name).ends_with(".po")) {
    fuzz::check_filled_units(input, name);
  }
  return 0;
}
