#include "exchange/xlsx/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <sstream>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::exchange {
namespace {

/// Calls @p see for each element of a part.
class ElementReader : private XmlReader {
 public:
  using See = std::function<void(std::string_view name, XmlAttributes attributes)>;
  ElementReader(const std::string& name, See see) : XmlReader(name), see_(std::move(see)) {}
  void read(std::string part) {
    std::istringstream in(std::move(part));
    parse(in);
  }

 private:
  void on_start(std::string_view name, XmlAttributes attributes) override {
    see_(local_name(name), attributes);
  }
  void on_end(std::string_view) override {}
  void on_text(std::string_view) override {}
  void on_undeclared_entity(std::string_view, std::string_view) override {}

  See see_;
};

class SharedTextReader : private XmlReader {
 public:
  explicit SharedTextReader(const std::string& name) : XmlReader(name) {}
  std::vector<std::string> read(std::string part) {
    std::istringstream in(std::move(part));
    parse(in);
    return std::move(texts_);
  }

 private:
  void on_start(std::string_view name, XmlAttributes) override { text_.start(local_name(name)); }
  void on_end(std::string_view name) override {
    text_.end(local_name(name));
    if (local_name(name) == "si") texts_.push_back(text_.take());
  }
  void on_text(std::string_view text) override { text_.text(text); }
  void on_undeclared_entity(std::string_view, std::string_view text) override { on_text(text); }

  CellText text_;
  std::vector<std::string> texts_;
};

/// A target of a relationship of the part at @p from as a path in the archive.
std::string resolve(std::string_view from, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(from.substr(0, from.rfind('/') + 1));
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../") && !folder.empty()) {
      folder.pop_back();
      folder.erase(folder.rfind('/') + 1);
    }
    target.remove_prefix(target.find('/') + 1);
  }
  return folder + std::string(target);
}

std::string relationships_of(std::string_view part) {
  const std::size_t slash = part.rfind('/') + 1;
  return std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
}

/// The value of four hexadecimal digits of an escape "_x000D_" at the beginning of @p text, or 0.
char32_t escaped(std::string_view text) {
  constexpr std::size_t kLength = 7;
  if (text.size() < kLength || !text.starts_with("_x") || text[kLength - 1] != '_') return 0;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return error == std::errc() && end == text.data() + 6 && !surrogate ? char32_t{value} : 0;
}

}  // namespace

std::string plain_text(std::string text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text[i] == '_' ? escaped(std::string_view(text).substr(i)) : 0;
    if (c != 0) {
      base::append_code_point(out, c);
      i += 7;
    } else {
      out += text[i++];
    }
  }
  for (std::size_t at = out.find("\r\n"); at != out.npos; at = out.find("\r\n", at)) {
    out.erase(at, 1);
  }
  return base::to_nfc(out);
}

void CellText::start(std::string_view element) {
  if (element == "rPh") ++aids_;
  if (element == "t") in_text_ = true;
}

void CellText::end(std::string_view element) {
  if (element == "rPh") --aids_;
  if (element == "t") in_text_ = false;
}

void CellText::text(std::string_view more) {
  if (in_text_ && aids_ == 0) text_ += more;
}

std::string CellText::take() {
  return plain_text(std::exchange(text_, {}));
}

Workbook::Workbook(std::string_view bytes, const std::string& name) : archive_(bytes, name) {
  const auto relationships = [&](const std::string& part, const ElementReader::See& see) {
    const auto found = archive_.read(part);
    if (found) ElementReader(name, see).read(*found);
  };
  const auto is = [](XmlAttributes attributes, std::string_view kind) {
    return find_attribute(attributes, "Type").ends_with(kind);
  };
  std::string main;
  relationships("_rels/.rels", [&](std::string_view, XmlAttributes attributes) {
    if (is(attributes, "/officeDocument")) main = resolve("", find_attribute(attributes, "Target"));
  });
  std::map<std::string, std::string, std::less<>> worksheets;
  relationships(relationships_of(main), [&](std::string_view, XmlAttributes attributes) {
    std::string target = resolve(main, find_attribute(attributes, "Target"));
    if (is(attributes, "/worksheet")) {
      worksheets[std::string(find_attribute(attributes, "Id"))] = std::move(target);
    } else if (is(attributes, "/sharedStrings")) {
      shared_texts_ = std::move(target);
    }
  });
  const auto workbook = archive_.read(main);
  if (main.empty() || !workbook || worksheets.empty()) {
    throw Error(Errc::Malformed, message("is no XLSX workbook with a sheet; save it as xlsx"),
                {name});
  }
  ElementReader(name, [&](std::string_view element, XmlAttributes attributes) {
    if (element != "sheet") return;
    std::string_view id;
    for (const XmlAttribute& a : attributes) {
      if (a.name != "id" && local_name(a.name) == "id") id = a.value;
    }
    const auto found = worksheets.find(id);
    if (found == worksheets.end()) return;  // a chart
    const std::string_view state = find_attribute(attributes, "state");
    sheets_.push_back({std::string(find_attribute(attributes, "name")), found->second,
                       state == "hidden" || state == "veryHidden"});
  }).read(*workbook);
}

std::string Workbook::part(const std::string& path) const {
  auto found = archive_.read(path);
  if (!found) {
    throw Error(Errc::Malformed, message("is damaged: its part \"{1}\" is missing", path),
                {archive_.name()});
  }
  return *std::move(found);
}

std::string Workbook::sheet(const std::string& sheet) const {
  const auto found = std::ranges::find_if(
      sheets_, [&](const Sheet& s) { return sheet.empty() ? !s.hidden : s.name == sheet; });
  if (found != sheets_.end()) return part(found->part);
  std::string names;
  for (const Sheet& s : sheets_) names += (names.empty() ? "" : ", ") + s.name;
  throw Error(Errc::InvalidArgument,
              message("has no sheet \"{1}\"; name one that it has: {2}", sheet, names),
              {archive_.name()});
}

std::vector<std::string> Workbook::shared_texts() const {
  if (shared_texts_.empty()) return {};
  return SharedTextReader(archive_.name()).read(part(shared_texts_));
}

}  // namespace trujaman::exchange
