#include "exchange/xml/expat_parser.hpp"

#include <exception>
#include <new>
#include <utility>
#include <vector>

#include <expat.h>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::exchange {
namespace {

struct FreeParser {
  void operator()(XML_Parser p) const noexcept { XML_ParserFree(p); }
};

std::string describe(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
      return message("has no XML in it; is it the right file?");
    case XML_ERROR_BAD_CHAR_REF:
      return message("names a control character that XML does not allow; remove it");
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
      return message("declares entities that grow without measure; do not trust it");
    default:
      return message("not well-formed XML: {1}; mend it, or export it again",
                     XML_ErrorString(error));
  }
}

}  // namespace

struct ExpatParser::Impl {
  Impl(XmlEvents& told, std::string file) : events(&told), name(std::move(file)) {
    if (!parser) throw std::bad_alloc();
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(parser.get(), start_element, end_element);
    XML_SetCharacterDataHandler(parser.get(), character_data);
    XML_SetSkippedEntityHandler(parser.get(), skipped_entity);
    XML_SetXmlDeclHandler(parser.get(), xml_declaration);
    XML_SetStartDoctypeDeclHandler(parser.get(), document_type);
    // As if there were an external DTD, which is not read: undeclared entities are then skipped
    // and reported instead of ending the parse.
    XML_UseForeignDTD(parser.get(), XML_TRUE);
  }

  XmlEvents* events;
  std::string name;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser{XML_ParserCreate("UTF-8")};
  std::vector<XmlAttribute> attributes;
  std::vector<std::string> open;  ///< Names of the elements that are open.
  std::exception_ptr failure;     ///< What a handler threw: it must not pass through expat.
  std::size_t fed = 0;
  std::size_t lines_before = 0;  ///< Of the document, before what is fed.
  bool silent = false;           ///< Start tags are not told of.
  bool stop_at_child = false;
  bool standalone = false;
  XML_Index stopped_at = -1;  ///< Expat has gone on a little when it returns.

  [[noreturn]] void throw_error(bool last) const {
    const XML_Error error = XML_GetErrorCode(parser.get());
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    std::string what = describe(error);
    if (last && !open.empty()) {
      what = message("breaks off inside {1}; get the file anew", tag(open.back()));
    } else if (error == XML_ERROR_INVALID_TOKEN && at_invalid_utf8()) {
      what = message("has bytes that are not UTF-8; declare its encoding, or convert it");
    }
    throw Error(Errc::Malformed, what, {name, line(), 0});
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

  [[nodiscard]] std::size_t line() const {
    return lines_before + XML_GetCurrentLineNumber(parser.get());
  }

  template <typename Handle>
  void guard(Handle&& handle) noexcept {
    if (failure || stopped_at >= 0) return;
    try {
      handle();
    } catch (...) {
      failure = std::current_exception();
      XML_StopParser(parser.get(), XML_FALSE);
    }
  }

  static Impl& self(void* user) noexcept { return *static_cast<Impl*>(user); }

  void start(const XML_Char* element, const XML_Char** pairs) {
    if (stop_at_child && open.size() == 1) {
      stopped_at = XML_GetCurrentByteIndex(parser.get());
      XML_StopParser(parser.get(), XML_FALSE);
      return;
    }
    open.emplace_back(element);
    if (silent) return;
    attributes.clear();
    for (const XML_Char** p = pairs; *p != nullptr; p += 2) attributes.push_back({p[0], p[1]});
    events->start(element, attributes);
  }

  static void start_element(void* user, const XML_Char* element, const XML_Char** pairs) {
    Impl& impl = self(user);
    impl.guard([&] { impl.start(element, pairs); });
  }

  static void end_element(void* user, const XML_Char* element) {
    Impl& impl = self(user);
    impl.guard([&] {
      impl.open.pop_back();
      impl.events->end(element);
    });
  }

  static void character_data(void* user, const XML_Char* text, int size) {
    Impl& impl = self(user);
    impl.guard([&] { impl.events->text({text, static_cast<std::size_t>(size)}); });
  }

  static void skipped_entity(void* user, const XML_Char* entity, int parameter) {
    if (parameter != 0) return;
    Impl& impl = self(user);
    impl.guard([&] { impl.events->undeclared_entity(entity); });
  }

  static void xml_declaration(void* user, const XML_Char*, const XML_Char*, int standalone) {
    self(user).standalone = standalone == 1;
  }

  static void document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*,
                            int has_internal_subset) {
    if (has_internal_subset != 0) self(user).stop_at_child = false;
  }
};

ExpatParser::ExpatParser(XmlEvents& events, std::string name)
    : impl_(std::make_unique<Impl>(events, std::move(name))) {}
ExpatParser::~ExpatParser() = default;

void ExpatParser::stop_inside_root() {
  impl_->stop_at_child = true;
}

void ExpatParser::go_on_inside(const std::string& start_tags, std::size_t line, bool standalone) {
  impl_->silent = true;
  feed((standalone ? "<?xml version=\"1.0\" standalone=\"yes\"?>" : "") + start_tags, false);
  impl_->silent = false;
  impl_->lines_before = line - 1;
}

bool ExpatParser::feed(std::string_view piece, bool last) {
  Impl& impl = *impl_;
  impl.fed += piece.size();
  const XML_Status status =
      XML_Parse(impl.parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
  if (impl.failure) std::rethrow_exception(std::exchange(impl.failure, nullptr));
  if (impl.stopped_at >= 0) return false;
  if (status != XML_STATUS_OK) impl.throw_error(last);
  return true;
}

std::size_t ExpatParser::unparsed() const {
  const XML_Index at =
      impl_->stopped_at >= 0 ? impl_->stopped_at : XML_GetCurrentByteIndex(impl_->parser.get());
  return impl_->fed - static_cast<std::size_t>(at < 0 ? 0 : at);
}

std::size_t ExpatParser::line() const {
  return impl_->line();
}

bool ExpatParser::standalone() const {
  return impl_->standalone;
}

const std::string& ExpatParser::root() const {
  return impl_->open.front();
}

}  // namespace trujaman::exchange
