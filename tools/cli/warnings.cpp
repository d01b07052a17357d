#include "cli/warnings.hpp"

#include <trujaman/message.hpp>

#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace {

constexpr std::size_t most_shown = 20;
constexpr std::size_t most_kept = 10'000;

}  // namespace

void Warnings::add(const Diagnostic& diagnostic) {
  ++count_;
  source_ = diagnostic.where.source;
  if (!json_ && count_ <= most_shown) print_warning(diagnostic);
  if (json_ && count_ <= most_kept) {
    kept_.push_back({{"file", diagnostic.where.source},
                     {"line", diagnostic.where.line},
                     {"reason", diagnostic.message}});
  }
}

void Warnings::finish() const {
  if (json_ || count_ <= most_shown) return;
  print_warning(
      {.severity = Severity::Warning,
       .message = counted("{1} further warning", "{1} further warnings", count_ - most_shown),
       .where = {.source = source_}});
}

}  // namespace trujaman::cli
