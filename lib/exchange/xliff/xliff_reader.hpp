/// @file
/// XLIFF 1.x and 2.x, unit by unit.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/exchange.hpp>

#include "exchange/xliff/xliff_text.hpp"
#include "exchange/xliff/xliff_unit.hpp"
#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// Who is given the units.
class XliffSink {
 public:
  XliffSink() = default;
  virtual ~XliffSink() = default;
  XliffSink(const XliffSink&) = delete;
  XliffSink& operator=(const XliffSink&) = delete;

  /// A unit with the matches for it; with those of a whole `<unit>` of 2.x comes a unit without
  /// texts, before its segments.
  virtual void take(XliffUnit&& unit, std::vector<XliffUnit>&& matches) = 0;
  /// A unit that is not passed on, and why.
  virtual void skip(Severity severity, const std::string& reason, std::size_t line) = 0;
  virtual void report(Severity severity, const std::string& message, std::size_t line) = 0;
};

class XliffReader : private XmlReader {
 public:
  /// @p sink must outlive the reader.
  XliffReader(const std::string& name, XliffSink& sink, bool matches)
      : XmlReader(name), sink_(&sink), with_matches_(matches) {}
  /// @throws as read_xliff.
  XliffContents read(std::istream& in);

 private:
  /// Where in the file the reader stands. Unit2 is a `<unit>` of 2.x, which holds segments; Unit is
  /// a `<trans-unit>` of 1.x or a `<segment>` of 2.x; Match is an `<alt-trans>` or an
  /// `<mtc:match>`. Remark is text that something is said in.
  enum class Place {
    Document,
    Xliff,
    Container,
    Unit2,
    OriginalData,
    Notes,
    Unit,
    Matches,
    Match,
    Contexts,
    Metadata,
    Remark,
    Source,
    Segmented,
    Target,
    Inline,
    Ignored
  };
  struct Open {
    Place place;
    bool translate;  ///< Whether what stands here is to be translated.
    XliffPart part;  ///< Of which contexts and metadata here speak.
  };

  void on_start(std::string_view qualified, XmlAttributes attributes) override;
  void on_end(std::string_view qualified) override;
  void on_text(std::string_view text) override;
  void on_undeclared_entity(std::string_view name, std::string_view text) override;

  [[nodiscard]] Place at() const { return open_.back().place; }
  [[nodiscard]] bool in_text() const;
  [[nodiscard]] bool is_open(Place place) const;
  [[nodiscard]] bool translates(XmlAttributes attributes) const;
  Place enter(std::string_view name, XmlAttributes attributes);
  Place enter_root(std::string_view name, XmlAttributes attributes);
  Place enter_file(XmlAttributes attributes);
  Place enter_in_container(std::string_view name, XmlAttributes attributes);
  Place enter_in_unit2(std::string_view name, XmlAttributes attributes);
  Place enter_in_unit(std::string_view name, XmlAttributes attributes);
  Place enter_segment(XmlAttributes attributes);
  Place enter_match(XmlAttributes attributes);
  Place enter_side(Place place, XmlAttributes attributes);
  Place enter_note(XmlAttributes attributes);
  Place enter_metadata(XmlAttributes attributes);
  Place enter_property(const std::string& type);
  Place enter_location(std::string_view type);
  void leave_location();
  Place begin_unit(std::string id, XmlAttributes attributes);
  void leave_unit();
  void leave_match();

  /// The unit that is open, or the match in it.
  XliffUnit& current() { return in_match_ ? match_ : unit_; }
  /// Where remarks belong that stand here.
  XliffRemarks& remarks();
  /// Whether the text counted with @p bytes more is still bearable.
  bool count(std::size_t bytes);
  void fail(const std::string& what);
  void report(Severity severity, const std::string& message) {
    sink_->report(severity, message, line());
  }
  void read_language(XmlAttributes attributes, std::string_view name, LanguageTag& language);
  void count_contents(std::string_view qualified);

  XliffSink* sink_;
  bool with_matches_;
  XliffContents contents_;
  std::string prefix_;  ///< Of the root's name, with its colon.
  std::vector<Open> open_{{Place::Document, true, XliffPart::Unit}};
  LanguageTag source_;
  LanguageTag target_;

  std::string file_id_;                      ///< Of the unit that is open, whatever its name.
  std::string unit_id_;                      ///< Of the `<unit>` of 2.x: name or id.
  XliffRemarks unit_remarks_;                ///< Likewise.
  std::map<std::string, std::string> data_;  ///< Likewise; by id.

  XliffUnit unit_;
  XliffUnit match_;
  LanguageTag match_target_;        ///< Of the match that is open.
  std::vector<XliffUnit> matches_;  ///< Those of the unit that have ended.
  std::map<std::string, std::string> match_data_;
  bool in_match_ = false;
  bool in_location_ = false;  ///< In a `<context-group purpose="location">`.
  Property location_;         ///< Its file and line.
  bool failed_ = false;       ///< The unit is skipped; what remains of it is passed over.
  bool unit_failed_ = false;  ///< All segments of the `<unit>` of 2.x are.
  std::size_t bytes_ = 0;     ///< Of the unit, of what stands in it.
  std::string state_;         ///< Of the `<segment>` that is open.
  std::string substate_;
  XliffPart part_ = XliffPart::Unit;  ///< Open::part of what is being entered.
  std::string* remark_ = nullptr;     ///< Where the text of a note, property or `<data>` goes.
  XliffText text_;
};

}  // namespace trujaman::exchange
