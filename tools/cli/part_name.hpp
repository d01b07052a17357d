/// @file
/// File names made of what stands in files.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace trujaman::cli {

/// A name for a file, made of any text: nothing in it leads to another folder, hides it, or is
/// refused by some file system; at most 100 bytes, never empty.
[[nodiscard]] std::string safe_file_name(std::string_view text);

/// Names of which no two are equal where case does not count.
class UniqueNames {
 public:
  /// @p name, with a number behind it where it is taken.
  [[nodiscard]] std::string take(const std::string& name);

 private:
  std::set<std::string> taken_;
};

}  // namespace trujaman::cli
