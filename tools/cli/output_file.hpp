/// @file
/// Output files that are there whole or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>

namespace trujaman::cli {

/// A file that is written beside its place and renamed into it by publish(); destroyed before
/// that, it leaves no trace. "-" stands for standard output; that, devices and pipes are written
/// to directly. A symbolic link keeps pointing where it did, a replaced file keeps its permissions.
class OutputFile {
 public:
  /// @throws Error{Io} when the file cannot be made.
  explicit OutputFile(const std::filesystem::path& path);
  ~OutputFile();
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;

  [[nodiscard]] std::ostream& stream() noexcept;
  /// Gives the file's descriptors back until the next resume(), so that thousands of files can be
  /// written in turn. stream() stays the same. @throws Error{Io}.
  void suspend();
  /// Nothing may be written between suspend() and this. @throws Error{Io}.
  void resume();
  /// Writes everything out to the disk; nothing may be added after that. @throws Error{Io}.
  void close();
  /// Puts the closed file in its place. @throws Error{Io}.
  void publish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trujaman::cli
