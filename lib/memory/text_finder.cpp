#include "memory/text_finder.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "memory/phrase_index.hpp"
#include "memory/text_key.hpp"

namespace trujaman::memory {
namespace {

/// Variants that are remembered before the index has to write them: 16 MB, twice that with ids.
constexpr std::size_t kMaxRecent = std::size_t{1} << 18U;

std::uint64_t recent_key(std::int64_t language, std::string_view text, std::string_view id) {
  const std::hash<std::string_view> hash;
  return hash(text) + 31 * hash(id) + static_cast<std::uint64_t>(language);
}

/// The variants of a block that have exactly @p words, in this order, which are not empty.
void find_sequence(Connection& connection, Block& block, const std::vector<WordId>& words,
                   std::vector<std::int64_t>& out) {
  const auto group = std::find_if(block.groups().begin(), block.groups().end(),
                                  [&](const BlockGroup& g) { return g.length == words.size(); });
  if (group == block.groups().end()) return;
  std::optional<std::uint32_t> rarest;
  for (const WordId word : words) {
    const std::optional<std::uint32_t> place = block.place(word);
    if (!place) return;
    rarest = std::max(*place, rarest.value_or(0));
  }
  std::vector<WordId> sequence;
  std::array<std::uint32_t, 256> some{};
  for (const Rank rank : {Rank::Near, Rank::Far}) {
    const std::string_view bytes = block.list(connection, *rarest, rank);
    if (bytes.empty()) continue;
    ListReader list(bytes, rank, group->first);
    for (std::size_t n = some.size(); n == some.size();) {
      n = list.next(block.end_of(*group), some.data(), some.size());
      for (std::size_t i = 0; i < n; ++i) {
        block.sequence(connection, *group, some[i], sequence);
        if (sequence == words) out.push_back(block.variant(connection, some[i]));
      }
    }
  }
}

}  // namespace

TextFinder::TextFinder(Connection& connection, TextIndexWriter& index)
    : connection_(&connection), index_(&index) {
  index_->flush();
  writes_ = index_->writes();
  reader_.emplace(connection, cache_);
}

void TextFinder::add(std::int64_t variant, std::int64_t language, std::string_view text,
                     std::string_view id) {
  if (recent_.size() >= kMaxRecent) {
    index_->flush();
    recent_.clear();
    recent_named_.clear();
  }
  recent_.emplace(recent_key(language, text, id), variant);
  if (!id.empty()) recent_named_.emplace(recent_key(language, text, {}), variant);
}

void TextFinder::follow_index() {
  if (writes_ == index_->writes()) return;
  // A reader looks for new blocks when another connection has written, not when its own has.
  reader_.emplace(*connection_, cache_);
  writes_ = index_->writes();
}

std::optional<std::vector<WordId>> TextFinder::words_of(std::int64_t language,
                                                        std::string_view text) {
  std::vector<WordId> words;
  bool has_all = true;
  visit_words(text, [&](std::string_view key, bool number) {
    std::optional<WordId> word;
    if (number) word = literal(key);
    if (!number && key == kNumberKey) word = kAnyNumber;  // a mark on its own
    if (!word) word = reader_->word(language, key);
    has_all = has_all && word.has_value();
    words.push_back(word.value_or(kAnyNumber));
  });
  if (!has_all || words.empty()) return std::nullopt;
  return words;
}

std::vector<std::int64_t> TextFinder::find(std::int64_t language, std::string_view text,
                                           std::string_view id) {
  follow_index();
  std::vector<std::int64_t> out;
  const auto append = [&](const Recent& some, std::string_view of) {
    const auto [first, last] = some.equal_range(recent_key(language, text, of));
    for (auto known = first; known != last; ++known) out.push_back(known->second);
  };
  append(recent_, {});
  if (id.empty()) {
    append(recent_named_, {});
  } else {
    append(recent_, id);
  }
  if (const auto words = words_of(language, text)) {
    for (const auto& block : reader_->blocks(language)) {
      find_sequence(*connection_, *block, *words, out);
    }
  }
  std::sort(out.begin(), out.end(), std::greater<>());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace trujaman::memory
