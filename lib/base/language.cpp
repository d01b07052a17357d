#include <algorithm>
#include <string>

#include <trujaman/error.hpp>
#include <trujaman/language.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"

namespace trujaman::inline v0 {
namespace {

using base::ascii_lower;
using base::ascii_upper;
using base::is_ascii_alnum;
using base::is_ascii_alpha;

/// RFC 5646 §2.1.1: lower case but for two-letter subtags (regions, upper case) and four-letter
/// ones (scripts, title case) that neither begin the tag nor follow a singleton.
void set_recommended_case(std::string& subtag, bool first, bool after_singleton) {
  for (char& c : subtag) c = ascii_lower(c);
  if (first || after_singleton) return;
  const bool letters = std::all_of(subtag.begin(), subtag.end(), is_ascii_alpha);
  if (subtag.size() == 2 && letters) {
    for (char& c : subtag) c = ascii_upper(c);
  } else if (subtag.size() == 4 && letters) {
    subtag[0] = ascii_upper(subtag[0]);
  }
}

}  // namespace

LanguageTag::LanguageTag(std::string_view tag) {
  const auto fail = [&] {
    throw Error(Errc::InvalidArgument,
                message("\"{1}\" is not a language tag; use one like es, en or fr-CA", tag));
  };
  std::string result;
  bool after_singleton = false;
  std::size_t begin = 0;
  while (begin <= tag.size()) {
    const std::size_t end = std::min(tag.find_first_of("-_", begin), tag.size());
    std::string subtag(tag.substr(begin, end - begin));
    const bool first = begin == 0;
    if (subtag.empty() || subtag.size() > 8 ||
        !std::all_of(subtag.begin(), subtag.end(), is_ascii_alnum)) {
      fail();
    }
    const bool singleton = subtag.size() == 1;
    if (first && (!std::all_of(subtag.begin(), subtag.end(), is_ascii_alpha) ||
                  (singleton && ascii_lower(subtag[0]) != 'x' && ascii_lower(subtag[0]) != 'i'))) {
      fail();
    }
    set_recommended_case(subtag, first, after_singleton);
    after_singleton = after_singleton || singleton;
    if (!first) result += '-';
    result += subtag;
    begin = end + 1;
  }
  tag_ = std::move(result);
}

std::string_view LanguageTag::primary() const noexcept {
  return std::string_view(tag_).substr(0, tag_.find('-'));
}

bool LanguageTag::matches(const LanguageTag& range) const noexcept {
  return tag_.starts_with(range.tag_) &&
         (tag_.size() == range.tag_.size() || tag_[range.tag_.size()] == '-');
}

}  // namespace trujaman::inline v0
