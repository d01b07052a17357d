/// @file
/// What the handles hold that more than one domain uses.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/c/align.h>
#include <trujaman/c/concept.h>
#include <trujaman/c/document.h>
#include <trujaman/c/glossary.h>
#include <trujaman/c/lexicon.h>
#include <trujaman/c/segment.h>
#include <trujaman/c/unit.h>
#include <trujaman/document.hpp>
#include <trujaman/glossary.hpp>
#include <trujaman/memory.hpp>
#include <trujaman/segmenter.hpp>

#include "capi/list.hpp"
#include "capi/to_c.hpp"

struct trujaman_buffer {
  std::string bytes;
};

struct trujaman_memory {
  std::shared_ptr<trujaman::Memory> memory;
};

struct trujaman_units : trujaman::capi::GrowingList<trujaman::TranslationUnit, trujaman_unit> {
  using GrowingList::GrowingList;
};

struct trujaman_concepts : trujaman::capi::GrowingList<trujaman::ConceptEntry, trujaman_concept> {
  using GrowingList::GrowingList;
};

struct trujaman_lexicon : trujaman::capi::GrowingList<trujaman::LexiconEntry, trujaman_word_pair> {
  using GrowingList::GrowingList;
};

namespace trujaman::capi {

/// A glossary with the views of its concepts; shared with the hits that point into it.
struct SharedGlossary {
  explicit SharedGlossary(std::vector<ConceptEntry> concepts) : glossary(std::move(concepts)) {
    for (const ConceptEntry& entry : glossary.concepts()) items.push_back(to_c(entry, arena));
  }

  Glossary glossary;
  Arena arena;
  std::vector<trujaman_concept> items;
};

/// A new buffer with that text.
inline std::unique_ptr<trujaman_buffer> make_buffer(std::string text) {
  return std::make_unique<trujaman_buffer>(trujaman_buffer{std::move(text)});
}

/// A new list of one value, or of none.
template <class List, class Value>
std::unique_ptr<List> make_list(std::optional<Value> value) {
  std::vector<Value> values;
  if (value) values.push_back(std::move(*value));
  return std::make_unique<List>(std::move(values));
}

}  // namespace trujaman::capi

struct trujaman_glossary {
  std::shared_ptr<const trujaman::capi::SharedGlossary> shared;
};

struct trujaman_document {
  explicit trujaman_document(std::shared_ptr<const trujaman::Document> d);

  std::shared_ptr<const trujaman::Document> document;
  trujaman::capi::Arena arena;
  std::vector<trujaman_block> blocks;
  std::vector<trujaman_block> furniture;
  trujaman_document_info info;
};

struct trujaman_segmenter {
  trujaman::Segmenter segmenter;
};

struct trujaman_segments {
  explicit trujaman_segments(trujaman::SegmentedDocument s);

  std::shared_ptr<const trujaman::SegmentedDocument> segmented;
  trujaman_document document;
  std::vector<std::string> texts;
  std::vector<trujaman_segment> items;
};

struct trujaman_alignment {
  trujaman::Alignment alignment;
  std::vector<trujaman_bead> items;
};
