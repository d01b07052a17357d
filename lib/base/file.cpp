#include "base/file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <system_error>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/system_error.hpp"

namespace trujaman::base {
namespace {

std::string read_stream(std::istream& in, const std::string& name, std::size_t max_bytes) {
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > max_bytes) {
      throw Error(Errc::Io, message("larger than {1} MiB; split it", max_bytes >> 20), {name});
    }
  }
  if (in.bad()) throw Error(Errc::Io, message("cannot be read to its end"), {name});
  return bytes;
}

}  // namespace

std::ifstream open_file(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    throw Error(Errc::Io, message("no such file; check the path"), {name});
  }
  if (std::filesystem::is_directory(status)) {
    throw Error(Errc::Io, message("is a directory; name a file in it"), {name});
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw Error(Errc::Io, message("cannot be opened: {1}", reason_of(errno)), {name});
  }
  return in;
}

std::string read_file(const std::filesystem::path& path, std::size_t max_bytes) {
  const std::string name = path.string();
  if (name == "-") return read_stream(std::cin, name, max_bytes);
  std::ifstream in = open_file(path);
  return read_stream(in, name, max_bytes);
}

}  // namespace trujaman::base
