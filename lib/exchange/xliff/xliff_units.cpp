/// XLIFF → translation units: for a memory, or all that stand in the file.
#include <algorithm>
#include <charconv>
#include <functional>
#include <string>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "exchange/xliff/xliff_properties.hpp"
#include "exchange/xliff/xliff_reader.hpp"
#include "exchange/xliff/xliff_state.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// Whether @p unit is kept as it is: no target, or one that only repeats the source.
bool is_locked(const TranslationUnit& unit) {
  if (property_value(unit.properties, kTranslateProperty) != "no") return false;
  return std::ranges::all_of(unit.variants, [&](const Variant& v) {
    return v.text.empty() || v.text == unit.variants.front().text;
  });
}

/// A match quality of "75%" or "75.00"; 100 where it is no number.
double quality_of(std::string_view text) {
  text = base::trim(text);
  double quality = 100;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), quality);
  return error == std::errc() && end != text.data() ? quality : 100;
}

/// Why a match is nothing for a memory; empty when it is. @p borrowed: its source is that of the
/// unit, so it is a translation of that only when it was found for exactly that text.
std::string why_no_match(const TranslationUnit& match, bool borrowed) {
  if (property_value(match.properties, kMatchTypeProperty) == "rejected") {
    return message("is a match that was rejected; match skipped");
  }
  const std::string_view quality = property_value(match.properties, kMatchQualityProperty);
  if (borrowed && quality_of(quality) < 100) {
    return message("is a fuzzy match that does not say of which text; match skipped");
  }
  return {};
}

/// Why @p unit is nothing for a memory; empty when it is.
std::string why_not(const TranslationUnit& unit) {
  const bool translated = unit.variants.size() > 1 && !unit.variants[0].text.empty() &&
                          std::ranges::any_of(unit.variants.begin() + 1, unit.variants.end(),
                                              [](const Variant& v) { return !v.text.empty(); });
  if (!translated) return message("has no translation; unit skipped");
  if (is_untranslated(property_value(unit.variants[1].properties, kStateProperty))) {
    return message("is not translated yet, says its state; unit skipped");
  }
  return {};
}

/// Takes a unit, and the line on which it begins.
using LineUnitSink = std::function<void(TranslationUnit&&, std::size_t line)>;

class Units : public XliffSink {
 public:
  Units(std::string name, LineUnitSink sink, const DiagnosticSink& on_diagnostic,
        const XliffReadOptions& options, bool for_memory)
      : name_(std::move(name)),
        sink_(std::move(sink)),
        on_diagnostic_(&on_diagnostic),
        options_(&options),
        for_memory_(for_memory) {}

  [[nodiscard]] const ReadSummary& summary() const noexcept { return summary_; }

  void take(XliffUnit&& unit, std::vector<XliffUnit>&& matches) override {
    std::vector<bool> borrowed;
    for (XliffUnit& match : matches) {
      borrowed.push_back(!match.source);
      lend_source(unit, match);
    }
    if (unit.source) take_parts(std::move(unit), false);
    for (std::size_t i = 0; i < matches.size(); ++i) {
      take_parts(std::move(matches[i]), borrowed[i]);
    }
  }

  void skip(Severity severity, const std::string& reason, std::size_t line) override {
    ++summary_.read;
    report(severity, reason, line);
  }

  void report(Severity severity, const std::string& message, std::size_t line) override {
    if (*on_diagnostic_) (*on_diagnostic_)({severity, message, {name_, line, 0}});
  }

 private:
  /// A unit by its segments where it has them.
  void take_parts(XliffUnit&& unit, bool borrowed) {
    const std::size_t line = unit.line;
    const bool is_match = unit.is_match;
    if (!options_->segments || !is_segmented(unit)) {
      return take_one(to_unit(std::move(unit)), is_match, borrowed, line);
    }
    if (corresponds(unit)) {
      for (TranslationUnit& part : to_units(unit)) {
        take_one(std::move(part), is_match, borrowed, line);
      }
      return;
    }
    report(Severity::Note,
           message("has other segments in its target than in its source; taken as a whole"), line);
    take_one(to_unit(std::move(unit)), is_match, borrowed, line);
  }

  void take_one(TranslationUnit&& unit, bool is_match, bool borrowed, std::size_t line) {
    ++summary_.read;
    std::string reason;
    if (is_locked(unit)) reason = message("is not to be translated; unit skipped");
    if (for_memory_ && is_match && reason.empty()) reason = why_no_match(unit, borrowed);
    if (for_memory_ && reason.empty()) reason = why_not(unit);
    if (!reason.empty()) return report(Severity::Note, reason, line);
    ++summary_.passed;
    if (for_memory_) {  // says something within its file only
      unit.id.clear();
      std::erase_if(unit.properties, [](const Property& p) {
        return p.type == kIdProperty || p.type == kReferenceProperty;
      });
    }
    if (sink_) sink_(std::move(unit), line);
  }

  std::string name_;
  LineUnitSink sink_;
  const DiagnosticSink* on_diagnostic_;
  const XliffReadOptions* options_;
  bool for_memory_;
  ReadSummary summary_;
};

ReadSummary read_units(std::istream& in, const std::string& name, LineUnitSink sink,
                       const DiagnosticSink& on_diagnostic, const XliffReadOptions& options,
                       XliffContents* contents, bool for_memory) {
  Units units(name, std::move(sink), on_diagnostic, options, for_memory);
  XliffReader reader(name, units, options.matches);
  const XliffContents read = reader.read(in);
  if (contents != nullptr) *contents = read;
  return units.summary();
}

}  // namespace

ReadSummary read_xliff(std::istream& in, const std::string& name, const UnitSink& sink,
                       const DiagnosticSink& on_diagnostic, const XliffReadOptions& options,
                       XliffContents* contents) {
  LineUnitSink of_line;
  if (sink) of_line = [&](TranslationUnit&& unit, std::size_t) { sink(std::move(unit)); };
  return read_units(in, name, std::move(of_line), on_diagnostic, options, contents, true);
}

ReadSummary read_xliff(std::istream& in, const std::string& name, const LocatedUnitSink& sink,
                       const DiagnosticSink& on_diagnostic, const XliffReadOptions& options,
                       XliffContents* contents) {
  LineUnitSink of_line;
  if (sink) {
    of_line = [&](TranslationUnit&& unit, std::size_t line) {
      sink(std::move(unit), {name, line, 0});
    };
  }
  return read_units(in, name, std::move(of_line), on_diagnostic, options, contents, false);
}

}  // namespace trujaman::inline v0
