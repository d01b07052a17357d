#include "read/block_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

/// Brings a text into normal form part by part, so that places in it can be followed: in one pass
/// over them, however many they are.
class Normalizer {
  /// A character with more marks than that, in bytes, is of no language: no place inside it is
  /// looked for.
  static constexpr std::size_t kLongestPart = 64;

 public:
  explicit Normalizer(std::string_view text) : text_(text) {}

  /// Where @p offset, not below the last one asked for, has come to: behind what comes before it,
  /// and never inside a character that has come of both sides.
  std::size_t follow(std::size_t offset) {
    while (end_ < offset) take_part();
    if (offset == end_ || end_ - begin_ > kLongestPart) return normal_.size();
    // Inside a part: between its start and the end of what the text up to there becomes.
    const std::size_t within = base::to_nfc(text_.substr(begin_, offset - begin_)).size();
    std::size_t out = std::min(normal_begin_ + within, normal_.size());
    while (out < normal_.size() && (static_cast<unsigned char>(normal_[out]) & 0xC0U) == 0x80U)
      ++out;
    return out;
  }

 private:
  /// A part is a character with the marks that may combine with it.
  void take_part() {
    begin_ = end_;
    normal_begin_ = normal_.size();
    (void)base::next_code_point(text_, end_);
    for (std::size_t next = end_; next < text_.size(); end_ = next) {
      if (base::starts_nfc_segment(base::next_code_point(text_, next))) break;
    }
    normal_ += base::to_nfc(text_.substr(begin_, end_ - begin_));
  }

  std::string_view text_;
  std::string normal_;
  std::size_t begin_ = 0;  ///< The last part, in the text and in its normal form.
  std::size_t end_ = 0;
  std::size_t normal_begin_ = 0;
};

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

std::vector<std::size_t> BlockBuilder::finish(Block& block) && {
  // The input was in NFC, but entities and marks taken out may have brought new neighbours
  // together.
  if (std::string normal = base::to_nfc(text_); normal != text_) {
    Normalizer codes(text_);
    for (InlineCode& code : codes_) code.position = codes.follow(code.position);
    Normalizer marks(text_);
    for (std::size_t& mark : marks_) mark = marks.follow(mark);
    text_ = std::move(normal);
  }
  const TextSpan span = base::trim(text_, {0, text_.size()});
  block.text = text_.substr(span.begin, span.size());
  const auto to_block = [span](std::size_t& place) {
    place = std::clamp(place, span.begin, span.end) - span.begin;
  };
  for (InlineCode& code : codes_) to_block(code.position);
  for (std::size_t& mark : marks_) to_block(mark);
  block.codes = std::move(codes_);
  return std::move(marks_);
}

}  // namespace trujaman::read
