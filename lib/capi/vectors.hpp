/// @file
/// Sentence vectors behind their handle.
#pragma once

#include <memory>

#include <trujaman/c/align.h>
#include <trujaman/sentence_vectors.hpp>

struct trujaman_vectors {
  trujaman::SentenceVectors vectors;
};
