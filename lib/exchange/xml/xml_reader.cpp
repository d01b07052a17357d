/// Expat reads what stands before the content, PlainXml the content as long as it is plain, and
/// expat again what is not, from there to the end: so nothing is judged by anyone but expat, and
/// nearly all of a large file passes at several times its speed.
#include "exchange/xml/xml_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <trujaman/message.hpp>

#include "exchange/source.hpp"
#include "exchange/xml/expat_parser.hpp"
#include "exchange/xml/html_entity.hpp"
#include "exchange/xml/plain_xml.hpp"
#include "exchange/xml/xml_filter.hpp"

namespace trujaman::exchange {
namespace {

/// Deeper than any exchange file: TMX needs 8 levels, and one for each <hi> in another.
constexpr std::size_t kDeepest = 500;
/// A tag, comment or declaration is kept whole in memory until it ends.
constexpr std::size_t kLongestToken = std::size_t{16} << 20;

/// Line ends: "\n", "\r\n" and "\r".
std::size_t count_lines(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) ++lines;
  for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1)) {
    if (text.substr(at + 1, 1) != "\n") ++lines;
  }
  return lines;
}

}  // namespace

struct XmlReader::Impl final : XmlEvents {
  Impl(XmlReader& owner, std::string file) : reader(&owner), name(std::move(file)) {}

  XmlReader* reader;
  std::string name;
  std::size_t depth = 0;
  std::optional<ExpatParser> parser;  ///< At the head, and where the plain content has ended.
  std::optional<PlainXml> plain;
  std::optional<XmlFilter> filter;  ///< Before the parser, where the plain content has ended.
  std::string unread;    ///< Bytes before the parser's or the plain content's next event, and on.
  std::size_t line = 1;  ///< Of unread's byte at counted.
  std::size_t counted = 0;
  std::size_t enough = 0;  ///< Bytes of unread with which plain content may go on.

  // Events -------------------------------------------------------------------------------------

  void start(std::string_view element, XmlAttributes attributes) override {
    if (++depth > kDeepest) {
      throw Error(Errc::Malformed,
                  message("nests elements deeper than {1}; do not trust it", kDeepest), where());
    }
    reader->on_start(element, attributes);
  }
  void end(std::string_view element) override {
    --depth;
    reader->on_end(element);
  }
  void text(std::string_view text) override { reader->on_text(text); }
  void undeclared_entity(std::string_view entity) override {
    reader->on_undeclared_entity(entity, html_entity(entity));
  }

  [[nodiscard]] std::size_t current_line() {
    if (parser) return parser->line();
    count_to(plain->at());
    return line;
  }
  [[nodiscard]] Location where() { return {name, current_line(), 0}; }

  // Stages -------------------------------------------------------------------------------------

  void begin() {
    parser.emplace(*this, name);
    parser->stop_inside_root();
  }

  void read(std::string_view piece) {
    if (!parser) {
      unread += piece;
      if (unread.size() >= enough) read_plain();
    } else if (!plain) {
      read_head(piece, false);
    } else {
      read_rest(piece);
    }
  }

  void finish() {
    if (parser && !plain) read_head({}, true);
    if (!plain) return;
    if (!parser) go_on_with_parser();
    filter->feed({}, true);
    parser->feed({}, true);
  }

  void read_head(std::string_view piece, bool last) {
    unread += piece;
    const bool goes_on = parser->feed(piece, last);
    drop(unread.size() - std::min(parser->unparsed(), unread.size()));
    if (goes_on) return;
    plain.emplace(*this, parser->root(), parser->standalone());
    parser.reset();
    read_plain();
  }

  void read_plain() {
    drop(plain->take(unread));
    // What is not whole is looked at anew when there is twice as much: so, long things do not cost
    // their square.
    enough = std::min(2 * unread.size(), kLongestToken + 1);
    if (plain->odd()) go_on_with_parser();
  }

  void go_on_with_parser() {
    parser.emplace(*this, name);
    parser->go_on_inside(plain->open_tags(), line, plain->standalone());
    filter.emplace([this](std::string_view text) { parser->feed(text, false); },
                   [this](char32_t character) { reader->on_left_out(character); });
    read_rest(std::exchange(unread, {}));
  }

  void read_rest(std::string_view piece) {
    filter->feed(piece, false);
    check_token(parser->unparsed());
  }

  void drop(std::size_t size) {
    count_to(size);
    unread.erase(0, size);
    counted = 0;
    check_token(unread.size());
  }

  void count_to(std::size_t offset) {
    line += count_lines(std::string_view(unread).substr(counted, offset - counted));
    counted = offset;
  }

  void check_token(std::size_t size) {
    if (size <= kLongestToken) return;
    throw Error(Errc::Malformed,
                message("has a tag or comment of more than 16 MiB; do not trust it"),
                {name, parser ? parser->line() : line, 0});
  }
};

XmlReader::XmlReader(std::string name) : impl_(std::make_unique<Impl>(*this, std::move(name))) {}
XmlReader::~XmlReader() = default;

void XmlReader::on_left_out(char32_t) {
  throw Error(Errc::Malformed,
              message("names a control character that XML does not allow; remove it"), where());
}

Location XmlReader::where() const {
  return impl_->where();
}

std::size_t XmlReader::line() const {
  return impl_->current_line();
}

void XmlReader::parse(std::istream& in, std::size_t piece) {
  impl_->begin();
  Utf8Source source(in, impl_->name, encoding_of_xml, piece);
  std::string text;
  while (source.read(text)) impl_->read(text);
  impl_->finish();
}

}  // namespace trujaman::exchange
