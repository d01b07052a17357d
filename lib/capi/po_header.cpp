#include "capi/po_header.hpp"

#include "capi/from_c.hpp"
#include "capi/options.hpp"
#include "capi/to_c.hpp"

namespace trujaman::capi {

trujaman_po_header to_c(const PoHeader& header, Arena& arena) {
  return {.source_language = header.languages.source.str().c_str(),
          .target_language = header.languages.target.str().c_str(),
          .fields = to_c(header.fields, arena),
          .field_count = header.fields.size(),
          .notes = to_c(header.notes, arena),
          .note_count = header.notes.size(),
          .reserved = {}};
}

PoHeader po_header(const trujaman_po_header* given, const LanguagePair& languages) {
  PoHeader out{.languages = languages};
  if (given == nullptr) return out;
  need_unused(given->reserved, "options.po_header");
  out.fields = properties(given->fields, given->field_count, "options.po_header.fields");
  out.notes = text_list(given->notes, given->note_count, "options.po_header.notes");
  return out;
}

}  // namespace trujaman::capi
