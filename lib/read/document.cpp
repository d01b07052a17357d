/// Files → documents: which format, which language.
#include <algorithm>
#include <array>
#include <optional>

#include <trujaman/document.hpp>

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/file.hpp"
#include "base/unicode.hpp"
#include "read/line.hpp"
#include "read/reader.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace std::string_view_literals;

/// Formats that are recognised by how their files begin and have no reader in this build.
struct Signature {
  std::string_view bytes;
  std::string_view format;
};
constexpr std::array<Signature, 7> kUnreadable{{{"%PDF-", "PDF"},
                                                {"PK\3\4", "a ZIP container (docx, odt, epub)"},
                                                {"{\\rtf", "RTF"},
                                                {"\xD0\xCF\x11\xE0"sv, "an old Office file (doc)"},
                                                {"<!DOCTYPE html", "HTML"},
                                                {"<html", "HTML"},
                                                {"<?xml", "XML"}}};

/// Endings of file names, in lower case, and their readers. Anything else is plain text.
struct Format {
  std::string_view ending;
  read::Reader reader;
};
constexpr std::array<Format, 3> kFormats{{{".md", read::read_markdown},
                                          {".markdown", read::read_markdown},
                                          {".mdown", read::read_markdown}}};

void refuse_unreadable(std::string_view bytes, const std::string& name) {
  std::string_view begin = bytes.substr(0, 512);
  if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
  while (!begin.empty() && base::is_ascii_space(begin.front())) begin.remove_prefix(1);
  for (const Signature& s : kUnreadable) {
    const bool same = begin.size() >= s.bytes.size() &&
                      std::equal(s.bytes.begin(), s.bytes.end(), begin.begin(), [](char a, char b) {
                        return base::ascii_lower(a) == base::ascii_lower(b);
                      });
    if (!same) continue;
    throw Error(
        Errc::Unsupported,
        "is " + std::string(s.format) + ", which is not read here; save it as text or Markdown",
        {name});
  }
}

/// Control characters that no text has; UTF-16 and UTF-32 are decoded by then.
void refuse_binary(std::string_view text, const std::string& name) {
  const auto bad = std::find_if(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x20 && !base::is_ascii_space(c) && c != '\x1b';
  });
  if (bad == text.end()) return;
  throw Error(Errc::Malformed, "is not a text document; name a txt or md file",
              {name, 0, static_cast<std::size_t>(bad - text.begin())});
}

read::Reader reader_for(const std::string& name) {
  std::string lower = name;
  std::transform(lower.begin(), lower.end(), lower.begin(), base::ascii_lower);
  for (const Format& f : kFormats) {
    if (lower.ends_with(f.ending)) return f.reader;
  }
  return read::read_text;
}

std::string decode_text(std::string_view bytes, const std::string& name,
                        const ReadOptions& options) {
  refuse_unreadable(bytes, name);
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                      bytes.starts_with("\0\0\xFE\xFF"sv);
  if (!marked && options.encoding.empty()) refuse_binary(bytes, name);
  std::string text = base::to_nfc(base::decode(bytes, options.encoding, name));
  refuse_binary(text, name);
  if (base::trim(text).empty()) throw Error(Errc::Malformed, "has no text", {name});
  return text;
}

LanguageTag language_of(const LanguageTag& given, std::string_view text, const std::string& name) {
  if (!given.undetermined()) return given;
  const LanguageTag found = detect_language(text);
  if (found.undetermined()) {
    throw Error(Errc::InvalidArgument, "its language cannot be told; name it with -l", {name});
  }
  return found;
}

std::string id_of(const std::string& name) {
  return std::filesystem::path(name).filename().string();
}

}  // namespace

Document read_document_bytes(std::string_view bytes, const std::string& name,
                             const LanguageTag& language, const ReadOptions& options) {
  const std::string text = decode_text(bytes, name, options);
  Document document;
  document.id = id_of(name);
  document.language = language_of(language, text, name);
  document.blocks = reader_for(name)({text, name, options.on_diagnostic});
  if (document.blocks.empty()) throw Error(Errc::Malformed, "has no text", {name});
  return document;
}

Document read_document(const std::filesystem::path& path, const LanguageTag& language,
                       const ReadOptions& options) {
  return read_document_bytes(base::read_file(path), path.string(), language, options);
}

SegmentedDocument read_segmented(const std::filesystem::path& path, const LanguageTag& language,
                                 const ReadOptions& options) {
  const std::string name = path.string();
  const std::string text = decode_text(base::read_file(path), name, options);
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
