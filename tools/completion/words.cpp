#include "completion/completion.hpp"

namespace trujaman::cli {

std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string function_name(std::string_view path) {
  std::string name = "_trujaman";
  if (!path.empty()) name += '_';
  for (const char c : path) name += c == ' ' || c == '-' ? '_' : c;
  return name;
}

std::string joined(std::span<const std::string> words, std::string_view separator) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

}  // namespace trujaman::cli
