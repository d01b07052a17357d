#include "read/plain_match.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace trujaman::read {
namespace {

/// How a sign of emphasis may be written.
bool is_emphasis(std::string_view type) {
  return type == "bold" || type == "italic" || type == "strikethrough";
}

class Matcher {
 public:
  Matcher(const Block& block, TextSpan span, std::string_view text, PlainUse use)
      : block_(&block), span_(span), text_(text), use_(use) {}

  /// The place when the part's text stands at @p at.
  std::optional<PlainPlace> match(std::size_t at) {
    at_ = at;
    place_ = {};
    auto code = std::ranges::lower_bound(block_->codes, span_.begin, {}, &InlineCode::position);
    std::size_t before = 0;  // signs before the text that belong to it
    for (; code != block_->codes.end() && code->position == span_.begin; ++code) {
      if (!belongs(*code)) continue;
      before += code->native.size();
      signs_.push_back(&*code);
    }
    if (!match_before(at, before)) return std::nullopt;
    place_.span.begin = at - before;
    for (std::size_t i = span_.begin; i < span_.end; ++i) {
      for (; code != block_->codes.end() && code->position == i; ++code) {
        if (!match_code(*code)) return std::nullopt;
      }
      if (!match_character(block_->text[i])) return std::nullopt;
    }
    for (; code != block_->codes.end() && code->position == span_.end; ++code) {
      if (belongs(*code) && !match_code(*code)) return std::nullopt;
    }
    place_.span.end = at_;
    return place_;
  }

  /// Whether no pair of signs is opened in the part and closed outside, or the other way round,
  /// that must stay whole.
  [[nodiscard]] bool is_balanced() const {
    return std::ranges::none_of(block_->codes, [this](const InlineCode& code) {
      return code.pair != 0 && inside(code) && !within(*partner(code)) &&
             (use_ != PlainUse::Mark || code.type == "code");
    });
  }

  /// How many characters have been compared.
  [[nodiscard]] std::size_t work() const noexcept { return work_; }

 private:
  /// Between two characters of the part.
  [[nodiscard]] bool inside(const InlineCode& code) const {
    return code.position > span_.begin && code.position < span_.end;
  }
  [[nodiscard]] bool within(const InlineCode& code) const {
    return code.position >= span_.begin && code.position <= span_.end;
  }
  /// The other half of a pair; the code itself where there is none.
  [[nodiscard]] const InlineCode* partner(const InlineCode& code) const {
    const auto it = std::ranges::find_if(block_->codes, [&code](const InlineCode& c) {
      return c.pair == code.pair && c.kind != code.kind;
    });
    return it == block_->codes.end() ? &code : &*it;
  }
  /// Signs at the edges belong to the part when their other half is inside; a pair round the whole
  /// stays where it is, but for program code, in which no mark would be one.
  [[nodiscard]] bool belongs(const InlineCode& code) const {
    if (code.pair == 0) return false;
    return inside(*partner(code)) ||
           (use_ == PlainUse::Mark && code.type == "code" && within(*partner(code)));
  }

  /// Whether @p size bytes before @p at are the signs that belong there.
  bool match_before(std::size_t at, std::size_t size) {
    if (size > at) return false;
    at_ = at - size;
    const bool all =
        std::ranges::all_of(signs_, [this](const InlineCode* c) { return match_code(*c); });
    signs_.clear();
    return all && at_ == at;
  }

  bool match_code(const InlineCode& code) {
    if (code.type == "fnote") {
      const std::size_t end = text_.find(']', at_);
      if (text_.substr(at_, 2) != "[^" || end == std::string_view::npos) return false;
      place_.notes.push_back(text_.substr(at_, end + 1 - at_));
      at_ = end + 1;
      return true;
    }
    if (code.type == "link" && use_ != PlainUse::Replace) return match_link(code);
    if (code.type == "image" && use_ == PlainUse::Mark) return match_link(code);
    if (use_ != PlainUse::Mark && !is_emphasis(code.type)) return false;
    for (std::size_t i = 0; i < code.native.size(); ++i, ++at_) {
      const char sign = at_ < text_.size() ? text_[at_] : '\0';
      if (sign != code.native[i] && !(sign == '_' && code.native[i] == '*')) return false;
    }
    return true;
  }

  /// "[" or "](address "title")", whatever the address: the translation has one of its own, or a
  /// mark round it takes none away, nor from "][reference]" or "]".
  bool match_link(const InlineCode& code) {
    if (code.kind == CodeKind::Bpt) return match_sign(code.native);
    if (match_sign("](")) return pass("()\n", ')');
    if (use_ != PlainUse::Mark) return false;
    return match_sign("][") ? pass("[]\n", ']') : match_sign("]");
  }

  bool match_sign(std::string_view sign) {
    if (text_.substr(at_, sign.size()) != sign) return false;
    at_ += sign.size();
    return true;
  }

  /// Goes behind the first of @p ends, which is to be @p wanted.
  bool pass(std::string_view ends, char wanted) {
    const std::size_t end = text_.find_first_of(ends, at_);
    if (end == std::string_view::npos || text_[end] != wanted) return false;
    at_ = end + 1;
    return true;
  }

  bool match_character(char c) {
    ++work_;
    if (at_ >= text_.size()) return false;
    if (c == ' ') return match_blank();
    if (text_[at_] == '\\' && text_[at_] != c) ++at_;  // an escaped sign of Markdown
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  /// Any white space; a line end with the signs that quotes repeat on the next line.
  bool match_blank() {
    const std::size_t begin = at_;
    bool line_begins = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      line_begins = line_begins || c == '\n';
      if (!base::is_ascii_space(c) && !(line_begins && c == '>')) break;
    }
    return at_ > begin;
  }

  const Block* block_;
  TextSpan span_;
  std::string_view text_;
  PlainUse use_;
  std::size_t at_ = 0;
  std::size_t work_ = 0;
  std::vector<const InlineCode*> signs_;
  PlainPlace place_;
};

}  // namespace

std::optional<PlainPlace> find_plain(const Block& block, TextSpan span, std::string_view text,
                                     std::size_t from, std::size_t to, PlainUse use) {
  // Text that repeats itself would be compared over and over.
  constexpr std::size_t kMostWork = 2'000'000;
  Matcher matcher(block, span, text, use);
  if (span.size() == 0 || !matcher.is_balanced()) return std::nullopt;
  const char first = block.text[span.begin];
  for (std::size_t at = text.find(first, from); at < to && matcher.work() < kMostWork;
       at = text.find(first, at + 1)) {
    if (std::optional<PlainPlace> place = matcher.match(at)) return place;
  }
  return std::nullopt;
}

}  // namespace trujaman::read
