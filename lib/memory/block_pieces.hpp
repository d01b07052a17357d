/// @file
/// A block's bytes in rows of the table `pieces`, read and written without having all in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// The row of a block's first piece.
[[nodiscard]] constexpr std::int64_t first_piece(std::int64_t block) noexcept {
  return block << 16U;
}

/// Removes a block's row and its pieces.
void remove_block(Connection& connection, std::int64_t block);

/// Removes the pieces of a block that have nothing but bytes from @p begin up to @p end.
void remove_pieces(Connection& connection, std::int64_t block, std::size_t begin, std::size_t end);

/// Writes the sections of a block at the same time, each from its beginning to its end.
class PieceWriter {
 public:
  PieceWriter(Connection& connection, std::int64_t block)
      : connection_(&connection), block_(block) {}

  /// Every byte is written once.
  void write(std::size_t offset, std::string_view bytes);
  /// The block has @p size bytes, all of them written.
  void finish(std::size_t size);

 private:
  struct Piece {
    std::string bytes;
    std::size_t written = 0;
  };

  void insert(std::size_t number, std::string_view bytes);

  Connection* connection_;
  std::int64_t block_;
  std::unordered_map<std::size_t, Piece> open_;  ///< Pieces that are not yet whole.
};

/// Reads a section of a block from its beginning to its end. @throws Error{Storage} when pieces are
/// missing.
class PieceReader {
 public:
  enum class Mode { Keep, Remove };  ///< What becomes of pieces that have been read whole.

  PieceReader(Connection& connection, std::int64_t block, std::size_t begin, std::size_t end,
              Mode mode);

  /// The next @p size bytes; valid until the next call.
  [[nodiscard]] std::string_view take(std::size_t size);

 private:
  Connection* connection_;
  Query rows_;
  Mode mode_;
  std::int64_t next_;  ///< The row of the piece that comes next.
  std::int64_t read_;  ///< Of the first that is read whole and not yet removed.
  std::string bytes_;
  std::size_t at_ = 0;    ///< In bytes_.
  std::size_t skip_ = 0;  ///< Bytes of the first piece before the section.
};

}  // namespace trujaman::memory
