#include "units/unit_codec.hpp"

#include <bit>
#include <cstdint>

#include <trujaman/message.hpp>

namespace trujaman::units {
namespace {

/// Numbers as LEB128, texts with their length before them.
class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(&out) {}

  void operator()(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) *out_ += static_cast<char>((n & 0x7FU) | 0x80U);
    *out_ += static_cast<char>(n);
  }
  void operator()(const std::string& text) {
    (*this)(text.size());
    *out_ += text;
  }
  void operator()(const LanguageTag& language) { (*this)(language.str()); }
  void operator()(const std::optional<Timestamp>& time) {
    (*this)(std::uint64_t{time.has_value()});
    if (time) (*this)(static_cast<std::uint64_t>(time->seconds));
  }
  void operator()(const std::optional<std::uint64_t>& n) {
    (*this)(std::uint64_t{n.has_value()});
    if (n) (*this)(*n);
  }
  void operator()(const History& h) {
    (*this)(h.created);
    (*this)(h.changed);
    (*this)(h.last_used);
    (*this)(h.creator);
    (*this)(h.changer);
    (*this)(h.usage_count);
  }
  void operator()(const Property& p) {
    (*this)(p.type);
    (*this)(p.value);
  }
  void operator()(const Occurrence& o) {
    (*this)(o.document);
    (*this)(std::uint64_t{o.position});
  }
  void operator()(const InlineCode& c) {
    (*this)(std::uint64_t{c.position});
    (*this)(static_cast<std::uint64_t>(c.kind));
    (*this)(static_cast<std::uint64_t>(static_cast<std::uint32_t>(c.pair)));
    (*this)(c.id);
    (*this)(c.type);
    (*this)(c.native);
    (*this)(c.attributes);
    (*this)(std::uint64_t{c.fragment});
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    (*this)(std::uint64_t{values.size()});
    for (const T& value : values) (*this)(value);
  }
  void operator()(const Variant& v) {
    (*this)(v.language);
    (*this)(v.text);
    (*this)(v.codes);
    (*this)(v.history);
    (*this)(v.properties);
    (*this)(v.attributes);
    (*this)(v.notes);
  }

 private:
  std::string* out_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  void operator()(std::uint64_t& n) {
    n = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (bytes_.empty() || shift > 63)
        throw Error(Errc::Internal, message("a temporary file is damaged"));
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      n |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return;
    }
  }
  void operator()(std::string& text) {
    const std::uint64_t size = number();
    if (size > bytes_.size()) throw Error(Errc::Internal, message("a temporary file is damaged"));
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
  void operator()(LanguageTag& language) {
    std::string tag;
    (*this)(tag);
    language = LanguageTag(tag);
  }
  void operator()(std::optional<Timestamp>& time) {
    if (number() == 0) return;
    time = Timestamp(static_cast<std::int64_t>(number()));
  }
  void operator()(std::optional<std::uint64_t>& n) {
    if (number() != 0) n = number();
  }
  void operator()(History& h) {
    (*this)(h.created);
    (*this)(h.changed);
    (*this)(h.last_used);
    (*this)(h.creator);
    (*this)(h.changer);
    (*this)(h.usage_count);
  }
  void operator()(Property& p) {
    (*this)(p.type);
    (*this)(p.value);
  }
  void operator()(Occurrence& o) {
    (*this)(o.document);
    o.position = number();
  }
  void operator()(InlineCode& c) {
    c.position = number();
    c.kind = static_cast<CodeKind>(number());
    c.pair = std::bit_cast<int>(static_cast<std::uint32_t>(number()));
    (*this)(c.id);
    (*this)(c.type);
    (*this)(c.native);
    (*this)(c.attributes);
    c.fragment = number() != 0;
  }
  template <class T>
  void operator()(std::vector<T>& values) {
    for (std::uint64_t left = number(); left > 0; --left) (*this)(values.emplace_back());
  }
  void operator()(Variant& v) {
    (*this)(v.language);
    (*this)(v.text);
    (*this)(v.codes);
    (*this)(v.history);
    (*this)(v.properties);
    (*this)(v.attributes);
    (*this)(v.notes);
  }

  [[nodiscard]] std::uint64_t number() {
    std::uint64_t n = 0;
    (*this)(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

}  // namespace

void encode(const PlacedUnit& placed, std::string& out) {
  const TranslationUnit& unit = placed.unit;
  Encoder put(out);
  put(placed.where.source);
  put(std::uint64_t{placed.where.line});
  put(unit.id);
  put(unit.source_language);
  put(unit.variants);
  put(unit.occurrences);
  put(std::bit_cast<std::uint64_t>(unit.confidence));
  put(unit.history);
  put(unit.properties);
  put(unit.attributes);
  put(unit.notes);
}

PlacedUnit decode(std::string_view bytes) {
  PlacedUnit out;
  TranslationUnit& unit = out.unit;
  Decoder take(bytes);
  take(out.where.source);
  out.where.line = take.number();
  take(unit.id);
  take(unit.source_language);
  take(unit.variants);
  take(unit.occurrences);
  unit.confidence = std::bit_cast<double>(take.number());
  take(unit.history);
  take(unit.properties);
  take(unit.attributes);
  take(unit.notes);
  return out;
}

}  // namespace trujaman::units
