/// XLIFF with the targets that it lacks: all other bytes stay.
#include <algorithm>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "read/byte_changes.hpp"
#include "read/segmented/xliff_markup.hpp"
#include "read/segmented/xliff_units.hpp"
#include "read/writer.hpp"

namespace trujaman::read {
namespace {

using namespace std::string_view_literals;

using xliff::child;
using xliff::has_text;
using xliff::local_name;
using xliff::Piece;
using xliff::Unit;

bool is_untranslated(std::string_view state) {
  return state == "new" || state == "needs-translation" || state == "initial";
}

std::string_view state_of(const Unit& unit) {
  return local_name(unit.node) == "segment" ? unit.node.attribute("state").value()
                                            : unit.target.attribute("state").value();
}

bool is_translated(const Unit& unit, const Piece& piece) {
  return piece.target && has_text(piece.target) && !is_untranslated(state_of(unit));
}

class XliffWriter {
 public:
  explicit XliffWriter(const Input& input) : input_(&input), bytes_(input.content) {
    mark_ = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::string_view xml = bytes_.substr(mark_);
    const bool utf8 = base::find_invalid_utf8(xml) == std::string_view::npos &&
                      xml.find('\0') == std::string_view::npos;
    if (!utf8) {
      throw Error(Errc::Unsupported,
                  message("is not in UTF-8; convert it first, to have it filled"), {input.name});
    }
    const pugi::xml_parse_result parsed = document_.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) throw Error(Errc::Malformed, parsed.description(), {input.name});
    units_ = xliff::find_units(document_);
  }

  Written write(const Reading& reading, const BlockTranslator& translate) {
    std::size_t pieces = 0;
    for (const Unit& unit : units_) pieces += unit.pieces.size();
    if (pieces != reading.blocks.size()) {
      throw Error(Errc::Unsupported,
                  message("has units that cannot be told apart; mend its defects first"),
                  {input_->name});
    }
    std::size_t next = 0;
    for (const Unit& unit : units_) {
      std::vector<Fill> fills;
      for (const Piece& piece : unit.pieces) {
        const Block& block = reading.blocks[next];
        const std::vector<Rendering> renderings = translate(next++, block);
        check_renderings(block, renderings);
        Fill& fill = fills.emplace_back();
        fill.translated = is_translated(unit, piece);
        if (!renderings.empty() && !fill.translated)
          prepare(piece, block, renderings.front(), fill);
      }
      put(unit, fills);
    }
    return {with_changes(bytes_, std::move(changes_)), summary_};
  }

 private:
  /// What becomes of a piece.
  struct Fill {
    bool translated = false;             ///< It had its translation.
    std::optional<std::string> content;  ///< What it gets.
    bool revise = false;
  };

  void prepare(const Piece& piece, const Block& block, const Rendering& rendering, Fill& fill) {
    std::string why;
    const bool whole = rendering.span == TextSpan{0, block.text.size()};
    const std::vector<std::string_view> codes = xliff::codes_of(content_of(piece.source));
    std::string content;
    if (rendering.text && !whole) {
      why = message("only whole units are filled");
    } else if (rendering.text && !xliff::append_target(content, *rendering.text, rendering.codes,
                                                       block.codes, block.text.size(), codes)) {
      why = message("its codes are not in the match");
    }
    if (!rendering.text || !why.empty()) {
      ++summary_.left;
      return report_left(*input_, block, rendering, why);
    }
    ++summary_.replaced;
    fill.content = std::move(content);
    fill.revise = rendering.revise;
  }

  void put(const Unit& unit, const std::vector<Fill>& fills) {
    if (std::ranges::none_of(fills, [](const Fill& f) { return f.content.has_value(); })) return;
    const bool revise = std::ranges::any_of(fills, &Fill::revise);
    if (unit.segmented) return put_segments(unit, fills, revise);
    put_target(unit, start_tag(unit, state_for(revise)), *fills.front().content);
    if (local_name(unit.node) == "segment" && !revise) put_state(unit);
  }

  /// Into a target that has the source's segments, or into a copy of these.
  void put_segments(const Unit& unit, const std::vector<Fill>& fills, bool revise) {
    const bool done = std::ranges::all_of(
        fills, [](const Fill& f) { return f.translated || f.content.has_value(); });
    const std::string tag = start_tag(unit, done ? state_for(revise) : open_state(unit, fills));
    if (unit.pieces.front().target) {
      const Extent target = extent(unit.target);
      changes_.push_back({{target.begin, target.content}, tag + ">"});
      for (std::size_t i = 0; i < fills.size(); ++i) {
        if (fills[i].content) put_content(unit.pieces[i].target, *fills[i].content);
      }
      return;
    }
    const Extent all = extent(unit.segmented);
    std::string content;
    std::size_t at = all.content;
    for (std::size_t i = 0; i < fills.size(); ++i) {
      const Extent segment = extent(unit.pieces[i].source);
      content.append(bytes_.substr(at, segment.content - at));
      content.append(fills[i].content.value_or(std::string()));
      at = segment.close;
    }
    content.append(bytes_.substr(at, all.close - at));
    put_target(unit, tag, content);
  }

  /// The inside of an element that may be empty in one tag.
  void put_content(const pugi::xml_node& node, const std::string& content) {
    const Extent old = extent(node);
    if (old.close != old.end) {
      changes_.push_back({{old.content, old.close}, content});
      return;
    }
    std::string tag(bytes_.substr(old.begin, old.end - old.begin));
    tag.erase(tag.rfind('/'));
    changes_.push_back(
        {{old.begin, old.end}, tag + ">" + content + "</" + std::string(node.name()) + ">"});
  }

  [[nodiscard]] std::string_view content_of(const pugi::xml_node& node) const {
    const Extent all = extent(node);
    return bytes_.substr(all.content, all.close - all.content);
  }

  /// Where @p node stands; pugixml counts from behind the byte order mark.
  [[nodiscard]] xliff::Extent extent(const pugi::xml_node& node) const {
    return xliff::extent_of(bytes_, mark_ + static_cast<std::size_t>(node.offset_debug()),
                            node.name());
  }
  using Extent = xliff::Extent;

  /// Attributes of a target that say how far it has come, of 1.x.
  struct State {
    std::string state;
    std::string qualifier;
  };

  static State state_for(bool revise) {
    return revise ? State{"needs-review-translation", "fuzzy-match"}
                  : State{"translated", "exact-match"};
  }

  /// Of a target some of whose segments are still to be translated. One that was said to be
  /// untranslated stays so where it has text that is none, else the segments speak for themselves.
  static State open_state(const Unit& unit, const std::vector<Fill>& fills) {
    const State old{unit.target.attribute("state").value(),
                    unit.target.attribute("state-qualifier").value()};
    bool has_other_text = false;
    for (std::size_t i = 0; i < fills.size(); ++i) {
      const pugi::xml_node& target = unit.pieces[i].target;
      has_other_text = has_other_text || (!fills[i].content && target && has_text(target));
    }
    return is_untranslated(old.state) && !has_other_text ? State{} : old;
  }

  /// Of the target, without its ">".
  [[nodiscard]] static std::string start_tag(const Unit& unit, const State& state) {
    std::string tag = "<" + prefix_of(unit) + "target";
    for (const pugi::xml_attribute& a : unit.target.attributes()) {
      const std::string_view name = a.name();
      if (name == "state" || name == "state-qualifier") continue;
      append_attribute(tag, name, a.value());
    }
    const pugi::xml_attribute space = unit.source.attribute("xml:space");
    if (!unit.target && space) append_attribute(tag, "xml:space", space.value());
    if (local_name(unit.node) != "trans-unit") return tag;
    if (!state.state.empty()) append_attribute(tag, "state", state.state);
    if (!state.qualifier.empty()) append_attribute(tag, "state-qualifier", state.qualifier);
    return tag;
  }

  static std::string prefix_of(const Unit& unit) {
    const std::string_view source_name = unit.source.name();
    return std::string(source_name.substr(0, source_name.size() - "source"sv.size()));
  }

  void put_target(const Unit& unit, const std::string& tag, const std::string& content) {
    const std::string element = tag + ">" + content + "</" + prefix_of(unit) + "target>";
    if (unit.target) {
      const Extent old = extent(unit.target);
      changes_.push_back({{old.begin, old.end}, element});
      return;
    }
    const Extent source = extent(unit.source);
    const pugi::xml_node segments = child(unit.node, "seg-source");
    const std::size_t at = segments ? extent(segments).end : source.end;
    changes_.push_back({{at, at}, indent_before(source.begin) + element});
  }

  void put_state(const Unit& unit) {
    const std::size_t name_at = mark_ + static_cast<std::size_t>(unit.node.offset_debug());
    if (!unit.node.attribute("state")) {
      const std::size_t at = name_at + std::string_view(unit.node.name()).size();
      changes_.push_back({{at, at}, " state=\"translated\""});
      return;
    }
    const Extent segment = extent(unit.node);
    for (const std::string_view sign : {" state=\""sv, " state='"sv}) {
      const std::size_t at = bytes_.substr(0, segment.content).find(sign, name_at);
      if (at == std::string_view::npos) continue;
      const std::size_t value = at + sign.size();
      changes_.push_back({{value, bytes_.find(sign.back(), value)}, "translated"});
      return;
    }
  }

  static void append_attribute(std::string& tag, std::string_view name, std::string_view value) {
    tag.append(" ").append(name).append("=\"");
    std::string escaped;
    xliff::append_escaped(escaped, value);
    for (const char c : escaped) {
      if (c == '"') {
        tag += "&quot;";
      } else {
        tag += c;
      }
    }
    tag += '"';
  }

  /// The line end and blanks that stand before the element at @p at.
  [[nodiscard]] std::string indent_before(std::size_t at) const {
    std::size_t begin = at;
    while (begin > 0 && " \t\r\n"sv.find(bytes_[begin - 1]) != std::string_view::npos) --begin;
    return std::string(bytes_.substr(begin, at - begin));
  }

  const Input* input_;
  std::string_view bytes_;
  std::size_t mark_ = 0;  ///< Length of the byte order mark.
  pugi::xml_document document_;
  std::vector<Unit> units_;
  std::vector<ByteChange> changes_;
  RenderSummary summary_;
};

}  // namespace

Written write_xliff(const Input& input, const BlockTranslator& translate) {
  // Reading comes first: it bounds the depth of what is then taken as a tree.
  const Reading reading = read_xliff_document(input);
  return XliffWriter(input).write(reading, translate);
}

}  // namespace trujaman::read
