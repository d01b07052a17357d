#include "exchange/xliff/xliff_text.hpp"

#include <charconv>
#include <utility>

#include "base/inline_code.hpp"
#include "base/unicode.hpp"
#include "exchange/tmx/tmx_code.hpp"
#include "exchange/tmx/tmx_segment.hpp"
#include "exchange/xliff/xliff_codes.hpp"

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

/// What TMX calls the type of a code: `ctype` of 1.x, `type` and `subType` of 2.x.
std::string type_of(XmlAttributes attributes) {
  const std::string_view subtype = find_attribute(attributes, "subType");
  if (subtype == "xlf:b") return "bold";
  if (subtype == "xlf:i") return "italic";
  if (subtype == "xlf:u") return "underlined";
  if (subtype.starts_with(kOwnSubtype)) return std::string(subtype.substr(kOwnSubtype.size()));
  std::string_view type = find_attribute(attributes, "ctype");
  if (type.empty()) type = find_attribute(attributes, "type");
  if (type.starts_with("x-")) type.remove_prefix(2);
  return type == "fmt" ? std::string() : std::string(type);
}

/// What stands for the code in plain text, and on a screen: `equiv-text` of 1.x, `equiv` and `disp`
/// of 2.x, where @p half is "Start" or "End" for those of a `<pc>`.
void take_stand_ins(InlineCode& code, XmlAttributes attributes, std::string_view half = {}) {
  std::string_view equivalent = find_attribute(attributes, "equiv" + std::string(half));
  if (equivalent.empty() && half != "End") equivalent = find_attribute(attributes, "equiv-text");
  if (!equivalent.empty()) set_code_attribute(code, kEquivalent, equivalent);
  const std::string_view shown = find_attribute(attributes, "disp" + std::string(half));
  if (!shown.empty()) set_code_attribute(code, kShown, shown);
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
  const bool isolated = find_attribute(attributes, "isolated") == "yes";
  Open open = Open::Native;
  if (element == "g" || element == "pc") {
    // Ids are those of the pair; the letter keeps them apart from ids of halves.
    InlineCode& code =
        add(CodeKind::Bpt, id, "g" + std::string(id) + " " + std::to_string(codes_.size()));
    code.type = type_of(attributes);
    code.native = data(attributes, "dataRefStart");
    take_stand_ins(code, attributes, "Start");
    OpenPair& pair = pairs_.emplace_back();
    pair.begin = codes_.size() - 1;
    pair.end.native = data(attributes, "dataRefEnd");
    take_stand_ins(pair.end, attributes, "End");
    open = Open::Pair;
  } else if (element == "x" || element == "ph") {
    add(CodeKind::Ph, id, {}).type = type_of(attributes);
  } else if (element == "it" || ((element == "sc" || element == "ec") && isolated)) {
    InlineCode& code = add(CodeKind::It, id, {});
    const bool ends = element == "ec" || find_attribute(attributes, "pos") == "close";
    set_code_attribute(code, "pos", ends ? "end" : "begin");
    code.type = type_of(attributes);
  } else if (element == "bx" || element == "bpt" || element == "sc") {
    add(CodeKind::Bpt, id, element == "sc" ? id : link("rid")).type = type_of(attributes);
  } else if (element == "ex" || element == "ept") {
    end_pair(add(CodeKind::Ept, id, link("rid")));
  } else if (element == "ec") {
    end_pair(add(CodeKind::Ept, link("startRef"), link("startRef")));
  } else {
    open = element == "mrk" || element == "sm" ? start_mark(attributes) : Open::Plain;
    if (element == "cp") {
      base::append_code_point(text_, control_of(find_attribute(attributes, "hex")));
    }
  }
  if (open == Open::Native) {
    codes_.back().native = data(attributes, "dataRef");
    take_stand_ins(codes_.back(), attributes);
    native_depth_ = open_.size() + 1;
  }
  open_.push_back(open);
}

XliffText::Open XliffText::start_mark(XmlAttributes attributes) {
  const std::string_view comment = find_attribute(attributes, "type") == "comment"
                                       ? find_attribute(attributes, "value")
                                       : find_attribute(attributes, "comment");
  if (!comment.empty()) comments_.emplace_back(comment);
  if (find_attribute(attributes, "mtype") != "seg" || in_segment_) return Open::Plain;
  in_segment_ = true;
  segments_.push_back({std::string(find_attribute(attributes, "mid")),
                       {text_.size(), 0},
                       {codes_.size(), 0},
                       {comments_.size(), 0}});
  return Open::Segment;
}

/// The end of a pair is of its beginning's type.
void XliffText::end_pair(InlineCode& end) const {
  for (const InlineCode& code : codes_) {
    if (code.kind == CodeKind::Bpt && code.pair == end.pair) end.type = code.type;
  }
}

std::string XliffText::data(XmlAttributes attributes, std::string_view reference) const {
  if (data_ == nullptr) return {};
  const auto found = data_->find(std::string(find_attribute(attributes, reference)));
  return found == data_->end() ? std::string() : found->second;
}

void XliffText::end() {
  const Open left = open_.back();
  if (left == Open::Native && open_.size() == native_depth_) native_depth_ = 0;
  open_.pop_back();
  if (left == Open::Segment) {
    in_segment_ = false;
    segments_.back().text[1] = text_.size();
    segments_.back().codes[1] = codes_.size();
    segments_.back().comments[1] = comments_.size();
  }
  if (left != Open::Pair) return;
  const InlineCode& begin = codes_[pairs_.back().begin];
  InlineCode code = std::move(pairs_.back().end);
  code.position = text_.size();
  code.kind = CodeKind::Ept;
  code.id = begin.id;
  code.type = begin.type;
  code.pair = begin.pair;
  pairs_.pop_back();
  codes_.push_back(std::move(code));
}

void XliffText::text(std::string_view more) {
  (native_depth_ > 0 ? codes_.back().native : text_) += more;
}

/// What stands in @p range; halves of pairs that go beyond it stand alone.
XliffSegment XliffText::cut(const Range& range) const {
  const auto part = [](const auto& all, const std::size_t(&ends)[2]) {
    return std::vector(all.begin() + static_cast<std::ptrdiff_t>(ends[0]),
                       all.begin() + static_cast<std::ptrdiff_t>(ends[1]));
  };
  XliffSegment out{range.mid, text_.substr(range.text[0], range.text[1] - range.text[0]),
                   part(codes_, range.codes), part(comments_, range.comments)};
  for (InlineCode& code : out.codes) code.position -= range.text[0];
  out.codes = base::with_isolated_halves(std::move(out.codes));
  normalize(out.text, out.codes);
  return out;
}

bool XliffText::has_text_between() const {
  std::size_t at = 0;
  const auto blank = [&](std::size_t end) {
    return base::trim(std::string_view(text_).substr(at, end - at)).empty();
  };
  for (const Range& segment : segments_) {
    if (!blank(segment.text[0])) return true;
    at = segment.text[1];
  }
  return !blank(text_.size());
}

XliffContent XliffText::finish() {
  XliffContent out;
  for (const Range& segment : segments_) out.segments.push_back(cut(segment));
  out.text_between = has_text_between();
  // A half without its other half stands alone, whether the file says so or not.
  codes_ = base::with_isolated_halves(std::move(codes_));
  normalize(text_, codes_);
  out.whole.text = std::move(text_);
  out.whole.codes = std::move(codes_);
  out.whole.comments = std::move(comments_);
  clear();
  return out;
}

void XliffText::clear() {
  text_.clear();
  codes_.clear();
  comments_.clear();
  segments_.clear();
  open_.clear();
  pairs_.clear();
  numbers_.clear();
  native_depth_ = 0;
  in_segment_ = false;
}

}  // namespace trujaman::exchange
