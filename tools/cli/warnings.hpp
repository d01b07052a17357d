/// @file
/// Warnings about the records of a file: as many as help, the rest as a number.
#pragma once

#include <cstddef>
#include <string>

#include <trujaman/error.hpp>

#include "cli/json.hpp"

namespace trujaman::cli {

/// Takes a reader's diagnostics. Prints them on standard error as they come, or keeps them for
/// JSON; a broken file of gigabytes must fill neither the screen nor the memory.
class Warnings {
 public:
  explicit Warnings(bool json) : json_(json) {}

  void add(const Diagnostic& diagnostic);
  /// Prints how many were not shown.
  void finish() const;
  [[nodiscard]] std::size_t size() const noexcept { return count_; }
  /// [{"file","line","reason"}, …]
  [[nodiscard]] const Json& json() const noexcept { return kept_; }

 private:
  bool json_;
  std::size_t count_ = 0;
  std::string source_;  ///< Of the last one.
  Json kept_ = Json::array();
};

}  // namespace trujaman::cli
