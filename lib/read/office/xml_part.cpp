#include "read/office/xml_part.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::read::office {
namespace {

/// The next node in the order of the file, inside @p root; @p depth follows.
pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root, int& depth) {
  if (node.first_child()) {
    ++depth;
    return node.first_child();
  }
  while (node != root && !node.next_sibling()) {
    node = node.parent();
    --depth;
  }
  return node == root ? pugi::xml_node() : node.next_sibling();
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local_of(std::string_view name) {
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

/// The prefix that "xmlns:w" declares, "" for "xmlns"; false when it declares none.
bool declares(std::string_view attribute, std::string_view& prefix) {
  if (attribute == "xmlns") {
    prefix = {};
    return true;
  }
  if (!attribute.starts_with("xmlns:")) return false;
  prefix = attribute.substr(6);
  return true;
}

/// What a file's own prefixes mean, innermost last.
struct Binding {
  std::string prefix;
  std::string_view known;  ///< The readers' prefix, empty for a namespace that they do not read.
  int depth = 0;           ///< Of the element that declares it.
};

class Renamer {
 public:
  explicit Renamer(std::span<const XmlNamespace> namespaces) : namespaces_(namespaces) {}

  /// Most files use the customary prefixes: then there is nothing to do.
  bool is_needed(pugi::xml_node root) const {
    int depth = 0;
    for (pugi::xml_node n = root; n; n = next_node(n, root, depth)) {
      for (const pugi::xml_attribute a : n.attributes()) {
        std::string_view prefix;
        if (!declares(a.name(), prefix)) continue;
        const std::string_view known = known_prefix(a.value());
        if (!known.empty() && known != prefix) return true;
      }
    }
    return false;
  }

  void rename(pugi::xml_node root) {
    int depth = 0;
    for (pugi::xml_node n = root; n; n = next_node(n, root, depth)) {
      while (!bindings_.empty() && bindings_.back().depth >= depth) bindings_.pop_back();
      for (const pugi::xml_attribute a : n.attributes()) {
        std::string_view prefix;
        if (declares(a.name(), prefix) && bindings_.size() < kMostBindings) {
          bindings_.push_back({std::string(prefix), known_prefix(a.value()), depth});
        }
      }
      if (n.type() != pugi::node_element) continue;
      const std::string name = renamed(n.name(), true);
      if (!name.empty()) n.set_name(name.c_str());
      for (pugi::xml_attribute a : n.attributes()) rename(a);
    }
  }

 private:
  static constexpr std::size_t kMostBindings = 1000;

  void rename(pugi::xml_attribute a) const {
    std::string_view prefix;
    std::string name;
    if (declares(a.name(), prefix)) {
      const std::string_view known = known_prefix(a.value());
      if (!known.empty()) name = "xmlns:" + std::string(known);
    } else {
      name = renamed(a.name(), false);
    }
    if (!name.empty()) a.set_name(name.c_str());
  }

  std::string_view known_prefix(std::string_view uri) const {
    const auto it = std::find_if(namespaces_.begin(), namespaces_.end(),
                                 [uri](const XmlNamespace& n) { return n.uri == uri; });
    return it == namespaces_.end() ? std::string_view() : it->prefix;
  }

  /// The name with the readers' prefix; empty when it stays. Attributes have no default namespace.
  std::string renamed(std::string_view name, bool element) const {
    const std::string_view prefix = prefix_of(name);
    if (prefix.empty() && !element) return {};
    const auto it = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                 [prefix](const Binding& b) { return b.prefix == prefix; });
    if (it == bindings_.rend() || it->known.empty() || it->known == prefix) return {};
    return std::string(it->known) + ':' + std::string(local_of(name));
  }

  std::span<const XmlNamespace> namespaces_;
  std::vector<Binding> bindings_;
};

/// Tells nodes of a tree that is too deep or has a document type. Empty when all is well.
std::string find_defect(pugi::xml_node root) {
  int depth = 0;
  for (pugi::xml_node n = root; n; n = next_node(n, root, depth)) {
    if (n.type() == pugi::node_doctype)
      return message("has a document type, which no document has");
    if (depth > kDeepestXml) {
      return message("has elements nested deeper than {1}", kDeepestXml);
    }
  }
  return {};
}

}  // namespace

pugi::xml_document parse_xml(std::string_view bytes, std::span<const XmlNamespace> namespaces,
                             const std::string& name, std::string_view part) {
  const auto refuse = [&](const std::string& why) {
    throw Error(Errc::Malformed, message("is damaged: its part \"{1}\" {2}", part, why), {name});
  };
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) {
    refuse(
        message("is not well-formed XML ({1} at byte {2})", result.description(), result.offset));
  }
  const std::string defect = find_defect(document);
  if (!defect.empty()) refuse(defect);
  Renamer renamer(namespaces);
  if (renamer.is_needed(document)) renamer.rename(document);
  return document;
}

std::string to_bytes(pugi::xml_document& document) {
  std::ostringstream out;
  pugi::xml_node first = document.first_child();
  const bool declared = first.type() == pugi::node_declaration;
  if (pugi::xml_attribute encoding = first.attribute("encoding"); declared && encoding) {
    encoding.set_value("UTF-8");
  }
  document.save(out, "", pugi::format_raw | (declared ? 0U : pugi::format_no_declaration),
                pugi::encoding_utf8);
  return std::move(out).str();
}

std::string_view value_of(pugi::xml_node node, const char* child, const char* attribute) {
  return node.child(child).attribute(attribute).value();
}

std::string clean_text(std::string_view text) {
  return base::find_invalid_utf8(text) == std::string_view::npos ? std::string(text)
                                                                 : base::replace_invalid_utf8(text);
}

int to_number(std::string_view text, int least, int most, int fallback) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return text.starts_with('-') ? least : most;
  if (error != std::errc{}) return fallback;
  return std::clamp(value, least, most);
}

}  // namespace trujaman::read::office
