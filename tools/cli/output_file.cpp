#include "cli/output_file.hpp"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path, int error) {
  throw Error(
      Errc::Io,
      message("cannot be written: {1}; check the folder, its permissions and the space left",
              message(std::generic_category().message(error))),
      {.source = path.string()});
}

/// The file that @p path leads to through symbolic links, existing or not.
fs::path real_place(const fs::path& path) {
  std::error_code ignored;
  const fs::path resolved = fs::weakly_canonical(path, ignored);
  return resolved.empty() ? path : resolved;
}

}  // namespace

struct OutputFile::Impl {
  enum class Kind { StandardOutput, Direct, Beside };

  fs::path name;    // as the user gave it, for messages
  fs::path target;  // where it goes
  fs::path beside;  // where it is written
  Kind kind = Kind::Beside;
  mode_t mode = 0;  // permissions of the file that is replaced
  int fd = -1;      // of beside, for fsync
  std::ofstream file;

  explicit Impl(const fs::path& path) : name(path) {
    if (path == "-") {
      kind = Kind::StandardOutput;
      return;
    }
    struct stat info {};
    const bool exists = stat(path.c_str(), &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) fail(path, EISDIR);
    if (exists && !S_ISREG(info.st_mode)) {
      kind = Kind::Direct;
      file.open(path, std::ios::binary);
      if (!file) fail(path, errno);
      return;
    }
    target = real_place(path);
    if (exists) mode = info.st_mode & 07777U;
    make_beside();
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  ~Impl() {
    if (fd != -1) ::close(fd);
    if (!beside.empty()) ::unlink(beside.c_str());
  }

  void make_beside() {
    for (int attempt = 0; fd == -1; ++attempt) {
      beside = target.parent_path() / ("." + target.filename().string() + "." +
                                       std::to_string(getpid()) + "-" + std::to_string(attempt));
      fd = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd == -1 && (errno != EEXIST || attempt == 100)) {
        const int error = errno;
        beside.clear();
        fail(name, error);
      }
    }
    file.open(beside, std::ios::binary);
    if (!file) fail(name, errno);
  }
};

OutputFile::OutputFile(const fs::path& path) : impl_(std::make_unique<Impl>(path)) {}
OutputFile::~OutputFile() = default;
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;

std::ostream& OutputFile::stream() noexcept {
  return impl_->kind == Impl::Kind::StandardOutput ? std::cout
                                                   : static_cast<std::ostream&>(impl_->file);
}

void OutputFile::suspend() {
  if (impl_->fd == -1) return;
  errno = 0;
  impl_->file.close();
  if (!impl_->file) fail(impl_->name, errno != 0 ? errno : EIO);
  ::close(std::exchange(impl_->fd, -1));
}

void OutputFile::resume() {
  if (impl_->kind != Impl::Kind::Beside || impl_->fd != -1) return;
  impl_->fd = ::open(impl_->beside.c_str(), O_WRONLY | O_CLOEXEC);
  if (impl_->fd == -1) fail(impl_->name, errno);
  impl_->file.open(impl_->beside, std::ios::binary | std::ios::app);
  if (!impl_->file) fail(impl_->name, errno);
}

void OutputFile::close() {
  if (impl_->kind == Impl::Kind::StandardOutput) return flush_output();
  errno = 0;
  impl_->file.close();
  if (!impl_->file) fail(impl_->name, errno != 0 ? errno : EIO);
  if (impl_->fd == -1) return;
  if (impl_->mode != 0 && fchmod(impl_->fd, impl_->mode) != 0) fail(impl_->name, errno);
  // Without this, a power cut after the rename could leave an empty file in the old one's place.
  if (fsync(impl_->fd) != 0) fail(impl_->name, errno);
  ::close(std::exchange(impl_->fd, -1));
}

void OutputFile::publish() {
  if (impl_->kind != Impl::Kind::Beside) return;
  if (::rename(impl_->beside.c_str(), impl_->target.c_str()) != 0) fail(impl_->name, errno);
  impl_->beside.clear();
}

}  // namespace trujaman::cli
