#include "memory/block_builder.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "memory/block_layout.hpp"
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

class Builder {
 public:
  explicit Builder(const Sequences& sequences)
      : sequences_(&sequences), directory_(sequences.words()) {
    rank_words();
    sort_variants();
  }

  std::string build() {
    header_.variants = static_cast<std::uint32_t>(order_.size());
    header_.words = static_cast<std::uint32_t>(directory_.words().size());
    header_.word_bytes = word_bytes(header_.words);
    header_.first_variant = sequences_->variant(order_[0].index);
    for (const Ordered& o : order_) {
      header_.first_variant = std::min(header_.first_variant, sequences_->variant(o.index));
    }
    write_groups();
    header_.word_table = here();
    for (const WordId word : directory_.words()) store(out_, word);
    header_.place_table = here();
    for (const std::uint32_t place : places_) store(out_, place);
    header_.rank_table = here();
    for (const std::uint32_t word : ranked_) store(out_, directory_.words()[word]);
    // The lists come last; where they begin is known then.
    header_.list_table = here();
    out_.resize(out_.size() + (header_.words * std::size_t{2} + 1) * sizeof(std::uint32_t));
    write_variants();
    write_sequences();
    write_lists();
    header_.size = here();
    out_.replace(0, sizeof header_, reinterpret_cast<const char*>(&header_), sizeof header_);
    return std::move(out_);
  }

 private:
  struct Ordered {
    std::uint32_t length = 0;
    std::uint32_t index = 0;   ///< In sequences_.
    std::uint64_t rarest = 0;  ///< The places of the three rarest words, 21 bits each.
  };

  [[nodiscard]] std::uint32_t here() const {
    if (out_.size() > kMaxBlockBytes) {
      throw Error(Errc::InvalidArgument, message("texts too long for a memory; split them"));
    }
    return static_cast<std::uint32_t>(out_.size());
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

  void write_groups() {
    std::vector<BlockGroup> groups;
    std::size_t sequence = 0;
    std::size_t signature = 0;
    for (std::uint32_t local = 0; local < order_.size(); ++local) {
      const std::uint32_t length = order_[local].length;
      if (groups.empty() || groups.back().length != length) {
        groups.push_back({length, local, static_cast<std::uint32_t>(sequence),
                          static_cast<std::uint32_t>(signature)});
      }
      sequence += std::size_t{length} * header_.word_bytes;
      signature += signature_words(length) * sizeof(std::uint64_t);
    }
    if (sequence > kMaxBlockBytes) {
      throw Error(Errc::InvalidArgument, message("texts too long for a memory; split them"));
    }
    header_.groups = static_cast<std::uint32_t>(groups.size());
    header_.group_table = sizeof header_;
    out_.resize(sizeof header_);
    for (const BlockGroup& group : groups) store(out_, group);
  }

  void write_variants() {
    out_.resize((out_.size() + 7) / 8 * 8);  // so that no signature lies in two cache lines
    header_.signatures = here();
    for (const Ordered& o : order_) {
      std::array<std::uint64_t, std::size_t{1} << (kSignatureWidths - 1)> signature{};
      const std::uint32_t words = signature_words(o.length);
      for (const WordId word : sequences_->words(o.index)) {
        const std::uint32_t bit = signature_bit(word, words * 64);
        signature[bit / 64] |= std::uint64_t{1} << (bit % 64);
      }
      for (std::uint32_t i = 0; i < words; ++i) store(out_, signature[i]);
    }
    header_.variant_table = here();
    for (const Ordered& o : order_) {
      store(out_, static_cast<std::uint32_t>(sequences_->variant(o.index) - header_.first_variant));
    }
  }

  void write_sequences() {
    header_.sequences = here();
    for (const Ordered& o : order_) {
      for (const WordId word : sequences_->words(o.index)) {
        const std::uint32_t p = place(word);
        out_.append(reinterpret_cast<const char*>(&p), header_.word_bytes);
      }
    }
    out_.append(kPadding, '\0');
  }

  /// The lists in which a variant stands.
  std::span<const ListEntry> list_variant(std::uint32_t local) {
    text_.clear();
    for (const WordId word : sequences_->words(order_[local].index)) {
      const WordId fuzzy = fuzzy_word(word);
      const std::uint32_t at = place(word);
      text_.push_back({word, at, fuzzy == word ? at : place(fuzzy)});
    }
    return finder_.entries(text_, local);
  }

  void write_lists() {
    const std::size_t lists = header_.words * std::size_t{2};
    std::vector<ListEntry> entries;
    entries.reserve(sequences_->words().size());
    for (std::uint32_t local = 0; local < order_.size(); ++local) {
      const std::span<const ListEntry> more = list_variant(local);
      entries.insert(entries.end(), more.begin(), more.end());
    }
    std::vector<std::size_t> ends(lists + 1);
    for (const ListEntry& e : entries) ++ends[e.list + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<Posting> postings(entries.size());
    for (const ListEntry& e : entries) postings[ends[e.list]++] = e.posting;
    std::size_t begin = 0;
    for (std::size_t list = 0; list <= lists; ++list) {
      const std::uint32_t offset = here();
      std::memcpy(out_.data() + header_.list_table + list * sizeof offset, &offset, sizeof offset);
      if (list == lists) break;
      encoder_.append(out_, {postings.data() + begin, postings.data() + ends[list]}, list % 2 == 0);
      begin = ends[list];
    }
  }

  const Sequences* sequences_;
  Directory directory_;
  std::vector<std::uint32_t> places_;  ///< By word of the directory.
  std::vector<std::uint32_t> ranked_;  ///< The other way round.
  std::vector<Ordered> order_;         ///< By local number.
  BlockHeader header_;
  std::string out_;
  std::vector<PlacedWord> text_;
  ListFinder finder_;
  ListEncoder encoder_;
};

}  // namespace

std::string build_block(const Sequences& sequences) {
  return Builder(sequences).build();
}

}  // namespace trujaman::memory
