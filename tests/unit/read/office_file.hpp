/// @file
/// Office documents made for tests: their parts, in a ZIP file as plain as can be.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace office {

/// An entry of a ZIP file. What its headers say of it can be made false.
struct Entry {
  std::string name;
  std::string bytes;
  std::uint32_t claimed_size = 0;  ///< Unpacked size as stated; 0 for the true one.
  std::uint16_t flags = 0;         ///< 1: encrypted.
  std::uint16_t method = 0;        ///< 0: stored; 8: deflated.
  std::uint32_t crc_error = 0;
};

inline std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i)
    out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
}

/// A ZIP file (PKWARE's APPNOTE, 4.3) whose entries are not packed.
inline std::string zip(const std::vector<Entry>& entries) {
  std::string out;
  std::string directory;
  for (const Entry& e : entries) {
    const auto offset = static_cast<std::uint32_t>(out.size());
    const auto size = static_cast<std::uint32_t>(e.bytes.size());
    std::string common;
    put(common, 20, 2);  // version needed
    put(common, e.flags, 2);
    put(common, e.method, 2);
    put(common, 0x00210000, 4);  // 1 January 1980
    put(common, crc32(e.bytes) ^ e.crc_error, 4);
    put(common, size, 4);
    put(common, e.claimed_size != 0 ? e.claimed_size : size, 4);
    put(common, static_cast<std::uint32_t>(e.name.size()), 2);
    put(common, 0, 2);  // extra fields
    out += "PK\3\4" + common + e.name + e.bytes;
    directory += "PK\1\2";
    put(directory, 20, 2);  // version made by
    directory += common;
    put(directory, 0, 2);  // comment
    put(directory, 0, 2);  // disk
    put(directory, 0, 2);  // attributes
    put(directory, 0, 4);
    put(directory, offset, 4);
    directory += e.name;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\5\6";
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, begin, 4);
  put(out, 0, 2);
  return out;
}

/// Parts beside the main one, by name.
using Parts = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kWord =
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
    "xmlns:v='urn:schemas-microsoft-com:vml'";

/// The entries of a DOCX file whose main part is @p document. A part "styles" is word/styles.xml, a
/// w:styles with the given content; so are numbering, footnotes, endnotes, header and footer.
/// "links" is further relationships.
inline std::vector<Entry> docx_entries(const std::string& document, const Parts& parts = {}) {
  constexpr std::array<std::pair<const char*, const char*>, 6> kRoots{{{"styles", "w:styles"},
                                                                       {"numbering", "w:numbering"},
                                                                       {"footnotes", "w:footnotes"},
                                                                       {"endnotes", "w:endnotes"},
                                                                       {"header", "w:hdr"},
                                                                       {"footer", "w:ftr"}}};
  const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string relationships =
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
  std::vector<Entry> out;
  out.push_back(
      {"[Content_Types].xml",
       "<Types><Override PartName='/word/document.xml' ContentType='application/"
       "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"});
  out.push_back(
      {"_rels/.rels", relationships + "<Relationship Id='r1' Type='" + types +
                          "officeDocument' Target='word/document.xml'/></Relationships>"});
  std::string links;
  for (const auto& [name, content] : parts) {
    if (name == "links") links += content;
    for (const auto& [known, root] : kRoots) {
      if (name != known) continue;
      out.push_back({"word/" + name + ".xml", "<" + std::string(root) + " " + std::string(kWord) +
                                                  ">" + content + "</" + root + ">"});
      links +=
          "<Relationship Id='" + name + "' Type='" + types + name + "' Target='" + name + ".xml'/>";
    }
  }
  out.push_back({"word/_rels/document.xml.rels", relationships + links + "</Relationships>"});
  out.push_back({"word/document.xml", document});
  return out;
}

/// A DOCX file whose body is @p body.
inline std::string docx(const std::string& body, const Parts& parts = {}) {
  return zip(docx_entries("<?xml version='1.0' encoding='UTF-8'?><w:document " +
                              std::string(kWord) + "><w:body>" + body + "</w:body></w:document>",
                          parts));
}

constexpr std::string_view kOpen =
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' "
    "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "
    "xmlns:xlink='http://www.w3.org/1999/xlink'";

inline std::vector<Entry> odt_entries(const std::string& content, const std::string& styles) {
  return {{"mimetype", "application/vnd.oasis.opendocument.text"},
          {"content.xml", content},
          {"styles.xml", styles}};
}

/// An ODT file: its text, its automatic styles, and the insides of its styles.xml.
inline std::string odt(const std::string& text, const std::string& automatic = "",
                       const std::string& styles = "") {
  const std::string open(kOpen);
  return zip(
      odt_entries("<office:document-content " + open + "><office:automatic-styles>" + automatic +
                      "</office:automatic-styles><office:body><office:text>" + text +
                      "</office:text></office:body></office:document-content>",
                  "<office:document-styles " + open + ">" + styles + "</office:document-styles>"));
}

}  // namespace office
