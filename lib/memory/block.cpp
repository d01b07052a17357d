#include "memory/block.hpp"

#include <algorithm>
#include <bit>
#include <memory>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "memory/varint.hpp"

namespace trujaman::memory {
namespace {

[[noreturn]] void damaged() {
  throw Error(Errc::Storage, message("is damaged (text index); export it and import it anew"));
}

void require(bool sound) {
  if (!sound) damaged();
}

/// Lookups read from all over a block: with pages of 4 KiB they wait for the page table more often
/// than for the bytes. (At 10 M units large pages save an eighth of the time.)
void ask_for_large_pages([[maybe_unused]] char* bytes, [[maybe_unused]] std::size_t size) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  constexpr std::size_t kPage = 4096;
  constexpr std::size_t kWorthwhile = std::size_t{4} << 20U;
  void* begin = bytes;
  if (size < kWorthwhile || std::align(kPage, size - kPage, begin, size) == nullptr) return;
  madvise(begin, size / kPage * kPage, MADV_HUGEPAGE);  // if it fails, nothing is lost
#endif
}

}  // namespace

std::vector<BlockRow> read_block_rows(Connection& connection, std::int64_t language) {
  std::vector<BlockRow> out;
  Query rows(connection,
             "SELECT id, first_variant, last_variant, variants, removed, bytes FROM blocks "
             "WHERE language = ?1 ORDER BY first_variant",
             language);
  while (rows.next()) {
    out.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3),
                   rows.integer(4), rows.integer(5)});
  }
  return out;
}

Block::Block(Connection& connection, const BlockRow& row)
    : id_(row.id), size_(static_cast<std::size_t>(row.bytes)) {
  require(row.bytes >= static_cast<std::int64_t>(sizeof header_) &&
          size_ <= kMaxBlockBytes + kPieceBytes && id_ > 0 && id_ < std::int64_t{1} << 47U);
  pieces_ = (size_ + kPieceBytes - 1) / kPieceBytes;
  bytes_.reset(new char[size_]);  // not make_unique: that would write zeros to all of it
  ask_for_large_pages(bytes_.get(), size_);
  present_ = std::make_unique<std::atomic<bool>[]>(pieces_);
  header_ = load<BlockHeader>(ensure(connection, 0, sizeof header_));
  const BlockHeader& h = header_;
  // Every section lies behind the one before, and within the block.
  const auto fits = [](std::uint64_t begin, std::uint64_t bytes, std::uint64_t end) {
    require(begin % 4 == 0 && begin <= end && bytes <= end - begin);
  };
  require(h.version == 2 && h.size == size_ && h.variants == row.variants && h.groups > 0);
  require(h.word_bytes >= 2 && h.word_bytes <= 4 && h.signatures % 8 == 0);
  fits(h.group_table, std::uint64_t{h.groups} * sizeof(BlockGroup), h.word_table);
  fits(h.word_table, std::uint64_t{h.words} * 4, h.place_table);
  fits(h.place_table, std::uint64_t{h.words} * 4, h.rank_table);
  fits(h.rank_table, std::uint64_t{h.words} * 4, h.list_table);
  fits(h.list_table, (std::uint64_t{h.words} * 2 + 1) * 4, h.signatures);
  fits(h.signatures, 0, h.variant_table);  // how many, the groups tell
  fits(h.variant_table, std::uint64_t{h.variants} * 4, h.sequences);
  require(h.sequences <= size_);
  static_cast<void>(ensure(connection, 0, h.signatures));
  const char* const b = bytes_.get();
  groups_ = {reinterpret_cast<const BlockGroup*>(b + h.group_table), h.groups};
  words_ = {reinterpret_cast<const WordId*>(b + h.word_table), h.words};
  places_ = {reinterpret_cast<const std::uint32_t*>(b + h.place_table), h.words};
  ranked_ = {reinterpret_cast<const WordId*>(b + h.rank_table), h.words};
  lists_ = {reinterpret_cast<const std::uint32_t*>(b + h.list_table), std::size_t{h.words} * 2 + 1};
  check_tables();
  rank_words();
}

void Block::check_tables() const {
  require(groups_[0].first == 0 && groups_[0].sequence == 0 && groups_[0].signature == 0);
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const BlockGroup& g = groups_[i];
    const std::uint32_t end = i + 1 < groups_.size() ? groups_[i + 1].first : header_.variants;
    require(g.first < end && (i == 0 || groups_[i - 1].length < g.length));
    const std::uint64_t bytes = std::uint64_t{end - g.first} * g.length * header_.word_bytes;
    require(bytes + g.sequence + kPadding + header_.sequences <= size_);
    const std::uint64_t signatures = std::uint64_t{end - g.first} * signature_words(g.length) * 8;
    require(g.signature % 8 == 0 &&
            signatures + g.signature + header_.signatures <= header_.variant_table);
  }
  for (std::size_t i = 0; i + 1 < lists_.size(); ++i) require(lists_[i] <= lists_[i + 1]);
  for (const std::uint32_t place : places_) require(place < header_.words);
  require(lists_.front() >= header_.sequences && lists_.back() == size_);
}

void Block::rank_words() {
  // No larger than the table of words itself.
  const std::size_t most = words_.size() / 4 + 1;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    require(i == 0 || words_[i - 1] < words_[i]);
    const std::size_t row = words_[i] / 64;
    if (row >= most) continue;
    while (ranks_.size() <= row) ranks_.push_back({0, i});
    ranks_[row].present |= std::uint64_t{1} << (words_[i] % 64);
  }
}

std::optional<std::uint32_t> Block::place(WordId word) const noexcept {
  if (word / 64 < ranks_.size()) {
    const Rank64& row = ranks_[word / 64];
    const std::uint64_t bit = std::uint64_t{1} << (word % 64);
    if ((row.present & bit) == 0) return std::nullopt;
    const auto before = static_cast<std::size_t>(std::popcount(row.present & (bit - 1)));
    return places_[static_cast<std::size_t>(row.before) + before];
  }
  const auto found = std::lower_bound(words_.begin(), words_.end(), word);
  if (found == words_.end() || *found != word) return std::nullopt;
  return places_[static_cast<std::size_t>(found - words_.begin())];
}

void Block::read_pieces(Connection& connection, std::size_t first, std::size_t last) {
  const std::lock_guard lock(reading_);
  const std::int64_t base = id_ << 16U;
  Query rows(connection, "SELECT bytes FROM pieces WHERE id >= ?1 AND id <= ?2 ORDER BY id",
             base + static_cast<std::int64_t>(first), base + static_cast<std::int64_t>(last));
  for (std::size_t piece = first; piece <= last; ++piece) {
    require(rows.next());
    const std::string_view bytes = rows.text(0);
    const std::size_t begin = piece * kPieceBytes;
    require(bytes.size() == std::min(kPieceBytes, size_ - begin));
    // Another thread may be reading a piece that is there.
    if (present_[piece].load(std::memory_order_relaxed)) continue;
    std::memcpy(bytes_.get() + begin, bytes.data(), bytes.size());
    held_.fetch_add(bytes.size(), std::memory_order_relaxed);
    present_[piece].store(true, std::memory_order_release);
  }
}

std::int64_t Block::variant(Connection& connection, std::uint32_t local) {
  const std::size_t at = header_.variant_table + std::size_t{local} * 4;
  return header_.first_variant + load<std::uint32_t>(ensure(connection, at, at + 4));
}

std::string_view Block::list(Connection& connection, std::uint32_t place, Rank rank) {
  const std::size_t list = place * std::size_t{2} + static_cast<std::size_t>(rank);
  const std::uint32_t begin = lists_[list];
  const std::uint32_t end = lists_[list + 1];
  if (begin == end) return {};
  return {ensure(connection, begin, end), end - begin};
}

template <std::size_t Width>
void Block::read_places(const char* from, std::vector<std::uint32_t>& places) {
  constexpr std::uint32_t kMask = ~std::uint32_t{0} >> (32U - 8U * Width);
  for (std::uint32_t& place : places) {
    place = load<std::uint32_t>(from) & kMask;
    from += Width;
  }
}

void Block::places(Connection& connection, const BlockGroup& group, std::uint32_t local,
                   std::vector<std::uint32_t>& places) {
  const std::size_t width = header_.word_bytes;
  const std::size_t at = sequence_offset(group, local);
  const char* from = ensure(connection, at, at + group.length * width + kPadding);
  places.resize(group.length);
  switch (width) {
    case 2:
      return read_places<2>(from, places);
    case 3:
      return read_places<3>(from, places);
    default:
      return read_places<4>(from, places);
  }
}

void Block::sequence(Connection& connection, const BlockGroup& group, std::uint32_t local,
                     std::vector<WordId>& words) {
  places(connection, group, local, words);
  for (WordId& word : words) {
    require(word < ranked_.size());
    word = ranked_[word];
  }
}

void Block::append_to(Connection& connection, Sequences& out) {
  std::vector<WordId> words;
  for (const BlockGroup& group : groups_) {
    for (std::uint32_t local = group.first; local < end_of(group); ++local) {
      sequence(connection, group, local, words);
      out.add(variant(connection, local), words);
    }
  }
}

ListReader::ListReader(std::string_view list, Rank rank, std::uint32_t from) {
  VarintReader reader(list);
  const std::uint64_t count = reader.next();
  std::string_view rest = reader.rest();
  if (rank == Rank::Near) {
    require(count <= rest.size() / 4);
    hints_end_ = rest.data() + rest.size();
    next_hint_ = hints_end_ - count * 4;
    rest.remove_suffix(static_cast<std::size_t>(count) * 4);
  }
  const std::uint64_t skips = count == 0 ? 0 : (count - 1) / kSkip;
  require(skips <= rest.size() / 8);
  // The last entry whose postings begin at most at from_.
  std::uint64_t low = 0;
  for (std::uint64_t high = skips; low < high;) {
    const std::uint64_t middle = (low + high) / 2;
    if (load<std::uint32_t>(rest.data() + middle * 8) <= from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const std::string_view postings = rest.substr(static_cast<std::size_t>(skips) * 8);
  std::size_t offset = 0;
  if (low > 0) {
    const char* const entry = rest.data() + (low - 1) * 8;
    next_ = load<std::uint32_t>(entry);
    offset = load<std::uint32_t>(entry + 4);
    require(offset <= postings.size());
    if (next_hint_ != nullptr) next_hint_ += low * kSkip * 4;  // fewer than count
  }
  at_ = reinterpret_cast<const unsigned char*>(postings.data()) + offset;
  end_ = reinterpret_cast<const unsigned char*>(postings.data()) + postings.size();
  while (at_ != end_) {
    const unsigned char* at = at_;
    const std::uint64_t local = next_ + difference(at);
    if (local >= from) break;
    at_ = at;
    next_ = local + 1;
    if (next_hint_ != nullptr) {
      require(hints_end_ - next_hint_ >= 4);
      next_hint_ += 4;
    }
  }
}

std::uint64_t ListReader::difference(const unsigned char*& at) const {
  std::uint64_t out = *at++;
  for (unsigned shift = 7; (at[-1] & 0x80U) != 0; shift += 7) {
    require(at != end_ && shift < 35);
    out += (std::uint64_t{*at++} - 1) << shift;  // takes the mark of the last byte away
  }
  return out;
}

std::size_t ListReader::next(std::uint32_t to, std::uint32_t* out, std::size_t room) {
  std::size_t count = 0;
  const unsigned char* at = at_;
  std::uint64_t next = next_;
  while (count < room && at != end_) {
    const unsigned char* after = at;
    const std::uint64_t local = next + difference(after);
    if (local >= to) break;
    at = after;
    next = local + 1;
    out[count++] = static_cast<std::uint32_t>(local);
  }
  at_ = at;
  next_ = next;
  if (next_hint_ != nullptr) {
    // A damaged list may have more postings than hints.
    require(count <= static_cast<std::size_t>(hints_end_ - next_hint_) / 4);
    hints_ = next_hint_;
    next_hint_ += count * 4;
  }
  return count;
}

}  // namespace trujaman::memory
