/// Anchors from a pattern: headings, article numbers, separator lines.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/message.hpp>

#include "base/regex.hpp"
#include "base/token.hpp"

namespace trujaman::inline v0 {
namespace {

/// A segment in which the pattern was found, and the numbers in the match.
struct Mark {
  std::size_t segment = 0;
  std::string numbers;
};

std::string numbers_of(std::string_view match) {
  std::string out;
  for (const base::Token& token : base::tokenize(match)) {
    if (token.kind != base::TokenKind::Number) continue;
    out += base::number_value(match.substr(token.span.begin, token.span.size())) + ' ';
  }
  return out;
}

std::vector<Mark> marks_of(const SegmentedDocument& document, const base::Regex& pattern) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const std::string_view text = document.text(i);
    const std::optional<TextSpan> match = pattern.search(text);
    if (match) marks.push_back({i, numbers_of(text.substr(match->begin, match->size()))});
  }
  return marks;
}

/// The longest sequence of marks that both sides have in the same order. O(n · m).
std::vector<AnchorPair> common_marks(const std::vector<Mark>& a, const std::vector<Mark>& b) {
  const std::size_t width = b.size() + 1;
  // longest[i · width + j]: marks common to a from i on and b from j on.
  std::vector<std::uint32_t> longest((a.size() + 1) * width);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i * width + j] = a[i].numbers == b[j].numbers ? longest[(i + 1) * width + j + 1] + 1
                                                            : std::max(longest[(i + 1) * width + j],
                                                                       longest[i * width + j + 1]);
    }
  }
  std::vector<AnchorPair> pairs;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].numbers == b[j].numbers) {
      pairs.push_back({a[i++].segment, b[j++].segment});
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return pairs;
}

}  // namespace

std::vector<AnchorPair> find_anchors(const SegmentedDocument& source,
                                     const SegmentedDocument& target, const std::string& pattern) {
  constexpr std::size_t kMaxMarks = 5000;  // a side; beyond it the pattern marks ordinary text
  const base::Regex regex(pattern);
  const std::vector<Mark> a = marks_of(source, regex);
  const std::vector<Mark> b = marks_of(target, regex);
  if (a.size() > kMaxMarks || b.size() > kMaxMarks) {
    throw Error(Errc::InvalidArgument,
                message("'{1}' is found in more than {2} segments", pattern, kMaxMarks));
  }
  const auto has_numbers = [](const Mark& mark) { return !mark.numbers.empty(); };
  const bool numbered =
      std::any_of(a.begin(), a.end(), has_numbers) || std::any_of(b.begin(), b.end(), has_numbers);
  // Marks without numbers all look alike: which is missing cannot be told.
  if (!numbered && a.size() != b.size()) return {};
  return common_marks(a, b);
}

}  // namespace trujaman::inline v0
