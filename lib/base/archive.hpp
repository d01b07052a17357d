/// @file
/// ZIP archives of other people's making, held in memory and bounded.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace trujaman::base {

/// The entries of an archive. All of them are looked at before any is unpacked: their number,
/// names, sizes and compression ratios are those of a document, or the archive is refused.
class Archive {
 public:
  /// @p bytes must outlive the archive; @p name is the file's, for errors.
  /// @throws Error{Malformed} when it is not a ZIP file, or none that a document could be;
  ///         Error{Unsupported} when it is encrypted.
  Archive(std::string_view bytes, std::string name);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] bool has(std::string_view entry) const;
  /// The entry's bytes, unpacked; nothing when there is no such entry. Names match whatever their
  /// case, as parts of OOXML do. @throws Error{Malformed} when it is damaged.
  [[nodiscard]] std::optional<std::string> read(std::string_view entry) const;

  /// The archive as a file in which the entries that @p changed names have other bytes. All else,
  /// order, times and packed bytes included, is as it was.
  [[nodiscard]] std::string with(const std::map<std::string, std::string>& changed) const;

 private:
  struct Handle;
  void check_entries();
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view entry) const;

  std::string_view bytes_;
  std::string name_;
  std::unique_ptr<Handle> handle_;
  std::unordered_map<std::string, std::uint64_t> entries_;  ///< Number of each, by its key.
};

/// A new archive of the named entries, packed, in this order; equal entries give equal bytes.
[[nodiscard]] std::string make_archive(
    const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace trujaman::base
