/// How near two vectors are, and what that says.
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <trujaman/message.hpp>

#include "align/vector_table.hpp"
#include "base/local.hpp"

namespace trujaman::align {
namespace {

constexpr std::size_t kTypes = kBeadTypes.size();
/// By bead type.
using ByType = std::array<float, kTypes>;

/// Number of the type in kBeadTypes; kTypes where it is none.
std::size_t type_of(std::size_t source, std::size_t target) {
  const auto is = [&](BeadType t) { return t.source == source && t.target == target; };
  return static_cast<std::size_t>(std::ranges::find_if(kBeadTypes, is) - kBeadTypes.begin());
}

/// The mean vector of all runs of 1, 2, … segments.
class Centroids {
 public:
  explicit Centroids(const VectorTable& table) {
    for (std::size_t k = 1; k <= kMaxBead; ++k) {
      std::vector<double> sum(table.stride(), 0.0);
      double runs = 0.0;
      for (std::size_t i = 0; i + k <= table.segments(); ++i) {
        if (!table.known(i, k)) continue;
        const RowSum run = table.sum(i, k);
        for (std::size_t r = 0; r < run.count; ++r) {
          for (std::size_t d = 0; d < sum.size(); ++d) {
            sum[d] += static_cast<double>(run.rows[r][d]) * static_cast<double>(run.scale);
          }
        }
        runs += 1.0;
      }
      for (const double x : sum) {
        means_[k - 1].push_back(static_cast<float>(runs > 0.0 ? x / runs : 0.0));
      }
    }
  }
  [[nodiscard]] RowSum mean(std::size_t count) const {
    return {{means_[count - 1].data()}, 1, 1.0F};
  }

 private:
  std::array<std::vector<float>, kMaxBead> means_;
};

/// For each bead type, how near the run of one side that begins at a segment is to the runs of the
/// other side on the mean. By first segment. @p of gives how many segments of this side a type has.
std::vector<ByType> mean_nearness(const VectorTable& table, const Centroids& other,
                                  std::uint8_t BeadType::*of, std::uint8_t BeadType::*of_other) {
  std::vector<ByType> out(table.segments(), ByType{});
  for (std::size_t i = 0; i < table.segments(); ++i) {
    for (std::size_t t = 0; t < kTypes; ++t) {
      const std::size_t count = kBeadTypes[t].*of;
      if (i + count > table.segments()) continue;
      const RowSum mean = other.mean(kBeadTypes[t].*of_other);
      out[i][t] = static_cast<float>(table.dot(table.sum(i, count), mean).whole());
    }
  }
  return out;
}

/// Below this there is nothing that could tell vectors apart.
constexpr double kNoDistance = 1e-6;

}  // namespace

/// What Vecalign calls the cost of a bead, without its factor for the number of segments:
///
///   cost(x, y) = (1 − cos(x, y)) ÷ (½ mean_s(1 − cos(x, y_s)) + ½ mean_s(1 − cos(x_s, y)))
///
/// (Thompson & Koehn 2019, equation 2). Vecalign's means are over some random segments; ours over
/// all that are of the bead's type, because the mean of dot products is one with the mean vector.
class Nearness {
 public:
  Nearness(const VectorTable& source, const VectorTable& target)
      : source_(&source),
        target_(&target),
        source_centroids_(source),
        target_centroids_(target),
        source_mean_(
            mean_nearness(source, target_centroids_, &BeadType::source, &BeadType::target)),
        target_mean_(
            mean_nearness(target, source_centroids_, &BeadType::target, &BeadType::source)) {}

  /// About 1 for unrelated runs, less for translations; nothing where a vector is not known.
  [[nodiscard]] std::optional<double> cost(std::size_t i, std::size_t j, std::size_t type) const {
    const BeadType t = kBeadTypes[type];
    if (!source_->known(i, t.source) || !target_->known(j, t.target)) return std::nullopt;
    const double unrelated = 1.0 - (static_cast<double>(source_mean_[i][type]) +
                                    static_cast<double>(target_mean_[j][type])) /
                                       2.0;
    if (unrelated < kNoDistance) return std::nullopt;
    const double cosine =
        source_->dot(source_->sum(i, t.source), target_->sum(j, t.target)).whole();
    return (1.0 - cosine) / unrelated;
  }

  [[nodiscard]] const VectorTable& source() const noexcept { return *source_; }
  [[nodiscard]] const VectorTable& target() const noexcept { return *target_; }
  [[nodiscard]] const Centroids& source_centroids() const noexcept { return source_centroids_; }
  [[nodiscard]] const Centroids& target_centroids() const noexcept { return target_centroids_; }

 private:
  const VectorTable* source_;
  const VectorTable* target_;
  Centroids source_centroids_;
  Centroids target_centroids_;
  std::vector<ByType> source_mean_;
  std::vector<ByType> target_mean_;
};

namespace {

/// Segments of one side at the same place as segment @p i of @p n in the other, as a share.
std::size_t diagonal(std::size_t i, std::size_t n, std::size_t m) {
  return std::min(m - 1, i * m / n);
}

/// Where the costs of unrelated runs lie.
struct Unrelated {
  double mean = 1.0;
  double deviation = 0.2;
  double pairs = 0.0;  ///< From how many this is known.
};

/// From pairs of runs that stand at least an eighth of the documents apart, the same ones each
/// time.
Unrelated measure_unrelated(const Nearness& nearness, std::size_t type) {
  constexpr std::size_t kPairs = 512;
  constexpr double kGolden = 0.618033988749895;  // its multiples spread evenly in [0, 1)
  constexpr double kApart = 0.125;
  constexpr double kBelief = 8.0;  // pairs that the values above count as
  const std::size_t n = nearness.source().segments();
  const std::size_t m = nearness.target().segments();
  const BeadType t = kBeadTypes[type];
  Unrelated out;
  if (n < t.source || m < t.target) return out;
  const std::size_t pairs = std::min(kPairs, n * m);
  double sum = out.mean * kBelief;
  double squares = out.deviation * out.deviation * kBelief;
  for (std::size_t p = 0; p < pairs; ++p) {
    const std::size_t i = p * (n - t.source + 1) / pairs;
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(n);
    double whole = 0.0;
    const double there = std::modf(
        share + kApart + (1.0 - 2.0 * kApart) * std::modf(static_cast<double>(p) * kGolden, &whole),
        &whole);
    const auto j = std::min(m - t.target, static_cast<std::size_t>(there * static_cast<double>(m)));
    if (std::abs((static_cast<double>(j) + 0.5) / static_cast<double>(m) - share) < kApart)
      continue;
    const std::optional<double> cost = nearness.cost(i, j, type);
    if (!cost) continue;
    sum += *cost;
    squares += (*cost - out.mean) * (*cost - out.mean);
    out.pairs += 1.0;
  }
  out.deviation = std::sqrt(squares / (out.pairs + kBelief));
  out.mean = sum / (out.pairs + kBelief);
  return out;
}

/// What halves of single segments' vectors say on their own: their lengths, and how near they are
/// to the other side on the mean.
struct HalfView {
  Halves squares;
  Halves mean;
};

std::vector<HalfView> half_views(const VectorTable& table, const Centroids& other) {
  std::vector<HalfView> out(table.segments());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const RowSum x = table.sum(i, 1);
    out[i] = {table.dot(x, x), table.dot(x, other.mean(1))};
  }
  return out;
}

double half_cost(double dot, double squares_x, double squares_y, double mean_x, double mean_y) {
  const double length = std::sqrt(squares_x * squares_y);
  if (length < kNoDistance) return std::numeric_limits<double>::infinity();
  // Half a unit vector is about √½ long, which the means of whole ones are measured against.
  const double unrelated =
      1.0 - (mean_x / std::sqrt(squares_x / 2.0) + mean_y / std::sqrt(squares_y / 2.0)) / 2.0;
  return (1.0 - dot / length) / std::max(unrelated, kNoDistance);
}

/// Segments that both halves of the vectors, asked separately, take for each other's translations;
/// and how often that comes about by chance.
struct Agreement {
  std::vector<AnchorPair> pairs;
  double asked = 0.0;
  double by_chance = 0.0;
};

/// Asks for the translations of some source segments, the same ones each time, among the target
/// segments about their place.
Agreement ask_halves(const Nearness& nearness) {
  constexpr std::size_t kAsked = 256;
  constexpr std::size_t kWindow = 512;
  const VectorTable& source = nearness.source();
  const VectorTable& target = nearness.target();
  const std::size_t n = source.segments();
  const std::size_t m = target.segments();
  const std::vector<HalfView> xs = half_views(source, nearness.target_centroids());
  const std::vector<HalfView> ys = half_views(target, nearness.source_centroids());
  Agreement out;
  for (std::size_t a = 0; a < std::min(kAsked, n) && m > 1; ++a) {
    const std::size_t i = a * n / std::min(kAsked, n);
    if (!source.known(i, 1)) continue;
    const std::size_t width = std::min(kWindow, m);
    const std::size_t middle = diagonal(i, n, m);
    const std::size_t first = std::min(middle > width / 2 ? middle - width / 2 : 0, m - width);
    std::array<double, 2> least;
    least.fill(std::numeric_limits<double>::infinity());
    std::array<std::size_t, 2> best{m, m};
    const RowSum x = source.sum(i, 1);
    for (std::size_t j = first; j < first + width; ++j) {
      const Halves d = source.dot(x, target.sum(j, 1));
      const HalfView& u = xs[i];
      const HalfView& v = ys[j];
      const std::array costs{
          half_cost(d.even, u.squares.even, v.squares.even, u.mean.even, v.mean.even),
          half_cost(d.odd, u.squares.odd, v.squares.odd, u.mean.odd, v.mean.odd)};
      for (std::size_t h = 0; h < costs.size(); ++h) {
        if (costs[h] < least[h] - kNoDistance) {
          least[h] = costs[h];
          best[h] = j;
        } else if (costs[h] < least[h] + kNoDistance) {
          best[h] = m;  // as near as another: it tells nothing apart
        }
      }
    }
    out.asked += 1.0;
    out.by_chance += 1.0 / static_cast<double>(width);
    if (best[0] == best[1] && best[0] < m) out.pairs.push_back({i, best[0]});
  }
  return out;
}

double normal(double z, double mean, double deviation) {
  constexpr double kInverseRootTwoPi = 0.3989422804014327;
  const double d = (z - mean) / deviation;
  return kInverseRootTwoPi / deviation * std::exp(-0.5 * d * d);
}

}  // namespace

/// From costs to log-likelihood ratios. A cost is counted in standard deviations z below that of
/// unrelated runs. Of unrelated ones z is normal around 0, but for one in as many as were looked
/// at, about which nothing is known: it may lie anywhere. Of translations, a share is recognised,
/// normal around what is usual for them; the others look unrelated:
///
///   score(z) = ½ log( recognised · p(z | translation) ÷ p(z | unrelated) + 1 − recognised )
///
/// Half, because the aligner judges the same words: the two are no independent witnesses.
class Calibration {
 public:
  explicit Calibration(const Nearness& nearness) {
    for (std::size_t t = 0; t < kTypes; ++t) unrelated_[t] = measure_unrelated(nearness, t);
    unseen_ = 1.0 / (unrelated_[0].pairs + 1.0);
    const Agreement agreement = ask_halves(nearness);
    // One standard deviation more than by chance may be chance, too.
    const double chance = agreement.by_chance + std::sqrt(agreement.by_chance);
    const double rest = agreement.asked - agreement.by_chance;
    const double excess = static_cast<double>(agreement.pairs.size()) - chance;
    if (excess <= 0.0 || rest <= 0.0) return;
    constexpr double kMostRecognised = 0.95;  // free translations there always are
    recognised_ = std::min(kMostRecognised, excess / rest);
    measure_translations(nearness, agreement.pairs);
  }

  [[nodiscard]] double recognised() const noexcept { return recognised_; }

  [[nodiscard]] double nats(double cost, std::size_t type) const {
    const Unrelated& usual = unrelated_[type];
    // What is nearer than usual for translations, or farther than unrelated, is nothing better or
    // worse; the tails of the distributions would have it so.
    const double z = std::clamp((usual.mean - cost) / usual.deviation, 0.0, mean_);
    const double chance = (1.0 - unseen_) * normal(z, 0.0, 1.0) + unseen_ / mean_;
    return kShare *
           std::log(recognised_ * normal(z, mean_, deviation_) / chance + 1.0 - recognised_);
  }

 private:
  static constexpr double kShare = 0.5;

  void measure_translations(const Nearness& nearness, std::span<const AnchorPair> pairs) {
    double sum = 0.0;
    double squares = 0.0;
    double count = 0.0;
    for (const AnchorPair& pair : pairs) {
      const std::optional<double> cost = nearness.cost(pair.source, pair.target, 0);
      if (!cost) continue;
      const double z = (unrelated_[0].mean - *cost) / unrelated_[0].deviation;
      sum += z;
      squares += z * z;
      count += 1.0;
    }
    const double mean = count > 0.0 ? sum / count : 0.0;
    mean_ = std::max(1.0, mean);
    if (count > 1.0) deviation_ = std::sqrt(std::max(1.0, squares / count - mean * mean));
  }

  std::array<Unrelated, kTypes> unrelated_;
  double unseen_ = 1.0;
  double recognised_ = 0.0;
  double mean_ = 1.0;
  double deviation_ = 1.0;
};

}  // namespace trujaman::align

namespace trujaman::inline v0 {

struct TRUJAMAN_LOCAL VectorScorer::Impl {
  Impl(const align::VectorTable& source, const align::VectorTable& target)
      : nearness(source, target), calibration(nearness) {}

  /// What the vectors of a bead say, taken together.
  [[nodiscard]] double joined(SegmentRange source, SegmentRange target) const {
    const std::size_t type = align::type_of(source.size(), target.size());
    if (type == align::kTypes) return 0.0;
    const std::optional<double> cost = nearness.cost(source.begin, target.begin, type);
    return cost ? calibration.nats(*cost, type) : 0.0;
  }

  align::Nearness nearness;
  align::Calibration calibration;
};

VectorScorer::VectorScorer(const SentenceVectors& source, const SentenceVectors& target) {
  if (source.dimension() != target.dimension() && source.size() > 0 && target.size() > 0) {
    throw Error(Errc::InvalidArgument,
                message("the vectors of the two sides have {1} and {2} numbers; were both made of "
                        "these segments, by one encoder?",
                        source.dimension(), target.dimension()));
  }
  impl_ = std::make_unique<const Impl>(source.impl_->table, target.impl_->table);
}
VectorScorer::~VectorScorer() = default;
VectorScorer::VectorScorer(VectorScorer&&) noexcept = default;
VectorScorer& VectorScorer::operator=(VectorScorer&&) noexcept = default;

double VectorScorer::score(SegmentRange source, SegmentRange target) const {
  const align::Nearness& nearness = impl_->nearness;
  if (source.begin > source.end || source.end > nearness.source().segments() ||
      target.begin > target.end || target.end > nearness.target().segments()) {
    throw Error(Errc::InvalidArgument,
                message("the document has segments of which there are no vectors"));
  }
  if (recognised() <= 0.0) return 0.0;
  double best = impl_->joined(source, target);
  // A bead that can be split is worth what its parts are: else two small beads, which are asked
  // twice, would always win over one large bead.
  for (std::size_t i = source.begin + 1; i < source.end; ++i) {
    for (std::size_t j = target.begin + 1; j < target.end; ++j) {
      best = std::max(best, impl_->joined({source.begin, i}, {target.begin, j}) +
                                impl_->joined({i, source.end}, {j, target.end}));
    }
  }
  return best;
}

double VectorScorer::recognised() const noexcept {
  return impl_->calibration.recognised();
}

}  // namespace trujaman::inline v0
