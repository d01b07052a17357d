#include "read/html/block_flow.hpp"

#include <utility>

#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

/// Without soft hyphens, zero-width spaces and marks of byte order: places where a line may break
/// are no text.
std::string without_invisible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    if (c != U'\u00AD' && c != U'\u200B' && c != U'\uFEFF') out += text.substr(begin, i - begin);
  }
  return out;
}

}  // namespace

void BlockFlow::begin(const Location& where) {
  if (builder_) return;
  builder_.emplace();
  block_ = {};
  block_.where = where;
  block_.kind = context.kind;
  block_.level = context.level;
  has_text_ = false;
  only_images_ = true;
  for (Inline& element : inline_) element.pair = builder_->open(element.type, element.opening);
}

void BlockFlow::settle_breaks() {
  const int breaks = std::exchange(breaks_, 0);
  if (breaks == 0 || !builder_) return;
  if (breaks > 1) return end_block();
  builder_->placeholder("lb", break_);
  builder_->text(" ");
}

void BlockFlow::text(std::string_view more, const Location& where) {
  const std::string seen = without_invisible(more);
  if (base::trim(seen).empty()) {
    if (builder_ && breaks_ == 0) builder_->text(seen);
    return;
  }
  settle_breaks();
  begin(where);
  builder_->text(seen);
  has_text_ = true;
  only_images_ = false;
}

void BlockFlow::image(std::string_view alternative, std::string_view opening,
                      std::string_view closing, const Location& where) {
  settle_breaks();
  begin(where);
  const int pair = builder_->open("image", opening);
  builder_->text(without_invisible(alternative));
  builder_->close(pair, "image", closing);
  has_text_ = true;
}

void BlockFlow::placeholder(std::string_view type, std::string_view native, const Location& where) {
  settle_breaks();
  begin(where);
  builder_->placeholder(type, native);
}

void BlockFlow::open(std::string type, std::string opening, std::string closing) {
  Inline element{std::move(type), std::move(opening), std::move(closing)};
  if (builder_ && breaks_ < 2) {
    settle_breaks();
    element.pair = builder_->open(element.type, element.opening);
  }
  inline_.push_back(std::move(element));
}

void BlockFlow::close() {
  const Inline element = std::move(inline_.back());
  inline_.pop_back();
  if (builder_ && element.pair != 0) builder_->close(element.pair, element.type, element.closing);
}

void BlockFlow::line_break(std::string_view native) {
  ++breaks_;
  break_ = native;
}

void BlockFlow::rule() {
  end_block();
  after_rule_ = true;
}

void BlockFlow::end_block() {
  breaks_ = 0;
  if (!builder_) return;
  for (auto element = inline_.rbegin(); element != inline_.rend(); ++element) {
    if (element->pair != 0) builder_->close(element->pair, element->type, element->closing);
    element->pair = 0;
  }
  std::move(*builder_).finish(block_);
  builder_.reset();
  if (block_.text.empty()) return;
  if (only_images_ && block_.kind != BlockKind::Heading) block_.kind = BlockKind::Caption;
  if (block_.kind == BlockKind::Caption) block_.level = 0;
  block_.marker = std::exchange(marker, {});
  block_.after_rule = std::exchange(after_rule_, false);
  blocks.push_back(std::move(block_));
}

}  // namespace trujaman::read
