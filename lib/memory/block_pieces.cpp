#include "memory/block_pieces.hpp"

#include <algorithm>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "memory/block_layout.hpp"

namespace trujaman::memory {
namespace {

/// The row of the piece that has a byte of a block.
std::int64_t piece_at(std::int64_t block, std::size_t offset) {
  return first_piece(block) + static_cast<std::int64_t>(offset / kPieceBytes);
}

}  // namespace

void remove_block(Connection& connection, std::int64_t block) {
  execute(connection, "DELETE FROM pieces WHERE id >= ?1 AND id < ?2", first_piece(block),
          first_piece(block + 1));
  execute(connection, "DELETE FROM blocks WHERE id = ?1", block);
}

void remove_pieces(Connection& connection, std::int64_t block, std::size_t begin, std::size_t end) {
  execute(connection, "DELETE FROM pieces WHERE id >= ?1 AND id < ?2",
          piece_at(block, begin + kPieceBytes - 1), piece_at(block, end));
}

void PieceWriter::write(std::size_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t number = offset / kPieceBytes;
    const std::size_t begin = offset % kPieceBytes;
    const std::size_t size = std::min(bytes.size(), kPieceBytes - begin);
    Piece& piece = open_[number];
    if (piece.bytes.empty()) piece.bytes.resize(kPieceBytes);
    bytes.copy(piece.bytes.data() + begin, size);
    piece.written += size;
    if (piece.written == kPieceBytes) {
      insert(number, piece.bytes);
      open_.erase(number);
    }
    offset += size;
    bytes.remove_prefix(size);
  }
}

void PieceWriter::finish(std::size_t size) {
  for (const auto& [number, piece] : open_) {
    insert(number, std::string_view(piece.bytes).substr(0, size - number * kPieceBytes));
  }
  open_.clear();
}

void PieceWriter::insert(std::size_t number, std::string_view bytes) {
  execute(*connection_, "INSERT INTO pieces (id, bytes) VALUES (?1, ?2)",
          first_piece(block_) + static_cast<std::int64_t>(number), Blob{bytes});
}

PieceReader::PieceReader(Connection& connection, std::int64_t block, std::size_t begin,
                         std::size_t end, Mode mode)
    : connection_(&connection),
      rows_(connection, "SELECT bytes FROM pieces WHERE id >= ?1 AND id <= ?2 ORDER BY id",
            piece_at(block, begin), piece_at(block, end)),
      mode_(mode),
      next_(piece_at(block, begin)),
      read_(piece_at(block, begin + kPieceBytes - 1)),
      skip_(begin % kPieceBytes) {}

std::string_view PieceReader::take(std::size_t size) {
  while (bytes_.size() - at_ < size) {
    bytes_.erase(0, at_);
    at_ = 0;
    if (!rows_.next() || rows_.text(0).size() < skip_) {
      throw Error(Errc::Storage, message("is damaged (text index); export it and import it anew"));
    }
    bytes_.append(rows_.text(0).substr(skip_));
    skip_ = 0;
    // Those before it lie in the section whole, but for the first.
    if (mode_ == Mode::Remove && read_ < next_) {
      execute(*connection_, "DELETE FROM pieces WHERE id >= ?1 AND id < ?2", read_, next_);
      read_ = next_;
    }
    ++next_;
  }
  at_ += size;
  return std::string_view(bytes_).substr(at_ - size, size);
}

}  // namespace trujaman::memory
