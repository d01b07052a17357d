/// @file
/// Regular expressions on UTF-8, by ICU, with a limit on time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::base {

/// A compiled pattern. Immutable; one thread at a time.
class Regex {
 public:
  /// @throws Error{InvalidArgument} that says where @p pattern (UTF-8) is not well-formed.
  explicit Regex(const std::string& pattern, bool ignore_case = false);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// The first match in @p text (valid UTF-8). @throws Error{InvalidArgument} when it takes more
  /// than some tenths of a second or too much stack: patterns can be made to take for ever.
  [[nodiscard]] std::optional<TextSpan> search(std::string_view text) const;
  /// All matches that are not empty, in order, without overlaps. @throws as search does.
  [[nodiscard]] std::vector<TextSpan> find_all(std::string_view text) const;

 private:
  [[nodiscard]] std::vector<TextSpan> find(std::string_view text, std::size_t limit) const;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trujaman::base
