/// @file
/// The numbers of a text put into the translation of one that differs in them.
#pragma once

#include <string_view>

#include <trujaman/memory.hpp>

namespace trujaman::memory {

/// Where @p text and the source of @p match have other numbers in the same places, writes those of
/// the text into the target and sets match.substituted: in the way the target writes its own (its
/// separators, else those of its language). All of them or none: only when each differing number's
/// value stands in the target as often as in the source, and always gives way to the same one. The
/// target's codes keep their places. O(words of one · words of the other).
void substitute_numbers(std::string_view text, FuzzyMatch& match);

}  // namespace trujaman::memory
