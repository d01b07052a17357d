#include "extract/word_links.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace trujaman::extract {
namespace {

/// A word whose best partners are all linked better is linked to one of them all the same, when
/// that is as probable as this: several words may be rendered by one.
constexpr double kAlone = 0.15;
/// What a link gains by certain links beside it: of the same word twice in a segment, the one in
/// the right company is meant.
constexpr double kSupport = 0.5;
/// So many words away is still beside, function words counted.
constexpr int kBeside = 3;

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

/// Weighs links by their neighbours and sorts them, the surest first.
void support(std::vector<Weighed>& links) {
  std::vector<double> gains(links.size(), 0.0);
  for (std::size_t i = 0; i < links.size(); ++i) {
    for (std::size_t j = i + 1; j < links.size(); ++j) {
      if (links[j].source > links[i].source + kBeside) break;
      if (links[j].source == links[i].source) continue;
      if (links[j].target == links[i].target) continue;
      if (std::abs(links[j].target - links[i].target) > kBeside) continue;
      gains[i] = std::max(gains[i], links[j].probability);
      gains[j] = std::max(gains[j], links[i].probability);
    }
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].probability *= 1.0 + kSupport * gains[i];
  }
  std::sort(links.begin(), links.end(), [](const Weighed& a, const Weighed& b) {
    return std::tuple(-a.probability, a.source, a.target) <
           std::tuple(-b.probability, b.source, b.target);
  });
}

}  // namespace

std::vector<ContentLink> content_links(const Corpus& source, const Corpus& target,
                                       std::size_t segment, std::span<const WordLink> links) {
  std::vector<Weighed> weighed = between_words(source, target, segment, links);
  support(weighed);
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
