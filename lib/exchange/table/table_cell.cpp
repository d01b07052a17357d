#include "exchange/table/table_cell.hpp"

#include <algorithm>

namespace trujaman::exchange {

void append_tsv_field(std::string& row, std::string_view text) {
  constexpr std::string_view kEscaped = "\t\n\r\\";
  for (const char c : text) {
    const std::size_t i = kEscaped.find(c);
    if (i == std::string_view::npos) {
      row += c;
    } else {
      row.append("\\").append(1, "tnr\\"[i]);
    }
  }
}

void append_csv_field(std::string& row, std::string_view text) {
  const bool quoted = text.find_first_of(",;\"\r\n") != std::string_view::npos ||
                      text.starts_with(' ') || text.ends_with(' ');
  if (!quoted) {
    row += text;
    return;
  }
  row += '"';
  for (const char c : text) row.append(c == '"' ? 2 : 1, c);
  row += '"';
}

bool looks_like_formula(std::string_view text) noexcept {
  const std::size_t first = text.find_first_not_of('\'');
  constexpr std::string_view kBeginnings = "=+-@\t\r";
  return first != std::string_view::npos && kBeginnings.find(text[first]) != std::string_view::npos;
}

std::string_view without_guard(std::string_view cell) noexcept {
  return cell.starts_with('\'') && looks_like_formula(cell) ? cell.substr(1) : cell;
}

}  // namespace trujaman::exchange
