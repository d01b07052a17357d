#include "read/block_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

/// Where @p offset of a text stands once the text is @p normal, its normal form: behind what comes
/// before it, and never inside a character that has come of both sides.
std::size_t normal_offset(std::string_view text, std::size_t offset, std::string_view normal) {
  std::size_t out = std::min(base::to_nfc(text.substr(0, offset)).size(), normal.size());
  while (out < normal.size() && (static_cast<unsigned char>(normal[out]) & 0xC0U) == 0x80U) ++out;
  return out;
}

}  // namespace

void BlockBuilder::text(std::string_view more) {
  for (std::size_t i = 0; i < more.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(more, i);
    // No-break spaces are the author's and stay; blanks, tabs, line ends and other control
    // characters, which entities can bring in, are layout.
    const bool layout = c < U' ' || c == U'\u007F' ||
                        (base::is_space(c) && c != U'\u00A0' && c != U'\u202F' && c != U'\u2007');
    if (!layout) {
      text_.append(more.substr(begin, i - begin));
    } else if (!text_.empty() && text_.back() != ' ') {
      text_ += ' ';
    }
  }
}

int BlockBuilder::open(std::string_view type, std::string_view native) {
  codes_.push_back({text_.size(), CodeKind::Bpt, ++pairs_, "", std::string(type),
                    std::string(native), "", false});
  return pairs_;
}

void BlockBuilder::close(int pair, std::string_view type, std::string_view native) {
  codes_.push_back(
      {text_.size(), CodeKind::Ept, pair, "", std::string(type), std::string(native), "", false});
}

void BlockBuilder::placeholder(std::string_view type, std::string_view native) {
  codes_.push_back(
      {text_.size(), CodeKind::Ph, 0, "", std::string(type), std::string(native), "", false});
}

void BlockBuilder::code(InlineCode code) {
  code.position = text_.size();
  codes_.push_back(std::move(code));
}

void BlockBuilder::finish(Block& block) && {
  // The input was in NFC, but entities and marks taken out may have brought new neighbours
  // together.
  std::string normal = base::to_nfc(text_);
  if (normal != text_) {
    std::size_t last = 0;
    for (InlineCode& code : codes_) {
      code.position = last = std::max(last, normal_offset(text_, code.position, normal));
    }
    text_ = std::move(normal);
  }
  const TextSpan span = base::trim(text_, {0, text_.size()});
  block.text = text_.substr(span.begin, span.size());
  for (InlineCode& code : codes_) {
    code.position = std::clamp(code.position, span.begin, span.end) - span.begin;
  }
  block.codes = std::move(codes_);
}

}  // namespace trujaman::read
