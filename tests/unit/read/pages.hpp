/// @file
/// Pages as pdftotext -bbox-layout writes them, made from a few words for tests.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "read/pdf/pdf_reader.hpp"

namespace pages {

using trujaman::Block;
using trujaman::read::Reading;

/// One line on a page. Places are in points; type is as high as its size says, a letter half as
/// wide as high, a blank a third.
struct Line {
  double left = 0;
  double top = 0;
  std::string text;  ///< Words parted by a blank. "^3" is a raised and small 3.
  double size = 12;
  double blank = 4;  ///< Between words.
};
using Page = std::vector<Line>;

inline std::string escape(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  }
  return out;
}

inline double width(const std::string& word, double size) {
  double letters = 0;
  for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return letters * size / 2;
}

inline void write_line(std::ostream& out, const Line& line) {
  out << "<flow><block><line>";
  std::istringstream words(line.text);
  double left = line.left;
  for (std::string word; words >> word;) {
    double size = line.size;
    if (word.size() > 1 && word.front() == '^') {
      word.erase(0, 1);
      size *= 0.58;
      left -= line.blank;  // right behind the word before
    }
    const double right = left + width(word, size);
    out << "<word xMin=\"" << left << "\" yMin=\"" << line.top << "\" xMax=\"" << right
        << "\" yMax=\"" << line.top + size << "\">" << escape(word) << "</word>\n";
    left = right + line.blank;
  }
  out << "</line></block></flow>\n";
}

/// What pdftotext would write of @p all, pages of 600 × 800 points.
inline std::string xhtml(const std::vector<Page>& all) {
  std::ostringstream out;
  out << "<html><head><title>A & B</title></head><body><doc>\n";
  for (const Page& page : all) {
    out << "<page width=\"600\" height=\"800\">\n";
    for (const Line& line : page) write_line(out, line);
    out << "</page>\n";
  }
  out << "</doc></body></html>\n";
  return out.str();
}

inline Reading read(const std::vector<Page>& all) {
  return trujaman::read::read_pages(trujaman::read::parse_pages(xhtml(all), "a.pdf"), "a.pdf");
}

inline std::vector<std::string> texts(const std::vector<Block>& blocks) {
  std::vector<std::string> out;
  for (const Block& block : blocks) out.push_back(block.text);
  return out;
}

/// Lines of running text, one below the other from @p top on.
inline void add(Page& page, double left, double top, const std::vector<std::string>& lines,
                double size = 12, double distance = 14) {
  for (const std::string& line : lines) {
    page.push_back({left, top, line, size});
    top += distance;
  }
}

}  // namespace pages
