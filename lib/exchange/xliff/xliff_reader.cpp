#include "exchange/xliff/xliff_reader.hpp"

#include <algorithm>
#include <utility>

#include <trujaman/message.hpp>

#include "exchange/language.hpp"
#include "exchange/xliff/xliff_properties.hpp"
#include "exchange/xliff/xliff_state.hpp"

namespace trujaman::exchange {
namespace {

/// A unit that takes more bytes than this is no sentence, paragraph or page.
constexpr std::size_t kLargestUnit = std::size_t{16} << 20;
/// What an element takes beside its text, roughly.
constexpr std::size_t kElementSize = 64;

/// What a note or metadata is said of: `annotates` of 1.x, `appliesTo` of 2.x.
XliffPart part_of(std::string_view applies_to, XliffPart otherwise) {
  if (applies_to == "source") return XliffPart::Source;
  if (applies_to == "target") return XliffPart::Target;
  return otherwise;
}

void append_property(std::vector<Property>& out, std::string_view type, std::string_view value) {
  if (!value.empty()) out.push_back({std::string(type), std::string(value)});
}

}  // namespace

XliffContents XliffReader::read(std::istream& in) {
  text_.use_data(&data_);
  parse(in);
  return contents_;
}

bool XliffReader::in_text() const {
  return at() == Place::Source || at() == Place::Segmented || at() == Place::Target ||
         at() == Place::Inline;
}

bool XliffReader::is_open(Place place) const {
  return std::ranges::find(open_, place, &Open::place) != open_.end();
}

/// What a container says, each unit in it may say otherwise.
bool XliffReader::translates(XmlAttributes attributes) const {
  const std::string_view says = find_attribute(attributes, "translate");
  return says.empty() || in_text() ? open_.back().translate : says != "no";
}

void XliffReader::on_start(std::string_view qualified, XmlAttributes attributes) {
  if (at() == Place::Document) prefix_ = qualified.substr(0, qualified.rfind(':') + 1);
  const std::string_view name = local_name(qualified);
  count_contents(qualified);
  if (name == "alt-trans" || name == "match") ++contents_.matches;
  part_ = open_.back().part;
  const bool translate = translates(attributes);
  open_.push_back({enter(name, attributes), translate, part_});
}

void XliffReader::count_contents(std::string_view qualified) {
  if (!qualified.starts_with(prefix_)) return;
  const std::string_view name = qualified.substr(prefix_.size());
  if (name == "trans-unit" || name == "unit") ++contents_.units;
  if (name == "target") ++contents_.targets;
}

XliffReader::Place XliffReader::enter(std::string_view name, XmlAttributes attributes) {
  switch (at()) {
    case Place::Document:
      return enter_root(name, attributes);
    case Place::Xliff:
      return name == "file" ? enter_file(attributes) : Place::Ignored;
    case Place::Container:
      return enter_in_container(name, attributes);
    case Place::Unit2:
      return enter_in_unit2(name, attributes);
    case Place::Unit:
    case Place::Match:
      return failed_ ? Place::Ignored : enter_in_unit(name, attributes);
    case Place::OriginalData: {
      if (name != "data" || !count(kElementSize)) return Place::Ignored;
      const std::string id(find_attribute(attributes, "id"));
      remark_ = &(in_match_ ? match_data_ : data_)[id];
      return Place::Remark;
    }
    case Place::Notes:
      return name == "note" ? enter_note(attributes) : Place::Ignored;
    case Place::Matches:
      return name == "match" ? enter_match(attributes) : Place::Ignored;
    case Place::Contexts:
      if (name != "context") return Place::Ignored;
      if (in_location_) return enter_location(find_attribute(attributes, "context-type"));
      return enter_property(from_context_type(find_attribute(attributes, "context-type")));
    case Place::Metadata:
      if (name == "metaGroup") return enter_metadata(attributes);
      if (name != "meta") return Place::Ignored;
      return enter_property(std::string(find_attribute(attributes, "type")));
    case Place::Source:
    case Place::Segmented:
    case Place::Target:
    case Place::Inline:
      if (count(kElementSize)) text_.start(name, attributes);
      return Place::Inline;
    case Place::Remark:
    case Place::Ignored:
      break;
  }
  return Place::Ignored;
}

XliffReader::Place XliffReader::enter_root(std::string_view name, XmlAttributes attributes) {
  if (name != "xliff") {
    throw Error(
        Errc::Malformed,
        message("is not XLIFF: begins with {1}, not <xliff>; is it the right file?", tag(name)),
        where());
  }
  contents_.version = find_attribute(attributes, "version");
  if (!contents_.version.starts_with("1.") && !contents_.version.starts_with("2.")) {
    report(Severity::Warning,
           message("is of no known version of XLIFF; read as far as it is like them"));
  }
  read_language(attributes, "srcLang", source_);
  read_language(attributes, "trgLang", target_);
  contents_.languages = {source_, target_};
  return Place::Xliff;
}

XliffReader::Place XliffReader::enter_file(XmlAttributes attributes) {
  if (!contents_.version.starts_with("2.")) {
    source_ = {};
    target_ = {};
    read_language(attributes, "source-language", source_);
    read_language(attributes, "target-language", target_);
    if (contents_.languages.source.undetermined()) contents_.languages.source = source_;
    if (contents_.languages.target.undetermined()) contents_.languages.target = target_;
  }
  return Place::Container;
}

XliffReader::Place XliffReader::enter_in_container(std::string_view name,
                                                   XmlAttributes attributes) {
  if (name == "body" || name == "group" || name == "bin-unit") return Place::Container;
  const bool version_1 = name == "trans-unit";
  if (!version_1 && name != "unit") return Place::Ignored;
  std::string id(find_attribute(attributes, version_1 ? "resname" : "name"));
  file_id_ = find_attribute(attributes, "id");
  if (id.empty()) id = file_id_;
  unit_remarks_ = {};
  data_.clear();
  if (version_1) return begin_unit(std::move(id), attributes);
  unit_id_ = std::move(id);
  bytes_ = 0;
  failed_ = false;
  unit_failed_ = false;
  if (!translates(attributes)) {
    unit_remarks_.of(XliffPart::Unit).push_back({std::string(kTranslateProperty), "no"});
  }
  return Place::Unit2;
}

XliffReader::Place XliffReader::enter_in_unit2(std::string_view name, XmlAttributes attributes) {
  if (name == "segment") return enter_segment(attributes);
  if (failed_) return Place::Ignored;
  if (name == "notes") return Place::Notes;
  if (name == "originalData") return Place::OriginalData;
  if (name == "metadata") return Place::Metadata;
  if (name == "matches" && with_matches_) return Place::Matches;
  return Place::Ignored;
}

XliffReader::Place XliffReader::enter_in_unit(std::string_view name, XmlAttributes attributes) {
  if (name == "source") return enter_side(Place::Source, attributes);
  if (name == "seg-source") return enter_side(Place::Segmented, attributes);
  if (name == "target") return enter_side(Place::Target, attributes);
  if (name == "note") return enter_note(attributes);
  if (name == "originalData") return Place::OriginalData;
  if (name == "metadata") return Place::Metadata;
  if (name == "alt-trans" && with_matches_ && !in_match_) return enter_match(attributes);
  if (name != "context-group") return Place::Ignored;
  const std::string_view purpose = find_attribute(attributes, "purpose");
  in_location_ = purpose == "location";
  part_ = purpose == "x-source"   ? XliffPart::Source
          : purpose == "x-target" ? XliffPart::Target
                                  : XliffPart::Unit;
  return Place::Contexts;
}

XliffReader::Place XliffReader::begin_unit(std::string id, XmlAttributes attributes) {
  unit_ = {};
  unit_.line = line();
  unit_.id = std::move(id);
  unit_.remarks = unit_remarks_;
  // First, as a property that says so is more exact.
  if (unit_.id != file_id_ && !file_id_.empty() && !file_id_.starts_with(kOwnId)) {
    std::vector<Property>& properties = unit_.remarks.of(XliffPart::Unit);
    properties.insert(properties.begin(), {std::string(kIdProperty), file_id_});
  }
  matches_.clear();
  state_ = {};
  substate_ = {};
  failed_ = false;
  bytes_ = 0;
  if (find_attribute(attributes, "approved") == "yes") {
    unit_.remarks.of(XliffPart::Unit).push_back({std::string(kApprovedProperty), "yes"});
  }
  if (at() == Place::Container && !translates(attributes)) {
    unit_.remarks.of(XliffPart::Unit).push_back({std::string(kTranslateProperty), "no"});
  }
  return Place::Unit;
}

XliffReader::Place XliffReader::enter_segment(XmlAttributes attributes) {
  const std::string id(find_attribute(attributes, "id"));
  const Place place = begin_unit(id.empty() ? unit_id_ : unit_id_ + "/" + id, attributes);
  if (unit_failed_) fail(message("a unit of more than 16 MiB"));
  state_ = find_attribute(attributes, "state");
  substate_ = find_attribute(attributes, "subState");
  return place;
}

XliffReader::Place XliffReader::enter_match(XmlAttributes attributes) {
  count(kElementSize);
  if (failed_) return Place::Ignored;
  const bool version_1 = at() == Place::Unit;
  match_ = {};
  match_.line = line();
  match_.id = version_1 ? unit_.id : unit_id_;
  match_.mid = find_attribute(attributes, "mid");
  match_.is_match = true;
  match_target_ = target_;
  read_language(attributes, "xml:lang", match_target_);
  match_data_.clear();
  text_.use_data(&match_data_);
  std::vector<Property>& properties = match_.remarks.of(XliffPart::Unit);
  take_match_attributes(attributes, properties);
  if (property_value(properties, kMatchTypeProperty).empty()) {
    append_property(properties, kMatchTypeProperty, version_1 ? "proposal" : "tm");
  }
  in_match_ = true;
  return Place::Match;
}

XliffReader::Place XliffReader::enter_side(Place place, XmlAttributes attributes) {
  XliffUnit& unit = current();
  if (place == Place::Segmented) return place;
  if (place == Place::Source) {
    if (unit.source) return Place::Ignored;
    unit.source.emplace().language = source_;
    read_language(attributes, "xml:lang", unit.source->language);
    return place;
  }
  XliffSide& side = unit.targets.emplace_back();
  side.language = in_match_ ? match_target_ : target_;
  read_language(attributes, "xml:lang", side.language);
  const std::string_view state = find_attribute(attributes, "state");
  append_property(side.properties, kStateProperty, state.empty() && !in_match_ ? state_ : state);
  append_property(side.properties, kStateQualifierProperty,
                  find_attribute(attributes, "state-qualifier"));
  if (!in_match_) append_property(side.properties, kSubstateProperty, substate_);
  return place;
}

XliffReader::Place XliffReader::enter_note(XmlAttributes attributes) {
  if (failed_ || !count(kElementSize)) return Place::Ignored;
  XliffNote& note = remarks().notes.emplace_back();
  note.part = part_of(find_attribute(attributes, "annotates"),
                      part_of(find_attribute(attributes, "appliesTo"), XliffPart::Unit));
  append_property(note.says, "from", find_attribute(attributes, "from"));
  const std::string_view priority = find_attribute(attributes, "priority");
  if (priority != "1") append_property(note.says, "priority", priority);
  append_property(note.says, "category", find_attribute(attributes, "category"));
  remark_ = &note.text;
  return Place::Remark;
}

XliffReader::Place XliffReader::enter_metadata(XmlAttributes attributes) {
  // Groups in groups speak of the same part, as long as they do not say otherwise.
  part_ = part_of(find_attribute(attributes, "appliesTo"), part_);
  return Place::Metadata;
}

XliffReader::Place XliffReader::enter_property(const std::string& type) {
  if (type.empty() || failed_ || !count(kElementSize + type.size())) return Place::Ignored;
  std::vector<Property>& properties = remarks().of(part_);
  properties.push_back({type, {}});
  remark_ = &properties.back().value;
  return Place::Remark;
}

/// Where the text stands in a program: a file and a line, which become one property.
XliffReader::Place XliffReader::enter_location(std::string_view type) {
  if ((type != "sourcefile" && type != "linenumber") || failed_ || !count(kElementSize)) {
    return Place::Ignored;
  }
  remark_ = type == "sourcefile" ? &location_.type : &location_.value;
  return Place::Remark;
}

void XliffReader::leave_location() {
  in_location_ = false;
  const Property where = std::exchange(location_, {});
  if (where.type.empty() || failed_) return;
  remarks()
      .of(XliffPart::Unit)
      .push_back({std::string(kReferenceProperty),
                  where.type + (where.value.empty() ? "" : ":") + where.value});
}

XliffRemarks& XliffReader::remarks() {
  if (in_match_) return match_.remarks;
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->place == Place::Unit2) return unit_remarks_;
    if (open->place == Place::Unit) break;
  }
  return unit_.remarks;
}

void XliffReader::on_text(std::string_view text) {
  if (at() == Place::Remark) {
    if (!failed_ && count(text.size())) *remark_ += text;
  } else if (in_text()) {
    if (!failed_ && count(text.size())) text_.text(text);
  }
}

void XliffReader::on_undeclared_entity(std::string_view name, std::string_view text) {
  if (!text.empty()) return on_text(text);
  if (in_text() && !failed_) {
    fail(message("entity &{1}; is not declared", name.substr(0, 40)));
  }
}

void XliffReader::on_end(std::string_view) {
  const Place left = at();
  open_.pop_back();
  if (left == Place::Unit) return leave_unit();
  if (left == Place::Match) return leave_match();
  if (left == Place::Contexts && in_location_) return leave_location();
  if (failed_) return;
  if (left == Place::Inline) text_.end();
  if (left == Place::Source) current().source->content = text_.finish();
  if (left == Place::Segmented) current().segmented = text_.finish();
  if (left == Place::Target) current().targets.back().content = text_.finish();
}

void XliffReader::leave_match() {
  in_match_ = false;
  text_.use_data(&data_);
  if (failed_) return;
  if (at() == Place::Unit) {
    matches_.push_back(std::move(match_));
  } else {
    std::vector<XliffUnit> matches;
    matches.push_back(std::move(match_));
    sink_->take({}, std::move(matches));
  }
}

void XliffReader::leave_unit() {
  if (std::exchange(failed_, unit_failed_)) return;
  if (!unit_.source) {
    return sink_->skip(Severity::Defect, message("a unit without <source>; unit skipped"),
                       unit_.line);
  }
  sink_->take(std::move(unit_), std::move(matches_));
}

void XliffReader::read_language(XmlAttributes attributes, std::string_view name,
                                LanguageTag& language) {
  const std::string_view text = find_attribute(attributes, name);
  if (text.empty()) return;
  if (auto parsed = parse_language(text)) {
    language = *std::move(parsed);
  } else {
    report(Severity::Warning, message("{1} is no language tag; it was passed over", name));
  }
}

bool XliffReader::count(std::size_t bytes) {
  bytes_ += bytes;
  if (bytes_ > kLargestUnit && !failed_) fail(message("a unit of more than 16 MiB"));
  return !failed_;
}

void XliffReader::fail(const std::string& what) {
  failed_ = true;
  unit_failed_ = !is_open(Place::Unit) && open_.back().place != Place::Container;
  text_.clear();
  unit_ = {};
  match_ = {};
  matches_.clear();
  sink_->skip(Severity::Defect, message("{1}; unit skipped", what), line());
}

}  // namespace trujaman::exchange
