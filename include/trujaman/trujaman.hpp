/// @file
/// Everything at once.
#pragma once

#include <trujaman/aligner.hpp>
#include <trujaman/analysis.hpp>
#include <trujaman/checker.hpp>
#include <trujaman/concept.hpp>
#include <trujaman/concept_store.hpp>
#include <trujaman/document.hpp>
#include <trujaman/document_writer.hpp>
#include <trujaman/error.hpp>
#include <trujaman/exchange.hpp>
#include <trujaman/export.hpp>
#include <trujaman/fragment.hpp>
#include <trujaman/glossary.hpp>
#include <trujaman/glossary_editor.hpp>
#include <trujaman/language.hpp>
#include <trujaman/memory.hpp>
#include <trujaman/review.hpp>
#include <trujaman/segmenter.hpp>
#include <trujaman/sentence_vectors.hpp>
#include <trujaman/term_extractor.hpp>
#include <trujaman/term_search.hpp>
#include <trujaman/text.hpp>
#include <trujaman/unit.hpp>
#include <trujaman/unit_import.hpp>
#include <trujaman/word_aligner.hpp>
