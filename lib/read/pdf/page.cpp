#include "read/pdf/page.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include <expat.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

constexpr std::size_t kMostWords = 4'000'000;
/// No page is larger (points); what lies outside has no place worth the name.
constexpr double kFarthest = 100'000;

/// Poppler passes on what fonts map their signs to, be it fit for XML and for text or not.
std::string clean(std::string_view xhtml) {
  const std::string valid = base::replace_invalid_utf8(xhtml);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(valid, i);
    const bool control = (c < U' ' && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
    const bool no_character = (c & 0xFFFEU) == 0xFFFEU || c == 0xFFFD || c == 0xFEFF;
    if (!control && !no_character) out.append(valid, begin, i - begin);
  }
  return out;
}

/// A word without signs of private use, which only its font understands. Alone, such a sign is a
/// bullet of a symbol font (Word's is U+F0B7).
std::string public_text(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(word, i);
    if (c < 0xE000 || c > 0xF8FF) {
      out.append(word, begin, i - begin);
    } else if (begin == 0 && i == word.size()) {
      out = "•";
    }
  }
  return out;
}

std::optional<double> number(const XML_Char** attributes, std::string_view name) {
  for (; attributes[0] != nullptr; attributes += 2) {
    if (name != attributes[0]) continue;
    const std::string_view value = attributes[1];
    double x = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), x);
    if (error != std::errc() || !std::isfinite(x) || std::abs(x) > kFarthest) return std::nullopt;
    return x;
  }
  return std::nullopt;
}

std::optional<Box> box_of(const XML_Char** attributes) {
  const auto left = number(attributes, "xMin");
  const auto top = number(attributes, "yMin");
  const auto right = number(attributes, "xMax");
  const auto bottom = number(attributes, "yMax");
  if (!left || !top || !right || !bottom || *right < *left || *bottom <= *top) return std::nullopt;
  return Box{*left, *top, *right, *bottom};
}

class PageParser {
 public:
  explicit PageParser(const std::string& name) : name_(name), parser_(XML_ParserCreate("UTF-8")) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &PageParser::start, &PageParser::end);
    XML_SetCharacterDataHandler(parser_.get(), &PageParser::text);
  }

  std::vector<Page> parse(std::string_view xml) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    do {
      const std::string_view piece = xml.substr(0, kPiece);
      xml.remove_prefix(piece.size());
      const auto length = static_cast<int>(piece.size());
      const auto done =
          XML_Parse(parser_.get(), piece.data(), length, static_cast<int>(xml.empty()));
      if (done != XML_STATUS_OK) fail();
    } while (!xml.empty());
    return std::move(pages_);
  }

 private:
  [[noreturn]] void fail() const {
    if (words_ > kMostWords)
      throw Error(Errc::Malformed, message("has too many words; split it"), {name_});
    throw Error(Errc::Malformed,
                message("pdftotext's answer cannot be read ({1})",
                        XML_ErrorString(XML_GetErrorCode(parser_.get()))),
                {name_});
  }

  static void XMLCALL start(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<PageParser*>(self)->on_start(name, attributes);
  }
  static void XMLCALL end(void* self, const XML_Char* name) {
    static_cast<PageParser*>(self)->on_end(name);
  }
  static void XMLCALL text(void* self, const XML_Char* text, int length) {
    auto* parser = static_cast<PageParser*>(self);
    if (parser->word_) parser->word_->text.append(text, static_cast<std::size_t>(length));
  }

  void on_start(std::string_view element, const XML_Char** attributes) {
    if (element == "page") {
      pages_.push_back(
          {number(attributes, "width").value_or(0), number(attributes, "height").value_or(0), {}});
    } else if (element == "line") {
      line_.clear();
    } else if (element == "word") {
      if (++words_ > kMostWords) XML_StopParser(parser_.get(), XML_FALSE);
      if (const auto box = box_of(attributes)) word_ = Word{*box, {}};
    }
  }

  void on_end(std::string_view element) {
    if (element == "word") {
      if (word_) {
        word_->text = base::to_nfc(public_text(base::trim(word_->text)));
        if (!word_->text.empty()) line_.push_back(std::move(*word_));
      }
      word_.reset();
    } else if (element == "line" && !line_.empty() && !pages_.empty()) {
      Fragment fragment;
      fragment.box = line_.front().box;
      for (const Word& word : line_) fragment.box.cover(word.box);
      fragment.size = type_size(line_);
      fragment.words = std::exchange(line_, {});
      pages_.back().fragments.push_back(std::move(fragment));
    }
  }

  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  const std::string& name_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::vector<Page> pages_;
  std::vector<Word> line_;
  std::optional<Word> word_;
  std::size_t words_ = 0;
};

}  // namespace

void Box::cover(const Box& other) noexcept {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

double type_size(const std::vector<Word>& words) {
  std::vector<std::pair<double, std::size_t>> heights;
  std::size_t all = 0;
  for (const Word& word : words) {
    heights.emplace_back(word.box.height(), word.text.size());
    all += word.text.size();
  }
  std::sort(heights.begin(), heights.end());
  std::size_t below = 0;
  for (const auto& [height, length] : heights) {
    below += length;
    if (below * 2 >= all) return height;
  }
  return 0;
}

std::vector<Page> parse_pages(std::string_view xhtml, const std::string& name) {
  // What stands before is the PDF's own title and keywords, which poppler does not always escape.
  const std::size_t begin = xhtml.find("<doc>");
  constexpr std::string_view kEnd = "</doc>";
  const std::size_t end = xhtml.rfind(kEnd);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    throw Error(Errc::Malformed, message("pdftotext's answer has no pages"), {name});
  }
  const std::string xml = clean(xhtml.substr(begin, end + kEnd.size() - begin));
  return PageParser(name).parse(xml);
}

}  // namespace trujaman::read
