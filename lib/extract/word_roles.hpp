/// @file
/// Which content words are no part of any term, told from what they stand beside.
#pragma once

#include <span>
#include <vector>

#include "extract/corpus.hpp"
#include "extract/word_links.hpp"

namespace trujaman::extract {

/// Sets Form::verb and Form::barred of both corpora. Verbs are told by their neighbours, by how
/// they end, by what they are linked to and by what they are coordinated with: no tagger, no
/// dictionary. @p links by segment. O(words).
void find_word_roles(Corpus& source, Corpus& target,
                     std::span<const std::vector<ContentLink>> links);

}  // namespace trujaman::extract
