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

constexpr std::array kQualifiers{
    "exact-match"sv,          "fuzzy-match"sv,         "id-match"sv,
    "leveraged-glossary"sv,   "leveraged-inherited"sv, "leveraged-mt"sv,
    "leveraged-repository"sv, "leveraged-tm"sv,        "mt-suggestion"sv,
    "rejected-grammar"sv,     "rejected-inaccurate"sv, "rejected-length"sv,
    "rejected-spelling"sv,    "tm-suggestion"sv};

template <typename List>
bool contains(const List& list, std::string_view value) noexcept {
  return std::ranges::find(list, value) != list.end();
}

/// Lists of 1.2 may be extended by what begins with "x-".
bool is_extension(std::string_view value) noexcept {
  return value.starts_with("x-") && value.size() > 2 &&
         value.find_first_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

bool is_state_1(std::string_view state) noexcept {
  return contains(kStates1, state) || is_extension(state);
}

bool is_state_2(std::string_view state) noexcept {
  return contains(kStates2, state);
}

bool is_state_qualifier(std::string_view qualifier) noexcept {
  return contains(kQualifiers, qualifier) || is_extension(qualifier);
}

bool is_substate(std::string_view substate) noexcept {
  const std::size_t colon = substate.find(':');
  return colon != std::string_view::npos && colon > 0 && colon + 1 < substate.size() &&
         substate.find_first_of(" \t\r\n:", colon + 1) == std::string_view::npos &&
         substate.find_first_of(" \t\r\n") == std::string_view::npos;
}

bool is_untranslated(std::string_view state) noexcept {
  return state == "new" || state == "needs-translation" || state == "initial";
}

}  // namespace trujaman::exchange
