/// XLIFF with the targets that it lacks: all other bytes stay.
#include <algorithm>
#include <utility>

#include <pugixml.hpp>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "read/byte_changes.hpp"
#include "read/segmented/xliff_markup.hpp"
#include "read/writer.hpp"

namespace trujaman::read {
namespace {

using namespace std::string_view_literals;

/// A `<trans-unit>` of 1.x or a `<segment>` of 2.x.
struct Unit {
  pugi::xml_node node;
  pugi::xml_node source;
  pugi::xml_node target;  ///< Null where there is none.
};

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& c : node.children()) {
    if (local_name(c) == name) return c;
  }
  return {};
}

/// Text outside codes, as the reader has it.
bool has_text(const pugi::xml_node& node) {
  constexpr std::string_view kNative[] = {"x", "bx", "ex", "bpt", "ept", "ph", "it", "sc", "ec"};
  for (const pugi::xml_node& c : node.children()) {
    if (c.type() == pugi::node_pcdata || c.type() == pugi::node_cdata) {
      if (!base::trim(c.value()).empty()) return true;
    } else if (local_name(c) == "cp" ||
               (std::ranges::find(kNative, local_name(c)) == std::end(kNative) && has_text(c))) {
      return true;
    }
  }
  return false;
}

/// Units whose source has text, in the file's order: those that the reader makes blocks of.
/// @p translate: whether what stands in @p node is to be translated.
void find_units(const pugi::xml_node& node, bool translate, std::vector<Unit>& out) {
  for (const pugi::xml_node& c : node.children()) {
    const std::string_view says = c.attribute("translate").value();
    const bool here = says.empty() ? translate : says != "no";
    const std::string_view name = local_name(c);
    if (name == "trans-unit" || name == "segment") {
      const Unit unit{c, child(c, "source"), child(c, "target")};
      if (here && unit.source && has_text(unit.source)) out.push_back(unit);
    } else if (name == "xliff" || name == "file" || name == "body" || name == "group" ||
               name == "bin-unit" || name == "unit") {
      find_units(c, here, out);
    }
  }
}

bool is_translated(const Unit& unit) {
  if (!unit.target || !has_text(unit.target)) return false;
  const std::string_view state = local_name(unit.node) == "segment"
                                     ? unit.node.attribute("state").value()
                                     : unit.target.attribute("state").value();
  return state != "new" && state != "needs-translation" && state != "initial";
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
    find_units(document_, true, units_);
  }

  Written write(const Reading& reading, const BlockTranslator& translate) {
    if (units_.size() != reading.blocks.size()) {
      throw Error(Errc::Unsupported,
                  message("has units that cannot be told apart; mend its defects first"),
                  {input_->name});
    }
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const Block& block = reading.blocks[i];
      const std::vector<Rendering> renderings = translate(i, block);
      check_renderings(block, renderings);
      if (renderings.empty() || is_translated(units_[i])) continue;
      fill(units_[i], block, renderings.front());
    }
    return {with_changes(bytes_, std::move(changes_)), summary_};
  }

 private:
  void fill(const Unit& unit, const Block& block, const Rendering& rendering) {
    std::string why;
    const bool whole = rendering.span == TextSpan{0, block.text.size()};
    const Extent source = extent(unit.source);
    const std::vector<std::string_view> codes =
        xliff::codes_of(bytes_.substr(source.content, source.close - source.content));
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
    put_target(unit, source, content, rendering.revise);
    if (local_name(unit.node) == "segment" && !rendering.revise) put_state(unit);
  }

  /// Where @p node stands; pugixml counts from behind the byte order mark.
  [[nodiscard]] xliff::Extent extent(const pugi::xml_node& node) const {
    return xliff::extent_of(bytes_, mark_ + static_cast<std::size_t>(node.offset_debug()),
                            node.name());
  }
  using Extent = xliff::Extent;

  void put_target(const Unit& unit, const Extent& source, const std::string& content, bool revise) {
    const std::string_view source_name = unit.source.name();
    const std::string prefix(source_name.substr(0, source_name.size() - "source"sv.size()));
    std::string tag = "<" + prefix + "target";
    const bool version_1 = local_name(unit.node) == "trans-unit";
    for (const pugi::xml_attribute& a : unit.target.attributes()) {
      const std::string_view name = a.name();
      if (name == "state" || name == "state-qualifier") continue;
      append_attribute(tag, name, a.value());
    }
    const pugi::xml_attribute space = unit.source.attribute("xml:space");
    if (!unit.target && space) append_attribute(tag, "xml:space", space.value());
    if (version_1) {
      append_attribute(tag, "state", revise ? "needs-review-translation" : "translated");
      append_attribute(tag, "state-qualifier", revise ? "fuzzy-match" : "exact-match");
    }
    const std::string element = tag + ">" + content + "</" + prefix + "target>";
    if (unit.target) {
      const Extent old = extent(unit.target);
      changes_.push_back({{old.begin, old.end}, element});
      return;
    }
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
