#include "memory/block_source.hpp"

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "memory/block_layout.hpp"

namespace trujaman::memory {

BlockSource::BlockSource(Connection& connection, const BlockRow& row)
    : connection_(&connection), row_(row), block_(connection, row) {
  if (row_.removed > 0) find_removed();
  rewind(PieceReader::Mode::Keep);
}

void BlockSource::find_removed() {
  there_.resize(static_cast<std::size_t>(row_.last_variant - row_.first_variant + 1));
  Query rows(*connection_, "SELECT id FROM variants WHERE id >= ?1 AND id <= ?2",
             row_.first_variant, row_.last_variant);
  while (rows.next()) there_[static_cast<std::size_t>(rows.integer(0) - row_.first_variant)] = true;
}

void BlockSource::rewind(PieceReader::Mode mode) {
  const BlockHeader& h = block_.header();
  variants_.reset();
  sequences_.reset();
  if (mode == PieceReader::Mode::Remove) {
    remove_pieces(*connection_, row_.id, h.signatures, h.variant_table);
    remove_pieces(*connection_, row_.id, block_.lists_begin(), h.size);
  }
  variants_.emplace(*connection_, row_.id, h.variant_table, h.sequences, mode);
  sequences_.emplace(*connection_, row_.id, h.sequences, block_.lists_begin(), mode);
  group_ = 0;
  local_ = 0;
}

bool BlockSource::next() {
  const std::size_t width = block_.header().word_bytes;
  while (local_ < block_.variants()) {
    if (local_ == block_.end_of(block_.groups()[group_])) ++group_;
    ++local_;
    const std::uint32_t length = block_.groups()[group_].length;
    variant_ = block_.header().first_variant + load<std::uint32_t>(variants_->take(4).data());
    const std::string_view bytes = sequences_->take(length * width);
    const auto index = static_cast<std::size_t>(variant_ - row_.first_variant);
    if (!there_.empty() && (index >= there_.size() || !there_[index])) continue;
    places_.clear();
    for (std::size_t at = 0; at < bytes.size(); at += width) {
      std::uint32_t place = 0;
      std::memcpy(&place, bytes.data() + at, width);
      if (place >= block_.words().size()) {
        throw Error(Errc::Storage,
                    message("is damaged (text index); export it and import it anew"));
      }
      places_.push_back(place);
    }
    return true;
  }
  return false;
}

}  // namespace trujaman::memory
