#include "check/report.hpp"

#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::check {
namespace {

constexpr std::size_t kLongestQuote = 80;

}  // namespace

std::string quoted(std::string_view words) {
  std::size_t end = words.size();
  bool cut = false;
  if (end > kLongestQuote) {
    end = 0;
    while (end < kLongestQuote) (void)base::next_code_point(words, end);
    cut = true;
  }
  std::string out = std::string(words.substr(0, end)) + (cut ? "…" : "");
  // A message is one line.
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return message("“{1}”", out);
}

std::string quoted(const std::vector<FindingPlace>& places) {
  std::string out;
  for (const FindingPlace& p : places) out += (out.empty() ? "" : ", ") + quoted(p.words);
  return out;
}

}  // namespace trujaman::check
