#include "cli/part_name.hpp"

#include <algorithm>

namespace trujaman::cli {
namespace {

constexpr std::size_t longest = 100;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string text) {
  for (char& c : text) c = lower(c);
  return text;
}

/// Names that Windows keeps for devices, with any ending: con, com1, …
bool is_device(const std::string& name) {
  const std::string stem = lower(name.substr(0, name.find('.')));
  const bool numbered = stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
  const std::string word = numbered ? stem.substr(0, 3) : stem;
  constexpr std::string_view alone[] = {"con", "prn", "aux", "nul"};
  constexpr std::string_view with_number[] = {"com", "lpt"};
  return numbered ? std::ranges::find(with_number, word) != std::ranges::end(with_number)
                  : std::ranges::find(alone, word) != std::ranges::end(alone);
}

}  // namespace

std::string safe_file_name(std::string_view text) {
  constexpr std::string_view refused = "/\\:*?\"<>|";
  std::string out;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    out += control || refused.find(c) != std::string_view::npos ? '_' : c;
  }
  if (out.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    out.resize(end);
  }
  while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.pop_back();
  if (out.empty() || out.front() == '.' || out.front() == '-' || out.front() == ' ')
    out = "_" + out;
  return is_device(out) ? "_" + out : out;
}

std::string UniqueNames::take(const std::string& name) {
  std::string out = name;
  for (std::size_t n = 2; !taken_.insert(lower(out)).second; ++n) {
    out = name + "-" + std::to_string(n);
  }
  return out;
}

}  // namespace trujaman::cli
