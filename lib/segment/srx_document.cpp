#include "segment/srx_document.hpp"

#include <algorithm>

#include <pugixml.hpp>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/regex.hpp"
#include "base/unicode.hpp"

namespace trujaman::segment {
namespace {

constexpr std::size_t kMostRules = 20'000;  // the largest file has 2,800
constexpr std::size_t kLongestPattern = 32'768;

std::string_view local_name(const pugi::xml_node& node) noexcept {
  std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Parser {
 public:
  Parser(std::string_view text, std::string name) : text_(text) { out_.name = std::move(name); }

  SrxDocument parse() && {
    pugi::xml_document xml;
    // A pattern may be a single blank.
    const pugi::xml_parse_result result =
        xml.load_buffer(text_.data(), text_.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                        pugi::encoding_utf8);
    if (!result) {
      fail(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
           message("is not well-formed XML: {1}", result.description()));
    }
    const pugi::xml_node root = xml.document_element();
    if (local_name(root) != "srx")
      fail(root, message("is not an SRX file: its element is not <srx>"));
    const std::string_view version = root.attribute("version").value();
    if (version != "1.0" && version != "2.0") {
      throw Error(Errc::Unsupported,
                  message("is SRX of version '{1}'; 1.0 and 2.0 can be read", version),
                  {out_.name, line_of(root), 0});
    }
    // In 1.0 the first map that matches counts; 2.0 says which it is.
    const pugi::xml_node header = child(root, "header");
    out_.cascade = version == "2.0" && flag(header, "cascade", false);
    const pugi::xml_node body = child(root, "body");
    if (!body) fail(root, message("has no <body> with rules"));
    read_rules(child(body, "languagerules"));
    read_maps(child(body, "maprules"));
    return std::move(out_);
  }

 private:
  static pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    return parent.find_child([name](const pugi::xml_node& n) { return local_name(n) == name; });
  }

  [[nodiscard]] std::size_t line_at(std::size_t offset) const {
    const std::string_view before = text_.substr(0, offset);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  }
  /// Lines are asked for in the order of the file, but for few: counting goes on where it was.
  std::size_t line_of(const pugi::xml_node& node) {
    const std::ptrdiff_t found = node.offset_debug();
    if (found < 0) return 0;
    const auto offset = std::min(static_cast<std::size_t>(found), text_.size());
    if (offset < counted_) return line_at(offset);
    line_ += static_cast<std::size_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                   text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return line_;
  }
  [[noreturn]] void fail(std::size_t offset, const std::string& what) const {
    throw Error(Errc::Malformed, what, {out_.name, line_at(offset), offset});
  }
  [[noreturn]] void fail(const pugi::xml_node& node, const std::string& what) {
    throw Error(Errc::Malformed, what, {out_.name, line_of(node), 0});
  }

  /// An attribute that is "yes" or "no".
  bool flag(const pugi::xml_node& node, const char* name, bool otherwise) {
    const pugi::xml_attribute found = node.attribute(name);
    if (!found) return otherwise;
    const std::string_view value = found.value();
    if (value != "yes" && value != "no") {
      fail(node, message("{1}=\"{2}\": must be yes or no", name, value));
    }
    return value == "yes";
  }

  std::string needed(const pugi::xml_node& node, const char* name) {
    const pugi::xml_attribute found = node.attribute(name);
    if (!found) fail(node, message("<{1}> lacks {2}", node.name(), name));
    return found.value();
  }

  /// The pattern in an element: its text without comments.
  std::string pattern(const pugi::xml_node& node) {
    std::string out;
    for (const pugi::xml_node& part : node.children()) {
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) out += part.value();
    }
    if (out.size() > kLongestPattern)
      fail(node, message("is longer than a pattern may be (32 kB)"));
    return out;
  }

  void read_rules(const pugi::xml_node& all) {
    std::size_t count = 0;
    for (const pugi::xml_node& language : all.children()) {
      if (local_name(language) != "languagerule") continue;
      std::vector<SrxRule>& rules = out_.rules[needed(language, "languagerulename")];
      for (const pugi::xml_node& node : language.children()) {
        if (local_name(node) != "rule") continue;
        if (++count > kMostRules) fail(node, message("has more than 20,000 rules"));
        SrxRule rule;
        rule.line = line_of(node);
        rule.breaks = flag(node, "break", true);
        rule.before = pattern(child(node, "beforebreak"));
        rule.after = pattern(child(node, "afterbreak"));
        rules.push_back(std::move(rule));
      }
    }
  }

  void read_maps(const pugi::xml_node& all) {
    for (const pugi::xml_node& node : all.children()) {
      if (local_name(node) == "languagemap") read_map(node);
      if (local_name(node) != "maprule") continue;  // a group, in 1.0
      for (const pugi::xml_node& inner : node.children()) {
        if (local_name(inner) == "languagemap") read_map(inner);
      }
    }
  }

  void read_map(const pugi::xml_node& node) {
    SrxMap map{needed(node, "languagepattern"), needed(node, "languagerulename"), line_of(node)};
    if (!out_.rules.contains(map.rules)) {
      fail(node, message("names rules that the file does not have: '{1}'", map.rules));
    }
    out_.maps.push_back(std::move(map));
  }

  std::string_view text_;
  std::size_t counted_ = 0;  ///< Bytes whose lines are counted …
  std::size_t line_ = 1;     ///< … and the line at their end.
  SrxDocument out_;
};

/// The encoding that the XML declaration names, if there is one.
std::string declared_encoding(std::string_view bytes) {
  constexpr std::size_t kLongestDeclaration = 200;
  std::string_view head = bytes.substr(0, kLongestDeclaration);
  if (!head.starts_with("<?xml")) return {};
  head = head.substr(0, head.find("?>"));
  const std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t open = head.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const std::size_t close = head.find(head[open], open + 1);
  if (close == std::string_view::npos) return {};
  return std::string(head.substr(open + 1, close - open - 1));
}

}  // namespace

std::vector<const SrxRule*> SrxDocument::rules_for(const LanguageTag& language) const {
  std::vector<const SrxRule*> out;
  for (const SrxMap& map : maps) {
    bool matches = false;
    try {
      // Tools write tags in either case.
      const base::Regex regex("(?:" + map.pattern + ")\\z", true);
      const std::string tag = language.str();
      base::RegexMatcher matcher(regex);
      matches = matcher.matches_at(base::RegexText(tag), 0);
    } catch (const Error& e) {
      throw Error(Errc::Malformed, e.what(), {name, map.line, 0});
    }
    if (!matches) continue;
    for (const SrxRule& rule : rules.at(map.rules)) out.push_back(&rule);
    if (!cascade) break;
  }
  return out;
}

SrxDocument parse_srx(std::string_view bytes, const std::string& name) {
  if (bytes.size() > kMostSrxBytes) {
    throw Error(Errc::Malformed, message("is larger than a rule file may be (16 MB)"),
                {name, 0, 0});
  }
  if (base::trim(bytes).empty()) {
    throw Error(Errc::Malformed, message("is empty; give a file of SRX rules"), {name, 0, 0});
  }
  const std::string text = base::decode(bytes, declared_encoding(bytes), name);
  return Parser(text, name).parse();
}

}  // namespace trujaman::segment
