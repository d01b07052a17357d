#include "read/html/nesting.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "read/html/tree.hpp"

namespace trujaman::read {
namespace {

/// Elements that have no content, or that the next of their kind ends.
constexpr std::array<std::string_view, 32> kShallow{
    "area", "base",  "br",   "col",    "dd",       "dt",  "embed",    "hr",
    "img",  "input", "li",   "link",   "meta",     "p",   "param",    "source",
    "td",   "th",    "tr",   "track",  "tbody",    "wbr", "thead",    "tfoot",
    "body", "head",  "html", "option", "optgroup", "rp",  "colgroup", "rt"};
/// Those that stay open until their end tag. What is left open of others, fonts for the most part,
/// is closed with the paragraph round it.
constexpr std::array<std::string_view, 22> kDeep{
    "address",  "article", "aside",  "blockquote", "center",   "details", "div", "dl",
    "fieldset", "figure",  "footer", "form",       "header",   "main",    "nav", "ol",
    "section",  "svg",     "table",  "ul",         "template", "math"};
/// Their content is text, whatever it looks like.
constexpr std::array<std::string_view, 8> kRaw{"script", "style",  "textarea", "title",
                                               "xmp",    "iframe", "noembed",  "noframes"};
constexpr int kMostUnclosed = 10 * kDeepestElement;
/// A parser compares each attribute of a tag with those before it …
constexpr int kMostAttributes = 1000;
/// … and looks through all open elements at each character: bytes times elements, some ten seconds.
constexpr std::size_t kMostWork = 10'000'000'000;

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Nesting {
 public:
  Nesting(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  void check() {
    while ((at_ = text_.find('<', at_)) != std::string_view::npos) {
      const std::string_view rest = text_.substr(at_);
      if (rest.starts_with("<!--")) {
        skip_behind("-->", at_ + 2);
      } else if (rest.size() > 1 && base::is_ascii_alpha(rest[1])) {
        start_tag();
      } else if (rest.size() > 2 && rest[1] == '/' && base::is_ascii_alpha(rest[2])) {
        at_ += 2;
        end_tag(take_name());
      } else {
        ++at_;
      }
    }
    if (most_open_ * text_.size() > kMostWork) {
      refuse(message("leaves {1} elements open in a page this large", most_open_), 0);
    }
  }

 private:
  struct Open {
    bool deep = false;
    int count = 0;
  };

  void start_tag() {
    const std::size_t begin = at_++;
    const std::string tag = take_name();
    if (skip_attributes() > kMostAttributes) {
      refuse(message("has a tag of more than {1} attributes", kMostAttributes), begin);
    }
    if (is_in(kShallow, tag)) return;
    if (is_in(kRaw, tag)) return skip_raw(tag);
    Open& open = open_[tag];
    open.deep = is_in(kDeep, tag);
    ++open.count;
    int& depth = open.deep ? deep_ : other_;
    ++depth;
    most_open_ = std::max(most_open_, static_cast<std::size_t>(deep_ + other_));
    if (depth <= (open.deep ? kDeepestElement : kMostUnclosed)) return;
    refuse(message("has elements in each other more than {1} deep", kDeepestElement), begin);
  }

  [[noreturn]] void refuse(const std::string& what, std::size_t offset) const {
    const auto line = std::ranges::count(text_.substr(0, offset), '\n');
    throw Error(Errc::Malformed, message("{1}; repair it with a program that checks HTML", what),
                {name_, static_cast<std::size_t>(line) + 1, offset});
  }

  void end_tag(const std::string& tag) {
    const auto found = open_.find(tag);
    if (found == open_.end() || found->second.count == 0) return;
    --found->second.count;
    --(found->second.deep ? deep_ : other_);
  }

  std::string take_name() {
    std::string out;
    constexpr std::size_t kLongest = 16;  // of the names that are known here
    for (; at_ < text_.size() && text_[at_] != '>' && text_[at_] != '/' &&
           !base::is_ascii_space(text_[at_]);
         ++at_) {
      if (out.size() < kLongest) out += base::ascii_lower(text_[at_]);
    }
    return out;
  }

  /// Gives their number. Quotation marks that hold a value may hold a ">", too.
  int skip_attributes() {
    int count = 0;
    bool blank = true;
    bool value = false;
    for (; at_ < text_.size() && text_[at_] != '>'; ++at_) {
      const char c = text_[at_];
      if (value && (c == '"' || c == '\'')) {
        at_ = std::min(text_.find(c, at_ + 1), text_.size() - 1);
      }
      const bool was_blank = std::exchange(blank, base::is_ascii_space(c) || c == '/');
      if (was_blank && !blank && c != '=') ++count;
      if (!base::is_ascii_space(c)) value = c == '=';
    }
    return count;
  }

  void skip_raw(const std::string& tag) {
    for (; at_ < text_.size(); ++at_) {
      if (!text_.substr(at_).starts_with("</")) continue;
      const std::string_view name = text_.substr(at_ + 2, tag.size());
      if (std::ranges::equal(name, tag, {}, base::ascii_lower)) return;
    }
  }

  void skip_behind(std::string_view end, std::size_t from) {
    const std::size_t found = text_.find(end, from);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  std::map<std::string, Open, std::less<>> open_;
  int deep_ = 0;
  int other_ = 0;
  std::size_t most_open_ = 0;
};

}  // namespace

void refuse_deep_nesting(std::string_view text, const std::string& name) {
  Nesting(text, name).check();
}

}  // namespace trujaman::read
