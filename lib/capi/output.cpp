#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <streambuf>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <trujaman/message.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"

namespace trujaman::capi {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  throw Error(
      Errc::Io,
      message("cannot be written: {1}; check the folder, its permissions and the space left",
              message(std::generic_category().message(error))),
      {.source = path});
}

/// Gives bytes to the caller's function, in pieces of some size.
class FunctionBuffer : public std::streambuf {
 public:
  FunctionBuffer(trujaman_write_function write, void* user) : write_(write), user_(user) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }
  [[nodiscard]] bool failed() const noexcept { return failed_; }

 protected:
  int_type overflow(int_type c) override {
    if (!flush()) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(c);
      pbump(1);
    }
    return traits_type::not_eof(c);
  }
  int sync() override { return flush() ? 0 : -1; }

 private:
  bool flush() {
    const auto size = static_cast<std::size_t>(pptr() - pbase());
    if (size != 0 && !failed_) failed_ = write_(pbase(), size, user_) == 0;
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return !failed_;
  }

  trujaman_write_function write_;
  void* user_;
  bool failed_ = false;
  std::array<char, 1 << 14> bytes_{};
};

/// A file beside its place, until it is put there.
class File {
 public:
  explicit File(const std::string& path) : name_(path) {
    struct stat info {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) fail(path, EISDIR);
    if (exists && !S_ISREG(info.st_mode)) {  // a device or a pipe
      stream_.open(path, std::ios::binary);
      if (!stream_) fail(path, errno);
      return;
    }
    std::error_code ignored;
    const fs::path resolved = fs::weakly_canonical(path, ignored);
    target_ = (resolved.empty() ? fs::path(path) : resolved).string();
    make_beside();
    if (exists && ::fchmod(fd_, info.st_mode & 07777U) != 0) fail(path, errno);
    stream_.open(beside_, std::ios::binary);
    if (!stream_) fail(path, errno);
  }
  ~File() {
    if (fd_ != -1) ::close(fd_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::ostream& stream() noexcept { return stream_; }

  void finish() {
    errno = 0;
    stream_.close();
    if (!stream_) fail(name_, errno != 0 ? errno : EIO);
    if (beside_.empty()) return;
    // Without this, a power cut after the rename could leave an empty file in the old one's place.
    if (::fsync(fd_) != 0) fail(name_, errno);
    if (::rename(beside_.c_str(), target_.c_str()) != 0) fail(name_, errno);
    beside_.clear();
  }

 private:
  void make_beside() {
    for (int attempt = 0; fd_ == -1; ++attempt) {
      beside_ = target_ + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt);
      fd_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd_ == -1 && (errno != EEXIST || attempt == 1000)) {
        const int error = errno;
        beside_.clear();
        fail(name_, error);
      }
    }
  }

  std::string name_;
  std::string target_;
  std::string beside_;
  int fd_ = -1;  // for fsync
  std::ofstream stream_;
};

}  // namespace

struct Output::Impl {
  std::string name;
  std::optional<File> file;
  std::optional<FunctionBuffer> function;
  std::ostream stream{nullptr};
};

Output::Output(const trujaman_output* given) : impl_(std::make_unique<Impl>()) {
  const trujaman_output& to = need(given, "output");
  need_unused(to.reserved, "output");
  if ((to.path == nullptr) == (to.write == nullptr)) {
    throw Error(Errc::InvalidArgument, "output: set path, or write");
  }
  if (to.path != nullptr) {
    impl_->name = need_path(to.path, "output.path");
    impl_->file.emplace(impl_->name);
  } else {
    impl_->function.emplace(to.write, to.user);
    impl_->stream.rdbuf(&*impl_->function);
  }
}

Output::~Output() = default;

std::ostream& Output::stream() noexcept {
  return impl_->file ? impl_->file->stream() : impl_->stream;
}

const std::string& Output::name() const noexcept {
  return impl_->name;
}

void Output::finish() {
  if (impl_->file) return impl_->file->finish();
  impl_->stream.flush();
  if (!impl_->stream || impl_->function->failed()) {
    throw Error(Errc::Io, "cannot be written: the caller's function failed");
  }
}

}  // namespace trujaman::capi
