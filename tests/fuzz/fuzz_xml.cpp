/// Any bytes read as XML: the reader, with its way round expat, tells of the same as expat alone,
/// at the same lines, and finds a mistake where that does. In small pieces, which hide from expat
/// what stands round a mistake, it finds one, too. Of a document with characters that XML forbids,
/// which expat would refuse, it tells the same however it is cut.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "exchange/source.hpp"
#include "exchange/xml/expat_parser.hpp"
#include "exchange/xml/xml_filter.hpp"
#include "exchange/xml/xml_reader.hpp"

using namespace trujaman;
using namespace trujaman::exchange;

namespace {

/// What was told of, a line each. Where a text is cut is not kept.
class Log {
 public:
  /// @p exact: with lines.
  explicit Log(bool exact) : exact_(exact) {}

  void start(std::string_view element, XmlAttributes attributes, std::size_t line) {
    add("<", element, line);
    for (const XmlAttribute& a : attributes) {
      log_.append(" ").append(a.name).append("=").append(a.value);
    }
    deepest_ = std::max(deepest_, ++depth_);
  }
  void end(std::string_view element, std::size_t line) {
    add(">", element, line);
    --depth_;
  }
  void text(std::string_view text) {
    if (!in_text_) {
      text_begin_ = log_.size();
      log_ += "\n\"";
    }
    in_text_ = true;
    log_ += text;
  }
  void entity(std::string_view name) { add("&", name, 0); }
  /// Whether the text right before a mistake is told of is not said; what the mistake is called
  /// depends on how much of what follows expat has seen.
  void error(const Error& e) {
    if (in_text_) log_.resize(text_begin_);
    add("! ", "", e.where().line);
  }

  [[nodiscard]] const std::string& str() const { return log_; }
  [[nodiscard]] std::size_t deepest() const { return deepest_; }

 private:
  void add(std::string_view sign, std::string_view what, std::size_t line) {
    in_text_ = false;
    log_.append("\n").append(sign).append(what);
    if (exact_) log_.append(" :").append(std::to_string(line));
  }

  bool exact_;
  std::string log_;
  std::size_t text_begin_ = 0;
  bool in_text_ = false;
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
};

class Reader : private XmlReader {
 public:
  explicit Reader(bool exact) : XmlReader("fuzz.xml"), log_(exact) {}

  Log read(const std::string& bytes, std::size_t piece) {
    std::istringstream in(bytes);
    try {
      parse(in, piece);
    } catch (const Error& e) {
      log_.error(e);
    }
    return log_;
  }

 private:
  void on_start(std::string_view name, XmlAttributes attributes) override {
    log_.start(name, attributes, line());
  }
  void on_end(std::string_view name) override { log_.end(name, line()); }
  void on_text(std::string_view text) override { log_.text(text); }
  void on_undeclared_entity(std::string_view name, std::string_view /*text*/) override {
    log_.entity(name);
  }
  void on_left_out(char32_t) override {}

  Log log_;
};

class Expat final : private XmlEvents {
 public:
  explicit Expat(bool exact) : log_(exact) {}

  Log read(const std::string& bytes) {
    std::istringstream in(bytes);
    try {
      Utf8Source source(in, "fuzz.xml", encoding_of_xml);
      // What the filter holds back at the end is no context for judging a mistake before it.
      XmlFilter filter([&](std::string_view text) { parser_.feed(text, false); }, [](char32_t) {});
      for (std::string piece; source.read(piece);) filter.feed(piece, false);
      filter.feed({}, true);
      parser_.feed({}, true);
    } catch (const Error& e) {
      log_.error(e);
    }
    return log_;
  }

 private:
  void start(std::string_view element, XmlAttributes attributes) override {
    log_.start(element, attributes, parser_.line());
  }
  void end(std::string_view element) override { log_.end(element, parser_.line()); }
  void text(std::string_view text) override { log_.text(text); }
  void undeclared_entity(std::string_view name) override { log_.entity(name); }

  Log log_;
  ExpatParser parser_{*this, "fuzz.xml"};
};

bool has_forbidden_characters(const std::string& bytes) {
  bool any = false;
  std::string passed;
  std::string whole;
  XmlFilter filter([&](std::string_view text) { passed += text; }, [&](char32_t) { any = true; });
  std::istringstream in(bytes);
  try {
    Utf8Source source(in, "fuzz.xml", encoding_of_xml);
    for (std::string piece; source.read(piece);) {
      whole += piece;
      filter.feed(piece, false);
    }
  } catch (const Error&) {
    // The reader will find that, too.
  }
  filter.feed({}, true);
  return any || passed != whole;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::size_t kWhole = std::size_t{1} << 16U;
  const bool forbidden = has_forbidden_characters(bytes);
  const Log expected = forbidden ? Reader(false).read(bytes, kWhole) : Expat(true).read(bytes);
  if (expected.deepest() > 400) return 0;  // the reader has a limit of its own
  if (!forbidden && Reader(true).read(bytes, kWhole).str() != expected.str()) std::abort();
  const std::string roughly = forbidden ? expected.str() : Expat(false).read(bytes).str();
  for (const std::size_t piece : {61U, 128U}) {
    // The first piece must hold what says the encoding.
    if (bytes.starts_with("<?xml") && bytes.find("?>") > piece) continue;
    if (Reader(false).read(bytes, piece).str() != roughly) std::abort();
  }
  return 0;
}
