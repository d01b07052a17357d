/// po files with the translations that they lack: all other lines stay.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/unicode.hpp"
#include "read/byte_changes.hpp"
#include "read/writer.hpp"

namespace trujaman::read {
namespace {

/// A field of an entry: its keyword's line and those of the strings below it.
struct Field {
  std::size_t begin = 0;  ///< Of its first line.
  std::size_t end = 0;    ///< Behind its last.
  std::string quoted;     ///< What stands between the quotes, in all lines, as it is escaped.
};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

/// Where the header says the encoding's name; empty where it says none, or nothing yet ("CHARSET").
TextSpan charset_of(std::string_view po) {
  constexpr std::string_view kCharset = "charset=";
  std::size_t at = po.find(kCharset, std::min(po.find("\"Content-Type:"), po.size()));
  if (at == std::string_view::npos) return {};
  at += kCharset.size();
  const std::size_t end = std::min(po.find_first_of("\\\"; \t\r\n", at), po.size());
  return po.substr(at, end - at) == "CHARSET" ? TextSpan{} : TextSpan{at, end};
}

/// UTF-8, or ASCII, which is part of it.
bool is_utf8(std::string name) {
  for (char& c : name) c = base::ascii_lower(c);
  return name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

/// The file in UTF-8, which its header then declares: in what it was before, not every translation
/// has its characters.
std::string in_utf8(const Input& input) {
  const TextSpan declared = charset_of(input.content);
  std::string name(input.content.substr(declared.begin, declared.end - declared.begin));
  if (!input.encoding.empty()) name = input.encoding;
  if (is_utf8(name)) {
    if (base::find_invalid_utf8(input.content) == std::string_view::npos) {
      return std::string(input.content);
    }
    throw Error(Errc::Malformed,
                message("has bytes that are not UTF-8, which its header declares; mend it"),
                {input.name});
  }
  std::string out = base::decode(input.content, name, input.name);
  const TextSpan said = charset_of(out);
  if (said.begin != said.end) out.replace(said.begin, said.end - said.begin, "UTF-8");
  if (input.diagnose) {
    input.diagnose({Severity::Note,
                    message("is in {1}, and is written in UTF-8, as its header now says", name),
                    {input.name}});
  }
  return out;
}

class PoWriter {
 public:
  explicit PoWriter(const Input& input) : input_(&input), content_(in_utf8(input)) {
    bytes_ = content_;
    for (std::size_t at = 0; at < bytes_.size();) {
      starts_.push_back(at);
      const std::size_t end = bytes_.find('\n', at);
      at = end == std::string_view::npos ? bytes_.size() : end + 1;
    }
    starts_.push_back(bytes_.size());
  }

  Written write(const Reading& reading, const BlockTranslator& translate) {
    std::size_t last = 0;
    for (std::size_t i = 0; i < reading.blocks.size(); ++i) {
      const Block& block = reading.blocks[i];
      const std::vector<Rendering> renderings = translate(i, block);
      check_renderings(block, renderings);
      // The plural is a block of its own in the line of its singular.
      const bool plural = block.where.line == std::exchange(last, block.where.line);
      if (!renderings.empty()) fill(block, renderings.front(), plural);
    }
    return {with_changes(bytes_, std::move(changes_)), summary_};
  }

 private:
  void fill(const Block& block, const Rendering& rendering, bool plural) {
    std::size_t line = block.where.line - 1;
    const std::optional<Field> id = field(line, "msgid");
    const std::optional<Field> string = field(line, "msgstr");
    const bool several = !string && !plural;
    if (string && !string->quoted.empty()) return;  // has its translation
    std::string why;
    if (!id || several || plural || rendering.span != TextSpan{0, block.text.size()}) {
      why = message("entries with a plural are not filled");
    } else if (inner_line_ends(id->quoted)) {
      why = message("its line ends are not in the match");
    }
    if (!rendering.text || !why.empty()) {
      ++summary_.left;
      return report_left(*input_, block, rendering, rendering.text ? why : std::string());
    }
    ++summary_.replaced;
    if (rendering.revise) {
      const std::size_t at = entry_begin(block.where.line - 1);
      changes_.push_back({{at, at}, "#, fuzzy\n"});
    }
    // Both begin and end in line ends, or neither: msgfmt asks for that.
    std::string text = escaped(*rendering.text);
    if (id->quoted.starts_with("\\n")) text.insert(0, "\\n");
    if (id->quoted.ends_with("\\n")) text += "\\n";
    changes_.push_back({{string->begin, string->end}, "msgstr \"" + text + "\"\n"});
  }

  [[nodiscard]] std::string_view line_at(std::size_t line) const {
    return base::trim(bytes_.substr(starts_[line], starts_[line + 1] - starts_[line]));
  }

  /// The field with @p keyword that begins at @p line, which moves behind it; nothing when another
  /// one does.
  std::optional<Field> field(std::size_t& line, std::string_view keyword) const {
    if (line + 1 >= starts_.size()) return std::nullopt;
    std::string_view text = line_at(line);
    if (!text.starts_with(keyword)) return std::nullopt;
    text = base::trim(text.substr(keyword.size()));
    Field out{starts_[line], 0, {}};
    for (;;) {
      if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
      out.quoted += text.substr(1, text.size() - 2);
      ++line;
      if (line + 1 >= starts_.size() || !line_at(line).starts_with('"')) break;
      text = line_at(line);
    }
    out.end = starts_[line];
    return out;
  }

  /// Where the entry whose msgid stands in @p line begins: at its context, if it has one.
  [[nodiscard]] std::size_t entry_begin(std::size_t line) const {
    std::size_t first = line;
    while (first > 0 && line_at(first - 1).starts_with('"')) --first;
    return first > 0 && line_at(first - 1).starts_with("msgctxt") ? starts_[first - 1]
                                                                  : starts_[line];
  }

  /// Line ends that are not at an end of the text.
  static bool inner_line_ends(std::string_view quoted) {
    if (quoted.starts_with("\\n")) quoted.remove_prefix(2);
    if (quoted.ends_with("\\n")) quoted.remove_suffix(2);
    return quoted.find("\\n") != std::string_view::npos;
  }

  const Input* input_;
  std::string content_;
  std::string_view bytes_;           ///< All of it.
  std::vector<std::size_t> starts_;  ///< Of each line, and the end.
  std::vector<ByteChange> changes_;  ///< In order: entries are.
  RenderSummary summary_;
};

}  // namespace

Written write_po(const Input& input, const BlockTranslator& translate) {
  const Reading reading = read_po_document(input);
  return PoWriter(input).write(reading, translate);
}

}  // namespace trujaman::read
