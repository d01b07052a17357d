#include "clean/lengths.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::clean {
namespace {

/// Without as many translations of some length, what is usual here cannot be told, and Gale &
/// Church's constants, which serve any language, are taken: c = 1, s² = 6.8.
constexpr std::size_t kEnough = 100;
constexpr std::uint32_t kSomeLength = 20;
constexpr double kPublishedSpread = 2.607681;

/// As measured in 41,536 pairs of software, health and policy texts (es–en): a set of units that
/// are more alike than those would find fault with everything else.
constexpr double kLeastSpread = 0.98;

/// Spreads from what is usual, and times as long, from which a translation is not to be believed.
/// There, in one pair of a thousand: half of those lack a sentence or have one too many.
constexpr double kMostSpreads = 5.0;
constexpr double kMostTimes = 1.5;

/// A standard deviation is 1.4826 medians of absolute deviations, where outliers do not count.
constexpr double kDeviations = 1.4826;

std::uint32_t length_of(std::string_view text) {
  std::uint32_t n = 0;
  for (std::size_t i = 0; i < text.size();)
    n += base::is_space(base::next_code_point(text, i)) ? 0 : 1;
  return n;
}

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

double deviation(double source, double target, double ratio) {
  return (target - ratio * source) / std::sqrt((source + target / ratio) / 2);
}

std::string shown(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.1f", value);
  return out;
}

}  // namespace

void Lengths::add(std::int64_t unit, const Variant& source, const Variant& target) {
  const std::uint32_t from = length_of(source.text);
  const std::uint32_t to = length_of(target.text);
  if (from == 0 || to == 0) return;
  const Languages languages{source.language, target.language};
  const auto known = std::ranges::find(languages_, languages);
  const auto index = static_cast<std::uint32_t>(known - languages_.begin());
  if (known == languages_.end()) languages_.push_back(languages);
  pairs_.push_back({unit, from, to, index});
}

Lengths::Norm Lengths::norm_of(std::uint32_t languages) const {
  std::vector<double> values;
  for (const Pair& p : pairs_) {
    if (p.languages == languages && p.source >= kSomeLength) {
      values.push_back(double{1} * p.target / p.source);
    }
  }
  if (values.size() < kEnough) return {1.0, kPublishedSpread};
  Norm norm{.ratio = median(values)};
  values.clear();
  for (const Pair& p : pairs_) {
    if (p.languages == languages && p.source >= kSomeLength) {
      values.push_back(std::abs(deviation(p.source, p.target, norm.ratio)));
    }
  }
  norm.spread = std::max(kLeastSpread, kDeviations * median(values));
  return norm;
}

std::vector<OddLength> Lengths::odd_ones() const {
  std::vector<Norm> norms;
  for (std::uint32_t i = 0; i < languages_.size(); ++i) norms.push_back(norm_of(i));
  std::vector<OddLength> out;
  for (const Pair& p : pairs_) {
    const Norm& norm = norms[p.languages];
    const double times = p.target / (norm.ratio * p.source);
    if (std::abs(deviation(p.source, p.target, norm.ratio)) <= kMostSpreads * norm.spread ||
        std::max(times, 1 / times) <= kMostTimes) {
      continue;
    }
    out.push_back({p.unit, languages_[p.languages].target,
                   message("{1} characters for {2}, where some {3} are usual", p.target, p.source,
                           shown(norm.ratio * p.source))});
  }
  return out;
}

}  // namespace trujaman::clean
