#include <ostream>

#include <trujaman/document_writer.hpp>
#include <trujaman/message.hpp>

#include "base/file.hpp"
#include "read/format.hpp"

namespace trujaman::inline v0 {

RenderSummary translate_document(std::string_view bytes, const std::string& name, std::ostream& out,
                                 const BlockTranslator& translate, const ReadOptions& options) {
  const read::Format& format = read::find_format(bytes, name);
  if (format.write == nullptr) {
    throw Error(Errc::Unsupported,
                message("is in a format that is read, not written ({1}); name a docx, odt, xlf, "
                        "po, md or txt file",
                        message(format.name)),
                {name});
  }
  std::string text;
  if (format.decode) text = read::decode_text(bytes, name, options);
  const read::Written written = format.write({format.decode ? std::string_view(text) : bytes,
                                              name,
                                              {},
                                              options.encoding,
                                              options.on_diagnostic},
                                             translate);
  out.write(written.bytes.data(), static_cast<std::streamsize>(written.bytes.size()));
  return written.summary;
}

RenderSummary translate_document(const std::string& source, std::ostream& out,
                                 const BlockTranslator& translate, const ReadOptions& options) {
  return translate_document(base::read_file(source), source, out, translate, options);
}

}  // namespace trujaman::inline v0
