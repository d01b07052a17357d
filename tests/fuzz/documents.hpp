/// @file
/// The promises of read_document_bytes, for the targets of its formats.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/document.hpp>
#include <trujaman/document_writer.hpp>
#include <trujaman/segmenter.hpp>

#include "fuzz.hpp"

namespace fuzz {

inline void require_codes(const trujaman::Block& block) {
  std::size_t last = 0;
  std::map<int, int> open;  // how often each pair has been opened less how often closed
  for (const trujaman::InlineCode& code : block.codes) {
    require(code.position >= last, "codes stand in order");
    require(on_boundary(block.text, code.position), "a code stands between code points");
    last = code.position;
    require(trujaman::base::find_invalid_utf8(code.native) == std::string::npos, "codes are UTF-8");
    if (code.kind == trujaman::CodeKind::Bpt) require(++open[code.pair] == 1, "a pair opens once");
    if (code.kind == trujaman::CodeKind::Ept) require(--open[code.pair] == 0, "a pair closes once");
  }
  require(std::ranges::all_of(open, [](const auto& pair) { return pair.second == 0; }),
          "every pair is closed");
}

/// What holds of a block of any format.
inline void require_text(const trujaman::Block& block, const std::string& name) {
  require_clean(block.text);
  require(!block.text.empty(), "a block has text");
  require(std::ranges::none_of(block.text, [](unsigned char c) { return c < 0x20 || c == 0x7F; }),
          "a block has no line ends or other control characters");
  require(block.where.source == name, "a block says where it comes from");
  require(block.level >= 0, "a level is not negative");
  require(block.kind != trujaman::BlockKind::Heading || (block.level >= 1 && block.level <= 6),
          "a heading has a level from 1 to 6");
  require(std::ranges::adjacent_find(block.repairs, std::ranges::greater_equal()) ==
              block.repairs.end(),
          "repairs stand once each, in order");
  require_codes(block);
}

/// … and of one whose lines are those of a text.
inline void require_block(const trujaman::Block& block, const std::string& name,
                          std::size_t lines) {
  require_text(block, name);
  require(block.where.line >= 1 && block.where.line <= lines, "a block's line is in the file");
}

/// Reads @p input as a file called @p name, in Spanish and with the language to be detected.
/// @p lines is how many it has.
inline void check_document(std::string_view input, const std::string& name, std::size_t lines) {
  for (const char* tag : {"es", "und"}) {
    try {
      const trujaman::Document document =
          trujaman::read_document_bytes(input, name, trujaman::LanguageTag(tag));
      require(!document.blocks.empty(), "a document has blocks");
      require(!document.language.undetermined(), "a document has a language");
      for (const trujaman::Block& block : document.blocks) require_block(block, name, lines);
      for (const trujaman::Block& block : document.furniture) require_block(block, name, lines);
    } catch (const trujaman::Error& e) {
      require(e.code() == trujaman::Errc::Malformed || e.code() == trujaman::Errc::Unsupported ||
                  e.code() == trujaman::Errc::InvalidArgument,
              "an input is refused as what it is");
      require(e.where().source == name, "an error says where");
    }
  }
}

inline void check_document(std::string_view input, const std::string& name) {
  // Encodings other than UTF-8 have line ends of other bytes: too many is no matter here.
  check_document(input, name, 1 + static_cast<std::size_t>(std::ranges::count_if(input, [](char c) {
                                return c == '\n' || c == '\r';
                              })));
}

/// Replaces half of every block and leaves half of it.
inline std::vector<trujaman::Rendering> render_half(std::size_t number,
                                                    const trujaman::Block& block) {
  std::size_t half = block.text.size() / 2;
  while (!on_boundary(block.text, half)) ++half;
  return {{{0, half}, std::nullopt, {}, false},
          {{half, block.text.size()}, "de la ciudad", {}, number % 2 == 0}};
}

/// What comes out of an XLIFF file with its units filled has the same units.
inline void check_filled_units(std::string_view input, const std::string& name) {
  const auto render = [](std::size_t number, const trujaman::Block& block) {
    return std::vector<trujaman::Rendering>{
        {{0, block.text.size()}, "de la <ciudad> & más", {}, number % 2 == 0}};
  };
  try {
    const auto blocks = trujaman::read_document_bytes(input, name).blocks;
    std::ostringstream out;
    (void)trujaman::translate_document(input, name, out, render);
    const auto again = trujaman::read_document_bytes(out.str(), name).blocks;
    require(std::ranges::equal(again, blocks, {}, &trujaman::Block::text, &trujaman::Block::text),
            "a filled file has the same sources");
  } catch (const trujaman::Error& e) {
    require(e.code() != trujaman::Errc::Internal, "the writer has no bug");
  }
}

/// What comes out of @p input, an office document, with half of it replaced is a document of as
/// many blocks.
inline void check_translation(std::string_view input, const std::string& name) {
  const trujaman::LanguageTag spanish("es");
  try {
    const std::size_t blocks = trujaman::read_document_bytes(input, name, spanish).blocks.size();
    std::ostringstream out;
    (void)trujaman::translate_document(input, name, out, render_half);
    const trujaman::Document again = trujaman::read_document_bytes(out.str(), name, spanish);
    require(again.blocks.size() == blocks, "a translated document has as many blocks");
  } catch (const trujaman::Error& e) {
    require(e.code() != trujaman::Errc::Internal, "the writer has no bug");
  }
}

/// What comes out of a text file of which nothing is asked is its text; with half of it replaced,
/// it is UTF-8.
inline void check_plain_translation(std::string_view input, const std::string& name) {
  try {
    std::ostringstream same;
    (void)trujaman::translate_document(
        input, name, same,
        [](std::size_t, const trujaman::Block&) -> std::vector<trujaman::Rendering> { return {}; });
    // With U+0000 in it, it is taken for UTF-16, and with a byte order mark, that goes.
    const bool plain = trujaman::base::find_invalid_utf8(input) == std::string_view::npos &&
                       input.find('\0') == std::string_view::npos &&
                       !input.starts_with("\xEF\xBB\xBF");
    require(!plain || same.str() == trujaman::base::to_nfc(input), "what is not asked for stays");
    std::ostringstream out;
    (void)trujaman::translate_document(input, name, out, render_half);
    require(trujaman::base::find_invalid_utf8(out.str()) == std::string_view::npos,
            "a translated text is UTF-8");
  } catch (const trujaman::Error& e) {
    require(e.code() != trujaman::Errc::Internal, "the writer has no bug");
  }
}

}  // namespace fuzz
