#include "exchange/xml/plain_xml.hpp"

#include <algorithm>
#include <cstring>

#include "base/unicode.hpp"
#include "exchange/xml/xml_scan.hpp"

namespace trujaman::exchange {
namespace {

/// More attributes are left to a parser: whether a name comes twice is found by comparing all.
constexpr std::size_t kMostAttributes = 24;

}  // namespace

PlainXml::PlainXml(XmlEvents& events, std::string_view root, bool standalone)
    : events_(&events), standalone_(standalone), open_(root), begins_{0} {}

std::size_t PlainXml::take(std::string_view xml) {
  begin_ = cursor_ = xml.data();
  end_ = begin_ + xml.size();
  odd_ = false;
  bool taken = true;
  while (taken && cursor_ != end_) {
    at_ = static_cast<std::size_t>(cursor_ - begin_);
    switch (*cursor_) {
      case '<':
        taken = take_markup();
        break;
      case '&':
        taken = take_reference();
        break;
      case '\r':
        taken = take_line_end();
        break;
      default:
        taken = take_text();
        break;
    }
  }
  return static_cast<std::size_t>(cursor_ - begin_);
}

std::string PlainXml::open_tags() const {
  std::string out;
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    const std::size_t end = i + 1 < begins_.size() ? begins_[i + 1] : open_.size();
    out.append("<").append(open_, begins_[i], end - begins_[i]).append(">");
  }
  return out;
}

bool PlainXml::stop_odd() noexcept {
  odd_ = true;
  return false;
}

bool PlainXml::take_text() {
  bool cut = false;
  const char* last = cursor_;
  for (;;) {
    last = skip_wide(last, end_, kText, cut);
    // "]]>" may not stand in text.
    if (last == end_ || *last != ']') break;
    const std::string_view rest(last, static_cast<std::size_t>(end_ - last));
    cut = std::string_view("]]>").starts_with(rest);
    if (cut || rest.starts_with("]]>")) break;
    ++last;
  }
  if (last == cursor_) return stop(cut);
  const std::string_view text(cursor_, static_cast<std::size_t>(last - cursor_));
  cursor_ = last;
  events_->text(text);
  return true;
}

bool PlainXml::take_line_end() {
  if (end_ - cursor_ < 2) return false;
  cursor_ += cursor_[1] == '\n' ? 2 : 1;
  events_->text("\n");
  return true;
}

bool PlainXml::take_reference() {
  bool cut = false;
  std::size_t size = 0;
  const char32_t character = read_reference(cursor_, end_, size, cut);
  if (character == 0) return cut ? false : take_entity();
  cursor_ += size;
  values_.clear();
  base::append_code_point(values_, character);
  events_->text(values_);
  return true;
}

/// Nothing is declared where content is plain.
bool PlainXml::take_entity() {
  const char* const name = cursor_ + 1;
  const char* const last = skip(name, end_, kName);
  if (last == end_) return false;
  if (standalone_ || last == name || !is(*name, kNameStart) || *last != ';') return stop_odd();
  cursor_ = last + 1;
  events_->undeclared_entity(std::string_view(name, static_cast<std::size_t>(last - name)));
  return true;
}

bool PlainXml::take_markup() {
  if (end_ - cursor_ < 3) return false;
  if (cursor_[1] == '/') return take_end_tag();
  if (cursor_[1] == '?') return take_instruction();
  if (cursor_[1] == '!') return cursor_[2] == '-' ? take_comment() : take_cdata();
  return is(cursor_[1], kNameStart) ? take_start_tag() : stop_odd();
}

bool PlainXml::take_comment() {
  constexpr std::string_view kBegin = "<!--";
  const std::string_view rest(cursor_, static_cast<std::size_t>(end_ - cursor_));
  if (!rest.starts_with(kBegin)) return stop(kBegin.starts_with(rest));
  const std::size_t last = rest.find("--", kBegin.size());  // only at its end
  if (last == std::string_view::npos || last + 2 == rest.size()) return false;
  const std::string_view content = rest.substr(kBegin.size(), last - kBegin.size());
  if (rest[last + 2] != '>' || !is_well_formed(content)) return stop_odd();
  cursor_ += last + 3;
  return true;
}

bool PlainXml::take_cdata() {
  constexpr std::string_view kBegin = "<![CDATA[";
  const std::string_view rest(cursor_, static_cast<std::size_t>(end_ - cursor_));
  if (!rest.starts_with(kBegin)) return stop(kBegin.starts_with(rest));
  const std::size_t last = rest.find("]]>", kBegin.size());
  if (last == std::string_view::npos) return false;
  const std::string_view content = rest.substr(kBegin.size(), last - kBegin.size());
  if (!is_well_formed(content)) return stop_odd();
  cursor_ += last + 3;
  tell_of(content);
  return true;
}

bool PlainXml::take_instruction() {
  const std::string_view rest(cursor_, static_cast<std::size_t>(end_ - cursor_));
  const std::size_t last = rest.find("?>", 2);
  if (last == std::string_view::npos) return false;
  const std::string_view content = rest.substr(2, last - 2);
  const auto* const name_end = skip(content.data(), content.data() + content.size(), kName);
  const auto name_size = static_cast<std::size_t>(name_end - content.data());
  const std::string_view behind = content.substr(name_size);
  // The name "xml", in any case, is not for instructions.
  if (name_size < 4 || !is(content.front(), kNameStart) || !is_well_formed(content) ||
      (!behind.empty() && !is(behind.front(), kSpace))) {
    return stop_odd();
  }
  cursor_ += last + 2;
  return true;
}

void PlainXml::tell_of(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\r'), text.size());
    if (end != 0) events_->text(text.substr(0, end));
    text.remove_prefix(end);
    if (text.empty()) return;
    events_->text("\n");
    text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
  }
}

bool PlainXml::take_end_tag() {
  const char* const name = cursor_ + 2;
  const std::size_t begin = begins_.back();
  const std::size_t size = open_.size() - begin;
  if (begins_.size() == 1) return stop_odd();  // behind the root other rules hold
  if (static_cast<std::size_t>(end_ - name) <= size) return false;
  if (std::memcmp(name, open_.data() + begin, size) != 0) return stop_odd();
  const char* const last = skip(name + size, end_, kSpace);
  if (last == end_) return false;
  if (*last != '>') return stop_odd();
  cursor_ = last + 1;
  events_->end(std::string_view(name, size));
  open_.resize(begin);
  begins_.pop_back();
  return true;
}

bool PlainXml::take_start_tag() {
  const char* const begin = cursor_;
  const char* const name = cursor_ + 1;
  cursor_ = skip(name, end_, kName);
  const std::string_view element(name, static_cast<std::size_t>(cursor_ - name));
  bool empty = false;
  if (!take_attributes(empty)) {
    cursor_ = begin;
    return false;
  }
  resolve_values();
  events_->start(element, attributes_);
  if (empty) {
    at_ = static_cast<std::size_t>(cursor_ - begin_);
    events_->end(element);
  } else {
    begins_.push_back(open_.size());
    open_.append(element);
  }
  return true;
}

bool PlainXml::take_attributes(bool& empty) {
  attributes_.clear();
  references_.clear();
  for (;;) {
    const char* const space = cursor_;
    cursor_ = skip(cursor_, end_, kSpace);
    if (end_ - cursor_ < 2) return end_ != cursor_ && *cursor_ == '>' ? (++cursor_, true) : false;
    if (*cursor_ == '>') return ++cursor_, true;
    empty = cursor_[0] == '/' && cursor_[1] == '>';
    if (empty) return cursor_ += 2, true;
    if (space == cursor_ || !is(*cursor_, kNameStart) || attributes_.size() == kMostAttributes) {
      return stop_odd();
    }
    const char* const name = cursor_;
    cursor_ = skip(cursor_, end_, kName);
    XmlAttribute attribute{{name, static_cast<std::size_t>(cursor_ - name)}, {}};
    if (find_attribute(attributes_, attribute.name).data() != nullptr) return stop_odd();
    cursor_ = skip(cursor_, end_, kSpace);
    if (cursor_ == end_) return false;
    if (*cursor_ != '=') return stop_odd();
    cursor_ = skip(cursor_ + 1, end_, kSpace);
    if (!take_value(attribute)) return false;
    attributes_.push_back(attribute);
  }
}

bool PlainXml::take_value(XmlAttribute& attribute) {
  if (cursor_ == end_) return false;
  const char quote = *cursor_;
  if (quote != '"' && quote != '\'') return stop_odd();
  const char* at = cursor_ + 1;
  bool references = false;
  for (;;) {
    bool cut = false;
    at = skip_wide(at, end_, kValue, cut);
    if (at == end_ || cut) return false;
    if (*at == quote) break;
    if (*at == '&') {
      std::size_t size = 0;
      if (read_reference(at, end_, size, cut) == 0) return stop(cut);
      references = true;
      at += size;
    } else if (*at == '"' || *at == '\'') {
      ++at;
    } else {
      return stop_odd();
    }
  }
  if (references) references_.push_back(attributes_.size());
  attribute.value = {cursor_ + 1, static_cast<std::size_t>(at - cursor_ - 1)};
  cursor_ = at + 1;
  return true;
}

void PlainXml::resolve_values() {
  if (references_.empty()) return;
  std::size_t size = 0;
  for (const std::size_t i : references_) size += attributes_[i].value.size();
  values_.clear();
  values_.reserve(size);  // what a reference means is never longer, so that the views hold
  for (const std::size_t i : references_) {
    std::string_view raw = attributes_[i].value;
    const std::size_t begin = values_.size();
    while (!raw.empty()) {
      const std::size_t plain = std::min(raw.find('&'), raw.size());
      values_.append(raw.substr(0, plain));
      raw.remove_prefix(plain);
      if (raw.empty()) break;
      bool cut = false;
      std::size_t length = 0;
      base::append_code_point(values_,
                              read_reference(raw.data(), raw.data() + raw.size(), length, cut));
      raw.remove_prefix(length);
    }
    attributes_[i].value = std::string_view(values_).substr(begin);
  }
}

}  // namespace trujaman::exchange
