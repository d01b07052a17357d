#include <algorithm>
#include <cctype>
#include <memory>

#include <trujaman/message.hpp>

#include "capi/exchange.hpp"
#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"
#include "capi/po_header.hpp"
#include "capi/tmx_header.hpp"

using namespace trujaman;

namespace trujaman::capi {
namespace {

struct OwnedUnitsInfo : trujaman_units_info {
  FileFacts facts;
  Arena arena;
  trujaman_tmx_header tmx{};
  trujaman_po_header po{};
};

/// One reading, and what the caller wants of it.
class Reading {
 public:
  Reading(const trujaman_input* input, const trujaman_units_read_options* options,
          const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic)
      : how_(complete<trujaman_units_read_options>(options, TRUJAMAN_UNITS_READ_OPTIONS_INIT,
                                                   "options")),
        in_(input),
        languages_(capi::languages(how_.source, how_.target)),
        progress_(capi::progress(how_.progress, how_.user)),
        told_(diagnostic_sink(how_.on_diagnostic, how_.user)),
        counted_(on_diagnostic),
        sink_(sink) {
    facts_.format =
        enumerator<trujaman_format>(how_.format, TRUJAMAN_FORMAT_XLSX, "options.format");
    if (facts_.format == TRUJAMAN_FORMAT_AUTO) facts_.format = format_of(in_.name());
  }

  FileFacts run() {
    // The readers that tell the line pass on everything that stands in a file. Of TMX and of tables
    // that is what is wanted, but for rows in one language; of XLIFF and po, only the others know
    // what is a translation.
    const LocatedUnitSink located = [this](TranslationUnit&& unit, const Location& where) {
      pass(std::move(unit), where);
    };
    const Location file{.source = in_.name()};
    const UnitSink translated = [&](TranslationUnit&& unit) { pass(std::move(unit), file); };
    if (how_.everything || tells_lines()) {
      facts_.summary = read(located);
    } else {
      facts_.summary = read(translated);
    }
    give_header();
    facts_.summary.passed = passed_;
    return std::move(facts_);
  }

 private:
  [[nodiscard]] bool tells_lines() const {
    return facts_.format != TRUJAMAN_FORMAT_XLIFF && facts_.format != TRUJAMAN_FORMAT_PO;
  }

  template <class Sink>
  ReadSummary read(const Sink& sink) {
    const DiagnosticSink hear = [this](const Diagnostic& diagnostic) { note(diagnostic); };
    const auto table = [&](TableFormat format) {
      return read_table(in_.stream(), in_.name(), format, sink, hear,
                        {.sheet = std::string(text(how_.sheet, "options.sheet"))});
    };
    switch (facts_.format) {
      case TRUJAMAN_FORMAT_TMX:
        return read_tmx(in_.stream(), in_.name(), sink, hear, &facts_.header);
      case TRUJAMAN_FORMAT_XLIFF:
        return read_xliff(in_.stream(), in_.name(), sink, hear,
                          {.segments = !how_.xliff_whole_units, .matches = how_.xliff_matches},
                          &facts_.xliff);
      case TRUJAMAN_FORMAT_PO:
        return read_po(in_.stream(), in_.name(), languages_, sink, hear, {.whole = how_.po_whole},
                       &facts_.po);
      case TRUJAMAN_FORMAT_TSV:
        return table(TableFormat::Tsv);
      case TRUJAMAN_FORMAT_CSV:
        return table(TableFormat::Csv);
      case TRUJAMAN_FORMAT_XLSX:
        return table(TableFormat::Xlsx);
      case TRUJAMAN_FORMAT_AUTO:
        break;
    }
    throw Error(Errc::InvalidArgument,
                "the format cannot be told by the name; set options.format, or input.name to one "
                "that ends in .tmx, .xlf, .po, .tsv, .csv or .xlsx",
                {.source = in_.name()});
  }

  void note(const Diagnostic& diagnostic) const {
    if (told_) told_(diagnostic);
    if (counted_) counted_(diagnostic);
  }

  void pass(TranslationUnit&& unit, const Location& where) {
    give_header();
    if (progress_ && read_++ % 64 == 0 && !progress_(in_.share())) go_on(0);
    if (!how_.everything && facts_.format != TRUJAMAN_FORMAT_TMX && unit.variants.size() < 2) {
      return note({.severity = Severity::Note,
                   .message = message("text in one language only; skipped"),
                   .where = where});
    }
    name_languages(unit);
    ++passed_;
    sink_(std::move(unit), where);
  }

  /// Gives the texts of a file that does not name its languages those that the caller named.
  void name_languages(TranslationUnit& unit) const {
    if (languages_.source.undetermined() || unit.variants.empty()) return;
    for (std::size_t i = 0; i < unit.variants.size() && i < 2; ++i) {
      Variant& variant = unit.variants[i];
      if (variant.language.undetermined()) {
        variant.language = i == 0 ? languages_.source : languages_.target;
      }
    }
    if (unit.source_language.undetermined() && facts_.format != TRUJAMAN_FORMAT_TMX) {
      unit.source_language = languages_.source;
    }
  }

  void give_header() {
    if (header_given_) return;
    header_given_ = true;
    Arena arena;
    if (how_.on_tmx_header != nullptr && facts_.format == TRUJAMAN_FORMAT_TMX) {
      const trujaman_tmx_header shown = to_c(facts_.header, arena);
      how_.on_tmx_header(&shown, how_.user);
    }
    if (how_.on_po_header != nullptr && facts_.format == TRUJAMAN_FORMAT_PO) {
      const trujaman_po_header shown = to_c(facts_.po, arena);
      how_.on_po_header(&shown, how_.user);
    }
  }

  trujaman_units_read_options how_;
  Input in_;
  LanguagePair languages_;
  Progress progress_;
  DiagnosticSink told_;
  DiagnosticSink counted_;
  const LocatedUnitSink& sink_;
  FileFacts facts_;
  std::size_t read_ = 0;
  std::size_t passed_ = 0;
  bool header_given_ = false;
};

void tell(FileFacts&& facts, trujaman_units_info** info) {
  if (info == nullptr) return;
  auto out = std::make_unique<OwnedUnitsInfo>();
  out->facts = std::move(facts);
  out->tmx = to_c(out->facts.header, out->arena);
  out->format = out->facts.format;
  out->read = out->facts.summary.read;
  out->passed = out->facts.summary.passed;
  out->header = out->format == TRUJAMAN_FORMAT_TMX ? &out->tmx : nullptr;
  out->po = to_c(out->facts.po, out->arena);
  out->po_header = out->format == TRUJAMAN_FORMAT_PO ? &out->po : nullptr;
  const XliffContents& xliff = out->facts.xliff;
  out->xliff_version = xliff.version.c_str();
  out->xliff_source = xliff.languages.source.str().c_str();
  out->xliff_target = xliff.languages.target.str().c_str();
  out->xliff_units = xliff.units;
  out->xliff_targets = xliff.targets;
  out->xliff_matches = xliff.matches;
  *info = out.release();
}

}  // namespace

trujaman_format format_of(const std::string& name) {
  std::string ending = name.substr(std::min(name.rfind('.'), name.size()));
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  constexpr struct {
    const char* ending;
    trujaman_format format;
  } known[] = {{".tmx", TRUJAMAN_FORMAT_TMX},       {".xlf", TRUJAMAN_FORMAT_XLIFF},
               {".xliff", TRUJAMAN_FORMAT_XLIFF},   {".sdlxliff", TRUJAMAN_FORMAT_XLIFF},
               {".mqxliff", TRUJAMAN_FORMAT_XLIFF}, {".mxliff", TRUJAMAN_FORMAT_XLIFF},
               {".txlf", TRUJAMAN_FORMAT_XLIFF},    {".po", TRUJAMAN_FORMAT_PO},
               {".pot", TRUJAMAN_FORMAT_PO},        {".tsv", TRUJAMAN_FORMAT_TSV},
               {".tab", TRUJAMAN_FORMAT_TSV},       {".csv", TRUJAMAN_FORMAT_CSV},
               {".xlsx", TRUJAMAN_FORMAT_XLSX}};
  for (const auto& k : known) {
    if (ending == k.ending) return k.format;
  }
  return TRUJAMAN_FORMAT_AUTO;
}

FileFacts stream_units(const trujaman_input* input, const trujaman_units_read_options* options,
                       const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic) {
  return Reading(input, options, sink, on_diagnostic).run();
}

}  // namespace trujaman::capi

trujaman_status trujaman_format_of(const char* name, trujaman_format* format) {
  return capi::put(format, "format",
                   [&] { return capi::format_of(capi::need_path(name, "name")); });
}

void trujaman_units_info_free(trujaman_units_info* info) {
  delete static_cast<capi::OwnedUnitsInfo*>(info);
}

trujaman_status trujaman_units_stream(const trujaman_input* input,
                                      const trujaman_units_read_options* options,
                                      trujaman_unit_sink sink, void* user,
                                      trujaman_units_info** info) {
  if (info != nullptr) *info = nullptr;
  return capi::guard([&] {
    capi::need_callback(sink, "sink");
    const LocatedUnitSink give = [&](TranslationUnit&& unit, const Location& where) {
      capi::Arena arena;
      const trujaman_unit shown = capi::to_c(unit, arena);
      const trujaman_location place = capi::to_c(where);
      capi::go_on(sink(&shown, &place, user));
    };
    capi::tell(capi::stream_units(input, options, give), info);
  });
}

trujaman_status trujaman_units_read(const trujaman_input* input,
                                    const trujaman_units_read_options* options,
                                    trujaman_units** units, trujaman_units_info** info) {
  if (info != nullptr) *info = nullptr;
  return capi::give(units, "units", [&] {
    std::vector<TranslationUnit> read;
    const LocatedUnitSink keep = [&](TranslationUnit&& unit, const Location& /*where*/) {
      read.push_back(std::move(unit));
    };
    capi::FileFacts facts = capi::stream_units(input, options, keep);
    auto out = std::make_unique<trujaman_units>(std::move(read));
    capi::tell(std::move(facts), info);
    return out;
  });
}
