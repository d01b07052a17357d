#include "exchange/xml/xml_reader.hpp"

#include <exception>
#include <utility>
#include <vector>

#include <expat.h>

#include "base/unicode.hpp"
#include "exchange/source.hpp"
#include "exchange/xml/html_entity.hpp"

namespace trujaman::exchange {
namespace {

/// Deeper than any exchange file: TMX needs 8 levels, and one for each <hi> in another.
constexpr std::size_t kDeepest = 500;
/// Expat keeps a tag, comment or declaration whole in memory until it ends.
constexpr std::size_t kLongestToken = std::size_t{16} << 20;

struct FreeParser {
  void operator()(XML_Parser p) const noexcept { XML_ParserFree(p); }
};

std::string describe(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
      return "has no XML in it; is it the right file?";
    case XML_ERROR_BAD_CHAR_REF:
      return "names a control character that XML does not allow; remove it";
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
      return "declares entities that grow without measure; do not trust it";
    default:
      return std::string("not well-formed XML: ") + XML_ErrorString(error) +
             "; mend it, or export it again";
  }
}

}  // namespace

std::string_view find_attribute(XmlAttributes attributes, std::string_view name) noexcept {
  for (const XmlAttribute& a : attributes) {
    if (a.name == name) return a.value;
  }
  return {};
}

std::string_view local_name(std::string_view name) noexcept {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string tag(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (name.size() <= kLongest) return "<" + std::string(name) + ">";
  return "<" + base::replace_invalid_utf8(name.substr(0, kLongest)) + "…>";
}

struct XmlReader::Impl {
  Impl(XmlReader& owner, std::string file) : reader(&owner), name(std::move(file)) {}

  XmlReader* reader;
  std::string name;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser;
  std::vector<XmlAttribute> attributes;
  std::vector<std::string> open;  ///< Names of the elements that are open.
  std::exception_ptr failure;     ///< What a handler threw: it must not pass through expat.

  void begin() {
    parser.reset(XML_ParserCreate("UTF-8"));
    if (!parser) throw std::bad_alloc();
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(parser.get(), start_element, end_element);
    XML_SetCharacterDataHandler(parser.get(), character_data);
    XML_SetSkippedEntityHandler(parser.get(), skipped_entity);
    // As if there were an external DTD, which is not read: undeclared entities are then skipped
    // and reported instead of ending the parse.
    XML_UseForeignDTD(parser.get(), XML_TRUE);
  }

  void feed(std::string_view piece, bool last) {
    const XML_Status status =
        XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
    if (status != XML_STATUS_OK) throw_error(last);
  }

  [[noreturn]] void throw_error(bool last) const {
    const XML_Error error = XML_GetErrorCode(parser.get());
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    std::string message = describe(error);
    if (last && !open.empty()) {
      message = "breaks off inside " + tag(open.back()) + "; get the file anew";
    } else if (error == XML_ERROR_INVALID_TOKEN && at_invalid_utf8()) {
      message = "has bytes that are not UTF-8; declare its encoding, or convert it";
    }
    throw Error(Errc::Malformed, message, where());
  }

  [[nodiscard]] bool at_invalid_utf8() const {
    int offset = 0;
    int size = 0;
    const char* text = XML_GetInputContext(parser.get(), &offset, &size);
    if (text == nullptr) return false;
    const std::string_view rest(text + offset, static_cast<std::size_t>(size - offset));
    // The last character of the context may be cut.
    const std::size_t bad = base::find_invalid_utf8(rest.substr(0, 256));
    return bad < 250 && bad + 4 < rest.size();
  }

  [[nodiscard]] Location where() const {
    return {name, parser ? XML_GetCurrentLineNumber(parser.get()) : 0, 0};
  }

  template <typename Handle>
  void guard(Handle&& handle) noexcept {
    if (failure) return;
    try {
      handle();
    } catch (...) {
      failure = std::current_exception();
      XML_StopParser(parser.get(), XML_FALSE);
    }
  }

  static Impl& self(void* user) noexcept { return *static_cast<Impl*>(user); }

  static void start_element(void* user, const XML_Char* element, const XML_Char** pairs) {
    Impl& impl = self(user);
    impl.guard([&] {
      impl.attributes.clear();
      for (const XML_Char** p = pairs; *p != nullptr; p += 2) {
        impl.attributes.push_back({p[0], p[1]});
      }
      impl.open.emplace_back(element);
      if (impl.open.size() > kDeepest) {
        throw Error(Errc::Malformed,
                    "nests elements deeper than " + std::to_string(kDeepest) + "; do not trust it",
                    impl.where());
      }
      impl.reader->on_start(element, impl.attributes);
    });
  }

  static void end_element(void* user, const XML_Char* element) {
    Impl& impl = self(user);
    impl.guard([&] {
      impl.open.pop_back();
      impl.reader->on_end(element);
    });
  }

  static void character_data(void* user, const XML_Char* text, int size) {
    Impl& impl = self(user);
    impl.guard([&] { impl.reader->on_text({text, static_cast<std::size_t>(size)}); });
  }

  static void skipped_entity(void* user, const XML_Char* entity, int parameter) {
    if (parameter != 0) return;
    Impl& impl = self(user);
    impl.guard([&] { impl.reader->on_undeclared_entity(entity, html_entity(entity)); });
  }
};

XmlReader::XmlReader(std::string name) : impl_(std::make_unique<Impl>(*this, std::move(name))) {}
XmlReader::~XmlReader() = default;

Location XmlReader::where() const {
  return impl_->where();
}

void XmlReader::parse(std::istream& in) {
  Impl& impl = *impl_;
  impl.begin();
  Utf8Source source(in, impl.name, encoding_of_xml);
  std::string piece;
  std::size_t fed = 0;
  while (source.read(piece)) {
    impl.feed(piece, false);
    fed += piece.size();
    const XML_Index at = XML_GetCurrentByteIndex(impl.parser.get());
    if (fed - static_cast<std::size_t>(at < 0 ? 0 : at) > kLongestToken) {
      throw Error(Errc::Malformed, "has a tag or comment of more than 16 MiB; do not trust it",
                  where());
    }
  }
  impl.feed({}, true);
}

}  // namespace trujaman::exchange
