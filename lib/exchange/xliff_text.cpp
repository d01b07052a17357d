#include "exchange/xliff_text.hpp"

#include <charconv>
#include <utility>

#include "base/unicode.hpp"
#include "exchange/tmx_segment.hpp"

namespace trujaman::exchange {
namespace {

/// The character of `<cp hex="001A"/>`, which XML cannot hold; U+FFFD for what is none.
char32_t control_of(std::string_view hex) noexcept {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  const bool whole = error == std::errc() && end == hex.data() + hex.size();
  constexpr std::uint32_t last = 0x10FFFF;
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return whole && value != 0 && value <= last && !surrogate ? char32_t{value} : U'\uFFFD';
}

}  // namespace

InlineCode& XliffText::add(CodeKind kind, std::string_view id, std::string_view pair) {
  InlineCode& code = codes_.emplace_back();
  code.position = text_.size();
  code.kind = kind;
  code.id = id;
  if (kind == CodeKind::Bpt || kind == CodeKind::Ept) {
    const int next = static_cast<int>(numbers_.size()) + 1;
    code.pair = numbers_.emplace(std::string(pair), next).first->second;
  }
  return code;
}

void XliffText::start(std::string_view element, XmlAttributes attributes) {
  if (native_depth_ > 0) {  // <sub> in a code
    open_.push_back(Open::Native);
    return;
  }
  const std::string_view id = find_attribute(attributes, "id");
  const auto link = [&](std::string_view name) {
    const std::string_view other = find_attribute(attributes, name);
    return other.data() == nullptr ? id : other;
  };
  Open open = Open::Plain;
  if (element == "g" || element == "pc") {
    // Ids are those of the pair; the letter keeps them apart from ids of halves.
    add(CodeKind::Bpt, id, "g" + std::string(id) + " " + std::to_string(codes_.size()));
    pairs_.push_back(codes_.size() - 1);
    open = Open::Pair;
  } else if (element == "x" || element == "ph") {
    add(CodeKind::Ph, id, {});
    open = Open::Native;
  } else if (element == "it") {
    add(CodeKind::It, id, {});
    open = Open::Native;
  } else if (element == "bx" || element == "bpt" || element == "sc") {
    add(CodeKind::Bpt, id, link("rid"));
    open = Open::Native;
  } else if (element == "ex" || element == "ept") {
    add(CodeKind::Ept, id, link("rid"));
    open = Open::Native;
  } else if (element == "ec") {
    add(CodeKind::Ept, link("startRef"), link("startRef"));
    open = Open::Native;
  } else if (element == "cp") {
    base::append_code_point(text_, control_of(find_attribute(attributes, "hex")));
  }
  open_.push_back(open);
  if (open == Open::Native) native_depth_ = open_.size();
}

void XliffText::end() {
  const Open left = open_.back();
  if (left == Open::Native && open_.size() == native_depth_) native_depth_ = 0;
  open_.pop_back();
  if (left != Open::Pair) return;
  const InlineCode begin = codes_[pairs_.back()];
  pairs_.pop_back();
  InlineCode& code = codes_.emplace_back();
  code.position = text_.size();
  code.kind = CodeKind::Ept;
  code.id = begin.id;
  code.pair = begin.pair;
}

void XliffText::text(std::string_view more) {
  (native_depth_ > 0 ? codes_.back().native : text_) += more;
}

void XliffText::finish(Variant& variant) {
  normalize(text_, codes_);
  variant.text = std::exchange(text_, {});
  variant.codes = std::exchange(codes_, {});
  open_.clear();
  pairs_.clear();
  numbers_.clear();
  native_depth_ = 0;
}

}  // namespace trujaman::exchange
