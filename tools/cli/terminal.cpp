#include "cli/terminal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include <unistd.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "cli/signals.hpp"

namespace trujaman::cli {
namespace {

void check_output() {
  if (output_is_gone()) stop_if_interrupted();
  if (!std::cout) {
    throw Error(Errc::Io,
                message("cannot be written; check that it is open and its disk is not full"),
                {.source = message("standard output")});
  }
}

}  // namespace

void print_line(std::string_view text) {
  std::string line(text);
  line += '\n';
  std::cout.write(line.data(), static_cast<std::streamsize>(line.size()));
  check_output();
}

void flush_output() {
  std::cout.flush();
  check_output();
}

bool colour_wanted() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool refused = no_color != nullptr && *no_color != '\0';
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  return !refused && !dumb && isatty(STDOUT_FILENO) == 1;
}

bool progress_wanted() {
  return isatty(STDERR_FILENO) == 1;
}

std::string mark(std::string_view text, std::span<const TextSpan> spans, bool in_colour) {
  const std::string_view before = in_colour ? "\x1b[1;31m" : "**";
  const std::string_view after = in_colour ? "\x1b[0m" : "**";
  std::string out;
  std::size_t done = 0;
  for (const TextSpan& span : spans) {
    out.append(text.substr(done, span.begin - done)).append(before);
    out.append(text.substr(span.begin, span.size())).append(after);
    done = span.end;
  }
  return out.append(text.substr(done));
}

std::string shorten(std::string_view text, std::size_t length) {
  std::size_t points = 0;
  std::size_t room_for_dots = 0;  // where to cut if more than length code points come
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts_point = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (!starts_point) continue;
    if (++points == length) room_for_dots = i;
    if (points > length) return std::string(text.substr(0, room_for_dots)) + "…";
  }
  return std::string(text);
}

std::string fixed(double value, int decimals) {
  std::array<char, 64> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                          std::chars_format::fixed, decimals);
  return error == std::errc() ? std::string(digits.data(), end) : std::to_string(value);
}

std::size_t width_of(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t taken = width_of(text);
  if (taken < width) out.append(width - taken, ' ');
  return out;
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t taken = width_of(text);
  return std::string(taken < width ? width - taken : 0, ' ').append(text);
}

}  // namespace trujaman::cli
