#include "memory/posting.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>

#include "memory/varint.hpp"

namespace trujaman::memory {
namespace {

/// A row is cut into pieces of half this size when it grows above it. Small rows make adding cheap,
/// large ones keep a long list together; SQLite's page is 4096 bytes.
constexpr std::size_t kMaxRowBytes = 1600;

/// Postings held back before they are written. Each row that they touch is then rewritten once.
constexpr std::size_t kMaxHeld = std::size_t{1} << 21;

constexpr unsigned kVariantBits = 40;
constexpr unsigned kPlaceBits = 8;
constexpr std::int64_t kNoKey = std::numeric_limits<std::int64_t>::max();

std::int64_t key_of(const Posting& p) noexcept {
  const std::uint64_t shape = (std::uint64_t{p.length} << kPlaceBits) | p.place;
  return static_cast<std::int64_t>((shape << kVariantBits) | static_cast<std::uint64_t>(p.variant));
}

/// The key up to which the row that begins at @p key reaches.
std::int64_t next_row(Connection& connection, WordId word, std::int64_t key) {
  return select_integer(connection,
                        "SELECT first FROM postings WHERE word = ?1 AND first > ?2 "
                        "ORDER BY first LIMIT 1",
                        kNoKey, std::int64_t{word}, key);
}

struct Row {
  std::int64_t first = 0;
  std::vector<Posting> postings;
};

/// The row that has, or would have, @p key. The first row of a word begins at 0.
Row row_of(Connection& connection, WordId word, std::int64_t key) {
  Query query(connection,
              "SELECT first, list FROM postings WHERE word = ?1 AND first <= ?2 "
              "ORDER BY first DESC LIMIT 1",
              std::int64_t{word}, key);
  if (!query.next()) return {};
  return {query.integer(0), decode_postings(query.text(1))};
}

void put(Connection& connection, WordId word, std::int64_t first, std::string_view list) {
  execute(connection,
          "INSERT INTO postings (word, first, list) VALUES (?1, ?2, ?3) "
          "ON CONFLICT DO UPDATE SET list = excluded.list",
          std::int64_t{word}, first, Blob{list});
}

/// Writes a row anew, in pieces where it has grown too large.
void put(Connection& connection, WordId word, const Row& row) {
  const Posting* begin = row.postings.data();
  const Posting* const end = begin + row.postings.size();
  const std::string list = encode_postings(begin, end);
  if (list.size() <= kMaxRowBytes) {
    put(connection, word, row.first, list);
    return;
  }
  const std::size_t pieces = 1 + list.size() / (kMaxRowBytes / 2);
  const std::size_t per_piece = (row.postings.size() + pieces - 1) / pieces;
  for (std::int64_t first = row.first; begin != end; first = begin == end ? 0 : key_of(*begin)) {
    const Posting* const stop = std::min(end, begin + per_piece);
    put(connection, word, first, encode_postings(begin, stop));
    begin = stop;
  }
}

}  // namespace

std::int64_t first_key(std::uint32_t length) noexcept {
  return key_of({.length = std::min(length, kMaxLength), .place = 0, .variant = 0});
}

// Each posting is the difference of its shape (length and place) to the one before; then, where
// that is 0, the difference of its variant, else the variant itself.
std::string encode_postings(const Posting* begin, const Posting* end) {
  std::string out;
  std::uint64_t shape = 0;
  std::uint64_t variant = 0;
  for (const Posting* p = begin; p != end; ++p) {
    const std::uint64_t s = (std::uint64_t{p->length} << kPlaceBits) | p->place;
    const auto v = static_cast<std::uint64_t>(p->variant);
    append_varint(out, s - shape);
    append_varint(out, s == shape ? v - variant : v);
    shape = s;
    variant = v;
  }
  return out;
}

std::vector<Posting> decode_postings(std::string_view bytes) {
  std::vector<Posting> out;
  std::uint64_t shape = 0;
  std::uint64_t variant = 0;
  for (VarintReader reader(bytes); !reader.done();) {
    const std::uint64_t difference = reader.next();
    const std::uint64_t number = reader.next();
    shape += difference;
    variant = difference == 0 ? variant + number : number;
    out.push_back({static_cast<std::uint32_t>(shape >> kPlaceBits),
                   static_cast<std::uint32_t>(shape & kMaxPlace),
                   static_cast<std::int64_t>(variant)});
  }
  return out;
}

void PostingWriter::add(WordId word, const Posting& posting) {
  added_[word].push_back(posting);
  if (++count_ >= kMaxHeld) flush();
}

void PostingWriter::remove(WordId word, const Posting& posting) {
  flush();
  Row row = row_of(*connection_, word, key_of(posting));
  std::erase(row.postings, posting);
  if (row.postings.empty()) {
    execute(*connection_, "DELETE FROM postings WHERE word = ?1 AND first = ?2", std::int64_t{word},
            row.first);
  } else {
    put(*connection_, word, row);
  }
}

void PostingWriter::flush() {
  for (auto& [word, postings] : added_) {
    std::sort(postings.begin(), postings.end());
    write(word, postings);
  }
  added_.clear();
  count_ = 0;
}

void PostingWriter::write(WordId word, std::vector<Posting>& postings) {
  for (auto begin = postings.begin(); begin != postings.end();) {
    Row row = row_of(*connection_, word, key_of(*begin));
    const std::int64_t stop = next_row(*connection_, word, row.first);
    const auto end =
        std::find_if(begin, postings.end(), [&](const Posting& p) { return key_of(p) >= stop; });
    std::vector<Posting> merged;
    std::merge(row.postings.begin(), row.postings.end(), begin, end, std::back_inserter(merged));
    row.postings = std::move(merged);
    put(*connection_, word, row);
    begin = end;
  }
}

}  // namespace trujaman::memory
