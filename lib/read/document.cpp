/// Files → documents: which format, which language.
#include <filesystem>
#include <utility>

#include <trujaman/document.hpp>
#include <trujaman/message.hpp>

#include "base/file.hpp"
#include "read/format.hpp"
#include "read/reader.hpp"

namespace trujaman::inline v0 {
namespace {

/// What the caller says, else what the text looks like, else what the file says of itself.
LanguageTag language_of(const LanguageTag& given, std::string_view text, const std::string& name,
                        const LanguageTag& declared = {}) {
  if (!given.undetermined()) return given;
  LanguageTag found = detect_language(text);
  if (found.undetermined()) found = declared;
  if (found.undetermined()) {
    throw Error(Errc::InvalidArgument, message("its language cannot be told; name it with -l"),
                {name});
  }
  return found;
}

/// As much text as tells a language.
std::string sample(const std::vector<Block>& blocks) {
  constexpr std::size_t kEnough = 100'000;  // bytes
  std::string out;
  for (const Block& block : blocks) {
    if (out.size() >= kEnough) break;
    out += block.text + '\n';
  }
  return out;
}

std::string id_of(const std::string& name) {
  return std::filesystem::path(name).filename().string();
}

}  // namespace

Document read_document_bytes(std::string_view bytes, const std::string& name,
                             const LanguageTag& language, const ReadOptions& options) {
  const read::Format& format = read::find_format(bytes, name);
  std::string text;
  if (format.decode) text = read::decode_text(bytes, name, options);
  read::Reading reading = format.read({format.decode ? std::string_view(text) : bytes, name,
                                       language, options.encoding, options.on_diagnostic});
  if (reading.blocks.empty()) throw Error(Errc::Malformed, message("has no text"), {name});
  Document document;
  document.id = id_of(name);
  document.language = language_of(language, sample(reading.blocks), name, reading.language);
  document.blocks = std::move(reading.blocks);
  document.furniture = std::move(reading.furniture);
  document.segmented = reading.segmented;
  return document;
}

Document read_document(const std::string& path, const LanguageTag& language,
                       const ReadOptions& options) {
  return read_document_bytes(base::read_file(path), path, language, options);
}

SegmentedDocument read_segmented(const std::string& path, const LanguageTag& language,
                                 const ReadOptions& options) {
  const std::string& name = path;
  const std::string text = read::decode_text(base::read_file(path), name, options);
  SegmentedDocument out;
  out.document.id = id_of(name);
  out.document.language = language_of(language, text, name);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    Block block;
    block.text = line;
    block.where = {name, out.segments.size() + 1,
                   static_cast<std::size_t>(line.data() - text.data())};
    out.segments.push_back({out.document.blocks.size(), {0, line.size()}});
    out.document.blocks.push_back(std::move(block));
  }
  return out;
}

}  // namespace trujaman::inline v0
