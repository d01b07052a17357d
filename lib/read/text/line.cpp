#include "read/text/line.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

std::size_t line_end_length(std::string_view text, std::size_t i) noexcept {
  const char c = text[i];
  if (c == '\r') return text.substr(i).starts_with("\r\n") ? 2 : 1;
  if (c == '\n' || c == '\f') return 1;
  const std::string_view rest = text.substr(i, 3);
  return rest == "\u2028" || rest == "\u2029" ? 3 : 0;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  std::size_t number = 1;
  bool page_start = false;
  for (std::size_t i = 0; i <= text.size();) {
    const std::size_t length = i < text.size() ? line_end_length(text, i) : 0;
    if (i < text.size() && length == 0) {
      ++i;
      continue;
    }
    if (i == text.size() && begin == i) break;
    // A form feed ends a page, not a line of its own.
    const bool feed = i < text.size() && text[i] == '\f';
    if (!feed || i > begin) {
      const std::string_view raw = text.substr(begin, i - begin);
      const std::string_view trimmed = base::trim(raw);
      const auto blanks =
          trimmed.empty() ? 0 : static_cast<std::size_t>(trimmed.data() - raw.data());
      lines.push_back(
          {trimmed, number, begin, page_start, base::count_code_points(raw.substr(0, blanks))});
      page_start = false;
    }
    page_start = page_start || feed;
    if (i < text.size() && (text[i] == '\n' || text[i] == '\r')) ++number;
    i += std::max<std::size_t>(length, 1);
    begin = i;
  }
  return lines;
}

}  // namespace trujaman::read
