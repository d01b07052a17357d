#include "capi/document.hpp"

#include <memory>

#include <trujaman/c/document.h>
#include <trujaman/document.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"

using namespace trujaman;

namespace trujaman::capi {

trujaman_block to_c(const Block& block, Arena& arena) {
  std::uint32_t repairs = 0;
  for (const Repair repair : block.repairs) repairs |= 1U << static_cast<unsigned>(repair);
  return {.kind = static_cast<trujaman_block_kind>(block.kind),
          .level = block.level,
          .marker = block.marker.c_str(),
          .text = block.text.c_str(),
          .codes = to_c(block.codes, arena),
          .code_count = block.codes.size(),
          .where = to_c(block.where),
          .repairs = repairs,
          .after_rule = block.after_rule,
          .reserved = {}};
}

Block block(const trujaman_block& given) {
  need_unused(given.reserved, "a block");
  Block out;
  out.kind = enumerator<BlockKind>(given.kind, TRUJAMAN_FOOTNOTE, "a block's kind");
  out.level = given.level;
  out.marker = text(given.marker, "a block's marker");
  out.text = text(given.text, "a block's text");
  out.codes = codes(given.codes, given.code_count, out.text);
  out.where = location(&given.where);
  for (const Repair repair : {Repair::PageBreakJoined, Repair::LinesJoined, Repair::Dehyphenated,
                              Repair::FurnitureRemoved}) {
    if ((given.repairs >> static_cast<unsigned>(repair) & 1U) != 0) out.repairs.push_back(repair);
  }
  out.after_rule = given.after_rule;
  return out;
}

ReadOptions read_options(const trujaman_document_options* given) {
  const auto from =
      complete<trujaman_document_options>(given, TRUJAMAN_DOCUMENT_OPTIONS_INIT, "options");
  return {.encoding = std::string(text(from.encoding, "options.encoding")),
          .on_diagnostic = diagnostic_sink(from.on_diagnostic, from.user)};
}

}  // namespace trujaman::capi

trujaman_document::trujaman_document(std::shared_ptr<const Document> d)
    : document(std::move(d)), info() {
  for (const Block& block : document->blocks) blocks.push_back(capi::to_c(block, arena));
  for (const Block& block : document->furniture) furniture.push_back(capi::to_c(block, arena));
  info = {.id = document->id.c_str(),
          .language = document->language.str().c_str(),
          .segmented = document->segmented,
          .blocks = blocks.size(),
          .furniture = furniture.size()};
}

namespace {

const trujaman_block* block_at(const trujaman_document* document,
                               std::vector<trujaman_block> trujaman_document::*blocks,
                               std::size_t index, const char* name) noexcept {
  if (document != nullptr && index < (document->*blocks).size()) {
    return (document->*blocks).data() + index;
  }
  static_cast<void>(capi::guard([&] {
    capi::need(document, "document");
    capi::no_such_index(index, name);
  }));
  return nullptr;
}

std::unique_ptr<trujaman_document> make_document(Document document) {
  return std::make_unique<trujaman_document>(std::make_shared<const Document>(std::move(document)));
}

}  // namespace

trujaman_status trujaman_document_read(const trujaman_input* input, const char* language,
                                       const trujaman_document_options* options,
                                       trujaman_document** document) {
  return capi::give(document, "document", [&] {
    const ReadOptions how = capi::read_options(options);
    const LanguageTag tag = capi::language(language);
    capi::Input in(input);
    if (in.path()) return make_document(read_document(*in.path(), tag, how));
    return make_document(read_document_bytes(in.bytes(), in.name(), tag, how));
  });
}

trujaman_status trujaman_document_new(const char* id, const char* language,
                                      const trujaman_block* blocks, size_t count, bool segmented,
                                      trujaman_document** document) {
  return capi::give(document, "document", [&] {
    capi::need_array(blocks, count, "blocks");
    Document out;
    out.id = capi::text(id, "id");
    out.language = capi::language(language);
    out.segmented = segmented;
    out.blocks.reserve(count);
    for (std::size_t i = 0; i < count; ++i) out.blocks.push_back(capi::block(blocks[i]));
    return make_document(std::move(out));
  });
}

const trujaman_document_info* trujaman_document_about(const trujaman_document* document) {
  if (document != nullptr) return &document->info;
  static_cast<void>(capi::guard([&] { capi::need(document, "document"); }));
  return nullptr;
}

const trujaman_block* trujaman_document_block(const trujaman_document* document, size_t index) {
  return block_at(document, &trujaman_document::blocks, index, "blocks");
}

const trujaman_block* trujaman_document_furniture(const trujaman_document* document, size_t index) {
  return block_at(document, &trujaman_document::furniture, index, "furniture");
}

void trujaman_document_free(trujaman_document* document) {
  delete document;
}
