#include "read/segmented/xliff_units.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/unicode.hpp"

namespace trujaman::read::xliff {
namespace {

constexpr std::string_view kNative[] = {"x", "bx", "ex", "bpt", "ept", "ph", "it", "sc", "ec"};

bool is_segment(const pugi::xml_node& node) {
  return local_name(node) == "mrk" && node.attribute("mtype").value() == std::string_view("seg");
}

/// Whether @p node has text outside codes; that in segments does not count without @p in_segments.
bool has_text_of(const pugi::xml_node& node, bool in_segments) {
  for (const pugi::xml_node& c : node.children()) {
    if (c.type() == pugi::node_pcdata || c.type() == pugi::node_cdata) {
      if (!base::trim(c.value()).empty()) return true;
    } else if (local_name(c) == "cp") {
      return true;
    } else if (std::ranges::find(kNative, local_name(c)) == std::end(kNative) &&
               (in_segments || !is_segment(c)) && has_text_of(c, in_segments)) {
      return true;
    }
  }
  return false;
}

void collect_segments(const pugi::xml_node& node, std::vector<pugi::xml_node>& out) {
  for (const pugi::xml_node& c : node.children()) {
    if (is_segment(c)) {
      out.push_back(c);
    } else if (std::ranges::find(kNative, local_name(c)) == std::end(kNative)) {
      collect_segments(c, out);
    }
  }
}

std::vector<pugi::xml_node> segments_of(const pugi::xml_node& node) {
  std::vector<pugi::xml_node> out;
  collect_segments(node, out);
  return out;
}

std::string mid_of(const pugi::xml_node& segment) {
  return segment.attribute("mid").value();
}

/// Their ids; none where one has none, or two have the same.
std::set<std::string> ids_of(const std::vector<pugi::xml_node>& segments) {
  std::set<std::string> out;
  for (const pugi::xml_node& segment : segments) {
    if (mid_of(segment).empty() || !out.insert(mid_of(segment)).second) return {};
  }
  return out;
}

/// Takes the unit apart where the segments of its source correspond to those of its target, or
/// there is no text in that.
void find_pieces(Unit& unit) {
  const pugi::xml_node apart = child(unit.node, "seg-source");
  const pugi::xml_node source = apart ? apart : unit.source;
  const std::vector<pugi::xml_node> segments = segments_of(source);
  const std::vector<pugi::xml_node> targets = segments_of(unit.target);
  const std::set<std::string> ids = ids_of(segments);
  const bool translated = unit.target && has_text(unit.target);
  const bool corresponds =
      !ids.empty() && !has_text_of(source, false) &&
      (!translated || (ids_of(targets) == ids && !has_text_of(unit.target, false)));
  if (!corresponds) {
    if (has_text(unit.source)) unit.pieces.push_back({unit.source, unit.target});
    return;
  }
  unit.segmented = source;
  const bool twins = ids_of(targets) == ids;
  for (const pugi::xml_node& segment : segments) {
    if (!has_text(segment)) continue;
    const auto twin = std::ranges::find(targets, mid_of(segment), mid_of);
    unit.pieces.push_back({segment, twins ? *twin : pugi::xml_node()});
  }
}

void find_in(const pugi::xml_node& node, bool translate, std::vector<Unit>& out) {
  for (const pugi::xml_node& c : node.children()) {
    const std::string_view says = c.attribute("translate").value();
    const bool here = says.empty() ? translate : says != "no";
    const std::string_view name = local_name(c);
    if (name == "trans-unit" || name == "segment") {
      Unit unit{c, child(c, "source"), child(c, "target"), {}, {}};
      if (here && unit.source) find_pieces(unit);
      if (!unit.pieces.empty()) out.push_back(std::move(unit));
    } else if (name == "xliff" || name == "file" || name == "body" || name == "group" ||
               name == "bin-unit" || name == "unit") {
      find_in(c, here, out);
    }
  }
}

}  // namespace

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

bool has_text(const pugi::xml_node& node) {
  return has_text_of(node, true);
}

std::vector<Unit> find_units(const pugi::xml_node& document) {
  std::vector<Unit> out;
  find_in(document, true, out);
  return out;
}

}  // namespace trujaman::read::xliff
