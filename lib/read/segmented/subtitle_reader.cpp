/// Subtitles (SubRip, WebVTT): a cue is a segment.
#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/block_builder.hpp"
#include "read/reader.hpp"
#include "read/text/line.hpp"

namespace trujaman::read {
namespace {

/// "00:01:02,500", "1:02.500": digits, colons, and a comma or point before the thousandths.
bool is_time(std::string_view text) {
  text = base::trim(text);
  const auto is_part = [](char c) {
    return base::is_ascii_digit(c) || c == ':' || c == ',' || c == '.';
  };
  return !text.empty() && base::is_ascii_digit(text.front()) &&
         std::ranges::all_of(text, is_part) && text.find(':') != std::string_view::npos;
}

/// The line that says when a cue is shown; what follows the times says where.
bool is_timing(std::string_view line) {
  constexpr std::string_view kArrow = "-->";
  const std::size_t arrow = line.find(kArrow);
  if (arrow == std::string_view::npos || !is_time(line.substr(0, arrow))) return false;
  const std::string_view end = base::trim(line.substr(arrow + kArrow.size()));
  return is_time(end.substr(0, end.find_first_of(" \t")));
}

/// Takes a cue's text and the markup in it: <i>, </i>, <font …>, <v Ana>, {\an8}.
class CueBuilder {
 public:
  void line(std::string_view text) {
    while (!text.empty()) {
      const std::size_t begin = text.find_first_of("<{");
      builder_.text(text.substr(0, begin));
      if (begin == std::string_view::npos) break;
      text.remove_prefix(begin);
      const std::size_t length = markup_length(text);
      if (length == 0) {
        builder_.text(text.substr(0, 1));
        text.remove_prefix(1);
      } else {
        markup(text.substr(0, length));
        text.remove_prefix(length);
      }
    }
    builder_.text(" ");
  }

  void finish(Block& block) && {
    while (!open_.empty()) close("");
    std::move(builder_).finish(block);
  }

 private:
  struct Open {
    std::string name;
    int pair;
  };

  static std::size_t markup_length(std::string_view text) {
    const bool braces = text.front() == '{';
    if (text.size() < 2) return 0;
    const char next = text[1];
    if (braces ? next != '\\' : next != '/' && !base::is_ascii_alnum(next)) return 0;
    const std::size_t end = text.find(braces ? '}' : '>');
    return end == std::string_view::npos ? 0 : end + 1;
  }

  static std::string type_of(std::string_view name) {
    if (name == "b") return "bold";
    if (name == "i") return "italic";
    if (name == "u") return "underlined";
    return std::string(name);
  }

  void markup(std::string_view tag) {
    const bool closing = tag.starts_with("</");
    const std::size_t start = closing ? 2 : 1;
    const std::string_view name =
        tag.substr(start, std::min(tag.find_first_of(" .>\t", start), tag.size()) - start);
    if (tag.front() == '{' || base::is_ascii_digit(name.empty() ? '0' : name.front())) {
      return builder_.placeholder("style", tag);
    }
    if (!closing) {
      open_.push_back({std::string(name), builder_.open(type_of(name), tag)});
      return;
    }
    const auto is_named = [&](const Open& o) { return o.name == name; };
    if (std::ranges::none_of(open_, is_named)) return builder_.placeholder(name, tag);
    while (open_.back().name != name) close("");
    close(tag);
  }

  void close(std::string_view tag) {
    const Open last = std::move(open_.back());
    open_.pop_back();
    builder_.close(last.pair, type_of(last.name), tag);
  }

  BlockBuilder builder_;
  std::vector<Open> open_;
};

}  // namespace

Reading read_subtitles(const Input& input) {
  const std::vector<Line> lines = split_lines(input.content);
  Reading out;
  bool any = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_timing(lines[i].text)) continue;
    any = true;
    Block block;
    CueBuilder builder;
    // A cue ends at a blank line; where that is missing, before the next one's number and times.
    for (++i; i < lines.size() && !lines[i].blank(); ++i) {
      if (i + 1 < lines.size() && is_timing(lines[i + 1].text)) break;
      if (block.where.line == 0) block.where = {input.name, lines[i].number, lines[i].offset};
      builder.line(lines[i].text);
    }
    std::move(builder).finish(block);
    if (!block.text.empty()) out.blocks.push_back(std::move(block));
  }
  if (!any) {
    throw Error(Errc::Malformed,
                message("has no line with the times of a cue; is it a file of subtitles?"),
                {input.name});
  }
  out.segmented = true;
  return out;
}

}  // namespace trujaman::read
