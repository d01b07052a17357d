#include "cli/texts.hpp"

#include <iostream>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "cli/signals.hpp"
#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace {

/// Length of the well-formed sequence at the start of @p s; 0 when there is none.
std::size_t sequence_length(std::string_view s) noexcept {
  const auto byte = [s](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first < 0xC2   ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || s.size() < length) return 0;
  // Second bytes that would make overlong forms, surrogates or code points past U+10FFFF.
  const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

void check(const std::string& text, const Location& where) {
  if (!is_utf8(text)) {
    throw Error(Errc::Malformed,
                message("the text is not UTF-8; convert it first (iconv -t UTF-8)"), where);
  }
}

void for_each_line(const std::function<void(const std::string&)>& visit) {
  std::string line;
  for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
    stop_if_interrupted();
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    check(line, {.source = "-", .line = number});
    visit(line);
    flush_output();
  }
  stop_if_interrupted();
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

void for_each_text(const std::vector<std::string>& arguments,
                   const std::function<void(const std::string& text)>& visit) {
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      for_each_line(visit);
      continue;
    }
    stop_if_interrupted();
    check(argument, {});
    visit(argument);
    flush_output();
  }
}

}  // namespace trujaman::cli
