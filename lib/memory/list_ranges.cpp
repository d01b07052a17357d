#include "memory/list_ranges.hpp"

#include <numeric>

#include "memory/block_layout.hpp"

namespace trujaman::memory {
namespace {

constexpr std::size_t kRange = std::size_t{1} << 20U;
constexpr std::size_t kRowBytes = std::size_t{48} << 10U;
constexpr std::size_t kMostRanges = 4096;

}  // namespace

ListRanges::ListRanges(Connection& connection, std::span<const std::uint32_t> counts)
    : connection_(&connection), range_of_(counts.size()) {
  connection.run(
      "CREATE TEMP TABLE IF NOT EXISTS postings (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
  std::size_t held = kRange;
  for (std::size_t place = 0; place < counts.size(); ++place) {
    if (held + counts[place] > kRange && ranges_.size() < kMostRanges) {
      ranges_.emplace_back();
      held = 0;
    }
    held += counts[place];
    range_of_[place] = static_cast<std::uint16_t>(ranges_.size() - 1);
    ranges_.back().end = static_cast<std::uint32_t>(place + 1);
  }
}

ListRanges::~ListRanges() {
  try {
    connection_->run("DELETE FROM temp.postings");
  } catch (...) {  // it goes with the connection
  }
}

void ListRanges::add(const ListEntry& entry) {
  const std::size_t range = range_of_[entry.list / 2];
  std::string& bytes = ranges_[range].bytes;
  store(bytes, entry);
  if (bytes.size() >= kRowBytes) write(range);
}

void ListRanges::write(std::size_t range) {
  Range& r = ranges_[range];
  execute(*connection_, "INSERT INTO temp.postings (id, bytes) VALUES (?1, ?2)",
          (static_cast<std::int64_t>(range) << 32U) + r.rows++, Blob{r.bytes});
  r.bytes.clear();
}

template <class Visit>
void ListRanges::read(std::size_t range, Visit visit) {
  const auto first = static_cast<std::int64_t>(range) << 32U;
  Query rows(*connection_, "SELECT bytes FROM temp.postings WHERE id >= ?1 AND id < ?2 ORDER BY id",
             first, first + ranges_[range].rows);
  while (rows.next()) {
    const std::string_view bytes = rows.text(0);
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(ListEntry)) {
      visit(load<ListEntry>(bytes.data() + at));
    }
  }
}

void ListRanges::visit(
    const std::function<void(std::uint32_t list, std::span<const Posting>)>& visit) {
  std::uint32_t first = 0;  // list of the range
  for (std::size_t range = 0; range < ranges_.size(); ++range) {
    if (!ranges_[range].bytes.empty()) write(range);
    const std::uint32_t end = ranges_[range].end * 2;
    std::vector<std::size_t> ends(end - first + 1);
    read(range, [&](const ListEntry& e) { ++ends[e.list - first + 1]; });
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<Posting> postings(ends.back());
    read(range, [&](const ListEntry& e) { postings[ends[e.list - first]++] = e.posting; });
    std::size_t begin = 0;
    for (std::uint32_t list = first; list < end; ++list) {
      visit(list, {postings.data() + begin, postings.data() + ends[list - first]});
      begin = ends[list - first];
    }
    first = end;
  }
}

}  // namespace trujaman::memory
