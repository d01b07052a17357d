#include "align/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trujaman::align {
namespace {
constexpr double kNever = -std::numeric_limits<double>::infinity();
}  // namespace

double log_add(double a, double b) noexcept {
  if (a < b) std::swap(a, b);
  const double d = b - a;
  return d < -40.0 || b == kNever ? a : a + std::log1p(std::exp(d));
}

double dot(const FeatureVector& a, const FeatureVector& b) noexcept {
  double sum = 0.0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += a[k] * b[k];
  return sum;
}

void visit_beads(const Band& band, Evidence& evidence,
                 const std::function<void(std::size_t, std::size_t, std::size_t)>& visit,
                 const std::function<void(std::size_t)>& row_done) {
  const std::size_t n = evidence.source_segments();
  const std::size_t m = evidence.target_segments();
  for (std::size_t i = 1; i <= n; ++i) {
    // Columns that beads over this segment may cover, whichever row they begin or end in.
    const std::size_t last = band.rows[std::min(i - 1 + kMaxBead, n)].end;
    const std::size_t first = band.rows[i < kMaxBead ? 0 : i - kMaxBead].begin;
    evidence.prepare(i - 1, first, std::min(last, m));
    const Band::Row& row = band.rows[i];
    for (std::size_t j = std::max<std::size_t>(1, row.begin); j < row.end; ++j) {
      for (std::size_t k = 0; k < kBeadTypes.size(); ++k) {
        const BeadType type = kBeadTypes[k];
        if (type.source > i || type.target > j) continue;
        if (band.contains(i - type.source, j - type.target)) visit(i, j, k);
      }
    }
    if (row_done) row_done(i);
  }
}

EdgeScores score_edges(const Band& band, Evidence& evidence, const FeatureVector& weights,
                       const std::function<void(std::size_t)>& row_done, const BeadScorer* scorer) {
  EdgeScores scores;
  scores.open = weights[static_cast<std::size_t>(Feature::NullOpen)];
  scores.extend = weights[static_cast<std::size_t>(Feature::NullExtend)];
  for (std::size_t i = 0; i < evidence.source_segments(); ++i) {
    scores.null_source.push_back(dot(weights, evidence.null_source(i)));
  }
  for (std::size_t j = 0; j < evidence.target_segments(); ++j) {
    scores.null_target.push_back(dot(weights, evidence.null_target(j)));
  }
  scores.beads.assign(band.nodes() * kBeadTypes.size(), static_cast<float>(kNever));
  visit_beads(
      band, evidence,
      [&](std::size_t i, std::size_t j, std::size_t k) {
        const BeadType type = kBeadTypes[k];
        double score = dot(weights, evidence.bead(i - 1, j - 1, type));
        if (scorer) score += bounded_score(*scorer, {i - type.source, i}, {j - type.target, j});
        scores.beads[band.node(i, j) * kBeadTypes.size() + k] = static_cast<float>(score);
      },
      row_done);
  return scores;
}

Lattice::Lattice(Band band, EdgeScores scores)
    : band_(std::move(band)),
      n_(scores.null_source.size()),
      m_(scores.null_target.size()),
      scores_(std::move(scores)) {}

double Lattice::null_step(State from, State to, double base) const noexcept {
  if (from == kTargetRun && to == kSourceRun) return kNever;
  return base + (from == to ? scores_.extend : scores_.open);
}

void Lattice::sum_forward() {
  forward_.assign(band_.nodes(), {kNever, kNever, kNever});
  forward_[band_.node(0, 0)][kLinked] = 0.0;
  reached_.assign(band_.nodes(), kNever);
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t node = band_.node(i, j);
      States& here = forward_[node];
      for (std::size_t k = 0; k < kTypes; ++k) {
        const auto score = static_cast<double>(scores_.beads[node * kTypes + k]);
        if (score == kNever) continue;
        const std::size_t from = band_.node(i - kBeadTypes[k].source, j - kBeadTypes[k].target);
        here[kLinked] = log_add(here[kLinked], reached_[from] + score);
      }
      const auto run = [&](std::size_t from_node, State to, double base) {
        for (const State from : {kLinked, kSourceRun, kTargetRun}) {
          const double step = null_step(from, to, base);
          if (step != kNever) here[to] = log_add(here[to], forward_[from_node][from] + step);
        }
      };
      if (i > 0 && band_.contains(i - 1, j)) {
        run(band_.node(i - 1, j), kSourceRun, scores_.null_source[i - 1]);
      }
      if (j > 0 && band_.contains(i, j - 1)) {
        run(band_.node(i, j - 1), kTargetRun, scores_.null_target[j - 1]);
      }
      reached_[node] = log_add(log_add(here[kLinked], here[kSourceRun]), here[kTargetRun]);
    }
  }
}

void Lattice::sum_backward() {
  backward_.assign(band_.nodes(), {kNever, kNever, kNever});
  backward_[band_.node(n_, m_)] = {0.0, 0.0, 0.0};
  for (std::size_t i = n_ + 1; i-- > 0;) {
    for (std::size_t j = band_.rows[i].end; j-- > band_.rows[i].begin;) {
      States& here = backward_[band_.node(i, j)];
      double by_bead = kNever;  // the same whatever the last step was
      for (std::size_t k = 0; k < kTypes; ++k) {
        const std::size_t to_i = i + kBeadTypes[k].source;
        const std::size_t to_j = j + kBeadTypes[k].target;
        if (!band_.contains(to_i, to_j)) continue;
        const std::size_t to = band_.node(to_i, to_j);
        const auto score = static_cast<double>(scores_.beads[to * kTypes + k]);
        if (score == kNever) continue;
        by_bead = log_add(by_bead, score + backward_[to][kLinked]);
      }
      for (double& h : here) h = log_add(h, by_bead);
      const auto run = [&](std::size_t to_node, State to, double base) {
        for (const State from : {kLinked, kSourceRun, kTargetRun}) {
          const double step = null_step(from, to, base);
          if (step != kNever) here[from] = log_add(here[from], step + backward_[to_node][to]);
        }
      };
      if (i < n_ && band_.contains(i + 1, j)) {
        run(band_.node(i + 1, j), kSourceRun, scores_.null_source[i]);
      }
      if (j < m_ && band_.contains(i, j + 1)) {
        run(band_.node(i, j + 1), kTargetRun, scores_.null_target[j]);
      }
    }
  }
}

void Lattice::sum_nulls() {
  null_source_.assign(n_, 0.0);
  null_target_.assign(m_, 0.0);
  null_runs_ = 0.0;
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t to_node = band_.node(i, j);
      const auto mass = [&](std::size_t from_node, State to, double base) {
        double sum = 0.0;
        for (const State from : {kLinked, kSourceRun, kTargetRun}) {
          const double step = null_step(from, to, base);
          if (step == kNever) continue;
          const double p =
              std::exp(forward_[from_node][from] + step + backward_[to_node][to] - log_sum_);
          sum += p;
          if (from != to) null_runs_ += p;
        }
        return sum;
      };
      if (i > 0 && band_.contains(i - 1, j)) {
        null_source_[i - 1] += mass(band_.node(i - 1, j), kSourceRun, scores_.null_source[i - 1]);
      }
      if (j > 0 && band_.contains(i, j - 1)) {
        null_target_[j - 1] += mass(band_.node(i, j - 1), kTargetRun, scores_.null_target[j - 1]);
      }
    }
  }
}

void Lattice::sum_paths() {
  sum_forward();
  sum_backward();
  log_sum_ = reached_[band_.node(n_, m_)];
  sum_nulls();
}

double Lattice::posterior(std::size_t i, std::size_t j, std::size_t type) const {
  const std::size_t node = band_.node(i, j);
  const auto score = static_cast<double>(scores_.beads[node * kTypes + type]);
  if (score == kNever) return 0.0;
  const double before =
      reached_[band_.node(i - kBeadTypes[type].source, j - kBeadTypes[type].target)];
  return std::exp(std::min(0.0, before + score + backward_[node][kLinked] - log_sum_));
}

std::vector<Bead> Lattice::decode(double cost) const {
  constexpr std::uint8_t kFromSource = 254;
  constexpr std::uint8_t kFromTarget = 255;
  std::vector<double> best(band_.nodes(), kNever);
  std::vector<std::uint8_t> step(band_.nodes(), 0);
  best[band_.node(0, 0)] = 0.0;
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t node = band_.node(i, j);
      const auto consider = [&](double value, std::uint8_t how) {
        if (value > best[node]) {
          best[node] = value;
          step[node] = how;
        }
      };
      for (std::size_t k = 0; k < kTypes; ++k) {
        if (scores_.beads[node * kTypes + k] == static_cast<float>(kNever)) continue;
        const double before = best[band_.node(i - kBeadTypes[k].source, j - kBeadTypes[k].target)];
        consider(before + posterior(i, j, k) - cost, static_cast<std::uint8_t>(k));
      }
      if (i > 0 && band_.contains(i - 1, j)) {
        consider(best[band_.node(i - 1, j)] + null_source_[i - 1] - cost, kFromSource);
      }
      if (j > 0 && band_.contains(i, j - 1)) {
        consider(best[band_.node(i, j - 1)] + null_target_[j - 1] - cost, kFromTarget);
      }
    }
  }
  std::vector<Bead> beads;
  for (std::size_t i = n_, j = m_; i > 0 || j > 0;) {
    const std::uint8_t how = step[band_.node(i, j)];
    if (how == kFromSource) {
      beads.push_back({{i - 1, i}, {j, j}, null_source_[i - 1]});
      --i;
    } else if (how == kFromTarget) {
      beads.push_back({{i, i}, {j - 1, j}, null_target_[j - 1]});
      --j;
    } else {
      const BeadType type = kBeadTypes[how];
      beads.push_back({{i - type.source, i}, {j - type.target, j}, posterior(i, j, how)});
      i -= type.source;
      j -= type.target;
    }
  }
  std::reverse(beads.begin(), beads.end());
  return beads;
}

Band Lattice::narrowed(double least, std::size_t margin) const {
  std::vector<Band::Row> rows;
  const double threshold = log_sum_ + std::log(least);
  for (std::size_t i = 0; i <= n_; ++i) {
    std::size_t first = m_ + 1;
    std::size_t last = 0;
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t node = band_.node(i, j);
      double through = kNever;
      for (const State s : {kLinked, kSourceRun, kTargetRun}) {
        through = log_add(through, forward_[node][s] + backward_[node][s]);
      }
      if (through < threshold) continue;
      first = std::min(first, j);
      last = std::max(last, j);
    }
    if (first > last) first = last = band_.rows[i].begin;
    rows.push_back({first > margin ? first - margin : 0, std::min(last + margin, m_) + 1, 0});
  }
  return make_band(std::move(rows), m_, band_.anchors);
}

}  // namespace trujaman::align
