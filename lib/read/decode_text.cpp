/// Bytes of text files → UTF-8 in NFC.
#include <algorithm>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/guess_encoding.hpp"
#include "base/unicode.hpp"
#include "read/format.hpp"

namespace trujaman::read {
namespace {

/// Control characters that no text has.
void refuse_binary(std::string_view text, const std::string& name) {
  const auto bad = std::find_if(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x20 && !base::is_ascii_space(c) && c != '\x1b';
  });
  if (bad == text.end()) return;
  throw Error(Errc::Malformed, message("is not a text document; name a txt, md, docx or odt file"),
              {name, 0, static_cast<std::size_t>(bad - text.begin())});
}

}  // namespace

std::string decode_text(std::string_view bytes, const std::string& name,
                        const ReadOptions& options) {
  std::string text =
      base::to_nfc(base::decode_or_guess(bytes, options.encoding, name, options.on_diagnostic));
  refuse_binary(text, name);
  if (base::trim(text).empty()) throw Error(Errc::Malformed, message("has no text"), {name});
  return text;
}

}  // namespace trujaman::read
