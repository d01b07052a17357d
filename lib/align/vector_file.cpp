#include "align/vector_file.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <limits>
#include <memory>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <trujaman/message.hpp>

#include "base/system_error.hpp"
#include "base/unicode.hpp"

namespace trujaman::align {
namespace {

constexpr std::size_t kNumberSize = 4;
/// Encoders give hundreds to some thousands; more means that the rows were not counted right.
constexpr std::size_t kMostNumbers = 65'536;
constexpr std::size_t kNoRow = std::numeric_limits<std::size_t>::max();

[[noreturn]] void refuse(const NamedStream& file, const std::string& message) {
  throw Error(Errc::Malformed, message, {.source = file.name});
}

/// Size of what can be read, which is then at its start.
std::size_t size_of(const NamedStream& file) {
  file.stream->seekg(0, std::ios::end);
  const std::streamoff size = file.stream->tellg();
  file.stream->seekg(0);
  if (!*file.stream || size < 0) {
    throw Error(Errc::Io, message("has no size that can be asked for; give a file, not a pipe"),
                {.source = file.name});
  }
  return static_cast<std::size_t>(size);
}

/// Numbers in each of @p rows rows.
std::size_t dimension_of(const NamedStream& file, std::size_t rows, const std::string& whose) {
  const std::size_t size = size_of(file);
  const std::string all = std::to_string(rows) + ' ' + whose;
  if (rows == 0 && size == 0) return 0;
  if (rows == 0 || size == 0 || size % (rows * kNumberSize) != 0) {
    refuse(
        file,
        message("has {1} bytes, which are no vectors of 32-bit numbers for {2}; give one for each",
                size, all));
  }
  const std::size_t dimension = size / (rows * kNumberSize);
  if (dimension > kMostNumbers) {
    refuse(file,
           message("has {1} numbers for each of {2}, which is too many; give one vector for each",
                   dimension, all));
  }
  return dimension;
}

/// Reads rows in order, or passes over them.
class RowReader {
 public:
  RowReader(const NamedStream& file, std::size_t dimension)
      : file_(&file), bytes_(dimension * kNumberSize, '\0') {}

  /// The next row; a null pointer passes over it.
  void read(float* out) {
    ++row_;
    file_->stream->read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    if (!*file_->stream) {
      throw Error(Errc::Io, message("cannot be read to its end"), {.source = file_->name});
    }
    for (std::size_t b = 0; out != nullptr && b < bytes_.size(); b += kNumberSize) {
      std::uint32_t bits = 0;
      for (std::size_t k = kNumberSize; k-- > 0;) {
        bits = bits << 8U | static_cast<unsigned char>(bytes_[b + k]);
      }
      *out = std::bit_cast<float>(bits);
      if (!std::isfinite(*out++)) {
        refuse(*file_,
               message("row {1} has a number that is not finite; encode its text again", row_));
      }
    }
  }

 private:
  const NamedStream* file_;
  std::string bytes_;
  std::size_t row_ = 0;
};

/// What Vecalign makes of a line before it is encoded (dp_utils.py).
std::string key_of(std::string_view text) {
  constexpr std::size_t kLongest = 10'000;  // code points
  std::size_t end = 0;
  for (std::size_t n = 0; n < kLongest && end < text.size(); ++n) {
    static_cast<void>(base::next_code_point(text, end));
  }
  return std::string(base::trim(text.substr(0, end)));
}

/// A run of segments, by its first and their number.
struct Run {
  std::size_t begin;
  std::size_t count;
};

std::unordered_multimap<std::string, Run> runs_by_text(const SegmentedDocument& document) {
  std::unordered_multimap<std::string, Run> runs;
  for (std::size_t i = 0; i < document.size(); ++i) {
    std::string text;
    for (std::size_t k = 1; k <= std::min(kMaxBead, document.size() - i); ++k) {
      const std::string_view segment = base::trim(document.text(i + k - 1));
      if (k > 1) text += ' ';
      text += segment.empty() ? "BLANK_LINE" : segment;
      runs.emplace(key_of(text), Run{i, k});
    }
  }
  return runs;
}

std::string read_key(const std::string& line, bool first) {
  std::string_view text = line;
  if (first && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return key_of(base::to_nfc(base::replace_invalid_utf8(text)));
}

}  // namespace

VectorTable read_rows(const NamedStream& vectors, std::size_t segments) {
  const std::size_t dimension = dimension_of(vectors, segments, "segments");
  VectorTable table(segments, dimension, segments);
  RowReader reader(vectors, dimension);
  for (std::size_t i = 0; i < segments; ++i) {
    reader.read(table.row(i));
    table.assign(i, 1, i);
  }
  table.finish();
  return table;
}

VectorTable read_rows(const NamedStream& vectors, const NamedStream& lines,
                      const SegmentedDocument& document) {
  auto runs = runs_by_text(document);
  std::vector<std::pair<std::size_t, Run>> places;  // row of the table, what it is the vector of
  std::vector<std::size_t> row_of_line;             // kNoRow where the line is of another text
  std::size_t rows = 0;
  std::string line;
  while (std::getline(*lines.stream, line)) {
    const auto [begin, end] = runs.equal_range(read_key(line, row_of_line.empty()));
    row_of_line.push_back(begin == end ? kNoRow : rows);
    if (begin == end) continue;
    for (auto run = begin; run != end; ++run) places.emplace_back(rows, run->second);
    runs.erase(begin, end);  // the first of equal lines counts
    ++rows;
  }
  if (lines.stream->bad()) {
    throw Error(Errc::Io, message("cannot be read to its end"), {.source = lines.name});
  }
  const std::size_t dimension =
      dimension_of(vectors, row_of_line.size(), message("lines of {1}", lines.name));
  if (document.size() > 0 &&
      std::ranges::none_of(places, [](const auto& place) { return place.second.count == 1; })) {
    refuse(
        lines,
        message("has no line that is a segment of the document; give the text that was encoded"));
  }
  VectorTable table(document.size(), dimension, rows);
  RowReader reader(vectors, dimension);
  for (const std::size_t row : row_of_line) reader.read(row == kNoRow ? nullptr : table.row(row));
  for (const auto& [row, run] : places) table.assign(run.begin, run.count, row);
  table.finish();
  return table;
}

}  // namespace trujaman::align

namespace trujaman::inline v0 {
namespace {

std::ifstream open(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw Error(Errc::Io, message("is a directory; name a file in it"), {.source = path.string()});
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw Error(Errc::Io, message("cannot be opened: {1}", base::reason_of(errno)),
                {.source = path.string()});
  }
  return in;
}

}  // namespace

SentenceVectors read_sentence_vectors(const std::string& path, const SegmentedDocument& document,
                                      const std::string& lines) {
  std::ifstream in = open(path);
  const align::NamedStream vectors{&in, path};
  const auto read = [&] {
    if (lines.empty()) return align::read_rows(vectors, document.size());
    std::ifstream text = open(lines);
    return align::read_rows(vectors, {&text, lines}, document);
  };
  return SentenceVectors(
      std::make_unique<const SentenceVectors::Impl>(SentenceVectors::Impl{read()}));
}

}  // namespace trujaman::inline v0
