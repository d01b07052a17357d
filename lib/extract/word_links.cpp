#include "extract/word_links.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace trujaman::extract {
namespace {

/// A word whose best partners are all linked better is linked to one of them all the same, when
/// that is as probable as this: several words may be rendered by one.
constexpr double kAlone = 0.15;
struct Weighed {
  std::uint16_t source;
  std::uint16_t target;
  double probability;
};

/// The word that has byte @p at; the number of words when none has.
std::size_t word_at(std::span<const Word> words, std::size_t at) {
  const auto it = std::upper_bound(words.begin(), words.end(), at,
                                   [](std::size_t a, const Word& w) { return a < w.begin; });
  if (it == words.begin() || std::prev(it)->end <= at) return words.size();
  return static_cast<std::size_t>(std::prev(it) - words.begin());
}

bool is_linked(const Corpus& corpus, std::span<const Word> words, std::size_t at) {
  if (at >= words.size() || at > UINT16_MAX) return false;
  const WordClass kind = corpus.form(words[at].form).word_class;
  return kind == WordClass::Content || kind == WordClass::Number || kind == WordClass::Degree;
}

/// Words are longer than the aligner's where these are joined by hyphens: of links between two
/// words, the best counts.
std::vector<Weighed> between_words(const Corpus& source, const Corpus& target, std::size_t segment,
                                   std::span<const WordLink> links) {
  const auto sources = source.words(segment);
  const auto targets = target.words(segment);
  std::vector<Weighed> out;
  for (const WordLink& link : links) {
    const std::size_t s = word_at(sources, link.source.begin);
    const std::size_t t = word_at(targets, link.target.begin);
    if (!is_linked(source, sources, s) || !is_linked(target, targets, t)) continue;
    out.push_back({static_cast<std::uint16_t>(s), static_cast<std::uint16_t>(t), link.probability});
  }
  std::sort(out.begin(), out.end(), [](const Weighed& a, const Weighed& b) {
    return std::tuple(a.source, a.target, -a.probability) <
           std::tuple(b.source, b.target, -b.probability);
  });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Weighed& a, const Weighed& b) {
                          return a.source == b.source && a.target == b.target;
                        }),
            out.end());
  return out;
}

}  // namespace

std::vector<ContentLink> content_links(const Corpus& source, const Corpus& target,
                                       std::size_t segment, std::span<const WordLink> links) {
  std::vector<Weighed> weighed = between_words(source, target, segment, links);
  std::sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
    return std::tuple(-a.probability, a.source, a.target) <
           std::tuple(-b.probability, b.source, b.target);
  });
  std::vector<bool> source_done(source.words(segment).size(), false);
  std::vector<bool> target_done(target.words(segment).size(), false);
  std::vector<ContentLink> out;
  std::vector<Weighed> rest;
  for (const Weighed& w : weighed) {
    if (source_done[w.source] || target_done[w.target]) {
      rest.push_back(w);
      continue;
    }
    out.push_back({w.source, w.target});
    source_done[w.source] = target_done[w.target] = true;
  }
  for (const Weighed& w : rest) {
    if (w.probability < kAlone || (source_done[w.source] && target_done[w.target])) continue;
    out.push_back({w.source, w.target});
    source_done[w.source] = target_done[w.target] = true;
  }
  std::sort(out.begin(), out.end(), [](const ContentLink& a, const ContentLink& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  });
  return out;
}

}  // namespace trujaman::extract
