/// @file
/// What the words of a bead say about it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "align/bead_type.hpp"
#include "align/learn.hpp"
#include "align/lexicon.hpp"
#include "align/side.hpp"

namespace trujaman::align {

/// How much likelier the words of both sides of a bead are, given each other, than by chance (IBM
/// model 1 in both directions). Segments are compared when a bead first asks for it, and
/// remembered for as many rows as a bead may span.
class WordEvidence {
 public:
  /// Everything is borrowed.
  WordEvidence(const Side& source, const Side& target, const Lexicon& lexicon,
               const Teaching& teaching);

  /// Turns to source segment @p i, whose beads will cover target segments of [begin, end) only. To
  /// be called for each segment in order.
  void begin_row(std::size_t i, std::size_t begin, std::size_t end);

  /// Log-likelihood ratio of the words of the bead of @p type whose last segments are @p i, that of
  /// the last begin_row, and @p j.
  [[nodiscard]] double ratio(std::size_t i, std::size_t j, BeadType type);

 private:
  struct Gain {
    std::uint32_t position;  ///< Of the word that is explained, in its segment; once in a list.
    float gain;              ///< Its probability given the other segment's words over by chance.
  };
  struct Cell {
    bool compared = false;
    std::vector<Gain> forward;   ///< Target words explained by the source segment.
    std::vector<Gain> backward;  ///< Source words explained by the target segment.
  };
  /// A word of a row's source segment and a target word that may render it.
  struct Partner {
    TypeId target;
    TypeId source;
    std::uint32_t position;  ///< In the source segment.
    double forward;          ///< Translation probability, own occurrences left out.
    const Link* link;
  };
  struct Slot {
    std::uint32_t stamp = 0;  ///< Begin is good if it is the row's.
    std::uint32_t begin = 0;  ///< Into the row's partners.
  };
  struct Row {
    std::uint32_t stamp = 0;
    std::size_t begin = 0;
    std::vector<Cell> cells;
    std::vector<Partner> partners;  ///< By target, then position.
    std::vector<Slot> slots;        ///< By target type.
  };
  /// What is known of each word of each segment of one side without looking at the other.
  struct Words {
    std::vector<std::size_t> begin;  ///< By segment, into seen.
    std::vector<float> seen;         ///< Occurrences of the word in the bead its segment taught in.
    std::vector<double> chance;      ///< By segment: words that the lexicon leaves to chance.
  };
  class Sum;

  /// Adds up gains by position.
  class Gatherer {
   public:
    void add(const Gain& gain);
    /// Calls @p take with each position's sum, and begins anew.
    template <typename F>
    void take_all(F take);

   private:
    std::vector<float> sums_;  ///< By position; zero but where touched_ says.
    std::vector<std::uint32_t> touched_;
  };

  const Cell& cell(std::size_t i, std::size_t j);
  void compare(std::size_t i, std::size_t j, Cell& cell);

  const Side* source_;
  const Side* target_;
  const Lexicon* lexicon_;
  const Teaching* teaching_;
  Words source_words_;
  Words target_words_;
  std::array<Row, kMaxBead> rows_;
  std::uint32_t stamp_ = 0;            ///< Of the last row; rows may be gone through several times.
  std::vector<std::uint32_t> wanted_;  ///< By target type: stamp of the last row that reaches it.
  Gatherer in_cell_;
  Gatherer in_bead_;
};

}  // namespace trujaman::align
