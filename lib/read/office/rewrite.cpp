#include "read/office/rewrite.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace trujaman::read::office {
namespace {

/// A piece, or a part of one, that lies inside or outside of every rendering as a whole.
struct Fragment {
  pugi::xml_node node;
  Face face;
  TextSpan span;  ///< In the block's text; empty for what stands there without text.
  bool computed = false;
  bool note = false;  ///< A reference to a note, without text.
};
using Fragments = std::span<const Fragment>;

/// Cuts pieces where renderings begin and end.
class Cutter {
 public:
  Cutter(const std::vector<Rendering>& renderings, PieceEditor& editor) : editor_(&editor) {
    for (const Rendering& r : renderings) {
      begins_.push_back(r.span.begin);
      cuts_.push_back(r.span.begin);
      cuts_.push_back(r.span.end);
    }
    next_ = cuts_.begin();
  }

  /// Pieces come in order; @p places is the piece's row of the map.
  void cut(const Piece& piece, const std::vector<std::size_t>& places) {
    pugi::xml_node node = piece.node;
    std::size_t begin = places.front();
    std::size_t offset = 0;             // of the code point, in the piece's text
    std::size_t node_offset = 0;        // of the node
    std::size_t skipped = piece.begin;  // of the node's text, before that of the piece
    const auto end_here = [&](std::size_t place) {
      if (offset == node_offset) return;
      fragments_.push_back({node, piece.face, {begin, place}, piece.computed, false});
      node = editor_->split(node, offset - node_offset + std::exchange(skipped, 0));
      node_offset = offset;
      begin = place;
    };
    for (std::size_t k = 0; k + 1 < places.size(); ++k) {
      bool here = false;
      for (; next_ != cuts_.end() && *next_ <= places[k]; ++next_) here = here || *next_ > begin;
      // White space that has left no trace in the block stays before what a rendering replaces.
      const bool gone_before = places[k] == begin && places[k + 1] > begin &&
                               std::binary_search(begins_.begin(), begins_.end(), begin);
      if (here || gone_before) end_here(places[k]);
      (void)base::next_code_point(piece.text, offset);
    }
    fragments_.push_back(
        {node, piece.face, {begin, places.back()}, piece.computed, piece.type == "fnote"});
  }

  [[nodiscard]] std::vector<Fragment> take() && { return std::move(fragments_); }

 private:
  PieceEditor* editor_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> cuts_;
  std::vector<std::size_t>::const_iterator next_;  ///< Neither places nor cuts ever go back.
  std::vector<Fragment> fragments_;
};

/// The rendering's text with the looks that its codes give it.
class Styler {
 public:
  explicit Styler(const Rendering& rendering) {
    colour_ = rendering.revise ? Highlight::Revise : Highlight::None;
    for (const InlineCode& code : rendering.codes) {
      if (code.kind == CodeKind::Bpt) opened_[code.pair] = code.type;
      if (code.type == "bold" || code.type == "italic") styled_ = true;
      if (code.type == "fnote") notes_.push_back(code.position);
    }
    for (const InlineCode& code : rendering.codes) {
      int& count = code.kind == CodeKind::Bpt || code.kind == CodeKind::Ept
                       ? counts_[code.position][type_of(code)]
                       : counts_[code.position][""];
      count += code.kind == CodeKind::Bpt ? 1 : -1;
    }
  }

  [[nodiscard]] bool styled() const noexcept { return styled_; }
  [[nodiscard]] Highlight colour() const noexcept { return colour_; }
  /// Where the text refers to notes, in ascending order.
  [[nodiscard]] const std::vector<std::size_t>& notes() const noexcept { return notes_; }

  /// @p text is the part of the whole that begins at @p begin.
  [[nodiscard]] std::vector<StyledText> style(std::string_view text, std::size_t begin) const {
    if (!styled_) return {{printable(text), false, false, false}};
    std::vector<StyledText> out;
    int bold = 0;
    int italic = 0;
    std::size_t done = 0;
    for (const auto& [position, types] : counts_) {
      const std::size_t at = position < begin ? 0 : std::min(position - begin, text.size());
      if (at > done) {
        out.push_back({printable(text.substr(done, at - done)), true, bold > 0, italic > 0});
        done = at;
      }
      for (const auto& [type, count] : types) {
        if (type == "bold") bold += count;
        if (type == "italic") italic += count;
      }
    }
    if (done < text.size())
      out.push_back({printable(text.substr(done)), true, bold > 0, italic > 0});
    return out;
  }

 private:
  /// The end of a pair may have lost its type.
  std::string type_of(const InlineCode& code) const {
    const auto it = opened_.find(code.pair);
    return it == opened_.end() ? code.type : it->second;
  }

  /// Without control characters, which XML cannot hold.
  static std::string printable(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }, ' ');
    return out;
  }

  std::map<int, std::string> opened_;
  std::map<std::size_t, std::map<std::string, int>> counts_;
  std::vector<std::size_t> notes_;
  bool styled_ = false;
  Highlight colour_ = Highlight::None;
};

bool is_word_character(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0 || base::is_ascii_alnum(c);
}

/// Whether a word runs over @p at.
bool parts_word(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_word_character(text[at - 1]) &&
         is_word_character(text[at]);
}

/// Where @p part stands in @p text as whole words; nothing when it does so nowhere or twice.
std::optional<std::size_t> find_once(std::string_view text, std::string_view part) {
  std::optional<std::size_t> found;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + 1)) {
    if (parts_word(text, at) || parts_word(text, at + part.size())) continue;
    if (found) return std::nullopt;
    found = at;
  }
  return found;
}

/// Puts a text in the place of fragments. What the document computes, and links, stay where the
/// text has the same words; the rest of the text looks like most of what it replaces.
class Filler {
 public:
  Filler(std::string_view block, const Styler& styler, PieceEditor& editor)
      : block_(block), styler_(&styler), editor_(&editor) {}

  static bool has_text(const Fragment& f) { return f.span.size() > 0; }

  /// Whether the text has a place for everything that is computed. fill() relies on it.
  [[nodiscard]] bool fits(Fragments fragments, std::string_view text) const {
    for (std::size_t i = 0; i < fragments.size(); ++i) {
      if (!fragments[i].computed || fragments[i].span.size() == 0) continue;
      const std::optional<TextSpan> place = place_of(fragments, i, text);
      return place && fits(fragments.subspan(i + 1), text.substr(place->end));
    }
    return true;
  }

  /// @p begin is where @p text begins in the whole rendering.
  void fill(Fragments fragments, std::string_view text, std::size_t begin) {
    for (std::size_t i = 0; i < fragments.size(); ++i) {
      const std::optional<TextSpan> kept = kept_place(fragments, i, text, begin);
      if (!kept || !fits(fragments.subspan(i + 1), text.substr(kept->end))) continue;
      fill_plain(fragments.first(i), text.substr(0, kept->begin), begin);
      return fill(fragments.subspan(i + 1), text.substr(kept->end), begin + kept->end);
    }
    fill_plain(fragments, text, begin);
  }

 private:
  [[nodiscard]] std::string_view text_of(const Fragment& f) const {
    return block_.substr(f.span.begin, f.span.size());
  }

  /// Where the text of fragment @p i stays in @p text. Text before and behind it must have
  /// fragments to go into.
  [[nodiscard]] std::optional<TextSpan> place_of(Fragments fragments, std::size_t i,
                                                 std::string_view text) const {
    const std::string_view own = text_of(fragments[i]);
    const std::optional<std::size_t> at = find_once(text, own);
    if (!at) return std::nullopt;
    const TextSpan place{*at, *at + own.size()};
    return has_room(fragments, i, text, place) ? std::optional(place) : std::nullopt;
  }

  static bool has_room(Fragments fragments, std::size_t i, std::string_view text, TextSpan place) {
    const Fragments before = fragments.first(i);
    const Fragments behind = fragments.subspan(i + 1);
    return (place.begin == 0 || std::any_of(before.begin(), before.end(), has_text)) &&
           (place.end == text.size() || std::any_of(behind.begin(), behind.end(), has_text));
  }

  /// The place in @p text of a fragment that stays as it is: a computed number, a link, a reference
  /// to a note for which the rendering has one, too.
  [[nodiscard]] std::optional<TextSpan> kept_place(Fragments fragments, std::size_t i,
                                                   std::string_view text, std::size_t begin) {
    const Fragment& f = fragments[i];
    const std::vector<std::size_t>& notes = styler_->notes();
    if (f.note && notes_ < notes.size()) {
      const std::size_t at = notes[notes_++];
      if (at < begin || at - begin > text.size()) return std::nullopt;
      const TextSpan place{at - begin, at - begin};
      return has_room(fragments, i, text, place) ? std::optional(place) : std::nullopt;
    }
    const bool kept = f.computed || (f.face.link != 0 && !styler_->styled());
    return kept && has_text(f) ? place_of(fragments, i, text) : std::nullopt;
  }

  void fill_plain(Fragments fragments, std::string_view text, std::size_t begin) {
    if (!styler_->styled()) keep_ends(fragments, text, begin);
    const Fragment* home = text.empty() ? nullptr : home_of(fragments);
    if (home != nullptr)
      editor_->replace(home->node, styler_->style(text, begin), styler_->colour());
    for (const Fragment& f : fragments) {
      if (&f != home && has_text(f)) editor_->remove(f.node);
    }
  }

  /// Fragments at both ends that the text begins and ends with stay: numbers before a tab, names in
  /// bold, the full stop.
  void keep_ends(Fragments& fragments, std::string_view& text, std::size_t& begin) const {
    const auto count = [&] { return std::count_if(fragments.begin(), fragments.end(), has_text); };
    while (count() > 1) {
      const std::string_view first = text_of(fragments.front());
      if (!text.starts_with(first) || parts_word(text, first.size())) break;
      fragments = fragments.subspan(1);
      text.remove_prefix(first.size());
      begin += first.size();
    }
    while (count() > 1) {
      const std::string_view last = text_of(fragments.back());
      if (!text.ends_with(last) || parts_word(text, text.size() - last.size())) break;
      fragments = fragments.first(fragments.size() - 1);
      text.remove_suffix(last.size());
    }
  }

  /// The fragment into which the text goes: the first in the look that most of them have.
  const Fragment* home_of(Fragments fragments) const {
    const auto key = [](const Face& face) { return std::tuple(face.link, face.bold, face.italic); };
    std::map<std::tuple<std::size_t, bool, bool>, std::size_t> sizes;
    for (const Fragment& f : fragments) sizes[key(f.face)] += f.span.size();
    const Fragment* best = nullptr;
    std::size_t most = 0;
    for (const Fragment& f : fragments) {
      const std::size_t size = sizes[key(f.face)];
      if (base::trim(text_of(f)).empty()) continue;
      // Text that brings its own looks goes where there are none.
      if (styler_->styled() && f.face == Face()) return &f;
      if (size <= most) continue;
      best = &f;
      most = size;
    }
    if (best == nullptr) {
      const auto any = std::find_if(fragments.begin(), fragments.end(), has_text);
      best = any == fragments.end() ? nullptr : &*any;
    }
    return best;
  }

  std::string_view block_;
  const Styler* styler_;
  PieceEditor* editor_;
  std::size_t notes_ = 0;  ///< References to notes that have been met.
};

}  // namespace

RenderSummary rewrite(const Paragraph& paragraph, const Block& block, const PieceMap& map,
                      const std::vector<Rendering>& renderings, PieceEditor& editor,
                      const std::function<void(const Rendering&)>& on_left) {
  Cutter cutter(renderings, editor);
  for (std::size_t i = 0; i < map.size(); ++i) cutter.cut(paragraph.pieces[i], map[i]);
  const std::vector<Fragment> fragments = std::move(cutter).take();
  RenderSummary summary;
  auto begin = fragments.begin();
  for (const Rendering& r : renderings) {
    begin = std::find_if(begin, fragments.end(),
                         [&](const Fragment& f) { return f.span.end > r.span.begin; });
    const auto end = std::find_if(begin, fragments.end(),
                                  [&](const Fragment& f) { return f.span.begin >= r.span.end; });
    const Fragments inside(begin, end);
    const Styler styler(r);
    Filler filler(block.text, styler, editor);
    if (r.text && std::any_of(inside.begin(), inside.end(), Filler::has_text) &&
        filler.fits(inside, *r.text)) {
      filler.fill(inside, *r.text, 0);
      ++summary.replaced;
    } else {
      for (const Fragment& f : inside) {
        if (f.span.size() > 0) editor.highlight(f.node);
      }
      if (r.text) on_left(r);
      ++summary.left;
    }
    begin = end;
  }
  return summary;
}

}  // namespace trujaman::read::office
