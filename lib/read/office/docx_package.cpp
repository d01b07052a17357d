#include "read/office/docx_package.hpp"

#include <array>
#include <utility>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

/// Each in the form that Word writes, and in that of the strict standard.
constexpr std::array<XmlNamespace, 8> kNamespaces{
    {{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
     {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
     {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
     {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
     {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
     {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
     {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
     {"http://schemas.openxmlformats.org/package/2006/relationships", ""}}};

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

/// @p target as seen from @p folder ("word/"), without ways up.
std::string resolve(std::string_view folder, std::string_view target) {
  const std::string path =
      target.starts_with('/') ? std::string(target) : std::string(folder) + std::string(target);
  std::vector<std::string_view> steps;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
  }
  std::string out;
  for (const std::string_view step : steps) {
    if (!out.empty()) out += '/';
    out += step;
  }
  return out;
}

std::string_view local_name(const char* name) {
  const std::string_view all = name;
  return all.substr(all.find(':') + 1);
}

/// The relationships of the part at @p path; of the package itself when that is empty.
std::unordered_map<std::string, Relationship> relationships_of(const base::Archive& archive,
                                                               std::string_view path) {
  std::unordered_map<std::string, Relationship> out;
  const std::string folder = folder_of(path);
  const std::string rels = folder + "_rels/" + std::string(path.substr(folder.size())) + ".rels";
  const std::optional<std::string> bytes = archive.read(rels);
  if (!bytes) return out;
  const pugi::xml_document xml = parse_xml(*bytes, kNamespaces, archive.name(), rels);
  for (const pugi::xml_node r : xml.document_element().children()) {
    if (local_name(r.name()) != "Relationship") continue;
    const std::string_view type = r.attribute("Type").value();
    const std::string_view target = r.attribute("Target").value();
    const bool outside = std::string_view(r.attribute("TargetMode").value()) == "External";
    out.try_emplace(r.attribute("Id").value(),
                    Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                 outside ? std::string(target) : resolve(folder, target)});
  }
  return out;
}

}  // namespace

std::string_view DocxPart::target(std::string_view id) const {
  const auto it = relationships.find(std::string(id));
  return it == relationships.end() ? std::string_view() : it->second.target;
}

DocxPackage::DocxPackage(const base::Archive& archive) : archive_(&archive) {
  for (const auto& [id, r] : relationships_of(archive, "")) {
    if (r.type == "officeDocument" && main_ == nullptr) main_ = part(r.target);
  }
  if (main_ == nullptr) main_ = part("word/document.xml");
  if (main_ == nullptr || !main_->xml.child("w:document").child("w:body")) {
    throw Error(Errc::Malformed, message("is a damaged DOCX file: it has no text part"), {name()});
  }
}

DocxPart* DocxPackage::related(std::string_view type) {
  for (const auto& [id, r] : main_->relationships) {
    if (r.type == type) return part(r.target);
  }
  return nullptr;
}

DocxPart* DocxPackage::part(const std::string& path) {
  std::unique_ptr<DocxPart>& place = parts_[path];
  if (place) return place.get();
  const std::optional<std::string> bytes = archive_->read(path);
  if (!bytes) {
    parts_.erase(path);
    return nullptr;
  }
  place = std::make_unique<DocxPart>();
  place->path = path;
  place->xml = parse_xml(*bytes, kNamespaces, name(), path);
  place->relationships = relationships_of(*archive_, path);
  return place.get();
}

bool is_on(pugi::xml_node property) {
  if (!property) return false;
  const std::string_view value = property.attribute("w:val").value();
  return value != "0" && value != "false" && value != "off" && value != "none";
}

}  // namespace trujaman::read::office
