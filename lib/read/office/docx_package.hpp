/// @file
/// The parts of a DOCX file (ISO/IEC 29500-2) and how they refer to each other.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "base/archive.hpp"

namespace trujaman::read::office {

/// What a relationship points to: a part of the file, or an address outside.
struct Relationship {
  std::string type;  ///< Last word of its type: "styles", "footnotes", "hyperlink".
  std::string target;
};

/// A part with its relationships, by their ids.
struct DocxPart {
  std::string path;
  pugi::xml_document xml;
  std::unordered_map<std::string, Relationship> relationships;

  /// Target of the relationship @p id, empty when there is none.
  [[nodiscard]] std::string_view target(std::string_view id) const;
};

/// The file's parts, parsed when they are first asked for, and kept: nodes stay valid.
class DocxPackage {
 public:
  /// @p archive must outlive the package. @throws Error{Malformed} without a main part.
  explicit DocxPackage(const base::Archive& archive);

  [[nodiscard]] const std::string& name() const noexcept { return archive_->name(); }
  [[nodiscard]] DocxPart& main() const noexcept { return *main_; }
  /// The part that the main part's relationship of this type points to; null when there is none.
  DocxPart* related(std::string_view type);
  /// The part at @p path; null when there is none.
  DocxPart* part(const std::string& path);

  /// The parts asked for so far, by their paths.
  [[nodiscard]] const std::map<std::string, std::unique_ptr<DocxPart>>& parts() const noexcept {
    return parts_;
  }

 private:
  const base::Archive* archive_;
  std::map<std::string, std::unique_ptr<DocxPart>> parts_;
  DocxPart* main_ = nullptr;
};

/// A switch such as <w:b/>: on unless it says that it is off.
[[nodiscard]] bool is_on(pugi::xml_node property);

}  // namespace trujaman::read::office
