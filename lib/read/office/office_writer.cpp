#include <map>
#include <set>
#include <utility>

#include <trujaman/message.hpp>

#include "base/archive.hpp"
#include "read/office/docx_editor.hpp"
#include "read/office/docx_reader.hpp"
#include "read/office/odt_editor.hpp"
#include "read/office/odt_reader.hpp"
#include "read/office/office_kind.hpp"
#include "read/office/rewrite.hpp"
#include "read/office/xml_part.hpp"
#include "read/writer.hpp"

namespace trujaman::read::office {
namespace {

/// Goes through the blocks as read_office makes them.
class Rewriter {
 public:
  Rewriter(const Input& input, const BlockTranslator& translate)
      : input_(&input), translate_(&translate) {}

  void rewrite_all(OfficeText& text, PieceEditor& editor) {
    std::size_t number = 0;
    for (Paragraph& paragraph : text.body) {
      PieceMap map;
      const Block block = to_block(paragraph, input_->name, &map);
      if (block.text.empty()) continue;
      const std::vector<Rendering> renderings = (*translate_)(number++, block);
      if (renderings.empty()) continue;
      // Taken before nodes are replaced.
      const pugi::xml_node root = paragraph.pieces.front().node.root();
      check_renderings(block, renderings);
      const auto on_left = [&](const Rendering& r) {
        report_left(*input_, block, r,
                    message("a number that the document computes is not in its rendering"));
      };
      const RenderSummary done = rewrite(paragraph, block, map, renderings, editor, on_left);
      summary_.replaced += done.replaced;
      summary_.left += done.left;
      changed_.insert(root.hash_value());
    }
  }

  [[nodiscard]] const RenderSummary& summary() const noexcept { return summary_; }
  [[nodiscard]] bool has_changed(const pugi::xml_document& part) const {
    return changed_.contains(part.hash_value());
  }

 private:
  const Input* input_;
  const BlockTranslator* translate_;
  RenderSummary summary_;
  std::set<std::size_t> changed_;  ///< Roots of parts.
};

}  // namespace

}  // namespace trujaman::read::office

namespace trujaman::read {

Written write_office(const Input& input, const BlockTranslator& translate) {
  using namespace office;
  const base::Archive archive(input.content, input.name);
  Rewriter rewriter(input, translate);
  std::map<std::string, std::string> changed;
  if (kind_of(archive) == OfficeKind::Docx) {
    DocxPackage package(archive);
    OfficeText text = read_docx(package);
    DocxEditor editor;
    rewriter.rewrite_all(text, editor);
    for (const auto& [path, part] : package.parts()) {
      if (rewriter.has_changed(part->xml)) changed[path] = to_bytes(part->xml);
    }
  } else {
    OdtPackage package(archive);
    OfficeText text = read_odt(package);
    OdtEditor editor(package.content.child("office:document-content"));
    rewriter.rewrite_all(text, editor);
    if (rewriter.has_changed(package.content)) changed["content.xml"] = to_bytes(package.content);
  }
  return {changed.empty() ? std::string(input.content) : archive.with(changed), rewriter.summary()};
}

}  // namespace trujaman::read
