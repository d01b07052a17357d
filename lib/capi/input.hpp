/// @file
/// The caller's input and output as streams.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include <trujaman/c/io.h>

namespace trujaman::capi {

/// An input that can be read once, from its start to its end.
class Input {
 public:
  /// @throws Error{InvalidArgument}; Error{Io} when a file cannot be opened.
  explicit Input(const trujaman_input* given);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// Throws what the caller's callback or the system makes of it: Error{Io}.
  [[nodiscard]] std::istream& stream() noexcept { return *stream_; }
  /// For messages, and by its ending for the format.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// Everything from here on, which can be gone back in, too.
  void load();
  /// The same as a text of bytes. @throws Error{Io}.
  [[nodiscard]] std::string bytes();
  /// The file, where it is one that has its own name.
  [[nodiscard]] const std::optional<std::string>& path() const noexcept { return path_; }
  /// Share of the bytes that were read, as far as that is known, in [0, 1].
  [[nodiscard]] double share();

 private:
  std::string name_;
  std::optional<std::string> path_;
  std::unique_ptr<std::streambuf> buffer_;
  std::unique_ptr<std::istream> stream_;
  std::uintmax_t size_ = 0;
};

/// An output. Nothing of a file is to be seen before finish().
class Output {
 public:
  /// @throws Error{InvalidArgument}; Error{Io} when a file cannot be made.
  explicit Output(const trujaman_output* given);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] std::ostream& stream() noexcept;
  /// The path, or "".
  [[nodiscard]] const std::string& name() const noexcept;
  /// Writes the rest, and puts the file in its place. @throws Error{Io}.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trujaman::capi
