#include <ostream>

#include <trujaman/document_writer.hpp>

#include "base/file.hpp"
#include "read/format.hpp"
#include "read/office/office_writer.hpp"

namespace trujaman::inline v0 {

RenderSummary translate_document(std::string_view bytes, const std::string& name, std::ostream& out,
                                 const BlockTranslator& translate) {
  const read::Format& format = read::find_format(bytes, name);
  if (format.read != read::read_office) {
    throw Error(Errc::Unsupported,
                "is read as " + std::string(format.name) +
                    ", which is not written; name a docx or odt file",
                {name});
  }
  const read::Written written = read::write_office(bytes, name, translate);
  out.write(written.bytes.data(), static_cast<std::streamsize>(written.bytes.size()));
  return written.summary;
}

RenderSummary translate_document(const std::filesystem::path& source, std::ostream& out,
                                 const BlockTranslator& translate) {
  return translate_document(base::read_file(source), source.string(), out, translate);
}

}  // namespace trujaman::inline v0
