#include "read/office/paragraph.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/unicode.hpp"
#include "read/block_builder.hpp"

namespace trujaman::read::office {
namespace {

constexpr std::size_t kLongestLink = 2000;  // bytes; more is no address but data

/// Opens and closes codes so that they nest: links outermost, then bold, then italic.
class FaceWriter {
 public:
  FaceWriter(BlockBuilder& out, const std::vector<std::string>& links)
      : out_(&out), links_(&links) {}

  void change_to(const Face& face) {
    if (face == now_) return;
    const bool relink = face.link != now_.link;
    const bool rebold = relink || face.bold != now_.bold;
    if (italic_ != 0 && (rebold || !face.italic)) close(italic_, "italic", "</i>");
    if (bold_ != 0 && (relink || !face.bold)) close(bold_, "bold", "</b>");
    if (link_ != 0 && relink) close(link_, "link", "</a>");
    if (link_ == 0 && face.link != 0) {
      const std::string& target = links_->at(face.link - 1);
      link_ = out_->open("link", target.empty() || target.size() > kLongestLink
                                     ? "<a>"
                                     : "<a href=\"" + target + "\">");
    }
    if (bold_ == 0 && face.bold) bold_ = out_->open("bold", "<b>");
    if (italic_ == 0 && face.italic) italic_ = out_->open("italic", "<i>");
    now_ = face;
  }

 private:
  void close(int& pair, std::string_view type, std::string_view native) {
    out_->close(std::exchange(pair, 0), type, native);
  }

  BlockBuilder* out_;
  const std::vector<std::string>* links_;
  Face now_;
  int link_ = 0;
  int bold_ = 0;
  int italic_ = 0;
};

Face common(const Face& a, const Face& b) {
  return {a.bold && b.bold, a.italic && b.italic, a.link == b.link ? a.link : 0};
}

/// A stretch of a piece's text that is all white space, or has none at its ends.
struct Stretch {
  TextSpan span;
  bool blank = false;
  Face face;
};

std::vector<Stretch> stretches_of(const Piece& piece) {
  const TextSpan all{0, piece.text.size()};
  const TextSpan inner = base::trim(piece.text, all);
  if (inner.size() == 0) return {{all, true, piece.face}};
  std::vector<Stretch> out;
  if (inner.begin > 0) out.push_back({{0, inner.begin}, true, piece.face});
  out.push_back({inner, false, piece.face});
  if (inner.end < all.end) out.push_back({{inner.end, all.end}, true, piece.face});
  return out;
}

/// White space takes the face that its neighbours have in common.
void face_blanks(std::vector<std::vector<Stretch>>& pieces) {
  std::vector<Stretch*> blanks;
  Face before;
  for (std::vector<Stretch>& piece : pieces) {
    for (Stretch& s : piece) {
      if (s.blank) {
        blanks.push_back(&s);
        continue;
      }
      for (Stretch* blank : blanks) blank->face = common(before, s.face);
      blanks.clear();
      before = s.face;
    }
  }
  for (Stretch* blank : blanks) blank->face = {};
}

void add_text(std::string_view text, bool mapped, BlockBuilder& out) {
  constexpr char32_t kSoftHyphen = U'\u00AD';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const bool soft = base::next_code_point(text, i) == kSoftHyphen;
    if (soft || mapped) {
      out.text(text.substr(done, begin - done));
      done = soft ? i : begin;
    }
    if (mapped) out.mark();
  }
  out.text(text.substr(done));
}

}  // namespace

std::size_t Paragraph::link_to(std::string_view target) {
  if (links.empty() || links.back() != target) links.emplace_back(target);
  return links.size();
}

Block to_block(const Paragraph& paragraph, const std::string& name, PieceMap* map) {
  std::vector<std::vector<Stretch>> pieces;
  for (const Piece& piece : paragraph.pieces) pieces.push_back(stretches_of(piece));
  face_blanks(pieces);

  BlockBuilder builder;
  FaceWriter faces(builder, paragraph.links);
  std::vector<std::size_t> places;  // marks of each piece
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = paragraph.pieces[i];
    for (const Stretch& s : pieces[i]) {
      if (s.span.size() == 0 && piece.placeholder.empty()) continue;
      faces.change_to(s.face);
      if (!piece.placeholder.empty()) builder.placeholder(piece.type, piece.placeholder);
      add_text(std::string_view(piece.text).substr(s.span.begin, s.span.size()), map != nullptr,
               builder);
    }
    if (map == nullptr) continue;
    builder.mark();
    places.push_back(base::count_code_points(piece.text) + 1);
  }
  faces.change_to({});

  Block block;
  block.kind = paragraph.kind;
  block.level = paragraph.level;
  block.marker = paragraph.marker;
  block.where = {name, paragraph.number, 0};
  const std::vector<std::size_t> marks = std::move(builder).finish(block);
  if (map == nullptr) return block;
  map->clear();
  auto next = marks.begin();
  for (const std::size_t count : places) {
    map->emplace_back(next, next + static_cast<std::ptrdiff_t>(count));
    next += static_cast<std::ptrdiff_t>(count);
  }
  return block;
}

}  // namespace trujaman::read::office
