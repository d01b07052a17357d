#include "memory/block_merger.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "memory/block_pieces.hpp"
#include "memory/block_source.hpp"
#include "memory/list_ranges.hpp"
#include "memory/posting_lists.hpp"

namespace trujaman::memory {
namespace {

/// A block that comes next in a merge, with what its text is ordered by.
struct Head {
  BlockSource* source = nullptr;
  const std::vector<std::uint32_t>* places = nullptr;  ///< In the new block, by those in the old.
  std::uint64_t rarest = 0;  ///< The places of the three rarest words, 21 bits each.
};

template <class T>
std::string_view bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

class Merger {
 public:
  Merger(Connection& connection, std::int64_t language, std::span<const BlockRow> blocks)
      : connection_(&connection), language_(language) {
    for (const BlockRow& row : blocks) {
      sources_.push_back(std::make_unique<BlockSource>(connection, row));
    }
  }

  /// What each block has, and how often.
  void count() {
    std::int64_t first = 0;
    std::int64_t last = 0;
    for (const auto& source : sources_) {
      std::vector<std::uint32_t>& counts = counts_.emplace_back(source->block().words().size());
      while (source->next()) {
        first = header_.variants == 0 ? source->variant() : std::min(first, source->variant());
        last = header_.variants == 0 ? source->variant() : std::max(last, source->variant());
        ++header_.variants;
        ++lengths_[static_cast<std::uint32_t>(source->places().size())];
        for (const std::uint32_t place : source->places()) ++counts[place];
      }
      source->rewind(PieceReader::Mode::Remove);
    }
    header_.first_variant = first;
    last_variant_ = last;
  }

  [[nodiscard]] bool empty() const noexcept { return header_.variants == 0; }

  /// Gives each word its place in the new block.
  void rank() {
    for (const auto& source : sources_) {
      const auto words = source->block().words();
      words_.insert(words_.end(), words.begin(), words.end());
    }
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    std::vector<std::uint32_t> counts(words_.size());
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      visit_words(s, [&](std::size_t i, std::uint32_t place) {
        counts[i] += counts_[s][place];
        if (words_[i] != kAnyNumber && fuzzy_word(words_[i]) == kAnyNumber) {
          counts[0] += counts_[s][place];
        }
      });
    }
    ranked_.resize(words_.size());
    std::iota(ranked_.begin(), ranked_.end(), 0U);
    std::stable_sort(ranked_.begin(), ranked_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    places_.resize(words_.size());
    std::vector<std::uint32_t> by_place;
    for (std::uint32_t place = 0; place < ranked_.size(); ++place) {
      places_[ranked_[place]] = place;
      by_place.push_back(counts[ranked_[place]]);
      ranked_[place] = words_[ranked_[place]];
    }
    ranges_.emplace(*connection_, by_place);
    // From here on what counted words says where they are.
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      visit_words(s, [&](std::size_t i, std::uint32_t place) { counts_[s][place] = places_[i]; });
    }
  }

  /// Decides where each section begins, and writes the tables.
  void lay_out() {
    header_.words = static_cast<std::uint32_t>(words_.size());
    header_.word_bytes = word_bytes(header_.words);
    std::vector<BlockGroup> groups;
    std::uint64_t sequences = 0;
    std::uint64_t signatures = 0;
    std::uint32_t local = 0;
    for (const auto& [length, variants] : lengths_) {
      groups.push_back({length, local, static_cast<std::uint32_t>(sequences),
                        static_cast<std::uint32_t>(signatures)});
      local += variants;
      sequences += std::uint64_t{variants} * length * header_.word_bytes;
      signatures += std::uint64_t{variants} * signature_words(length) * sizeof(std::uint64_t);
    }
    header_.groups = static_cast<std::uint32_t>(groups.size());
    std::uint64_t at = sizeof header_;
    const auto section = [&at](std::uint64_t bytes) {
      if (at + bytes > kMaxBlockBytes) {
        throw Error(Errc::InvalidArgument, message("texts too long for a memory; split them"));
      }
      return static_cast<std::uint32_t>(std::exchange(at, at + bytes));
    };
    header_.group_table = section(groups.size() * sizeof(BlockGroup));
    header_.word_table = section(words_.size() * 4);
    header_.place_table = section(words_.size() * 4);
    header_.rank_table = section(words_.size() * 4);
    header_.list_table = section((words_.size() * 2 + 1) * 4);
    const std::uint64_t gap = (8 - at % 8) % 8;  // no signature lies in two cache lines
    header_.signatures = section(gap) + static_cast<std::uint32_t>(gap);
    section(signatures);
    header_.variant_table = section(header_.variants * std::uint64_t{4});
    header_.sequences = section(sequences + kPadding);
    lists_begin_ = at;

    execute(*connection_,
            "INSERT INTO blocks (language, first_variant, last_variant, variants, removed, bytes) "
            "VALUES (?1, ?2, ?3, ?4, 0, 0)",
            language_, header_.first_variant, last_variant_, std::int64_t{header_.variants});
    block_ = connection_->last_row();
    out_.emplace(*connection_, block_);
    out_->write(header_.group_table, bytes_of(groups));
    out_->write(header_.word_table, bytes_of(words_));
    out_->write(header_.place_table, bytes_of(places_));
    out_->write(header_.rank_table, bytes_of(ranked_));
    out_->write(header_.signatures - gap, std::string(gap, '\0'));
    out_->write(lists_begin_ - kPadding, std::string(kPadding, '\0'));
  }

  /// Signatures, numbers and words of the texts, which come by length, and within a length by their
  /// rarest words as far as those of each block do: what a lookup reads lies together.
  void write_texts() {
    std::vector<Head> heads;
    for (std::size_t s = 0; s < sources_.size(); ++s) {
      if (sources_[s]->next()) heads.push_back(head(*sources_[s], counts_[s]));
    }
    std::size_t signature = header_.signatures;
    std::size_t variant = header_.variant_table;
    std::size_t sequence = header_.sequences;
    for (std::uint32_t local = 0; !heads.empty(); ++local) {
      const auto first =
          std::min_element(heads.begin(), heads.end(), [](const Head& a, const Head& b) {
            const std::size_t left = a.source->places().size();
            const std::size_t right = b.source->places().size();
            return left != right ? left < right : a.rarest < b.rarest;
          });
      place_words(*first);
      signature += write_signature(signature);
      const auto number =
          static_cast<std::uint32_t>(first->source->variant() - header_.first_variant);
      out_->write(variant, {reinterpret_cast<const char*>(&number), sizeof number});
      variant += sizeof number;
      sequence += write_sequence(sequence);
      for (const ListEntry& entry : finder_.entries(text_, local)) ranges_->add(entry);
      if (first->source->next()) {
        first->rarest = rarest(*first);
      } else {
        heads.erase(first);
      }
    }
  }

  void write_lists() {
    std::vector<std::uint32_t> begins;
    std::size_t at = lists_begin_;
    std::string bytes;
    ranges_->visit([&](std::uint32_t list, std::span<const Posting> postings) {
      begins.push_back(static_cast<std::uint32_t>(at));
      bytes.clear();
      encoder_.append(bytes, postings, list % 2 == 0);
      if (at + bytes.size() > kMaxBlockBytes) {
        throw Error(Errc::InvalidArgument, message("texts too long for a memory; split them"));
      }
      out_->write(at, bytes);
      at += bytes.size();
    });
    begins.push_back(static_cast<std::uint32_t>(at));
    out_->write(header_.list_table, bytes_of(begins));
    header_.size = static_cast<std::uint32_t>(at);
    out_->write(0, {reinterpret_cast<const char*>(&header_), sizeof header_});
    out_->finish(at);
    execute(*connection_, "UPDATE blocks SET bytes = ?2 WHERE id = ?1", block_,
            static_cast<std::int64_t>(at));
  }

 private:
  /// Calls @p visit with the number of each word of block @p s among all, and its place there.
  template <class Visit>
  void visit_words(std::size_t s, Visit visit) {
    const Block& block = sources_[s]->block();
    std::size_t i = 0;
    for (std::size_t w = 0; w < block.words().size(); ++w) {
      while (words_[i] < block.words()[w]) ++i;
      visit(i, block.places()[w]);
    }
  }

  Head head(BlockSource& source, const std::vector<std::uint32_t>& places) {
    Head out{&source, &places, 0};
    out.rarest = rarest(out);
    return out;
  }

  [[nodiscard]] std::uint32_t fuzzy_place(std::uint32_t place) const noexcept {
    return fuzzy_word(ranked_[place]) == kAnyNumber ? places_[0] : place;
  }

  [[nodiscard]] std::uint64_t rarest(const Head& head) const noexcept {
    std::array<std::uint32_t, 3> top{};
    for (const std::uint32_t old : head.source->places()) {
      std::uint32_t place = fuzzy_place((*head.places)[old]);
      for (std::uint32_t& other : top) {
        if (place > other) std::swap(place, other);
      }
    }
    std::uint64_t out = 0;
    for (const std::uint32_t place : top) out = out << 21U | (place & 0x1FFFFFU);
    return out;
  }

  void place_words(const Head& head) {
    text_.clear();
    for (const std::uint32_t old : head.source->places()) {
      const std::uint32_t place = (*head.places)[old];
      text_.push_back({ranked_[place], place, fuzzy_place(place)});
    }
  }

  std::size_t write_signature(std::size_t at) {
    std::array<std::uint64_t, std::size_t{1} << (kSignatureWidths - 1)> signature{};
    const std::uint32_t words = signature_words(static_cast<std::uint32_t>(text_.size()));
    for (const PlacedWord& w : text_) {
      const std::uint32_t bit = signature_bit(w.word, words * 64);
      signature[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    const std::size_t size = words * sizeof(std::uint64_t);
    out_->write(at, {reinterpret_cast<const char*>(signature.data()), size});
    return size;
  }

  std::size_t write_sequence(std::size_t at) {
    sequence_.clear();
    for (const PlacedWord& w : text_) {
      sequence_.append(reinterpret_cast<const char*>(&w.place), header_.word_bytes);
    }
    out_->write(at, sequence_);
    return sequence_.size();
  }

  Connection* connection_;
  std::int64_t language_;
  std::vector<std::unique_ptr<BlockSource>> sources_;
  /// By source and place there: how often the word stands there; later, its place in the new block.
  std::vector<std::vector<std::uint32_t>> counts_;
  std::map<std::uint32_t, std::uint32_t> lengths_;  ///< Variants by their number of words.
  std::int64_t last_variant_ = 0;
  std::vector<WordId> words_;          ///< Ascending.
  std::vector<std::uint32_t> places_;  ///< The place of each; the most frequent has place 0.
  std::vector<WordId> ranked_;         ///< The other way round.
  BlockHeader header_;
  std::size_t lists_begin_ = 0;
  std::int64_t block_ = 0;
  std::optional<PieceWriter> out_;
  std::optional<ListRanges> ranges_;
  std::vector<PlacedWord> text_;
  std::string sequence_;
  ListFinder finder_;
  ListEncoder encoder_;
};

}  // namespace

void merge_blocks(Connection& connection, std::int64_t language, std::span<const BlockRow> blocks) {
  {
    Merger merger(connection, language, blocks);
    merger.count();
    if (!merger.empty()) {
      merger.rank();
      merger.lay_out();
      merger.write_texts();
      merger.write_lists();
    }
  }
  for (const BlockRow& block : blocks) remove_block(connection, block.id);
}

}  // namespace trujaman::memory
