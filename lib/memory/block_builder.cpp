#include "memory/block_builder.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <numeric>
#include <vector>

#include <trujaman/error.hpp>

#include "memory/block_layout.hpp"
#include "memory/match_score.hpp"
#include "memory/posting_lists.hpp"

namespace trujaman::memory {
namespace {

/// The different words of many, each with its place among them in ascending order.
class Directory {
 public:
  explicit Directory(std::span<const WordId> words) : slots_(64, kFree), places_(64) {
    bool numbers = false;
    for (const WordId word : words) {
      numbers = numbers || fuzzy_word(word) == kAnyNumber;
      insert(word);
    }
    if (numbers) insert(kAnyNumber);
    for (const WordId word : slots_) {
      if (word != kFree) sorted_.push_back(word);
    }
    std::sort(sorted_.begin(), sorted_.end());
    for (std::uint32_t i = 0; i < sorted_.size(); ++i) places_[slot(sorted_[i])] = i;
  }

  [[nodiscard]] std::uint32_t place(WordId word) const noexcept { return places_[slot(word)]; }
  [[nodiscard]] const std::vector<WordId>& words() const noexcept { return sorted_; }

 private:
  static constexpr WordId kFree = ~WordId{0};

  [[nodiscard]] std::size_t slot(WordId word) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = (word * 0x9E3779B97F4A7C15ULL >> 24U) & mask;
    while (slots_[i] != kFree && slots_[i] != word) i = (i + 1) & mask;
    return i;
  }

  void insert(WordId word) {
    const std::size_t i = slot(word);
    if (slots_[i] == word) return;
    slots_[i] = word;
    if (++used_ * 2 < slots_.size()) return;
    std::vector<WordId> old(slots_.size() * 2, kFree);
    old.swap(slots_);
    places_.resize(slots_.size());
    for (const WordId w : old) {
      if (w != kFree) slots_[slot(w)] = w;
    }
  }

  std::vector<WordId> slots_;
  std::vector<std::uint32_t> places_;
  std::vector<WordId> sorted_;
  std::size_t used_ = 0;
};

}  // namespace

struct BlockBuilder::Impl {
  explicit Impl(const Sequences& sequences)
      : sequences_(&sequences),
        directory_(sequences.words()),
        lists_(directory_.words().size() * 2) {
    rank_words();
    sort_variants();
    make_groups();
    for (std::uint32_t local = 0; local < order_.size(); ++local) list_variant(local);
    lists_.finish();
    lay_out();
  }

  void write(const std::function<void(std::string_view)>& take) {
    take_ = &take;
    store(out_, header_);
    for (const BlockGroup& group : groups_) store(out_, group);
    put_all(directory_.words());
    put_all(places_);
    for (const std::uint32_t word : ranked_) put(directory_.words()[word]);
    write_list_table();
    out_.append(header_.signatures - here(), '\0');
    write_variants();
    write_sequences();
    for (std::uint32_t list = 0; list < header_.words * 2; ++list) {
      lists_.append(list, out_);
      spill();
    }
    assert(here() == header_.size);
    if (!out_.empty()) take(out_);
  }

  struct Ordered {
    std::uint32_t length = 0;
    std::uint32_t index = 0;   ///< In sequences_.
    std::uint64_t rarest = 0;  ///< The places of the three rarest words, 21 bits each.
  };

  [[nodiscard]] std::size_t here() const noexcept { return taken_ + out_.size(); }

  /// Hands over what makes whole pieces.
  void spill() {
    std::size_t at = 0;
    for (; out_.size() - at >= kPieceBytes; at += kPieceBytes) {
      (*take_)(std::string_view(out_).substr(at, kPieceBytes));
    }
    out_.erase(0, at);
    taken_ += at;
  }

  template <class T>
  void put(const T& value) {
    store(out_, value);
    if (out_.size() >= kPieceBytes) spill();
  }

  template <class T>
  void put_all(const std::vector<T>& values) {
    for (const T& value : values) put(value);
  }

  /// Gives each word its place by the number of times it stands in the texts.
  void rank_words() {
    const std::vector<WordId>& words = directory_.words();
    std::vector<std::uint32_t> counts(words.size());
    for (const WordId word : sequences_->words()) {
      ++counts[directory_.place(word)];
      if (word != kAnyNumber && fuzzy_word(word) == kAnyNumber) ++counts[0];
    }
    ranked_.resize(words.size());
    std::iota(ranked_.begin(), ranked_.end(), 0U);
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    places_.resize(words.size());
    for (std::uint32_t i = 0; i < ranked_.size(); ++i) places_[ranked_[i]] = i;
  }

  [[nodiscard]] std::uint32_t place(WordId word) const noexcept {
    return places_[directory_.place(word)];
  }

  /// The places of a text's words as a lookup compares them, rarest first.
  void rarest_first(std::uint32_t index, std::vector<std::uint32_t>& places) const {
    places.clear();
    for (const WordId word : sequences_->words(index)) places.push_back(place(fuzzy_word(word)));
    std::sort(places.begin(), places.end(), std::greater<>());
  }

  /// By length; within a length those of the same rare words lie together, so that what a lookup
  /// reads lies together, too.
  void sort_variants() {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < sequences_->size(); ++i) {
      rarest_first(i, places);
      Ordered o{static_cast<std::uint32_t>(places.size()), i, 0};
      for (std::size_t p = 0; p < 3; ++p) {
        o.rarest = o.rarest << 21U | (p < places.size() ? places[p] & 0x1FFFFFU : 0U);
      }
      order_.push_back(o);
    }
    std::sort(order_.begin(), order_.end(), [](const Ordered& a, const Ordered& b) {
      if (a.length != b.length) return a.length < b.length;
      return a.rarest != b.rarest ? a.rarest < b.rarest : a.index < b.index;
    });
  }

  void make_groups() {
    for (std::uint32_t local = 0; local < order_.size(); ++local) {
      const std::uint32_t length = order_[local].length;
      if (groups_.empty() || groups_.back().length != length) {
        groups_.push_back({length, local, static_cast<std::uint32_t>(sequence_bytes_),
                           static_cast<std::uint32_t>(signature_bytes_)});
      }
      sequence_bytes_ += std::size_t{length} * word_bytes();
      signature_bytes_ += signature_words(length) * sizeof(std::uint64_t);
    }
  }

  [[nodiscard]] std::uint32_t word_bytes() const noexcept {
    const std::size_t words = directory_.words().size();
    return words <= 1U << 16U ? 2 : words <= 1U << 24U ? 3 : 4;
  }

  /// Where everything begins; block_layout.hpp has the order.
  void lay_out() {
    constexpr std::size_t kNumber = sizeof(std::uint32_t);
    const std::size_t words = directory_.words().size();
    std::size_t at = sizeof header_;
    const auto next = [&](std::size_t bytes) {
      const std::size_t begin = at;
      at += bytes;
      if (at > kMaxBlockBytes) {
        throw Error(Errc::InvalidArgument, "texts too long for a memory; split them");
      }
      return static_cast<std::uint32_t>(begin);
    };
    header_.variants = static_cast<std::uint32_t>(order_.size());
    header_.groups = static_cast<std::uint32_t>(groups_.size());
    header_.words = static_cast<std::uint32_t>(words);
    header_.word_bytes = word_bytes();
    header_.first_variant = sequences_->variant(order_[0].index);
    for (const Ordered& o : order_) {
      header_.first_variant = std::min(header_.first_variant, sequences_->variant(o.index));
    }
    header_.group_table = next(groups_.size() * sizeof(BlockGroup));
    header_.word_table = next(words * kNumber);
    header_.place_table = next(words * kNumber);
    header_.rank_table = next(words * kNumber);
    header_.list_table = next((words * 2 + 1) * kNumber);
    at = (at + 7) / 8 * 8;  // so that no signature lies in two cache lines
    header_.signatures = next(signature_bytes_);
    header_.variant_table = next(order_.size() * kNumber);
    header_.sequences = next(sequence_bytes_ + kPadding);
    lists_at_ = next(0);
    for (std::uint32_t list = 0; list < words * 2; ++list) next(lists_.bytes(list));
    header_.size = next(0);
  }

  void write_list_table() {
    std::uint32_t begin = lists_at_;
    for (std::uint32_t list = 0; list < header_.words * 2; ++list) {
      put(begin);
      begin += static_cast<std::uint32_t>(lists_.bytes(list));
    }
    put(begin);
  }

  void write_variants() {
    for (const Ordered& o : order_) {
      std::array<std::uint64_t, std::size_t{1} << (kSignatureWidths - 1)> signature{};
      const std::uint32_t words = signature_words(o.length);
      for (const WordId word : sequences_->words(o.index)) {
        const std::uint32_t bit = signature_bit(word, words * 64);
        signature[bit / 64] |= std::uint64_t{1} << (bit % 64);
      }
      for (std::uint32_t i = 0; i < words; ++i) put(signature[i]);
    }
    for (const Ordered& o : order_) {
      put(static_cast<std::uint32_t>(sequences_->variant(o.index) - header_.first_variant));
    }
  }

  void write_sequences() {
    for (const Ordered& o : order_) {
      for (const WordId word : sequences_->words(o.index)) {
        const std::uint32_t p = place(word);
        out_.append(reinterpret_cast<const char*>(&p), header_.word_bytes);
      }
      spill();
    }
    out_.append(kPadding, '\0');
  }

  /// Enters a variant in its lists.
  void list_variant(std::uint32_t local) {
    const Ordered& o = order_[local];
    std::uint32_t signature = 0;
    ranks_.clear();
    for (const WordId word : sequences_->words(o.index)) {
      signature |= 1U << signature_bit(word, kHintBits);
      ranks_.push_back(std::uint64_t{place(fuzzy_word(word))} << 32U | ranks_.size());
    }
    std::sort(ranks_.begin(), ranks_.end(), std::greater<>());
    const std::size_t near = max_distance(o.length, kNearScore);
    for (std::size_t i = 0; i < ranks_.size(); ++i) {
      const auto rank = static_cast<std::uint32_t>(ranks_[i] >> 32U);
      if (i > 0 && rank == ranks_[i - 1] >> 32U) continue;
      const bool again = i + 1 < ranks_.size() && rank == ranks_[i + 1] >> 32U;
      const auto position = static_cast<std::uint32_t>(ranks_[i]);
      const std::uint32_t at = again ? kAnyPlace : std::min(position, kAnyPlace);
      lists_.add(rank * 2 + (i <= near ? 0 : 1), local, at << kHintBits | signature);
    }
    // A number has a list of its own besides, for concordance.
    numbers_.clear();
    for (const WordId word : sequences_->words(o.index)) {
      if (word == fuzzy_word(word)) continue;
      if (std::find(numbers_.begin(), numbers_.end(), word) != numbers_.end()) continue;
      numbers_.push_back(word);
      lists_.add(place(word) * 2 + 1, local, 0);
    }
  }

  const Sequences* sequences_;
  Directory directory_;
  std::vector<std::uint32_t> places_;  ///< By word of the directory.
  std::vector<std::uint32_t> ranked_;  ///< The other way round.
  std::vector<Ordered> order_;         ///< By local number.
  std::vector<BlockGroup> groups_;
  std::size_t sequence_bytes_ = 0;
  std::size_t signature_bytes_ = 0;
  PostingLists lists_;
  std::uint32_t lists_at_ = 0;  ///< Where the first one begins.
  BlockHeader header_;
  std::string out_;
  std::size_t taken_ = 0;  ///< Bytes that have been handed over.
  const std::function<void(std::string_view)>* take_ = nullptr;
  std::vector<std::uint64_t> ranks_;  ///< Places by frequency and, below, positions in the text.
  std::vector<WordId> numbers_;       ///< Of one variant.
};

BlockBuilder::BlockBuilder(const Sequences& sequences) : impl_(std::make_unique<Impl>(sequences)) {}
BlockBuilder::~BlockBuilder() = default;

std::size_t BlockBuilder::size() const noexcept {
  return impl_->header_.size;
}

void BlockBuilder::write(const std::function<void(std::string_view piece)>& take) {
  impl_->write(take);
}

std::string build_block(const Sequences& sequences) {
  std::string out;
  BlockBuilder(sequences).write([&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace trujaman::memory
