#include "read/pdf/passage.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/unicode.hpp"
#include "read/line_shape.hpp"

namespace trujaman::read {
namespace {

/// Sizes and distances are counted in steps of half a point.
constexpr double kStep = 0.5;
/// Type that differs by less than this share is one size (fonts differ in their heights).
constexpr double kSameSize = 0.12;
/// Lines farther apart than this many usual distances are of two paragraphs.
constexpr double kFarther = 1.22;
/// Where a size is too rare to tell: distance between lines, in sizes.
constexpr double kUsualDistance = 1.15;
/// … and how much more it may be, against the text's.
constexpr double kLooser = 1.1;
// In sizes:
constexpr double kIndent = 0.5;  ///< A first line's indent is at least this wide …
constexpr double kDeepest = 6;   ///< … and at most this.
constexpr double kBlank = 0.25;  ///< A blank.
constexpr double kSlack = 0.4;   ///< How exactly a right edge is known.
/// A line in the middle of a sentence could end early before so many words that must not be parted
/// ("10" "%", "p." "5").
constexpr std::size_t kTogether = 3;

long steps(double value) {
  return std::lround(value / kStep);
}

/// What a line looks like to its neighbours.
struct Shape {
  const Fragment* line = nullptr;
  LineText content;
  std::size_t marker = 0;

  [[nodiscard]] const Box& box() const { return line->box; }
  [[nodiscard]] double size() const { return line->size; }
  /// Width of its first @p n words.
  [[nodiscard]] double width(std::size_t n) const {
    const std::size_t last = std::min(n, line->words.size()) - 1;
    return line->words[last].box.right - line->box.left;
  }
};

bool same_size(double a, double b) {
  return std::abs(a - b) <= kSameSize * std::max(a, b);
}

/// Whether what stands at the end of @p text may end a paragraph.
bool may_end(std::string_view text) {
  return !is_open_ended(text);
}

/// Whether line @p a ends before the right @p edge although @p b would have gone on in it.
bool ends_early(const Shape& a, const Shape& b, double edge, double body) {
  if (ends_hyphenated(a.content.text)) return false;
  const bool whole = may_end(a.content.text) || !begins_lower(b.content.text);
  const double needed = b.width(whole ? 1 : kTogether) + (kBlank + kSlack) * a.size();
  // Titles are broken where their sense is.
  if (a.size() > (1 + kSameSize) * body && !may_end(a.content.text)) return false;
  return edge - a.box().right > needed;
}

bool centred(const Shape& a, const Shape& b) {
  const double shift = (a.box().left + a.box().right) - (b.box().left + b.box().right);
  return std::abs(shift) < 0.15 * a.size() && std::abs(a.box().left - b.box().left) > kStep;
}

/// What the lines of a column have in common.
struct Column {
  double body = 0;    ///< Size of most of the document's type.
  double indent = 0;  ///< Where the first lines of its paragraphs begin; 0 without indents.

  Column(const std::vector<Shape>& shapes, double body_size) : body(body_size) {
    constexpr std::ptrdiff_t kFewest = 2;
    std::map<long, std::ptrdiff_t> indents;
    for (std::size_t i = 1; i < shapes.size(); ++i) {
      const double step = shapes[i - 1].box().left - shapes[i].box().left;
      const double size = shapes[i].size();
      if (shapes[i - 1].marker == 0 && step >= kIndent * size && step <= kDeepest * size) {
        ++indents[steps(shapes[i - 1].box().left)];
      }
    }
    const auto most =
        std::max_element(indents.begin(), indents.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most != indents.end() && most->second >= kFewest) {
      indent = static_cast<double>(most->first) * kStep;
    }
  }

  [[nodiscard]] bool begins_at_indent(const Shape& line) const {
    return indent > 0 && std::abs(line.box().left - indent) < 2 * kStep;
  }
};

/// A paragraph as it grows, and what its next line must look like.
class Growing {
 public:
  Growing(const Shape& first, const Column& column, double edge)
      : column_(column), first_left_(first.box().left), edge_(edge), marked_(first.marker > 0) {}

  /// Whether @p next, right below @p last, begins another one.
  [[nodiscard]] bool ends_before(const Shape& last, const Shape& next) const {
    if (next.marker > 0 && begins_item(last, next)) return true;
    if (ends_early(last, next, edge_, column_.body)) return true;
    if (centred(last, next)) return false;
    // Two paragraphs of one line, each with an indent.
    if (lines_ == 1 && column_.begins_at_indent(last) && column_.begins_at_indent(next))
      return true;
    const double shift = next.box().left - (lines_ == 1 ? first_left_ : left_);
    const double least = kIndent * next.size();
    if (std::abs(shift) < least) return false;
    if (lines_ > 1) return shift < 0 ? -shift > least : shift < kDeepest * next.size();
    // The second line of a paragraph whose first is indented, or of an item.
    if (shift < 0) return -shift > kDeepest * next.size();
    return !marked_ && may_end(last.content.text);
  }

  void restart(const Shape& first) {
    first_left_ = first.box().left;
    marked_ = first.marker > 0;
    lines_ = 1;
  }

  void grow(const Shape& line) {
    if (++lines_ == 2) left_ = line.box().left;
  }

  [[nodiscard]] bool indented() const {
    return lines_ > 1 && !marked_ && first_left_ - left_ > kIndent;
  }

 private:
  [[nodiscard]] bool begins_item(const Shape& last, const Shape& next) const {
    // A dash may be one of the sentence.
    const std::string_view sign = std::string_view(next.content.text).substr(0, next.marker);
    const bool bullet = sign.starts_with("•") || sign.starts_with("▪") || sign.starts_with("◦") ||
                        sign.starts_with("‣") || sign.starts_with("·");
    const bool moved = lines_ > 1 && std::abs(next.box().left - left_) > kIndent * next.size();
    return bullet || moved || marked_ || may_end(last.content.text) ||
           ends_early(last, next, edge_, column_.body);
  }

  const Column& column_;
  double first_left_;
  double edge_;
  bool marked_;
  double left_ = 0;
  std::size_t lines_ = 1;
};

std::vector<Shape> shapes_of(const Fragments& lines) {
  std::vector<Shape> out;
  for (const Fragment& line : lines) {
    Shape shape{&line, line_text(line.words), 0};
    if (shape.content.text.empty()) continue;
    shape.marker = marker_length(shape.content.text);
    out.push_back(std::move(shape));
  }
  return out;
}

Passage begin_passage(const Shape& shape, std::size_t page) {
  Passage p;
  p.page = page;
  p.size = shape.size();
  p.left = shape.box().left;
  p.first_word = shape.width(1);
  p.content = shape.content;
  if (shape.marker > 0) {
    p.marker = std::string(base::trim(std::string_view(p.content.text).substr(0, shape.marker)));
    p.content.text.erase(0, shape.marker);
    for (LineText::Mark& mark : p.content.marks)
      mark.position -= std::min(mark.position, shape.marker);
  }
  return p;
}

/// The right edge of the lines set in about @p size.
double right_edge(const std::vector<Shape>& shapes, double size) {
  double edge = 0;
  for (const Shape& s : shapes) {
    if (same_size(s.size(), size)) edge = std::max(edge, s.box().right);
  }
  return edge;
}

}  // namespace

void Passage::add_repair(Repair repair) {
  if (std::find(repairs.begin(), repairs.end(), repair) != repairs.end()) return;
  repairs.push_back(repair);
  std::sort(repairs.begin(), repairs.end());
}

void Passage::append(const LineText& more, const Hyphenation& hyphenation, Repair repair) {
  add_repair(repair);
  if (hyphenation.join(content.text, more.text)) add_repair(Repair::Dehyphenated);
  const std::size_t begin = content.text.size() - more.text.size();
  for (LineText::Mark& mark : content.marks) mark.position = std::min(mark.position, begin);
  for (const LineText::Mark& mark : more.marks) {
    content.marks.push_back({begin + mark.position, mark.sign});
  }
}

void Layout::measure(const Region& region) {
  const Fragment* above = nullptr;
  for (const Fragment& line : region.lines) {
    for (const Word& word : line.words) letters_[steps(line.size)] += word.text.size();
    if (above != nullptr && !region.table && same_size(above->size, line.size)) {
      const double distance = line.box.bottom - above->box.bottom;
      if (distance > 0.5 * line.size && distance < 2.5 * line.size) {
        ++distances_[steps(line.size)][steps(distance)];
      }
    }
    above = &line;
  }
}

double Layout::body_size() const {
  const auto most =
      std::max_element(letters_.begin(), letters_.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters_.end() ? 0 : static_cast<double>(most->first) * kStep;
}

double Layout::usual_distance(double size) const {
  std::map<long, std::size_t> counts;
  for (long s = steps(size) - 1; s <= steps(size) + 1; ++s) {
    const auto found = distances_.find(s);
    if (found == distances_.end()) continue;
    for (const auto& [distance, count] : found->second) counts[distance] += count;
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  constexpr std::size_t kFewest = 3;
  if (most == counts.end() || most->second < kFewest) return 0;
  return static_cast<double>(most->first) * kStep;
}

double Layout::line_distance(double size) const {
  const double body = body_size();
  const double body_distance = usual_distance(body);
  // What is usual between headings, or between the lines of a table, are gaps.
  const double scaled = body_distance > 0 ? body_distance / body * size : kUsualDistance * size;
  const double own = usual_distance(size);
  return own > 0 ? std::min(own, scaled * kLooser) : scaled;
}

std::vector<Passage> make_passages(const Region& region, std::size_t page, const Layout& layout,
                                   const Hyphenation& hyphenation) {
  const std::vector<Shape> shapes = shapes_of(region.lines);
  const Column column(shapes, layout.body_size());
  const auto parted = [&](const Shape& a, const Shape& b) {
    const double usual = std::max(layout.line_distance(a.size()), layout.line_distance(b.size()));
    return b.box().bottom - a.box().bottom > kFarther * usual + kStep;
  };
  std::vector<Passage> out;
  for (std::size_t begin = 0; begin < shapes.size();) {
    // Lines with nothing but line breaks between them.
    std::size_t end = begin + 1;
    double edge = shapes[begin].box().right;
    while (end < shapes.size() && !parted(shapes[end - 1], shapes[end]) &&
           same_size(shapes[end - 1].size(), shapes[end].size())) {
      edge = std::max(edge, shapes[end].box().right);
      ++end;
    }
    Growing growing(shapes[begin], column, edge);
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && !growing.ends_before(shapes[i - 1], shapes[i])) {
        out.back().append(shapes[i].content, hyphenation, Repair::LinesJoined);
        ++out.back().lines;
        growing.grow(shapes[i]);
        out.back().indented = growing.indented();
      } else {
        growing.restart(shapes[i]);
        out.push_back(begin_passage(shapes[i], page));
        out.back().apart = i == 0 || parted(shapes[i - 1], shapes[i]);
      }
      out.back().room = right_edge(shapes, shapes[i].size()) - shapes[i].box().right;
    }
    begin = end;
  }
  if (!out.empty()) {
    out.front().begins_column = true;
    out.back().ends_column = true;
  }
  return out;
}

Passage make_passage(const Fragments& lines, std::size_t page, const Hyphenation& hyphenation) {
  Passage out;
  bool first = true;
  for (const Shape& shape : shapes_of(lines)) {
    if (std::exchange(first, false)) {
      out = begin_passage(shape, page);
    } else {
      out.append(shape.content, hyphenation, Repair::LinesJoined);
      ++out.lines;
    }
  }
  return out;
}

}  // namespace trujaman::read
