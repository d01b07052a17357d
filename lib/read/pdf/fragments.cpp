#include "read/pdf/fragments.hpp"

#include <iterator>
#include <utility>

namespace trujaman::read {
namespace {

/// So much more white space than between lines of a paragraph ends a row (heights of type).
constexpr double kRowGap = 0.25;
/// Words of one line may overlap so much, as slanted and kerned ones do.
constexpr double kOverlap = 0.3;

}  // namespace

Box box_of(const Fragments& fragments) {
  Box box = fragments.front().box;
  for (const Fragment& f : fragments) box.cover(f.box);
  return box;
}

double size_of(const Fragments& fragments) {
  return middle_of(fragments, [](const Fragment& f) { return f.size; });
}

bool on_one_line(const Fragment& a, const Fragment& b) noexcept {
  const double shared = std::min(a.box.bottom, b.box.bottom) - std::max(a.box.top, b.box.top);
  return shared > 0.5 * std::min(a.box.height(), b.box.height());
}

void sort_down(Fragments& fragments) {
  std::stable_sort(fragments.begin(), fragments.end(), [](const Fragment& a, const Fragment& b) {
    return a.box.middle() != b.box.middle() ? a.box.middle() < b.box.middle()
                                            : a.box.left < b.box.left;
  });
}

Fragments merge_lines(Fragments fragments) {
  sort_down(fragments);
  Fragments out;
  for (Fragment& f : fragments) {
    Fragment* line = out.empty() ? nullptr : &out.back();
    const bool beside =
        line != nullptr && on_one_line(*line, f) &&
        std::none_of(line->words.begin(), line->words.end(), [&](const Word& word) {
          return std::min(word.box.right, f.box.right) - std::max(word.box.left, f.box.left) >
                 kOverlap * f.size;
        });
    if (!beside) {
      out.push_back(std::move(f));
      continue;
    }
    std::move(f.words.begin(), f.words.end(), std::back_inserter(line->words));
    std::stable_sort(line->words.begin(), line->words.end(),
                     [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
    line->box.cover(f.box);
    line->size = type_size(line->words);
  }
  return out;
}

std::vector<double> blanks_of(const std::vector<Word>& words) {
  std::vector<double> blanks;
  for (std::size_t i = 1; i < words.size(); ++i) {
    blanks.push_back(words[i].box.left - words[i - 1].box.right);
  }
  return blanks;
}

double usual_blank(std::vector<double> blanks) {
  if (blanks.size() < 3) return 0;
  const auto at = blanks.begin() + static_cast<std::ptrdiff_t>((blanks.size() - 1) / 2);
  std::nth_element(blanks.begin(), at, blanks.end());
  return *at;
}

Fragments split_at_blanks(Fragments fragments, double blank) {
  Fragments out;
  for (Fragment& f : fragments) {
    const double least = blank * f.size;
    std::vector<Word> words;
    const auto flush = [&] {
      Fragment part;
      part.box = words.front().box;
      for (const Word& word : words) part.box.cover(word.box);
      part.size = type_size(words);
      part.words = std::exchange(words, {});
      out.push_back(std::move(part));
    };
    for (Word& word : f.words) {
      const bool apart = !words.empty() && word.box.left - words.back().box.right >= least;
      if (apart) flush();
      words.push_back(std::move(word));
    }
    if (!words.empty()) flush();
  }
  return out;
}

double line_gap(Fragments lines) {
  lines = merge_lines(std::move(lines));
  std::vector<double> gaps;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    gaps.push_back(lines[i].box.top - lines[i - 1].box.bottom);
  }
  if (gaps.empty()) return 0;
  const auto at = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
  std::nth_element(gaps.begin(), at, gaps.end());
  return *at;
}

std::vector<Fragments> find_rows(Fragments fragments, double gap) {
  std::vector<Fragments> rows;
  if (fragments.empty()) return rows;
  sort_down(fragments);
  gap += kRowGap * size_of(fragments);
  double bottom = 0;
  for (Fragment& f : fragments) {
    if (rows.empty() || f.box.top - bottom > gap) {
      rows.emplace_back();
      bottom = f.box.bottom;
    }
    bottom = std::max(bottom, f.box.bottom);
    rows.back().push_back(std::move(f));
  }
  return rows;
}

}  // namespace trujaman::read
