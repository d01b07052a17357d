#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <trujaman/message.hpp>
#include <trujaman/unit_pool.hpp>

#include "base/local.hpp"
#include "base/system_error.hpp"
#include "units/unit_codec.hpp"

namespace trujaman::inline v0 {
namespace fs = std::filesystem;
namespace {

/// Small sets never reach the disk.
constexpr std::size_t kLongestTail = std::size_t{4} << 20;

/// @p id is a message with a place for the reason.
[[noreturn]] void fail(const std::string& folder, std::string_view id) {
  throw Error(Errc::Io, message(id, base::reason_of(errno)), {.source = folder});
}

}  // namespace

struct TRUJAMAN_LOCAL UnitPool::Impl {
  explicit Impl(std::string f) : folder(std::move(f)) {
    if (!folder.empty()) return;
    std::error_code ignored;
    folder = fs::temp_directory_path(ignored).string();
    if (folder.empty()) folder = "/tmp";
  }
  ~Impl() {
    if (file != -1) ::close(file);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void write_tail() {
    if (file == -1) {
      std::string name = (fs::path(folder) / "trujaman-XXXXXX").string();
      file = ::mkostemp(name.data(), O_CLOEXEC);
      if (file == -1)
        fail(folder, message_id("a temporary file cannot be made: {1}; free some space, or set "
                                "TMPDIR to another folder"));
      ::unlink(name.c_str());
    }
    for (std::size_t done = 0; done < tail.size();) {
      const ssize_t n = ::write(file, tail.data() + done, tail.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0)
        fail(folder, message_id("a temporary file cannot be written: {1}; free some space, or set "
                                "TMPDIR to another folder"));
      done += static_cast<std::size_t>(n);
    }
    written += tail.size();
    tail.clear();
  }

  [[nodiscard]] std::string read(std::uint64_t begin, std::size_t size) const {
    std::string bytes(size, '\0');
    for (std::size_t done = 0; done < size;) {
      const ssize_t n =
          ::pread(file, bytes.data() + done, size - done, static_cast<off_t>(begin + done));
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) fail(folder, "read");
      done += static_cast<std::size_t>(n);
    }
    return bytes;
  }

  std::string folder;
  int file = -1;
  std::vector<std::uint64_t> ends;  ///< Byte behind each unit.
  std::uint64_t written = 0;        ///< Bytes that are in the file.
  std::string tail;                 ///< Those behind them.
};

UnitPool::UnitPool(std::string folder) : impl_(std::make_unique<Impl>(std::move(folder))) {}
UnitPool::~UnitPool() = default;
UnitPool::UnitPool(UnitPool&&) noexcept = default;
UnitPool& UnitPool::operator=(UnitPool&&) noexcept = default;

std::size_t UnitPool::size() const noexcept {
  return impl_->ends.size();
}

void UnitPool::add(const TranslationUnit& unit, const Location& where) {
  units::encode({unit, where}, impl_->tail);
  impl_->ends.push_back(impl_->written + impl_->tail.size());
  if (impl_->tail.size() >= kLongestTail) impl_->write_tail();
}

PlacedUnit UnitPool::get(std::size_t number) const {
  const std::uint64_t begin = number == 0 ? 0 : impl_->ends[number - 1];
  const std::size_t size = impl_->ends[number] - begin;
  // What is written is written unit by unit, so that none lies on both sides.
  if (begin < impl_->written) return units::decode(impl_->read(begin, size));
  return units::decode(std::string_view(impl_->tail).substr(begin - impl_->written, size));
}

}  // namespace trujaman::inline v0
