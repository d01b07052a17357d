#include "memory/block_builder.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include <trujaman/error.hpp>

#include "memory/block_layout.hpp"
#include "memory/varint.hpp"

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

class Builder {
 public:
  explicit Builder(const Sequences& sequences)
      : sequences_(&sequences), directory_(sequences.words()), order_(sequences.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::size_t x = sequences.words(a).size();
      const std::size_t y = sequences.words(b).size();
      return x != y ? x < y : sequences.variant(a) < sequences.variant(b);
    });
  }

  std::string build() {
    header_.variants = static_cast<std::uint32_t>(order_.size());
    header_.words = static_cast<std::uint32_t>(directory_.words().size());
    header_.word_bytes = header_.words <= 1U << 16U ? 2 : header_.words <= 1U << 24U ? 3 : 4;
    header_.first_variant = sequences_->variant(order_[0]);
    for (const std::uint32_t i : order_) {
      header_.first_variant = std::min(header_.first_variant, sequences_->variant(i));
    }
    write_groups();
    header_.word_table = here();
    for (const WordId word : directory_.words()) store(out_, word);
    // The lists come last; where they begin is known then.
    header_.list_table = here();
    out_.resize(out_.size() + (header_.words + std::size_t{1}) * sizeof(std::uint32_t));
    write_variants();
    write_sequences();
    write_lists();
    header_.size = here();
    out_.replace(0, sizeof header_, reinterpret_cast<const char*>(&header_), sizeof header_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::uint32_t here() const {
    if (out_.size() > kMaxBlockBytes) {
      throw Error(Errc::InvalidArgument, "texts too long for a memory; split them");
    }
    return static_cast<std::uint32_t>(out_.size());
  }

  void write_groups() {
    std::vector<BlockGroup> groups;
    std::size_t sequence = 0;
    for (std::uint32_t local = 0; local < order_.size(); ++local) {
      const std::size_t length = sequences_->words(order_[local]).size();
      if (groups.empty() || groups.back().length != length) {
        groups.push_back(
            {static_cast<std::uint32_t>(length), local, static_cast<std::uint32_t>(sequence)});
      }
      sequence += length * header_.word_bytes;
    }
    header_.groups = static_cast<std::uint32_t>(groups.size());
    header_.group_table = sizeof header_;
    out_.resize(sizeof header_);
    for (BlockGroup& group : groups) store(out_, group);
  }

  void write_variants() {
    out_.resize((out_.size() + 7) / 8 * 8);  // so that no signature lies in two cache lines
    header_.signatures = here();
    for (const std::uint32_t i : order_) {
      std::uint64_t signature = 0;
      for (const WordId word : sequences_->words(i)) signature |= signature_bit(word);
      store(out_, signature);
    }
    header_.variant_table = here();
    for (const std::uint32_t i : order_) {
      store(out_, static_cast<std::uint32_t>(sequences_->variant(i) - header_.first_variant));
    }
  }

  void write_sequences() {
    header_.sequences = here();
    counts_.assign(header_.words + std::size_t{1}, 0);
    last_.assign(header_.words, ~std::uint32_t{0});
    for (std::uint32_t local = 0; local < order_.size(); ++local) {
      for (const WordId word : sequences_->words(order_[local])) {
        const std::uint32_t place = directory_.place(word);
        out_.append(reinterpret_cast<const char*>(&place), header_.word_bytes);
        count(place, local);
        if (fuzzy_word(word) == kAnyNumber) count(0, local);
      }
    }
    out_.append(kPadding, '\0');
  }

  void count(std::uint32_t place, std::uint32_t local) {
    if (last_[place] == local) return;
    last_[place] = local;
    ++counts_[place + 1];
  }

  void write_lists() {
    std::partial_sum(counts_.begin(), counts_.end(), counts_.begin());
    std::vector<std::uint32_t> ends(counts_.begin(), counts_.end() - 1);
    std::vector<std::uint32_t> postings(counts_.back());
    const auto post = [&](std::uint32_t place, std::uint32_t local) {
      std::uint32_t& end = ends[place];
      if (end > counts_[place] && postings[end - 1] == local) return;
      postings[end++] = local;
    };
    for (std::uint32_t local = 0; local < order_.size(); ++local) {
      for (const WordId word : sequences_->words(order_[local])) {
        post(directory_.place(word), local);
        if (fuzzy_word(word) == kAnyNumber) post(0, local);
      }
    }
    for (std::uint32_t place = 0; place <= header_.words; ++place) {
      const std::uint32_t offset = here();
      std::memcpy(out_.data() + header_.list_table + place * sizeof offset, &offset, sizeof offset);
      if (place == header_.words) break;
      write_list({postings.data() + counts_[place], postings.data() + counts_[place + 1]});
    }
  }

  void write_list(std::span<const std::uint32_t> postings) {
    append_varint(out_, postings.size());
    list_.clear();
    std::uint32_t next = 0;  // the smallest local number that may come
    for (std::size_t i = 0; i < postings.size(); ++i) {
      if (i > 0 && i % kSkip == 0) {
        store(out_, next);
        store(out_, static_cast<std::uint32_t>(list_.size()));
      }
      append_varint(list_, postings[i] - next);
      next = postings[i] + 1;
    }
    out_ += list_;
  }

  const Sequences* sequences_;
  Directory directory_;
  std::vector<std::uint32_t> order_;  ///< Index in sequences_ by local number.
  BlockHeader header_;
  std::string out_;
  std::string list_;
  std::vector<std::uint32_t> counts_;  ///< Postings of each word; then where its postings begin.
  std::vector<std::uint32_t> last_;
};

}  // namespace

std::string build_block(const Sequences& sequences) {
  return Builder(sequences).build();
}

}  // namespace trujaman::memory
