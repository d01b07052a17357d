#include "align/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trujaman::align {
namespace {
constexpr double kNever = -std::numeric_limits<double>::infinity();

/// log(Σ e^x), added up in one go: an exponential each and one logarithm.
class LogSum {
 public:
  void add(double x) noexcept {
    constexpr double kNothing = -40.0;  // what a double does not notice any more
    const double d = x - greatest_;
    if (x == kNever || d < kNothing) return;
    if (d <= 0.0) {
      sum_ += std::exp(d);
    } else {
      sum_ = 1.0 + (-d < kNothing ? 0.0 : sum_ * std::exp(-d));
      greatest_ = x;
    }
  }
  [[nodiscard]] double value() const noexcept {
    return sum_ == 1.0 ? greatest_ : greatest_ + std::log(sum_);
  }

 private:
  double greatest_ = kNever;
  double sum_ = 1.0;  // of e^(x − greatest); the first replaces it
};
}  // namespace

double dot(const FeatureVector& a, const FeatureVector& b) noexcept {
  double sum = 0.0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += a[k] * b[k];
  return sum;
}

EdgeScores score_edges(const Band& band, Evidence& evidence, const FeatureVector& weights,
                       const std::function<void(std::size_t)>& row_done, const BeadScorer* scorer,
                       std::size_t types) {
  EdgeScores scores;
  scores.types = types;
  scores.open = weights[static_cast<std::size_t>(Feature::NullOpen)];
  scores.extend = weights[static_cast<std::size_t>(Feature::NullExtend)];
  for (std::size_t i = 0; i < evidence.source_segments(); ++i) {
    scores.null_source.push_back(dot(weights, evidence.null_source(i)));
  }
  for (std::size_t j = 0; j < evidence.target_segments(); ++j) {
    scores.null_target.push_back(dot(weights, evidence.null_target(j)));
  }
  scores.beads.assign(band.nodes() * types, static_cast<float>(kNever));
  visit_beads(
      band, evidence, types,
      [&](std::size_t i, std::size_t j, std::size_t k) {
        const BeadType type = kBeadTypes[k];
        double score = dot(weights, evidence.bead(i - 1, j - 1, type));
        if (scorer) score += bounded_score(*scorer, {i - type.source, i}, {j - type.target, j});
        scores.beads[band.node(i, j) * types + k] = static_cast<float>(score);
      },
      [&](std::size_t i) {
        if (row_done) row_done(i);
      });
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

bool Lattice::has_bead(std::size_t node, std::size_t type) const noexcept {
  return scores_.beads[node * scores_.types + type] != static_cast<float>(kNever);
}

void Lattice::sum_forward() {
  forward_.assign(band_.nodes(), {kNever, kNever, kNever});
  reached_.assign(band_.nodes(), kNever);
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t node = band_.node(i, j);
      std::array<LogSum, kStates> here;
      if (i == 0 && j == 0) here[kLinked].add(0.0);
      for (std::size_t k = 0; k < scores_.types; ++k) {
        if (!has_bead(node, k)) continue;
        const std::size_t from = band_.node(i - kBeadTypes[k].source, j - kBeadTypes[k].target);
        here[kLinked].add(reached_[from] +
                          static_cast<double>(scores_.beads[node * scores_.types + k]));
      }
      const auto run = [&](std::size_t from_node, State to, double base) {
        for (const State from : {kLinked, kSourceRun, kTargetRun}) {
          here[to].add(forward_[from_node][from] + null_step(from, to, base));
        }
      };
      if (i > 0 && band_.contains(i - 1, j)) {
        run(band_.node(i - 1, j), kSourceRun, scores_.null_source[i - 1]);
      }
      if (j > 0 && band_.contains(i, j - 1)) {
        run(band_.node(i, j - 1), kTargetRun, scores_.null_target[j - 1]);
      }
      LogSum all;
      for (std::size_t state = 0; state < kStates; ++state) {
        forward_[node][state] = here[state].value();
        all.add(forward_[node][state]);
      }
      reached_[node] = all.value();
    }
  }
}

void Lattice::sum_backward() {
  backward_.assign(band_.nodes(), {kNever, kNever, kNever});
  for (std::size_t i = n_ + 1; i-- > 0;) {
    for (std::size_t j = band_.rows[i].end; j-- > band_.rows[i].begin;) {
      LogSum on;  // the same whatever the last step was
      if (i == n_ && j == m_) on.add(0.0);
      for (std::size_t k = 0; k < scores_.types; ++k) {
        const std::size_t to_i = i + kBeadTypes[k].source;
        const std::size_t to_j = j + kBeadTypes[k].target;
        if (!band_.contains(to_i, to_j)) continue;
        const std::size_t to = band_.node(to_i, to_j);
        if (!has_bead(to, k)) continue;
        on.add(backward_[to][kLinked] + static_cast<double>(scores_.beads[to * scores_.types + k]));
      }
      std::array<LogSum, kStates> here{on, on, on};
      const auto run = [&](std::size_t to_node, State to, double base) {
        for (const State from : {kLinked, kSourceRun, kTargetRun}) {
          here[from].add(backward_[to_node][to] + null_step(from, to, base));
        }
      };
      if (i < n_ && band_.contains(i + 1, j)) {
        run(band_.node(i + 1, j), kSourceRun, scores_.null_source[i]);
      }
      if (j < m_ && band_.contains(i, j + 1)) {
        run(band_.node(i, j + 1), kTargetRun, scores_.null_target[j]);
      }
      States& backward = backward_[band_.node(i, j)];
      for (std::size_t state = 0; state < kStates; ++state) backward[state] = here[state].value();
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
  if (!has_bead(node, type)) return 0.0;
  const auto score = static_cast<double>(scores_.beads[node * scores_.types + type]);
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
      for (std::size_t k = 0; k < scores_.types; ++k) {
        if (!has_bead(node, k)) continue;
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
      LogSum through;
      for (const State s : {kLinked, kSourceRun, kTargetRun}) {
        through.add(forward_[node][s] + backward_[node][s]);
      }
      if (through.value() < threshold) continue;
      first = std::min(first, j);
      last = std::max(last, j);
    }
    if (first > last) first = last = band_.rows[i].begin;
    rows.push_back({first > margin ? first - margin : 0, std::min(last + margin, m_) + 1, 0});
  }
  Band narrow = make_band(std::move(rows), m_, band_.anchors);
  const auto unseen = static_cast<std::uint16_t>(~0U << scores_.types);
  narrow.beads.assign(narrow.nodes(), unseen);
  for (std::size_t i = 0; i <= n_; ++i) {
    const std::size_t end = std::min(narrow.rows[i].end, band_.rows[i].end);
    for (std::size_t j = std::max(narrow.rows[i].begin, band_.rows[i].begin); j < end; ++j) {
      std::uint16_t& likely = narrow.beads[narrow.node(i, j)];
      for (std::size_t k = 0; k < scores_.types; ++k) {
        if (posterior(i, j, k) >= least) likely = static_cast<std::uint16_t>(likely | 1U << k);
      }
    }
  }
  return narrow;
}

}  // namespace trujaman::align
