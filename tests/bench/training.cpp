#include "training.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <map>

#include "align/cognate.hpp"
#include "align/weights.hpp"
#include "loosen.hpp"

namespace bench {
namespace {

using namespace trujaman;
using namespace trujaman::align;

/// What a path of the lattice has of each feature, and the lattice's edges with theirs.
struct Example {
  double weight = 1.0;
  Band band;
  std::vector<std::int32_t> edge_of;  ///< By node and type; −1 where there is no bead.
  std::vector<std::array<float, kFeatureCount>> edges;
  std::vector<FeatureVector> null_source;
  std::vector<FeatureVector> null_target;
  FeatureVector gold{};
};

void add(FeatureVector& sum, const FeatureVector& f, double weight) {
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum[k] += weight * f[k];
}

/// Gold beads in lattice order with every segment covered: beads of other types than the lattice
/// has are cut down to the largest one in it, the rest becomes null beads, sources first.
std::vector<Bead> as_path(const bench::GoldDocument& doc) {
  std::vector<Bead> linked;
  for (Bead b : doc.beads) {
    if (b.is_null()) continue;
    const auto known = [&] {
      return std::any_of(kBeadTypes.begin(), kBeadTypes.end(), [&](BeadType t) {
        return t.source == b.source.size() && t.target == b.target.size();
      });
    };
    while (!known()) --(b.source.size() > b.target.size() ? b.source.end : b.target.end);
    linked.push_back(b);
  }
  std::sort(linked.begin(), linked.end(),
            [](const Bead& a, const Bead& b) { return a.source < b.source; });
  linked.push_back(
      {{doc.source.size(), doc.source.size()}, {doc.target.size(), doc.target.size()}});
  std::vector<Bead> path;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Bead& b : linked) {
    for (; i < b.source.begin; ++i) path.push_back({{i, i + 1}, {j, j}});
    for (; j < b.target.begin; ++j) path.push_back({{i, i}, {j, j + 1}});
    if (!b.is_null()) path.push_back(b);
    i = b.source.end;
    j = b.target.end;
  }
  return path;
}

Band with_path(Band band, const std::vector<Bead>& path, std::size_t m) {
  const auto include = [&](std::size_t i, std::size_t j) {
    band.rows[i].begin = std::min(band.rows[i].begin, j);
    band.rows[i].end = std::max(band.rows[i].end, j + 1);
  };
  for (const Bead& b : path) include(b.source.end, b.target.end);
  return make_band(std::move(band.rows), m);
}

Example make_example(Band band, Evidence& evidence, const std::vector<Bead>& path) {
  Example e;
  e.band = std::move(band);
  e.edge_of.assign(e.band.nodes() * kBeadTypes.size(), -1);
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> gold_type;
  for (const Bead& b : path) {
    if (b.is_null()) continue;
    for (std::size_t k = 0; k < kBeadTypes.size(); ++k) {
      if (kBeadTypes[k].source == b.source.size() && kBeadTypes[k].target == b.target.size()) {
        gold_type[{b.source.end, b.target.end}] = k;
      }
    }
  }
  const auto collect = [&](std::size_t i, std::size_t j, std::size_t k) {
    const FeatureVector f = evidence.bead(i - 1, j - 1, kBeadTypes[k]);
    e.edge_of[e.band.node(i, j) * kBeadTypes.size() + k] =
        static_cast<std::int32_t>(e.edges.size());
    e.edges.emplace_back();
    std::transform(f.begin(), f.end(), e.edges.back().begin(),
                   [](double x) { return static_cast<float>(x); });
    const auto it = gold_type.find({i, j});
    if (it != gold_type.end() && it->second == k) add(e.gold, f, 1.0);
  };
  visit_beads(e.band, evidence, kBeadTypes.size(), collect, [](std::size_t) {});
  for (std::size_t i = 0; i < evidence.source_segments(); ++i) {
    e.null_source.push_back(evidence.null_source(i));
  }
  for (std::size_t j = 0; j < evidence.target_segments(); ++j) {
    e.null_target.push_back(evidence.null_target(j));
  }
  int run = 0;  // 0: after a bead with text, 1: source run, 2: target run
  for (const Bead& b : path) {
    const int now = !b.is_null() ? 0 : b.target.empty() ? 1 : 2;
    if (now == 1) add(e.gold, e.null_source[b.source.begin], 1.0);
    if (now == 2) add(e.gold, e.null_target[b.target.begin], 1.0);
    if (now != 0) at(e.gold, now == run ? Feature::NullExtend : Feature::NullOpen) += 1.0;
    run = now;
  }
  return e;
}

/// The lattice of @p e as the weights @p w score it.
Lattice lattice_of(const Example& e, const FeatureVector& w) {
  EdgeScores scores;
  scores.open = w[static_cast<std::size_t>(Feature::NullOpen)];
  scores.extend = w[static_cast<std::size_t>(Feature::NullExtend)];
  scores.beads.assign(e.edge_of.size(), -INFINITY);
  for (std::size_t k = 0; k < e.edge_of.size(); ++k) {
    if (e.edge_of[k] < 0) continue;
    double sum = 0.0;
    const auto& f = e.edges[static_cast<std::size_t>(e.edge_of[k])];
    for (std::size_t x = 0; x < kFeatureCount; ++x) sum += w[x] * static_cast<double>(f[x]);
    scores.beads[k] = static_cast<float>(sum);
  }
  for (const auto& f : e.null_source) scores.null_source.push_back(dot(w, f));
  for (const auto& f : e.null_target) scores.null_target.push_back(dot(w, f));
  Lattice lattice(e.band, std::move(scores));
  lattice.sum_paths();
  return lattice;
}

/// Log-likelihood of the gold path; its gradient is added to @p gradient.
double log_likelihood(const Example& e, const FeatureVector& w, FeatureVector& gradient) {
  const Lattice lattice = lattice_of(e, w);
  FeatureVector expected{};
  double nulls = 0.0;
  for (std::size_t i = 0; i < e.null_source.size(); ++i) {
    add(expected, e.null_source[i], lattice.null_source(i));
    nulls += lattice.null_source(i);
  }
  for (std::size_t j = 0; j < e.null_target.size(); ++j) {
    add(expected, e.null_target[j], lattice.null_target(j));
    nulls += lattice.null_target(j);
  }
  at(expected, Feature::NullOpen) += lattice.null_runs();
  at(expected, Feature::NullExtend) += nulls - lattice.null_runs();
  for (std::size_t i = 0; i < e.band.rows.size(); ++i) {
    for (std::size_t j = e.band.rows[i].begin; j < e.band.rows[i].end; ++j) {
      for (std::size_t k = 0; k < kBeadTypes.size(); ++k) {
        const auto edge = e.edge_of[e.band.node(i, j) * kBeadTypes.size() + k];
        if (edge < 0) continue;
        const double p = lattice.posterior(i, j, k);
        if (p < 1e-9) continue;
        const auto& f = e.edges[static_cast<std::size_t>(edge)];
        for (std::size_t x = 0; x < kFeatureCount; ++x) {
          expected[x] += p * static_cast<double>(f[x]);
        }
      }
    }
  }
  for (std::size_t x = 0; x < kFeatureCount; ++x) {
    gradient[x] += e.weight * (e.gold[x] - expected[x]);
  }
  return e.weight * (dot(w, e.gold) - lattice.log_sum());
}

/// Makes weights, or their gradient, what @p model can have.
void restrict_to(const Model& model, FeatureVector& w) {
  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    if (model.left_out[k]) w[k] = 0.0;
  }
  if (model.affine_nulls) return;
  double& open = at(w, Feature::NullOpen);
  double& extend = at(w, Feature::NullExtend);
  open = extend = 0.5 * (open + extend);
}

/// Resilient propagation (iRprop−): steps grow while the gradient keeps its sign, and it needs no
/// learning rate; a slight pull towards zero keeps weights without evidence small.
FeatureVector fit(const std::vector<Example>& examples, const Model& model, FeatureVector w,
                  const Fitting& how) {
  FeatureVector step;
  step.fill(0.05);
  FeatureVector last{};
  restrict_to(model, w);
  for (int round = 0; round < how.rounds; ++round) {
    FeatureVector gradient{};
    double value = 0.0;
    for (const Example& e : examples) value += log_likelihood(e, w, gradient);
    for (std::size_t k = 0; k < kFeatureCount; ++k) gradient[k] -= how.pull * w[k];
    restrict_to(model, gradient);
    for (std::size_t k = 0; k < kFeatureCount; ++k) {
      const double sign = gradient[k] * last[k];
      step[k] = std::clamp(sign > 0   ? step[k] * 1.2
                           : sign < 0 ? step[k] * 0.5
                                      : step[k],
                           1e-5, 1.0);
      if (sign < 0) gradient[k] = 0.0;
      w[k] += gradient[k] > 0 ? step[k] : gradient[k] < 0 ? -step[k] : 0.0;
      last[k] = gradient[k];
    }
    if (round % 10 == 0) std::fprintf(stderr, "  round %d: log-likelihood %.2f\n", round, value);
    if (*std::max_element(step.begin(), step.end()) < 1e-4) break;
  }
  return w;
}

/// One document pair on its way through the rounds.
struct Course {
  const GoldDocument* doc;
  double weight;
  Prepared prepared;
  Band band;
  std::vector<Bead> draft;
};

/// As align::prepare, but for cognates where @p model has none.
Prepared prepare_for(const Model& model, const GoldDocument& doc, const KnownTranslations& known) {
  if (model.cognates) return prepare(doc.source, doc.target, doc.languages(), known);
  Vocabulary shared;
  Side source = make_side(doc.source, doc.languages().source, shared);
  Side target = make_side(doc.target, doc.languages().target, shared);
  Lexicon lexicon(source.vocabulary.size(), target.vocabulary.size());
  known.add_to(lexicon, source, target);
  lexicon.finish_priors();
  return {std::move(shared), std::move(source), std::move(target), std::move(lexicon)};
}

/// Each document is learned from with the shipped word list and without it: the weights must serve
/// languages for which there is none.
std::vector<Course> prepare_all(const std::vector<GoldDocument>& docs, const Model& model,
                                double human) {
  std::vector<Course> courses;
  for (const auto& doc : docs) {
    const double weight = doc.profile == "human" ? human : 1.0;
    if (weight == 0.0) continue;
    const auto shipped =
        model.word_list ? shipped_lexicon(doc.languages()) : std::vector<LexiconEntry>();
    const KnownTranslations known(doc.languages(), shipped);
    const KnownTranslations nothing(doc.languages(), {});
    const double share = shipped.empty() ? 1.0 : 0.5;
    courses.push_back({&doc, weight * share, prepare_for(model, doc, nothing), {}, {}});
    if (shipped.empty()) continue;
    courses.push_back({&doc, weight * share, prepare_for(model, doc, known), {}, {}});
  }
  return courses;
}

/// What the draft teaches, and whether it is left out where its own segments are judged.
Teaching learn_from(const std::vector<Bead>& draft, const Model& model, Prepared& p) {
  Teaching teaching = learn(p.source, p.target, draft, p.lexicon);
  return model.leave_one_out ? std::move(teaching) : Teaching();
}

Habits habits_of(const std::vector<Bead>& draft, const Model& model, const Prepared& p) {
  const Habits usual = guess_habits(p);
  return model.habits ? measure_habits(p, draft, usual) : usual;
}

}  // namespace

Weights train(const std::vector<GoldDocument>& docs, const Model& model, Weights w,
              const Fitting& how) {
  std::vector<Course> courses = prepare_all(docs, model, how.human);
  std::vector<GoldDocument> loose;
  for (const GoldDocument& doc : docs) {
    if (how.loose > 0.0 && doc.profile != "human") loose.push_back(loosened(doc, how.looseness));
  }
  for (const GoldDocument& doc : loose) {
    const KnownTranslations nothing(doc.languages(), {});
    courses.push_back({&doc, how.loose, prepare_for(model, doc, nothing), {}, {}});
  }
  std::vector<Example> examples;
  const Teaching none;
  for (Course& c : courses) {
    const Prepared& p = c.prepared;
    const auto path = as_path(*c.doc);
    Evidence evidence(p.source, p.target, p.lexicon, none, guess_habits(p));
    const Band wide = first_band(p.source, p.target, p.lexicon, {});
    Lattice lattice(wide, score_edges(wide, evidence, kFirstWeights));
    lattice.sum_paths();
    c.band = with_path(lattice.narrowed(1e-9, 2), path, p.target.size());
    examples.push_back(make_example(c.band, evidence, path));
    examples.back().weight = c.weight;
  }
  w.first = fit(examples, model, w.first, how);
  if (!model.learned_rounds) return w;
  for (std::size_t k = 0; k < courses.size(); ++k) {
    Course& c = courses[k];
    const Lattice lattice = lattice_of(examples[k], w.first);
    c.draft = lattice.decode(kBeadCost);
    c.band = with_path(lattice.narrowed(kNegligible, kBandMargin), as_path(*c.doc),
                       c.prepared.target.size());
  }
  // The learned rounds share their weights: fitted on the first of them, then on the second, which
  // learns from what the first one's alignment is like.
  for (int round = 0; round < kLearnedRounds; ++round) {
    examples.clear();
    for (Course& c : courses) {
      Prepared& p = c.prepared;
      const Teaching teaching = learn_from(c.draft, model, p);
      Evidence evidence(p.source, p.target, p.lexicon, teaching, habits_of(c.draft, model, p));
      examples.push_back(make_example(c.band, evidence, as_path(*c.doc)));
      examples.back().weight = c.weight;
    }
    w.second = fit(examples, model, w.second, how);
    for (std::size_t k = 0; k < courses.size(); ++k) {
      courses[k].draft = lattice_of(examples[k], w.second).decode(kBeadCost);
    }
  }
  return w;
}

std::vector<Bead> align(const GoldDocument& doc, const Model& model, const Weights& weights) {
  const auto words =
      model.word_list ? shipped_lexicon(doc.languages()) : std::vector<LexiconEntry>();
  Prepared p = prepare_for(model, doc, KnownTranslations(doc.languages(), words));
  const Teaching none;
  Evidence prior(p.source, p.target, p.lexicon, none, guess_habits(p));
  const Band wide = first_band(p.source, p.target, p.lexicon, {});
  Lattice first(wide, score_edges(wide, prior, weights.first));
  first.sum_paths();
  const Band narrow = first.narrowed(kNegligible, kBandMargin);
  std::vector<Bead> beads = first.decode(kBeadCost);
  for (int round = 0; model.learned_rounds && round < kLearnedRounds; ++round) {
    const Teaching teaching = learn_from(beads, model, p);
    Evidence learned(p.source, p.target, p.lexicon, teaching, habits_of(beads, model, p));
    Lattice lattice(narrow, score_edges(narrow, learned, weights.second));
    lattice.sum_paths();
    beads = lattice.decode(kBeadCost);
  }
  return beads;
}

}  // namespace bench
