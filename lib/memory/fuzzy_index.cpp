#include "memory/fuzzy_index.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "memory/edit_distance.hpp"
#include "memory/signature_filter.hpp"

namespace trujaman::memory {
namespace {

/// A word of the query and how often it stands there.
struct QueryWord {
  WordId word = 0;
  std::size_t count = 0;
};

/// A query as every block sees it.
struct QueryText {
  std::vector<WordId> words;
  std::vector<QueryWord> distinct;
  std::uint64_t signature = 0;

  explicit QueryText(std::vector<WordId> ids) : words(std::move(ids)) {
    std::vector<WordId> sorted = words;
    std::sort(sorted.begin(), sorted.end());
    for (const WordId word : sorted) {
      if (distinct.empty() || distinct.back().word != word) distinct.push_back({word, 0});
      ++distinct.back().count;
      signature |= signature_bit(word);
    }
  }
};

/// Two texts of @p m and @p n words may be similar enough although at most @p shared of their words
/// are the same.
bool may_match(std::size_t m, std::size_t n, std::size_t shared, double min_score) noexcept {
  const std::size_t longer = std::max(m, n);
  return std::min({m, n, shared}) + max_distance(longer, min_score) >= longer;
}

/// The search in one block: walks the lists of the query's words, the shortest first.
class BlockSearch {
 public:
  BlockSearch(const QueryText& query, const std::shared_ptr<Block>& block)
      : query_(&query), block_(block.get()), unseen_(query.words.size()) {
    for (const QueryWord& word : query.distinct) {
      if (const auto place = block_->place(word.word)) {
        steps_.push_back({*place, word.count, block_->list_size(*place)});
      } else {
        unseen_ -= word.count;  // no variant shares it
      }
    }
    std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
      return std::uint64_t{a.cost} * b.count < std::uint64_t{b.cost} * a.count;
    });
  }

  /// No variant that has not been found shares more words with the query.
  [[nodiscard]] std::size_t unseen() const noexcept { return unseen_; }
  [[nodiscard]] bool done(double min_score) const noexcept {
    const std::size_t n = query_->words.size();
    return step_ == steps_.size() || unseen_ + max_distance(n, min_score) < n;
  }

  /// Walks the next list; calls @p found with the group and the local number of each variant in it
  /// that may match and has not been found before.
  template <class Found>
  void advance(Connection& connection, double min_score, const Found& found) {
    const Step& step = steps_[step_++];
    const std::span<const BlockGroup> groups = block_->groups();
    const std::size_t n = query_->words.size();
    const auto too_short = [&](const BlockGroup& g) {
      return g.length < n && !may_match(g.length, n, n, min_score);
    };
    const auto in_reach = [&](const BlockGroup& g) {
      return g.length <= n || may_match(g.length, n, unseen_, min_score);
    };
    const auto first = std::partition_point(groups.begin(), groups.end(), too_short);
    const auto last = std::partition_point(first, groups.end(), in_reach);
    unseen_ -= step.count;
    if (first == last) return;
    const std::uint32_t end = block_->end_of(*(last - 1));
    const std::uint64_t* signatures = block_->signatures(connection, first->first, end);
    ListReader list(block_->list(connection, step.place), first->first);
    std::array<std::uint32_t, 256> locals;
    for (auto group = first; group != last; ++group) {
      const std::size_t limit = max_distance(std::max<std::size_t>(group->length, n), min_score);
      const std::uint32_t stop = block_->end_of(*group);
      for (;;) {
        const std::size_t read = list.next(stop, locals.data(), locals.size());
        const std::size_t left =
            filter_signatures(locals.data(), read, signatures, query_->signature, limit);
        for (std::size_t i = 0; i < left; ++i) {
          if (seen_.insert(locals[i]).second) found(*group, locals[i]);
        }
        if (read < locals.size()) break;
      }
    }
  }

  [[nodiscard]] Block& block() const noexcept { return *block_; }

 private:
  struct Step {
    std::uint32_t place = 0;
    std::size_t count = 0;  ///< Of the word in the query.
    std::uint32_t cost = 0;
  };

  const QueryText* query_;
  Block* block_;
  std::vector<Step> steps_;
  std::size_t step_ = 0;
  std::size_t unseen_;
  std::unordered_set<std::uint32_t> seen_;
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
        min_score_(min_score),
        visit_(&visit) {}

  void run(const Blocks& blocks) {
    std::vector<BlockSearch> searches;
    searches.reserve(blocks.size());
    for (const auto& block : blocks) searches.emplace_back(query_, block);
    // All blocks one word at a time, so that what is known to be best is visited early and raises
    // the score that the rest must reach.
    for (bool going = true; going;) {
      going = false;
      std::size_t unseen = 0;
      for (BlockSearch& search : searches) {
        if (search.done(min_score_)) continue;
        going = true;
        search.advance(*connection_, min_score_, [&](const BlockGroup& group, std::uint32_t local) {
          verify(search.block(), group, local);
        });
        unseen = std::max(unseen, search.done(min_score_) ? 0 : search.unseen());
      }
      const std::size_t n = query_.words.size();
      visit_from(similarity(n - unseen, n));
    }
    visit_from(0.0);
  }

 private:
  void verify(Block& block, const BlockGroup& group, std::uint32_t local) {
    block.sequence(*connection_, group, local, other_);
    for (WordId& word : other_) word = fuzzy_word(word);
    const std::size_t longer = std::max(query_.words.size(), other_.size());
    const std::size_t limit = max_distance(longer, min_score_);
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
  double min_score_;
  const std::function<double(const Candidate&)>* visit_;
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

double similarity(std::size_t distance, std::size_t length) noexcept {
  if (length == 0) return 100.0;
  return 100.0 * static_cast<double>(length - distance) / static_cast<double>(length);
}

std::size_t max_distance(std::size_t length, double score) noexcept {
  // An estimate that rounding may have put one off, set right by the definition itself.
  auto distance = static_cast<std::size_t>((100.0 - score) / 100.0 * static_cast<double>(length));
  distance = std::min(distance, length);
  while (distance < length && similarity(distance + 1, length) >= score) ++distance;
  while (distance > 0 && similarity(distance, length) < score) --distance;
  return distance;
}

void search(IndexReader& index, std::int64_t language, const std::vector<Word>& words,
            double min_score, const std::function<double(const Candidate&)>& visit) {
  if (words.empty()) return;
  Search(index, ids_of(index, language, words), min_score, visit).run(index.blocks(language));
}

}  // namespace trujaman::memory
