/// The words that two texts do not share: a longest common subsequence of tokens.
#include <algorithm>
#include <cstdint>

#include <trujaman/unit_diff.hpp>

#include "base/token.hpp"

namespace trujaman::inline v0 {
namespace {

/// Cells of the table at the most: 2 bytes each.
constexpr std::size_t kMostCells = std::size_t{16} << 20;

struct Words {
  std::string_view text;
  std::vector<base::Token> tokens;

  explicit Words(std::string_view t) : text(t), tokens(base::tokenize(t)) {}
  [[nodiscard]] std::size_t size() const noexcept { return tokens.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return text.substr(tokens[i].span.begin, tokens[i].span.size());
  }
};

/// Which tokens of two texts have no partner.
struct Unmatched {
  std::vector<bool> before;
  std::vector<bool> after;
};

/// Of tokens [begin, a_end) and [begin, b_end), what has no partner.
void compare(const Words& a, const Words& b, std::size_t begin, std::size_t a_end,
             std::size_t b_end, Unmatched& out) {
  const std::size_t rows = a_end - begin;
  const std::size_t columns = b_end - begin;
  if ((rows + 1) * (columns + 1) > kMostCells || std::min(rows, columns) > UINT16_MAX) return;
  // length[i][j]: of the longest common subsequence of what stands from i and from j on
  std::vector<std::uint16_t> length((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& {
    return length[i * (columns + 1) + j];
  };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      at(i, j) = a[begin + i] == b[begin + j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                              : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (a[begin + i] == b[begin + j]) {
      out.before[begin + i++] = false;
      out.after[begin + j++] = false;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
}

std::vector<TextSpan> spans_of(const Words& words, const std::vector<bool>& unmatched) {
  std::vector<TextSpan> out;
  for (std::size_t i = 0; i < unmatched.size(); ++i) {
    if (!unmatched[i]) continue;
    if (i > 0 && unmatched[i - 1]) {
      out.back().end = words.tokens[i].span.end;
    } else {
      out.push_back(words.tokens[i].span);
    }
  }
  return out;
}

}  // namespace

TextDifference compare_words(std::string_view before, std::string_view after) {
  const Words a(before);
  const Words b(after);
  Unmatched unmatched{std::vector<bool>(a.size(), true), std::vector<bool>(b.size(), true)};
  std::size_t begin = 0;
  std::size_t a_end = a.size();
  std::size_t b_end = b.size();
  for (; begin < std::min(a_end, b_end) && a[begin] == b[begin]; ++begin) {
    unmatched.before[begin] = unmatched.after[begin] = false;
  }
  for (; a_end > begin && b_end > begin && a[a_end - 1] == b[b_end - 1]; --a_end, --b_end) {
    unmatched.before[a_end - 1] = unmatched.after[b_end - 1] = false;
  }
  compare(a, b, begin, a_end, b_end, unmatched);
  return {spans_of(a, unmatched.before), spans_of(b, unmatched.after)};
}

}  // namespace trujaman::inline v0
