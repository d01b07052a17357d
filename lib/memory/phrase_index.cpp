#include "memory/phrase_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <functional>

#include "memory/signature_filter.hpp"

namespace trujaman::memory {
namespace {

/// A place of a phrase as a block sees it.
struct Place {
  std::vector<std::uint32_t>
      words;               ///< Places by frequency of those that the block has, ascending.
  std::uint64_t cost = 0;  ///< Bytes of the lists.
  Signature signature;     ///< Of those words; a variant has one of its bits.
};

class PhraseSearch {
 public:
  PhraseSearch(Connection& connection, Block& block, const Phrase& phrase, Places order)
      : connection_(&connection), block_(&block), order_(order) {
    for (const std::vector<WordId>& words : phrase) {
      Place place;
      for (const WordId word : words) {
        if (const auto found = block.place(word)) {
          place.words.push_back(*found);
          place.cost += block.list_size(*found);
          place.signature.add(word);
        }
      }
      std::sort(place.words.begin(), place.words.end());
      places_.push_back(std::move(place));
    }
  }

  /// Variants that have the phrase, as a heap with the newest on top.
  std::vector<std::int64_t> run() {
    std::vector<std::int64_t> out;
    const auto rarest =
        std::min_element(places_.begin(), places_.end(),
                         [](const Place& a, const Place& b) { return a.cost < b.cost; });
    if (rarest == places_.end()) return out;
    for (const Place& place : places_) {
      if (place.words.empty()) return out;
    }
    mark(rarest->words);
    auto group = block_->groups().begin();
    for (std::uint32_t i = 0; i < marked_.size(); ++i) {
      for (std::uint64_t bits = marked_[i]; bits != 0; bits &= bits - 1) {
        const auto local = i * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        while (local >= block_->end_of(*group)) ++group;
        if (has_all(*group, local) && has_phrase(*group, local)) {
          out.push_back(block_->variant(*connection_, local));
        }
      }
    }
    std::make_heap(out.begin(), out.end());
    return out;
  }

 private:
  /// Marks the local numbers that are in any list of these words.
  void mark(const std::vector<std::uint32_t>& words) {
    marked_.assign((block_->variants() + 63) / 64, 0);
    std::array<std::uint32_t, 1024> some;
    for (const std::uint32_t place : words) {
      for (const Rank rank : {Rank::Near, Rank::Far}) {
        const std::string_view bytes = block_->list(*connection_, place, rank);
        if (bytes.empty()) continue;
        ListReader list(bytes, rank, 0);
        for (std::size_t n = some.size(); n == some.size();) {
          n = list.next(block_->variants(), some.data(), some.size());
          for (std::size_t i = 0; i < n; ++i) {
            marked_[some[i] / 64] |= std::uint64_t{1} << (some[i] % 64);
          }
        }
      }
    }
  }

  [[nodiscard]] bool has_all(const BlockGroup& group, std::uint32_t local) {
    const std::uint32_t words = signature_words(group.length);
    const std::uint64_t* const other = block_->signature(*connection_, group, local);
    return std::all_of(places_.begin(), places_.end(), [&](const Place& place) {
      const std::uint64_t* const signature = place.signature.of(group.length);
      for (std::uint32_t i = 0; i < words; ++i) {
        if ((signature[i] & other[i]) != 0) return true;
      }
      return false;
    });
  }

  [[nodiscard]] bool has_phrase(const BlockGroup& group, std::uint32_t local) {
    if (places_.size() == 1) return true;
    if (group.length < places_.size()) return false;
    block_->places(*connection_, group, local, sequence_);
    const auto fits = [](std::uint32_t word, const Place& place) {
      if (place.words.size() == 1) return place.words[0] == word;
      return std::binary_search(place.words.begin(), place.words.end(), word);
    };
    if (order_ == Places::InARow) {
      return std::search(sequence_.begin(), sequence_.end(), places_.begin(), places_.end(),
                         fits) != sequence_.end();
    }
    return std::all_of(places_.begin(), places_.end(), [&](const Place& place) {
      return std::any_of(sequence_.begin(), sequence_.end(),
                         [&](std::uint32_t word) { return fits(word, place); });
    });
  }

  Connection* connection_;
  Block* block_;
  Places order_;
  std::vector<Place> places_;
  std::vector<std::uint32_t> sequence_;
  std::vector<std::uint64_t> marked_;  ///< A bit for each local number.
};

}  // namespace

std::optional<WordId> indexed_word(IndexReader& index, std::int64_t language,
                                   std::string_view key) {
  if (const std::optional<WordId> number = literal(key)) return number;
  return index.word(language, key);
}

std::vector<WordId> words_where(IndexReader& index, std::int64_t language,
                                const std::function<bool(std::string_view)>& fits) {
  std::vector<WordId> out;
  Query rows(index.connection(), "SELECT key, id FROM words WHERE language = ?1", language);
  while (rows.next()) {
    if (fits(rows.text(0))) out.push_back(static_cast<WordId>(rows.integer(1)));
  }
  for (const auto& block : index.blocks(language)) {
    const std::span<const WordId> words = block->words();
    for (auto w = std::lower_bound(words.begin(), words.end(), kFirstLiteral); w != words.end();
         ++w) {
      std::array<char, 16> digits;
      const auto end = std::to_chars(digits.begin(), digits.end(), *w - kFirstLiteral).ptr;
      if (fits({digits.data(), static_cast<std::size_t>(end - digits.data())})) out.push_back(*w);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void find_phrase(IndexReader& index, std::int64_t language, const Phrase& phrase, Places places,
                 const std::function<bool(std::int64_t variant)>& visit) {
  const Blocks& blocks = index.blocks(language);
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    std::vector<std::int64_t> found =
        PhraseSearch(index.connection(), **block, phrase, places).run();
    for (; !found.empty(); found.pop_back()) {
      std::pop_heap(found.begin(), found.end());
      if (!visit(found.back())) return;
    }
  }
}

}  // namespace trujaman::memory
