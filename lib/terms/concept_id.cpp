#include "terms/concept_id.hpp"

#include "base/unicode.hpp"

namespace trujaman::terms {
namespace {

std::string slug(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::string out;
  for (const char c : base::fold(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
    if (out.size() >= kLongest) break;
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() || (out[0] >= '0' && out[0] <= '9') ? "c" + out : out;
}

}  // namespace

std::string unused_id(const ConceptEntry& entry,
                      const std::function<bool(std::string_view id)>& is_taken) {
  std::string id = entry.id;
  if (id.empty()) id = slug(entry.terms.empty() ? "" : entry.terms[0].text);
  std::string candidate = id;
  for (std::size_t n = 2; is_taken(candidate); ++n) candidate = id + "-" + std::to_string(n);
  return candidate;
}

}  // namespace trujaman::terms
