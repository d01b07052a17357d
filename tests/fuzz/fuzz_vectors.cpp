/// Any bytes read as sentence vectors, with and without the text of their rows: only Error comes
/// out, and what was read are unit vectors, or zeros, that give every bead a finite score.
#include <cmath>
#include <sstream>
#include <string>

#include <trujaman/sentence_vectors.hpp>

#include "align/vector_file.hpp"
#include "fuzz.hpp"

using namespace trujaman;

namespace {

SegmentedDocument make_document() {
  SegmentedDocument out;
  for (const char* text : {"Un.", "Deux.", "", "Un.", "Été."}) {
    out.segments.push_back({out.document.blocks.size(), {0, std::string(text).size()}});
    out.document.blocks.push_back({});
    out.document.blocks.back().text = text;
  }
  return out;
}

std::vector<float> rows_of(const align::VectorTable& table) {
  std::vector<float> rows;
  for (std::size_t i = 0; i < table.segments(); ++i) {
    const align::RowSum sum = table.sum(i, 1);
    for (std::size_t d = 0; d < table.dimension(); ++d) {
      rows.push_back(sum.count == 0 ? 0.0F : sum.rows[0][d]);
    }
  }
  return rows;
}

void check(const align::VectorTable& table) {
  for (std::size_t i = 0; i < table.segments(); ++i) {
    for (std::size_t k = 1; k <= align::kMaxBead && i + k <= table.segments(); ++k) {
      const align::RowSum sum = table.sum(i, k);
      const double length = table.dot(sum, sum).whole();
      fuzz::require(std::abs(length - (table.known(i, k) ? 1.0 : 0.0)) < 1e-3, "length 1 or 0");
    }
  }
  const SentenceVectors vectors(rows_of(table), table.dimension());
  const VectorScorer scorer(vectors, vectors);
  fuzz::require(scorer.recognised() >= 0.0 && scorer.recognised() < 1.0, "a share");
  for (std::size_t i = 0; i < table.segments(); ++i) {
    for (std::size_t j = 0; j < table.segments(); ++j) {
      fuzz::require(std::isfinite(scorer.score({i, i + 1}, {j, j + 1})), "finite scores");
      if (i + 2 > table.segments() || j + 2 > table.segments()) continue;
      fuzz::require(std::isfinite(scorer.score({i, i + 2}, {j, j + 2})), "finite scores");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SegmentedDocument kDocument = make_document();
  const std::string bytes(fuzz::bytes(data, size));
  std::istringstream all(bytes);
  try {
    check(align::read_rows({&all, "fuzz.emb"}, kDocument.size()));
  } catch (const Error&) {
    // Not so many rows.
  }
  // Lines, a NUL, vectors.
  const std::size_t cut = bytes.find('\0');
  if (cut == std::string::npos) return 0;
  std::istringstream lines(bytes.substr(0, cut));
  std::istringstream vectors(bytes.substr(cut + 1));
  try {
    check(align::read_rows({&vectors, "fuzz.emb"}, {&lines, "fuzz"}, kDocument));
  } catch (const Error&) {
    // Not so many rows, or of other texts.
  }
  return 0;
}
