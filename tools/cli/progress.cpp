#include "cli/progress.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

#include <trujaman/message.hpp>

#include "cli/signals.hpp"
#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace {

constexpr auto quiet_time = std::chrono::seconds(1);
constexpr auto redraw_every = std::chrono::milliseconds(100);
constexpr std::size_t bar_width = 30;

std::string duration(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  const std::string rest = std::to_string(whole % 60);
  return std::to_string(whole / 60) + ':' + (rest.size() < 2 ? "0" : "") + rest;
}

/// "[####......] 42 %"
std::string bar_of(double share) {
  const auto full = static_cast<std::size_t>(share * bar_width);
  return '[' + std::string(full, '#') + std::string(bar_width - full, '.') + "] " +
         std::to_string(static_cast<int>(share * 100)) + " %";
}

std::string left_of(double share, double spent) {
  return share > 0.0 ? ", " + message("{1} left", duration(spent / share - spent)) : "";
}

/// "12000 (4000 a second)"
std::string rate_of(std::size_t n, double spent) {
  return message("{1} ({2} a second)", n, fixed(static_cast<double>(n) / spent, 0));
}

}  // namespace

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)), on_terminal_(progress_wanted()) {}

ProgressBar::~ProgressBar() {
  if (visible_) std::cerr << "\r\x1b[K" << std::flush;
}

bool ProgressBar::due() {
  if (!on_terminal_) return false;
  const auto now = Clock::now();
  if (now - start_ < quiet_time || now - drawn_ < redraw_every) return false;
  drawn_ = now;
  return true;
}

void ProgressBar::draw(const std::string& text) {
  std::cerr << "\r\x1b[K" + label_ + ' ' + text << std::flush;
  visible_ = true;
}

double ProgressBar::seconds() const {
  return std::chrono::duration<double>(drawn_ - start_).count();
}

bool ProgressBar::update(double done) {
  if (due()) {
    const double share = std::clamp(done, 0.0, 1.0);
    draw(bar_of(share) + left_of(share, seconds()));
  }
  return caught_signal() == 0;
}

bool ProgressBar::count(std::size_t n) {
  return count(n, {});
}

bool ProgressBar::count(std::size_t n, const ReadPosition& position) {
  if (due()) {
    const double share = position.share();
    const std::string rate = rate_of(n, seconds());
    draw(share > 0.0 ? bar_of(share) + ", " + rate + left_of(share, seconds()) : rate);
  }
  return caught_signal() == 0;
}

}  // namespace trujaman::cli
