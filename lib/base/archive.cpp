/// ZIP archives by libzip.
#include "base/archive.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

#include <zip.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"

namespace trujaman::base {
namespace {

/// A report of 2,000 pages has some 60 MB of XML, and one with a photograph a page some 2,000
/// entries.
constexpr std::uint64_t kMostEntries = 20'000;
constexpr std::uint64_t kLargestEntry = std::uint64_t{256} << 20;  // bytes, unpacked
constexpr std::uint64_t kLargestTotal = std::uint64_t{1} << 30;    // bytes, unpacked
/// Word's XML packs to a tenth, at best to a hundredth; a bomb goes to a thousandth. Small entries
/// may be anything.
constexpr std::uint64_t kHighestRatio = 200;
constexpr std::uint64_t kSmallEntry = std::uint64_t{1} << 20;  // bytes, unpacked

struct CloseSource {
  void operator()(zip_source_t* source) const noexcept { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, CloseSource>;

struct CloseFile {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

struct Discard {
  void operator()(zip_t* zip) const noexcept { zip_discard(zip); }
};
using Zip = std::unique_ptr<zip_t, Discard>;

struct Free {
  void operator()(char* bytes) const noexcept { std::free(bytes); }
};

class ZipError {
 public:
  ZipError() { zip_error_init(&error_); }
  ~ZipError() { zip_error_fini(&error_); }
  ZipError(const ZipError&) = delete;
  ZipError& operator=(const ZipError&) = delete;

  zip_error_t* get() noexcept { return &error_; }
  std::string text() { return zip_error_strerror(&error_); }

 private:
  zip_error_t error_{};
};

/// Names of parts are the same whatever the case of their letters.
std::string key_of(std::string_view entry) {
  std::string key(entry);
  std::transform(key.begin(), key.end(), key.begin(), base::ascii_lower);
  return key;
}

/// Names that lead out of the archive when someone unpacks it to a folder.
bool is_unsafe(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.front() == '\\') return true;
  if (name.size() > 1 && name[1] == ':') return true;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

/// Packs what was changed, and takes the bytes out of @p source, into which @p zip is written.
std::string closed(Zip zip, zip_source_t* source, const std::string& name) {
  if (zip_close(zip.get()) != 0) {
    throw Error(Errc::Internal, message("cannot be packed ({1})", zip_strerror(zip.get())), {name});
  }
  static_cast<void>(zip.release());
  zip_stat_t stat;
  zip_stat_init(&stat);
  std::string out;
  if (zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0) {
    out.resize(stat.size);
    const zip_int64_t got = zip_source_read(source, out.data(), out.size());
    if (got < 0 || static_cast<std::size_t>(got) != out.size()) out.clear();
    zip_source_close(source);
  }
  if (out.empty()) throw Error(Errc::Internal, message("cannot be packed"), {name});
  return out;
}

}  // namespace

struct Archive::Handle {
  Zip zip;
};

Archive::Archive(std::string_view bytes, std::string name)
    : bytes_(bytes), name_(std::move(name)), handle_(std::make_unique<Handle>()) {
  ZipError error;
  Source source(zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, error.get()));
  handle_->zip.reset(source ? zip_open_from_source(source.get(), ZIP_RDONLY, error.get())
                            : nullptr);
  if (!handle_->zip) {
    throw Error(Errc::Malformed,
                message("is a damaged document: not a readable ZIP file ({1})", error.text()),
                {name_});
  }
  static_cast<void>(source.release());  // the archive's from here on
  check_entries();
}

Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

void Archive::check_entries() {
  const auto refuse = [this](const std::string& why) {
    throw Error(Errc::Malformed, message("is not read, because its ZIP file {1}", why), {name_});
  };
  zip_t* zip = handle_->zip.get();
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(zip, 0));
  if (count > kMostEntries) {
    refuse(message("has {1} entries, more than {2}", count, kMostEntries));
  }
  std::uint64_t total = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(zip, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0 ||
        (stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0) {
      refuse(message("has an entry without a name or a size"));
    }
    const std::string entry = stat.name;
    if (is_unsafe(entry)) refuse(message("has an entry with the unsafe name \"{1}\"", entry));
    if (!entries_.try_emplace(key_of(entry), i).second)
      refuse(message("has two entries \"{1}\"", entry));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      throw Error(Errc::Unsupported, message("is encrypted; save it without a password"), {name_});
    }
    if (stat.size > kLargestEntry) refuse(message("has an entry of over 256 MiB, \"{1}\"", entry));
    if (stat.size > kSmallEntry && stat.size / kHighestRatio > stat.comp_size) {
      refuse(message("has the entry \"{1}\", which unpacks to over {2} times its size", entry,
                     kHighestRatio));
    }
    total += stat.size;
    if (total > kLargestTotal) refuse(message("unpacks to over 1 GiB"));
  }
}

std::optional<std::uint64_t> Archive::find(std::string_view entry) const {
  const auto it = entries_.find(key_of(entry));
  if (it == entries_.end()) return std::nullopt;
  return it->second;
}

bool Archive::has(std::string_view entry) const {
  return find(entry).has_value();
}

std::optional<std::string> Archive::read(std::string_view entry) const {
  const std::optional<std::uint64_t> index = find(entry);
  if (!index) return std::nullopt;
  zip_stat_t stat;
  zip_stat_init(&stat);
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(handle_->zip.get(), *index, 0));
  // One byte more than there is to be, so that the end is seen and the checksum compared.
  std::string bytes;
  zip_int64_t got = -1;
  if (file && zip_stat_index(handle_->zip.get(), *index, 0, &stat) == 0) {
    bytes.resize(stat.size + 1);
    std::size_t filled = 0;
    while (filled < bytes.size() &&
           (got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled)) > 0) {
      filled += static_cast<std::size_t>(got);
    }
    if (filled != stat.size) got = -1;
  }
  if (got != 0) {
    throw Error(Errc::Malformed,
                message("is damaged: its part \"{1}\" cannot be unpacked; open it where it was "
                        "made and save it again",
                        entry),
                {name_});
  }
  bytes.pop_back();
  return bytes;
}

std::string Archive::with(const std::map<std::string, std::string>& changed) const {
  ZipError error;
  const auto check = [&](bool good) {
    if (!good)
      throw Error(Errc::Internal, message("cannot be packed ({1})", error.text()), {name_});
  };
  // libzip copies the entries that stay as they are packed. It writes into a buffer that it must
  // own: libzip 1.7 frees the part that it keeps of the old one, whoever that belongs to.
  std::unique_ptr<char, Free> own(static_cast<char*>(std::malloc(bytes_.size())));
  if (!own) throw std::bad_alloc();
  std::copy(bytes_.begin(), bytes_.end(), own.get());
  const Source source(zip_source_buffer_create(own.get(), bytes_.size(), 1, error.get()));
  check(source != nullptr);
  static_cast<void>(own.release());
  zip_source_keep(source.get());
  Zip zip(zip_open_from_source(source.get(), 0, error.get()));
  if (!zip) zip_source_free(source.get());
  check(zip != nullptr);
  for (const auto& [entry, bytes] : changed) {
    const std::optional<std::uint64_t> index = find(entry);
    if (!index) throw Error(Errc::Internal, message("has no part \"{1}\"", entry), {name_});
    zip_source_t* part = zip_source_buffer(zip.get(), bytes.data(), bytes.size(), 0);
    if (part == nullptr || zip_file_replace(zip.get(), *index, part, 0) != 0) {
      zip_source_free(part);
      throw Error(Errc::Internal, message("cannot be packed ({1})", zip_strerror(zip.get())),
                  {name_});
    }
  }
  return closed(std::move(zip), source.get(), name_);
}

std::string make_archive(const std::vector<std::pair<std::string, std::string>>& entries) {
  ZipError error;
  const Source source(zip_source_buffer_create(nullptr, 0, 0, error.get()));
  if (!source) throw std::bad_alloc();
  zip_source_keep(source.get());
  Zip zip(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, error.get()));
  if (!zip) {
    zip_source_free(source.get());
    throw Error(Errc::Internal, message("cannot be packed ({1})", error.text()));
  }
  // 1 January 1980, the first day that a ZIP file knows.
  constexpr std::uint16_t kNoTime = 0;
  constexpr std::uint16_t kFirstDay = 0x21;
  for (const auto& [name, bytes] : entries) {
    zip_source_t* part = zip_source_buffer(zip.get(), bytes.data(), bytes.size(), 0);
    const zip_int64_t index =
        part == nullptr ? -1 : zip_file_add(zip.get(), name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(part);
      throw Error(Errc::Internal, message("cannot be packed ({1})", zip_strerror(zip.get())));
    }
    zip_file_set_dostime(zip.get(), static_cast<std::uint64_t>(index), kNoTime, kFirstDay, 0);
  }
  return closed(std::move(zip), source.get(), {});
}

}  // namespace trujaman::base
