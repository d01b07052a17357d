#include "read/format.hpp"

#include <algorithm>
#include <array>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"

namespace trujaman::read {
namespace {

using namespace std::string_view_literals;

/// Formats that are recognised by how their files begin and have no reader in this build.
struct Signature {
  std::string_view bytes;
  std::string_view format;
};
constexpr std::array<Signature, 3> kUnreadable{
    {{"{\\rtf", "RTF"},
     {"\xD0\xCF\x11\xE0"sv, message_id("an old or encrypted Office file")},
     {"<?xml", "XML"}}};

bool is_zip(std::string_view beginning) {
  // The second is an empty archive's.
  return beginning.starts_with("PK\3\4") || beginning.starts_with("PK\5\6");
}

bool is_pdf(std::string_view beginning) {
  // Readers allow some bytes before it (ISO 32000-1, annex H, 3.4.1), but text may speak of it.
  return beginning.starts_with("%PDF-");
}

/// The last is what everything else is taken for.
constexpr std::array<Format, 10> kFormats{{
    {message_id("office document"), ".docx .docm .dotx .odt .ott", is_zip, false, read_office,
     write_office},
    {"XLIFF", ".xlf .xliff", is_xliff, false, read_xliff_document, write_xliff},
    {"HTML", ".html .htm .xhtml .xht", is_html, false, read_html},
    {"po", ".po .pot", nullptr, false, read_po_document, write_po},
    {"TSV", ".tsv", nullptr, false, read_tsv_document},
    {"CSV", ".csv", nullptr, false, read_csv_document},
    {message_id("subtitles"), ".srt .vtt", nullptr, true, read_subtitles},
    {"PDF", ".pdf", is_pdf, false, read_pdf},
    {"Markdown", ".md .markdown .mdown", nullptr, true, read_markdown, write_markdown},
    {message_id("plain text"), ".txt", nullptr, true, read_text, write_text},
}};

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return base::ascii_lower(a) == base::ascii_lower(b); });
}

void refuse_unreadable(std::string_view beginning, const std::string& name) {
  for (const Signature& s : kUnreadable) {
    if (!begins_with(beginning, s.bytes)) continue;
    throw Error(
        Errc::Unsupported,
        message("is {1}, which is not read here; save it as text or Markdown", message(s.format)),
        {name});
  }
}

/// @p name ends in one of @p endings.
bool ends_in(std::string_view name, std::string_view endings) {
  while (!endings.empty()) {
    const std::size_t blank = std::min(endings.find(' '), endings.size());
    if (name.ends_with(endings.substr(0, blank))) return true;
    endings.remove_prefix(std::min(blank + 1, endings.size()));
  }
  return false;
}

}  // namespace

const Format& find_format(std::string_view bytes, const std::string& name) {
  std::string_view beginning = bytes.substr(0, kBeginning);
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  while (!beginning.empty() && base::is_ascii_space(beginning.front())) beginning.remove_prefix(1);
  for (const Format& f : kFormats) {
    if (f.recognize != nullptr && f.recognize(beginning)) return f;
  }
  refuse_unreadable(beginning, name);
  std::string lower = name;
  std::transform(lower.begin(), lower.end(), lower.begin(), base::ascii_lower);
  for (const Format& f : kFormats) {
    if (ends_in(lower, f.endings)) return f;
  }
  return kFormats.back();
}

}  // namespace trujaman::read
