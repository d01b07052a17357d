/// @file
/// What stands on a page and is not of the text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "read/pdf/page.hpp"

namespace trujaman::read {

/// A line taken off a page.
struct RunningLine {
  std::size_t page = 0;  ///< One-based.
  std::string text;
};

/// Takes running headers and footers and page numbers out of @p pages: lines at a page's edge that
/// another page has at the same place, or that say that they are a page's number. Takes out text
/// that runs upwards or downwards, too. Returns them in the order of pages.
[[nodiscard]] std::vector<RunningLine> take_running_lines(std::vector<Page>& pages);

}  // namespace trujaman::read
