#include "loosen.hpp"

#include <random>
#include <sstream>

namespace bench {
namespace {

using trujaman::Bead;
using trujaman::SegmentedDocument;
using trujaman::SegmentRange;
using Texts = std::vector<std::string>;

/// The texts of a bead, in which both sides can be changed.
struct Loose {
  Texts source;
  Texts target;
};

/// Draws that do not depend on the standard library's distributions.
class Chance {
 public:
  explicit Chance(const std::string& seed) {
    std::seed_seq sequence(seed.begin(), seed.end());
    engine_.seed(sequence);
  }
  [[nodiscard]] bool happens(double probability) {
    return static_cast<double>(engine_()) < probability * 4294967296.0;
  }

 private:
  std::mt19937 engine_;
};

Texts texts_of(const SegmentedDocument& side, SegmentRange range) {
  Texts out;
  for (std::size_t k = range.begin; k < range.end; ++k) out.emplace_back(side.text(k));
  return out;
}

std::string without_words(const std::string& text, double share, Chance& chance) {
  std::string out;
  std::istringstream in(text);
  std::string first;
  for (std::string word; in >> word;) {
    if (first.empty()) first = word;
    if (chance.happens(share)) continue;
    out += (out.empty() ? "" : " ") + word;
  }
  return out.empty() ? first : out;
}

void append(Texts& texts, Texts more, bool joined) {
  auto from = more.begin();
  if (joined && from != more.end() && !texts.empty()) texts.back() += " " + *from++;
  texts.insert(texts.end(), from, more.end());
}

}  // namespace

GoldDocument loosened(const GoldDocument& doc, const Looseness& how) {
  Chance chance(doc.pair + doc.name);
  std::vector<Loose> beads;
  bool open = false;  // whether the last one may be gone on with
  for (const Bead& bead : doc.beads) {
    Loose next{texts_of(doc.source, bead.source), texts_of(doc.target, bead.target)};
    if (!bead.is_null() && chance.happens(how.left_out)) {
      (chance.happens(0.5) ? next.source : next.target).clear();
    }
    for (Texts* side : {&next.source, &next.target}) {
      for (std::string& text : *side) text = without_words(text, how.words, chance);
    }
    const bool linked = !next.source.empty() && !next.target.empty();
    const bool source_joined = chance.happens(how.joined);
    const bool target_joined = chance.happens(how.joined);
    if (open && linked && (source_joined || target_joined)) {
      append(beads.back().source, std::move(next.source), source_joined);
      append(beads.back().target, std::move(next.target), target_joined);
    } else {
      beads.push_back(std::move(next));
    }
    open = linked;
  }
  GoldDocument out;
  out.pair = doc.pair;
  out.name = doc.name + ".loose";
  out.profile = doc.profile;
  const auto put = [](SegmentedDocument& side, const Texts& texts) {
    const std::size_t begin = side.segments.size();
    for (const std::string& text : texts) {
      side.segments.push_back({side.document.blocks.size(), {0, text.size()}});
      side.document.blocks.emplace_back();
      side.document.blocks.back().text = text;
    }
    return SegmentRange{begin, side.segments.size()};
  };
  out.source.document.language = doc.source.document.language;
  out.target.document.language = doc.target.document.language;
  for (const Loose& bead : beads) {
    const SegmentRange source = put(out.source, bead.source);
    out.beads.push_back({source, put(out.target, bead.target), 1.0});
  }
  return out;
}

}  // namespace bench
