#include "capi/input.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <streambuf>
#include <system_error>

#include <trujaman/message.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/options.hpp"

namespace trujaman::capi {
namespace fs = std::filesystem;
namespace {

/// The caller's bytes, where they are.
class BytesBuffer : public std::streambuf {
 public:
  BytesBuffer(const void* bytes, std::size_t size) {
    // A stream buffer for reading never writes to what it is given.
    char* const begin = const_cast<char*>(static_cast<const char*>(bytes));
    setg(begin, begin, begin + size);
  }

 protected:
  pos_type seekoff(off_type offset, std::ios_base::seekdir from,
                   std::ios_base::openmode /*which*/) override {
    const off_type base = from == std::ios_base::beg   ? 0
                          : from == std::ios_base::cur ? gptr() - eback()
                                                       : egptr() - eback();
    const off_type wanted = base + offset;
    if (wanted < 0 || wanted > egptr() - eback()) return pos_type(off_type(-1));
    setg(eback(), eback() + wanted, egptr());
    return pos_type(wanted);
  }
  pos_type seekpos(pos_type position, std::ios_base::openmode which) override {
    return seekoff(off_type(position), std::ios_base::beg, which);
  }
};

/// Bytes that the caller's function gives.
class FunctionBuffer : public std::streambuf {
 public:
  FunctionBuffer(trujaman_read_function read, void* user, std::string name)
      : read_(read), user_(user), name_(std::move(name)) {}

 protected:
  int_type underflow() override {
    const std::ptrdiff_t count = read_(bytes_.data(), bytes_.size(), user_);
    if (count < 0 || static_cast<std::size_t>(count) > bytes_.size()) {
      throw Error(Errc::Io, "cannot be read: the caller's function failed", {.source = name_});
    }
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_[0]);
  }

 private:
  trujaman_read_function read_;
  void* user_;
  std::string name_;
  std::array<char, 1 << 16> bytes_{};
};

std::unique_ptr<std::streambuf> open_file(const std::string& path, std::uintmax_t& size) {
  std::error_code ignored;
  // A folder can be opened as a stream, and then looks like an empty file.
  errno = fs::is_directory(path, ignored) ? EISDIR : 0;
  auto file = std::make_unique<std::filebuf>();
  if (errno != 0 || file->open(path, std::ios::in | std::ios::binary) == nullptr) {
    throw Error(Errc::Io,
                message("cannot be read: {1}; check its name and permissions",
                        message(std::generic_category().message(errno))),
                {.source = path});
  }
  size = fs::file_size(path, ignored);
  if (ignored) size = 0;
  return file;
}

}  // namespace

Input::Input(const trujaman_input* given) {
  const trujaman_input& from = need(given, "input");
  need_unused(from.reserved, "input");
  const int ways =
      int{from.path != nullptr} + int{from.bytes != nullptr} + int{from.read != nullptr};
  if (ways > 1 || (from.bytes == nullptr && from.size != 0)) {
    throw Error(Errc::InvalidArgument, "input: set path, or bytes with their size, or read");
  }
  if (from.name != nullptr) name_ = from.name;
  if (from.path != nullptr) {
    path_ = need_path(from.path, "input.path");
    if (name_.empty()) name_ = *path_;
    buffer_ = open_file(*path_, size_);
    if (name_ != *path_) path_.reset();
  } else if (from.read != nullptr) {
    buffer_ = std::make_unique<FunctionBuffer>(from.read, from.user, name_);
  } else {
    static const char nothing = 0;
    size_ = from.size;
    buffer_ = std::make_unique<BytesBuffer>(from.bytes == nullptr ? &nothing : from.bytes, size_);
  }
  stream_ = std::make_unique<std::istream>(buffer_.get());
  stream_->exceptions(std::ios::badbit);  // so that what a buffer throws comes through
}

Input::~Input() = default;

std::string Input::bytes() {
  std::ostringstream out;
  if (stream_->peek() != std::char_traits<char>::eof()) out << stream_->rdbuf();
  if (stream_->bad())
    throw Error(Errc::Io, message("cannot be read to its end"), {.source = name_});
  return std::move(out).str();
}

void Input::load() {
  if (dynamic_cast<FunctionBuffer*>(buffer_.get()) == nullptr) return;
  auto loaded = std::make_unique<std::stringbuf>(bytes(), std::ios::in);
  stream_->rdbuf(loaded.get());
  buffer_ = std::move(loaded);
}

double Input::share() {
  if (size_ == 0 || !stream_->good()) return 0.0;
  const std::streamoff at = stream_->tellg();
  return at < 0 ? 0.0 : std::min(1.0, static_cast<double>(at) / static_cast<double>(size_));
}

}  // namespace trujaman::capi
