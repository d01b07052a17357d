#include "exchange/tmx/tmx_segment.hpp"

#include <algorithm>
#include <utility>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "exchange/tmx/tmx_code.hpp"
#include "exchange/tmx/tmx_format.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::exchange {
namespace {

/// begin or end, as the DTD has it; empty for anything else.
std::string position_of(std::string_view value) {
  std::string lower(base::trim(value));
  for (char& c : lower) c = base::ascii_lower(c);
  return lower == "begin" || lower == "end" ? lower : std::string();
}

void append_start_tag(std::string& xml, std::string_view element, XmlAttributes attributes) {
  xml.append("<").append(element);
  for (const XmlAttribute& a : attributes) {
    if (has_attribute(element, a.name)) append_xml_attribute(xml, a.name, a.value);
  }
  xml += '>';
}

}  // namespace

void SegmentBuilder::start(std::string_view element, XmlAttributes attributes) {
  if (code_depth_ > 0) return start_in_code(element, attributes);
  const auto kind = kind_of(element);
  if (!kind) {
    warn_(message("{1} is no code of TMX; its text was kept", tag(element)));
    open_.emplace_back(parent());
    known_.push_back(false);
    return;
  }
  start_code(*kind, attributes);
  open_.emplace_back(element);
  known_.push_back(true);
  if (*kind == CodeKind::HiBegin) {
    highlights_.push_back(codes_.size() - 1);
  } else {
    code_depth_ = open_.size();
  }
}

void SegmentBuilder::start_code(CodeKind kind, XmlAttributes attributes) {
  InlineCode& c = codes_.emplace_back();
  c.position = text_.size();
  c.kind = kind;
  std::string& number = numbers_.emplace_back();
  std::string place;
  for (const XmlAttribute& a : attributes) {
    if (a.name == "i") {
      number = a.value;
    } else if (a.name == "x") {
      c.id = a.value;
    } else if (a.name == "type" && kind != CodeKind::Ut) {
      c.type = a.value;
    } else if (a.name == "pos" && kind == CodeKind::It) {
      place = position_of(a.value);
    } else if (a.name == "assoc" && kind == CodeKind::Ph) {
      set_code_attribute(c, a.name, a.value);
    } else {
      warn_(message("{1} has an attribute that TMX does not know; it was left out",
                    tag(element_of(kind))));
    }
  }
  if (kind == CodeKind::It) {
    if (place.empty())
      warn_(message("<it> does not say whether it begins or ends; taken as begin"));
    set_code_attribute(c, "pos", place.empty() ? "begin" : place);
  }
  if (kind == CodeKind::HiBegin) c.pair = ++highlight_count_;
}

void SegmentBuilder::start_in_code(std::string_view element, XmlAttributes attributes) {
  const bool known = may_contain(parent(), element);
  if (!known) {
    warn_(message("{1} may not stand in {2}; its text was kept", tag(element), tag(parent())));
    open_.emplace_back(parent());
  } else {
    if (!code().fragment) {
      code().fragment = true;
      append_xml_text(code().native, std::exchange(code().native, {}));
    }
    append_start_tag(code().native, element, attributes);
    open_.emplace_back(element);
  }
  known_.push_back(known);
}

void SegmentBuilder::end() {
  const std::string element = std::move(open_.back());
  const bool known = known_.back();
  open_.pop_back();
  known_.pop_back();
  if (!known) return;
  if (code_depth_ == 0) {  // only <hi> holds text of the segment
    InlineCode end = codes_[highlights_.back()];
    highlights_.pop_back();
    end.kind = CodeKind::HiEnd;
    end.position = text_.size();
    codes_.push_back(std::move(end));
    numbers_.emplace_back();
  } else if (open_.size() >= code_depth_) {
    code().native.append("</").append(element).append(">");
  } else {
    code_depth_ = 0;
  }
}

void SegmentBuilder::text(std::string_view more) {
  if (code_depth_ == 0) {
    text_ += more;
  } else if (code().fragment) {
    append_xml_text(code().native, more);
  } else {
    code().native += more;
  }
}

void SegmentBuilder::finish(Variant& variant) {
  if (!pair_codes(codes_, numbers_)) {
    warn_(message("<bpt> and <ept> do not pair up; they were kept as they are"));
  }
  normalize(text_, codes_);
  variant.text = std::move(text_);
  variant.codes = std::move(codes_);
  clear();
}

void SegmentBuilder::clear() {
  text_.clear();
  codes_.clear();
  numbers_.clear();
  open_.clear();
  known_.clear();
  highlights_.clear();
  code_depth_ = 0;
  highlight_count_ = 0;
}

void normalize(std::string& text, InlineCodes& codes) {
  if (base::is_plainly_nfc(text)) return;
  std::string out;
  std::size_t begin = 0;
  for (InlineCode& c : codes) {
    std::size_t end = std::max(c.position, begin);
    while (end < text.size()) {
      std::size_t next = end;
      if (base::starts_nfc_segment(base::next_code_point(text, next))) break;
      end = next;
    }
    out += base::to_nfc(std::string_view(text).substr(begin, end - begin));
    begin = end;
    c.position = out.size();
  }
  out += base::to_nfc(std::string_view(text).substr(begin));
  text = std::move(out);
}

}  // namespace trujaman::exchange
