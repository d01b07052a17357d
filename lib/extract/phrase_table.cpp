#include "extract/phrase_table.hpp"

#include <algorithm>

namespace trujaman::extract {

PhraseTable::PhraseTable(const Corpus& corpus, std::size_t min_count, std::size_t most_content)
    : corpus_(&corpus), most_content_(most_content) {
  // Most phrases stand in one place: sorting their keys takes less memory than counting them in a
  // map.
  std::vector<std::uint64_t> all;
  for (std::size_t s = 0; s < corpus.segments(); ++s) {
    for_each_phrase(corpus, corpus.words(s), most_content,
                    [&](const Phrase& phrase) { all.push_back(phrase.key); });
  }
  std::sort(all.begin(), all.end());
  starts_.push_back(0);
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end = std::upper_bound(begin, all.end(), *begin);
    const auto count = static_cast<std::size_t>(end - begin);
    if (count >= min_count) {
      ids_.emplace(*begin, static_cast<PhraseId>(keys_.size()));
      keys_.push_back(*begin);
      starts_.push_back(starts_.back() + count);
    }
    begin = end;
  }
  segments_.resize(starts_.back());
  std::vector<std::size_t> next = starts_;
  std::vector<KnownPhrase> found;
  for (std::size_t s = 0; s < corpus.segments(); ++s) {
    find(s, found);
    for (const KnownPhrase& known : found) {
      segments_[next[known.id]++] = static_cast<std::uint32_t>(s);
    }
  }
}

void PhraseTable::find(std::size_t segment, std::vector<KnownPhrase>& out) const {
  out.clear();
  for_each_phrase(*corpus_, corpus_->words(segment), most_content_, [&](const Phrase& phrase) {
    const auto it = ids_.find(phrase.key);
    if (it != ids_.end()) out.push_back({phrase, it->second});
  });
}

}  // namespace trujaman::extract
