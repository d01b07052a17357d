#include "exchange/xliff/xliff_state.hpp"

#include <algorithm>
#include <array>

namespace trujaman::exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::array kStates1{"final"sv,
                              "needs-adaptation"sv,
                              "needs-l10n"sv,
                              "needs-review-adaptation"sv,
                              "needs-review-l10n"sv,
                              "needs-review-translation"sv,
                              "needs-translation"sv,
                              "new"sv,
                              "signed-off"sv,
                              "translated"sv};
constexpr std::array kStates2{"initial"sv, "translated"sv, "reviewed"sv, "final"sv};

}  // namespace

bool is_state(std::string_view state, XliffVersion version) noexcept {
  const auto in = [&](const auto& list) { return std::ranges::find(list, state) != list.end(); };
  return version == XliffVersion::V2_0 ? in(kStates2) : in(kStates1);
}

bool is_untranslated(std::string_view state) noexcept {
  return state == "new" || state == "needs-translation" || state == "initial";
}

}  // namespace trujaman::exchange
