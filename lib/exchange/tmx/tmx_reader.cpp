/// TMX 1.1–1.4b → units, one at a time.
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "exchange/language.hpp"
#include "exchange/tmx/tmx_header.hpp"
#include "exchange/tmx/tmx_history.hpp"
#include "exchange/tmx/tmx_properties.hpp"
#include "exchange/tmx/tmx_segment.hpp"
#include "exchange/xml/xml_reader.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// A unit that takes more bytes than this is no sentence, paragraph or page.
constexpr std::size_t kLargestUnit = std::size_t{16} << 20;
/// What an element takes beside its text and attributes, roughly.
constexpr std::size_t kElementSize = 64;

bool is_blank(std::string_view text) {
  return base::trim(text).empty();
}

class TmxReader : private XmlReader {
 public:
  TmxReader(const std::string& name, const LocatedUnitSink& sink,
            const DiagnosticSink& on_diagnostic, TmxHeader* header)
      : XmlReader(name),
        sink_(&sink),
        on_diagnostic_(&on_diagnostic),
        given_header_(header),
        header_([this](const std::string& message) { warn(message); }),
        begin_{name, 0, 0},
        segment_([this](const std::string& message) { warn(message); }) {}

  ReadSummary read(std::istream& in) {
    parse(in);
    if (summary_.read == 0) warn(message("holds no <tu>"));
    return summary_;
  }

 private:
  /// Where in the file the reader stands. Value is the text of a note or prop, Encoding a `<ude>`.
  enum class Place { Document, Tmx, Header, Encoding, Body, Tu, Tuv, Seg, Value, Ignored };

  void on_start(std::string_view qualified, XmlAttributes attributes) override {
    if (in_record()) count(kElementSize, attributes);
    if (places_.back() == Place::Document) prefix_ = qualified.substr(0, qualified.rfind(':') + 1);
    places_.push_back(enter(without_prefix(qualified), attributes));
  }

  /// TMX has no namespace; some give it one, with a prefix.
  [[nodiscard]] std::string_view without_prefix(std::string_view qualified) const {
    return qualified.starts_with(prefix_) ? qualified.substr(prefix_.size()) : qualified;
  }

  Place enter(std::string_view name, XmlAttributes attributes) {
    switch (places_.back()) {
      case Place::Document:
        return enter_root(name, attributes);
      case Place::Tmx:
        return enter_part(name, attributes);
      case Place::Header:
        return enter_header_part(name, attributes);
      case Place::Encoding:
        if (name != "map") return ignore(name);
        header_.add_character(attributes);
        return Place::Ignored;
      case Place::Body:
        return name == "tu" ? enter_unit(attributes) : ignore(name);
      case Place::Tu:
        if (name == "tuv") return enter_variant(attributes);
        return name == "note" || name == "prop" ? enter_value(name, attributes) : ignore(name);
      case Place::Tuv:
        if (name == "seg") return enter_segment();
        return name == "note" || name == "prop" ? enter_value(name, attributes) : ignore(name);
      case Place::Seg:
        if (!failed_) segment_.start(name, attributes);
        return Place::Seg;
      case Place::Value:
        warn(message("{1} may not stand in a note or prop; its text was kept", tag(name)));
        return Place::Value;
      case Place::Ignored:
        break;
    }
    return Place::Ignored;
  }

  void on_end(std::string_view name) override {
    const Place left = places_.back();
    places_.pop_back();
    if (left == Place::Tu) return leave_unit();
    if (failed_) return;
    if (left == Place::Header) leave_header();
    if (left == Place::Tuv) leave_variant();
    if (left == Place::Seg) places_.back() == Place::Seg ? segment_.end() : leave_segment();
    if (left == Place::Value && places_.back() != Place::Value) leave_value(without_prefix(name));
  }

  void on_text(std::string_view text) override {
    if (in_record()) count(text.size());
    if (failed_) return;
    switch (places_.back()) {
      case Place::Seg:
        segment_.text(text);
        break;
      case Place::Value:
        value_ += text;
        break;
      case Place::Body:
      case Place::Tu:
      case Place::Tuv:
        if (!is_blank(text)) warn(message("has text outside <seg>; it was left out"));
        break;
      default:
        break;
    }
  }

  void on_undeclared_entity(std::string_view name, std::string_view text) override {
    const std::string entity = message("entity &{1}; is not declared", name.substr(0, 40));
    if (!text.empty()) {
      warn(message("{1}; taken as the character that HTML means by it", entity));
      on_text(text);
    } else if (in_unit()) {
      fail(entity);
    } else {
      warn(message("{1}; it was left out", entity));
    }
  }

  void on_left_out(char32_t character) override { warn(left_out(character)); }

  // File ---------------------------------------------------------------------------------------

  Place enter_root(std::string_view name, XmlAttributes attributes) {
    if (name != "tmx") {
      throw Error(
          Errc::Malformed,
          message("is not TMX: begins with {1}, not <tmx>; is it the right file?", tag(name)),
          where());
    }
    header_.read_root(attributes);
    return Place::Tmx;
  }

  Place enter_part(std::string_view name, XmlAttributes attributes) {
    if (name == "header") {
      header_.read_header(attributes);
      return Place::Header;
    }
    if (name != "body") return ignore(name);
    header_.end();
    give_header();
    return Place::Body;
  }

  Place enter_header_part(std::string_view name, XmlAttributes attributes) {
    if (name == "ude") {
      header_.begin_encoding(attributes);
      return Place::Encoding;
    }
    if (name != "note" && name != "prop") return ignore(name);
    header_.begin_text(attributes);
    return enter_value(name, attributes);
  }

  void leave_header() {
    header_.end_header();
    give_header();
  }

  void give_header() {
    if (given_header_ != nullptr) *given_header_ = header_.header();
  }

  Place ignore(std::string_view name) {
    warn(message("{1} may not stand here; it was left out", tag(name)));
    return Place::Ignored;
  }

  // Unit ---------------------------------------------------------------------------------------

  Place enter_unit(XmlAttributes attributes) {
    ++summary_.read;
    unit_ = {};
    begin_.line = line();
    unit_.source_language = header_.header().source_language;
    failed_ = false;
    bytes_ = 0;
    count(kElementSize, attributes);
    for (const XmlAttribute& a : attributes) {
      if (failed_) break;
      if (a.name == "tuid") {
        unit_.id = a.value;
      } else if (a.name == "srclang") {
        unit_.source_language = header_.source_language_of(a.value);
      } else {
        read_attribute(a, unit_.history, unit_.attributes);
      }
    }
    return Place::Tu;
  }

  void leave_unit() {
    if (!failed_ && unit_.variants.empty()) fail(message("<tu> without a usable <tuv>"));
    if (!std::exchange(failed_, false)) {
      if (unit_.variants.size() == 1) warn(message("<tu> in one language only"));
      take_fields(unit_);
      ++summary_.passed;
      if (*sink_) (*sink_)(std::move(unit_), begin_);
    }
    unit_ = {};
    value_.clear();
  }

  void read_attribute(const XmlAttribute& a, History& history, std::vector<Property>& attributes) {
    const HistoryAttribute outcome = read_history(history, a);
    if (outcome == HistoryAttribute::Taken) return;
    if (outcome == HistoryAttribute::Bad) {
      warn(message("{1} is no date or number; it was kept as it is", a.name));
    }
    attributes.push_back({std::string(a.name), std::string(a.value)});
  }

  Place enter_value(std::string_view name, XmlAttributes attributes) {
    value_.clear();
    property_ = std::string(find_attribute(attributes, "type"));
    if (name == "prop") check_type(attributes);
    if (places_.back() == Place::Tuv && segment_seen_)
      warn(message("{1} stands behind <seg>", tag(name)));
    return Place::Value;
  }

  void check_type(XmlAttributes attributes) {
    if (find_attribute(attributes, "type").data() == nullptr)
      warn(message("<prop> without a type"));
  }

  void leave_value(std::string_view name) {
    const bool of_variant = places_.back() == Place::Tuv;
    std::string value = std::exchange(value_, {});
    if (places_.back() == Place::Header) return header_.end_text(name, std::move(value));
    if (name == "note") {
      (of_variant ? variant_.notes : unit_.notes).push_back(std::move(value));
    } else {
      (of_variant ? variant_.properties : unit_.properties)
          .push_back({std::exchange(property_, {}), std::move(value)});
    }
  }

  // Variant ------------------------------------------------------------------------------------

  Place enter_variant(XmlAttributes attributes) {
    variant_ = {};
    segment_seen_ = false;
    if (failed_) return Place::Tuv;
    read_language(attributes);
    for (const XmlAttribute& a : attributes) {
      if (a.name == "xml:lang" || a.name == "lang") continue;
      read_attribute(a, variant_.history, variant_.attributes);
    }
    return Place::Tuv;
  }

  void read_language(XmlAttributes attributes) {
    const std::string_view text = header_.language_of(attributes);
    if (is_blank(text)) return fail(message("<tuv> without xml:lang"));
    auto language = parse_language(text);
    if (!language) return fail(message("xml:lang of <tuv> is no language tag"));
    variant_.language = *std::move(language);
  }

  void leave_variant() {
    if (!segment_seen_) return warn(message("<tuv> without <seg> was left out"));
    take_fields(variant_);
    unit_.variants.push_back(std::move(variant_));
  }

  Place enter_segment() {
    if (std::exchange(segment_seen_, true)) {
      warn(message("a second <seg> in a <tuv> was left out"));
      return Place::Ignored;
    }
    return Place::Seg;
  }

  void leave_segment() {
    segment_.finish(variant_);
    if (is_blank(variant_.text) && variant_.codes.empty()) warn(message("<seg> is empty"));
  }

  // Reports ------------------------------------------------------------------------------------

  [[nodiscard]] bool in_unit() const {
    return places_.size() > kUnitDepth && places_[kUnitDepth] == Place::Tu;
  }
  [[nodiscard]] bool in_header() const {
    return places_.size() >= kUnitDepth && places_[kUnitDepth - 1] == Place::Header;
  }
  [[nodiscard]] bool in_record() const { return in_unit() || in_header(); }

  void count(std::size_t bytes, XmlAttributes attributes = {}) {
    bytes_ += bytes;
    for (const XmlAttribute& a : attributes) bytes_ += a.name.size() + a.value.size();
    if (bytes_ <= kLargestUnit || failed_) return;
    if (in_unit()) return fail(message("<tu> of more than 16 MiB"));
    throw Error(Errc::Malformed, message("has a header of more than 16 MiB; do not trust it"),
                where());
  }

  void warn(const std::string& message) { report(Severity::Warning, message); }

  void fail(const std::string& what) {
    if (std::exchange(failed_, true)) return;
    report(Severity::Defect, message("{1}; unit skipped", what));
    unit_ = {};
    variant_ = {};
    value_.clear();
    segment_.clear();
  }

  void report(Severity severity, const std::string& message) {
    if (*on_diagnostic_) (*on_diagnostic_)({severity, message, where()});
  }

  /// Places of the document, tmx and body stand before a unit's.
  static constexpr std::size_t kUnitDepth = 3;

  const LocatedUnitSink* sink_;
  const DiagnosticSink* on_diagnostic_;
  TmxHeader* given_header_;  ///< The caller's; or nullptr.
  ReadSummary summary_;
  std::string prefix_;  ///< Of the root's name, with its colon.
  std::vector<Place> places_{Place::Document};
  TmxHeaderReader header_;

  TranslationUnit unit_;
  Location begin_;       ///< Of the unit.
  bool failed_ = false;  ///< The unit is skipped; what remains of it is passed over.
  std::size_t bytes_ = 0;
  Variant variant_;
  bool segment_seen_ = false;
  SegmentBuilder segment_;
  std::string property_;  ///< Type of the prop that is being read.
  std::string value_;
};

}  // namespace

ReadSummary read_tmx(std::istream& in, const std::string& name, const UnitSink& sink,
                     const DiagnosticSink& on_diagnostic, TmxHeader* header) {
  LocatedUnitSink located;
  if (sink) located = [&](TranslationUnit&& unit, const Location&) { sink(std::move(unit)); };
  return read_tmx(in, name, located, on_diagnostic, header);
}

ReadSummary read_tmx(std::istream& in, const std::string& name, const LocatedUnitSink& sink,
                     const DiagnosticSink& on_diagnostic, TmxHeader* header) {
  return TmxReader(name, sink, on_diagnostic, header).read(in);
}

}  // namespace trujaman::inline v0
