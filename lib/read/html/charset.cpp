#include "read/html/charset.hpp"

#include <algorithm>
#include <vector>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/guess_encoding.hpp"
#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

constexpr std::size_t kPrescanned = 1024;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), base::ascii_lower);
  return out;
}

struct Attribute {
  std::string name;
  std::string value;
};

/// Reads the bytes of a page's beginning as the standard's prescan does.
class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : rest_(bytes.substr(0, kPrescanned)) {}

  std::string charset() {
    if (rest_.starts_with("<?xml")) {
      const std::string declaration(rest_.substr(0, rest_.find('>')));
      if (std::string found = value_after(declaration, "encoding"); !found.empty()) return found;
    }
    while (!rest_.empty()) {
      if (rest_.starts_with("<!--")) {
        skip_behind("-->", 2);
      } else if (is_meta()) {
        rest_.remove_prefix(5);
        if (std::string found = meta_charset(); !found.empty()) return found;
      } else if (is_tag()) {
        const std::size_t end = rest_.find_first_of(" \t\n\f\r>");
        rest_.remove_prefix(std::min(end, rest_.size()));
        while (next_attribute()) {
        }
      } else if (rest_.size() > 1 && rest_[0] == '<' &&
                 (rest_[1] == '!' || rest_[1] == '/' || rest_[1] == '?')) {
        skip_behind(">", 0);
      } else {
        rest_.remove_prefix(1);
      }
    }
    return {};
  }

 private:
  /// A comment may end in the two hyphens that it begins with: "<!-->".
  void skip_behind(std::string_view end, std::size_t from) {
    const std::size_t at = rest_.find(end, from);
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
  }

  [[nodiscard]] bool is_meta() const {
    return rest_.size() > 5 && lower(rest_.substr(0, 5)) == "<meta" &&
           (base::is_ascii_space(rest_[5]) || rest_[5] == '/');
  }

  [[nodiscard]] bool is_tag() const {
    const std::size_t name = rest_.starts_with("</") ? 2 : 1;
    return rest_.front() == '<' && rest_.size() > name && base::is_ascii_alpha(rest_[name]);
  }

  std::string meta_charset() {
    bool content_type = false;
    std::string charset;
    std::string content;
    std::vector<std::string> seen;
    while (next_attribute()) {
      if (std::find(seen.begin(), seen.end(), attribute_.name) != seen.end()) continue;
      seen.push_back(attribute_.name);
      if (attribute_.name == "http-equiv") content_type = attribute_.value == "content-type";
      if (attribute_.name == "charset") charset = attribute_.value;
      if (attribute_.name == "content") content = value_after(attribute_.value, "charset");
    }
    if (!charset.empty()) return charset;
    return content_type ? content : "";
  }

  /// The value behind "NAME =" in @p text, in quotes or not.
  static std::string value_after(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at)) {
      at += name.size();
      std::string_view value = text.substr(at);
      while (!value.empty() && base::is_ascii_space(value.front())) value.remove_prefix(1);
      if (value.empty() || value.front() != '=') continue;
      value.remove_prefix(1);
      while (!value.empty() && base::is_ascii_space(value.front())) value.remove_prefix(1);
      if (value.empty()) return {};
      if (value.front() == '"' || value.front() == '\'') {
        const std::size_t end = value.find(value.front(), 1);
        return end == std::string_view::npos ? "" : std::string(value.substr(1, end - 1));
      }
      return std::string(value.substr(0, value.find_first_of("; \t\n\f\r")));
    }
    return {};
  }

  /// "Get an attribute" of the standard; false at the end of the tag, which is passed over.
  bool next_attribute() {
    const auto skip_blanks = [this] {
      while (!rest_.empty() && (base::is_ascii_space(rest_.front()))) rest_.remove_prefix(1);
    };
    while (!rest_.empty() && (base::is_ascii_space(rest_.front()) || rest_.front() == '/')) {
      rest_.remove_prefix(1);
    }
    if (rest_.empty() || rest_.front() == '>') return false;
    std::size_t end = std::min(rest_.find_first_of("=/> \t\n\f\r", 1), rest_.size());
    attribute_ = {lower(rest_.substr(0, end)), {}};
    rest_.remove_prefix(end);
    skip_blanks();
    if (!rest_.starts_with('=')) return true;
    rest_.remove_prefix(1);
    skip_blanks();
    if (rest_.starts_with('"') || rest_.starts_with('\'')) {
      end = rest_.find(rest_.front(), 1);
      attribute_.value = lower(rest_.substr(1, std::min(end, rest_.size()) - 1));
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    } else {
      end = std::min(rest_.find_first_of("> \t\n\f\r"), rest_.size());
      attribute_.value = lower(rest_.substr(0, end));
      rest_.remove_prefix(end);
    }
    return true;
  }

  std::string_view rest_;
  Attribute attribute_;
};

bool has_high_bytes(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  std::string label = lower(base::trim(Prescan(bytes).charset()));
  // What the WHATWG's Encoding standard takes these labels for.
  if (label.starts_with("utf-16") || label == "unicode") return "utf-8";
  for (const std::string_view latin : {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1",
                                       "ascii", "us-ascii", "cp1252", "x-user-defined"}) {
    if (label == latin) return "windows-1252";
  }
  return label;
}

std::string decode_html(std::string_view bytes, const std::string& encoding,
                        const std::string& name, const DiagnosticSink& diagnose) {
  if (!encoding.empty() || base::find_byte_order_mark(bytes).encoding != nullptr) {
    return base::decode(bytes, encoding, name);
  }
  const auto warn = [&](const std::string& message) {
    if (diagnose) diagnose({Severity::Warning, message, {name}});
  };
  const std::string declared = declared_charset(bytes);
  if (declared.empty() || declared == "utf-8" || declared == "utf8") {
    return base::decode_or_guess(bytes, {}, name, diagnose);
  }
  // Text of another encoding is not UTF-8 by chance, but servers and editors convert pages and
  // leave their declarations.
  if (has_high_bytes(bytes) && base::find_invalid_utf8(bytes) == std::string_view::npos) {
    warn(message("declares to be in {1} and is in UTF-8; read as UTF-8", declared));
    return std::string(bytes);
  }
  try {
    return base::decode(bytes, declared, name);
  } catch (const Error&) {
    warn(message("declares to be in {1}, which is not known here or not so", declared));
    return base::decode_or_guess(bytes, {}, name, diagnose);
  }
}

}  // namespace trujaman::read
