#include "memory/fuzzy_index.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>

#include "memory/edit_distance.hpp"
#include "memory/signature_filter.hpp"

namespace trujaman::memory {
namespace {

/// A word of the query and where it stands there.
struct QueryWord {
  WordId word = 0;
  std::span<const std::uint32_t> positions;
};

/// A query as every block sees it.
struct QueryText {
  std::vector<WordId> words;
  std::vector<QueryWord> distinct;
  Signature signature;

  explicit QueryText(std::vector<WordId> ids) : words(std::move(ids)), positions_(words.size()) {
    std::iota(positions_.begin(), positions_.end(), 0U);
    std::stable_sort(positions_.begin(), positions_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return words[a] < words[b]; });
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
      const WordId word = words[positions_[begin]];
      while (end < words.size() && words[positions_[end]] == word) ++end;
      distinct.push_back({word, std::span(positions_).subspan(begin, end - begin)});
      signature.add(word);
    }
  }

 private:
  std::vector<std::uint32_t> positions_;  ///< By word.
};

/// How far a variant of a length may be from the query.
class Limits {
 public:
  explicit Limits(std::size_t query_length) : n_(query_length) {}

  /// To be called when the score rises.
  void set(double min_score) {
    if (min_score == min_score_) return;
    min_score_ = min_score;
    limits_.clear();
    // Longer texts than the last one here share too few words even when they have all.
    for (std::size_t m = n_;; ++m) {
      const std::size_t limit = max_distance(m, min_score);
      if (m - limit > n_) break;
      limits_.push_back(static_cast<std::uint32_t>(limit));
    }
  }
  [[nodiscard]] double min_score() const noexcept { return min_score_; }
  /// Of a variant of @p length words, which is within reach.
  [[nodiscard]] std::size_t operator()(std::size_t length) const noexcept {
    return limits_[length <= n_ ? 0 : length - n_];
  }
  /// The longest variant that may match when at most @p shared words are shared; below that of the
  /// query when there is none.
  [[nodiscard]] std::size_t longest(std::size_t shared) const noexcept {
    std::size_t m = n_ + limits_.size();
    while (m > n_ && m - 1 - limits_[m - 1 - n_] > shared) --m;
    return m - 1;
  }
  [[nodiscard]] std::size_t shortest() const noexcept { return n_ - limits_[0]; }

 private:
  std::size_t n_;
  double min_score_ = -1.0;
  std::vector<std::uint32_t> limits_;  ///< By length less that of the query.
};

/// Local numbers that were met: a hash table with linear probing.
class LocalSet {
 public:
  /// False when it was there.
  bool insert(std::uint32_t local) {
    if (slots_.empty()) slots_.assign(64, kFree);  // most blocks have none
    if (!put(local)) return false;
    if (++size_ * 2 < slots_.size()) return true;
    std::vector<std::uint32_t> old(slots_.size() * 4, kFree);
    old.swap(slots_);
    for (const std::uint32_t l : old) {
      if (l != kFree) put(l);
    }
    return true;
  }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};

  bool put(std::uint32_t local) noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = (local * 0x9E3779B97F4A7C15ULL >> 40U) & mask;
    while (slots_[i] != kFree && slots_[i] != local) i = (i + 1) & mask;
    if (slots_[i] == local) return false;
    slots_[i] = local;
    return true;
  }

  std::vector<std::uint32_t> slots_;
  std::size_t size_ = 0;
};

/// The search in one block: walks the lists of the query's words, the rarest first.
class BlockSearch {
 public:
  BlockSearch(const QueryText& query, const std::shared_ptr<Block>& block)
      : query_(&query), block_(block.get()), unseen_(query.words.size()) {
    steps_.reserve(query.distinct.size());
    for (const QueryWord& word : query.distinct) {
      if (const auto place = block_->place(word.word)) {
        steps_.push_back({*place, word.positions});
      } else {
        unseen_ -= word.positions.size();  // no variant has it
      }
    }
    std::sort(steps_.begin(), steps_.end(),
              [](const Step& a, const Step& b) { return a.place > b.place; });
    prefetch_place();
  }

  /// No match that has not been found shares more words with the query.
  [[nodiscard]] std::size_t unseen() const noexcept { return unseen_; }
  [[nodiscard]] bool done(const Limits& limits) const noexcept {
    return step_ == steps_.size() || unseen_ < limits.shortest();
  }

  void prefetch_list(const Limits& limits) const noexcept {
    if (!done(limits)) block_->prefetch_list(steps_[step_].place);
  }
  /// Walks the next list; calls @p found with the group and the local number of each variant in it
  /// that may match as far as the list tells.
  template <class Found>
  void advance(Connection& connection, const Limits& limits, const Found& found) {
    const Step& step = steps_[step_++];
    const std::size_t longest = limits.longest(unseen_);
    unseen_ -= step.positions.size();
    prefetch_place();
    const std::span<const BlockGroup> groups = block_->groups();
    const auto first = std::partition_point(groups.begin(), groups.end(), [&](const BlockGroup& g) {
      return g.length < limits.shortest();
    });
    const auto last = std::partition_point(
        first, groups.end(), [&](const BlockGroup& g) { return g.length <= longest; });
    if (first == last) return;
    for (const Rank rank : {Rank::Near, Rank::Far}) {
      if (rank == Rank::Far && limits.min_score() >= kNearScore) break;
      const std::string_view list = block_->list(connection, step.place, rank);
      if (list.empty()) continue;
      walk(ListReader(list, rank, first->first), step, {first, last}, limits, found);
    }
  }

  [[nodiscard]] Block& block() const noexcept { return *block_; }
  /// False when it was called for this variant before.
  bool see(std::uint32_t local) { return seen_.insert(local); }

 private:
  /// Where the next list is.
  void prefetch_place() const noexcept {
    if (step_ < steps_.size()) block_->prefetch_place(steps_[step_].place);
  }

  struct Step {
    std::uint32_t place = 0;
    std::span<const std::uint32_t> positions;  ///< Of the word in the query.
  };

  template <class Found>
  void walk(ListReader list, const Step& step, std::span<const BlockGroup> groups,
            const Limits& limits, const Found& found) {
    const std::uint32_t end = block_->end_of(groups.back());
    std::array<std::uint32_t, 256> locals;
    auto group = groups.begin();
    for (std::size_t read = locals.size(); read == locals.size();) {
      read = list.next(end, locals.data(), locals.size());
      for (std::size_t i = 0; i < read;) {
        while (locals[i] >= block_->end_of(*group)) ++group;
        std::size_t stop = i + 1;
        while (stop < read && locals[stop] < block_->end_of(*group)) ++stop;
        std::size_t left = stop - i;
        if (list.hints() != nullptr) {
          const std::size_t limit = limits(group->length);
          const std::uint32_t places =
              possible_places(step.positions, query_->words.size(), group->length, limit);
          left = filter_hints(locals.data() + i, left, list.hints() + i * sizeof(std::uint32_t),
                              query_->signature, places, limit);
        }
        for (std::size_t k = i; k < i + left; ++k) found(*group, locals[k]);
        i = stop;
      }
    }
  }

  const QueryText* query_;
  Block* block_;
  std::vector<Step> steps_;
  std::size_t step_ = 0;
  std::size_t unseen_;
  LocalSet seen_;
};

/// Less promising: less similar, of equal ones the older. For a heap whose top is the best.
bool is_worse(const Candidate& a, const Candidate& b) noexcept {
  return a.similarity != b.similarity ? a.similarity < b.similarity : a.variant < b.variant;
}

class Search {
 public:
  Search(IndexReader& index, std::vector<WordId> words, double min_score,
         const std::function<double(const Candidate&)>& visit)
      : connection_(&index.connection()),
        query_(std::move(words)),
        distance_(query_.words),
        limits_(query_.words.size()),
        min_score_(min_score),
        visit_(&visit) {}

  void run(const Blocks& blocks) {
    std::vector<BlockSearch> searches;
    searches.reserve(blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      if (b + 1 < blocks.size()) {
        for (const QueryWord& word : query_.distinct) blocks[b + 1]->prefetch_word(word.word);
      }
      searches.emplace_back(query_, blocks[b]);
    }
    // All blocks one word at a time, so that what is known to be best is visited early and raises
    // the score that the rest must reach.
    for (bool going = true; going;) {
      going = false;
      limits_.set(min_score_);
      // What a step reads first lies far apart, too.
      for (const BlockSearch& search : searches) search.prefetch_list(limits_);
      std::size_t unseen = 0;
      for (std::size_t b = 0; b < searches.size(); ++b) {
        BlockSearch& search = searches[b];
        if (search.done(limits_)) continue;
        going = true;
        search.advance(*connection_, limits_, [&](const BlockGroup& group, std::uint32_t local) {
          const std::uint64_t* const signature =
              search.block().signature(*connection_, group, local);
          __builtin_prefetch(signature);
          const auto limit = static_cast<std::uint32_t>(limits_(group.length));
          suspects_.push_back({signature, &group, b, local, limit});
          if (suspects_.size() == kMostSuspects) verify_suspects(searches);
        });
        unseen = std::max(unseen, search.done(limits_) ? 0 : search.unseen());
      }
      verify_suspects(searches);
      const std::size_t n = query_.words.size();
      visit_from(similarity(n - unseen, n));
    }
    visit_from(0.0);
  }

 private:
  static constexpr std::size_t kMostSuspects = 4096;

  /// Signatures and texts lie far apart: all have been asked for when the first is used.
  void verify_suspects(std::vector<BlockSearch>& searches) {
    suspects_.resize(filter_signatures(suspects_.data(), suspects_.size(), query_.signature));
    for (const Suspect& s : suspects_) searches[s.block].block().prefetch(*s.group, s.local);
    for (const Suspect& s : suspects_) {
      BlockSearch& search = searches[s.block];
      if (search.see(s.local)) verify(search.block(), *s.group, s.local);
    }
    suspects_.clear();
  }

  void verify(Block& block, const BlockGroup& group, std::uint32_t local) {
    block.sequence(*connection_, group, local, other_);
    for (WordId& word : other_) word = fuzzy_word(word);
    const std::size_t longer = std::max(query_.words.size(), other_.size());
    const std::size_t limit = limits_(other_.size());
    const std::size_t distance = distance_(other_, limit);
    if (distance > limit) return;
    waiting_.push_back({block.variant(*connection_, local), similarity(distance, longer)});
    std::push_heap(waiting_.begin(), waiting_.end(), is_worse);
  }

  /// Visits the best of those that wait, as long as they are at least so similar.
  void visit_from(double least) {
    while (!waiting_.empty() && waiting_.front().similarity >= std::max(least, min_score_)) {
      std::pop_heap(waiting_.begin(), waiting_.end(), is_worse);
      const Candidate best = waiting_.back();
      waiting_.pop_back();
      min_score_ = std::max(min_score_, (*visit_)(best));
    }
  }

  Connection* connection_;
  QueryText query_;
  EditDistance distance_;
  Limits limits_;
  double min_score_;
  const std::function<double(const Candidate&)>* visit_;
  std::vector<Suspect> suspects_;
  std::vector<Candidate> waiting_;  ///< A heap.
  std::vector<WordId> other_;
};

/// Words that the memory does not have get numbers that no other has.
std::vector<WordId> ids_of(IndexReader& index, std::int64_t language,
                           const std::vector<Word>& words) {
  std::vector<WordId> out;
  for (const Word& word : words) {
    const auto unknown = static_cast<WordId>(kFirstUnknown + out.size());
    out.push_back(word.key == kNumberKey ? kAnyNumber
                                         : index.word(language, word.key).value_or(unknown));
  }
  return out;
}

}  // namespace

void search(IndexReader& index, std::int64_t language, const std::vector<Word>& words,
            double min_score, const std::function<double(const Candidate&)>& visit) {
  if (words.empty()) return;
  Search(index, ids_of(index, language, words), min_score, visit).run(index.blocks(language));
}

}  // namespace trujaman::memory
