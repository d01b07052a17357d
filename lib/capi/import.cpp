#include <memory>

#include <trujaman/c/import.h>
#include <trujaman/unit_import.hpp>

#include "capi/exchange.hpp"
#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"

using namespace trujaman;

struct trujaman_import {
  std::shared_ptr<Memory> memory;  // outlives the import
  UnitImport units;
};

namespace {

struct OwnedSummary : trujaman_import_summary {
  ImportSummary values;
  std::string why_broken;
  capi::Arena arena;
};

trujaman_import_options import_options(const trujaman_import_options* options) {
  const auto how =
      capi::complete<trujaman_import_options>(options, TRUJAMAN_IMPORT_OPTIONS_INIT, "options");
  capi::need_unused(how.reserved, "options");
  return how;
}

ImportOptions to_cpp(const trujaman_import_options& how) {
  return {.on_conflict = capi::enumerator<OnConflict>(how.on_conflict, TRUJAMAN_CONFLICT_REPLACE,
                                                      "options.on_conflict"),
          .batch = how.batch,
          .name = std::string(capi::text(how.name, "options.name")),
          .version = std::string(capi::text(how.version, "options.version"))};
}

void tell(ImportSummary summary, std::string broken, trujaman_import_summary** out) {
  if (out == nullptr) return;
  auto owned = std::make_unique<OwnedSummary>();
  const ImportSummary& values = owned->values = std::move(summary);
  owned->why_broken = std::move(broken);
  owned->read = values.read;
  owned->added = values.added;
  owned->merged = values.merged;
  owned->replaced = values.replaced;
  owned->skipped = values.skipped;
  owned->resumed = values.resumed;
  owned->reasons = owned->arena.views<trujaman_reason>(values.reasons, [](const auto& reason) {
    return trujaman_reason{reason.first.c_str(), reason.second};
  });
  owned->reason_count = values.reasons.size();
  owned->broken = owned->why_broken.empty() ? nullptr : owned->why_broken.c_str();
  *out = owned.release();
}

void need_languages(const TranslationUnit& unit, const Location& where) {
  for (const Variant& variant : unit.variants) {
    if (variant.language.undetermined()) {
      throw Error(Errc::InvalidArgument,
                  "does not name its languages; set options.read.source and target",
                  {.source = where.source});
    }
  }
}

}  // namespace

void trujaman_import_summary_free(trujaman_import_summary* summary) {
  delete static_cast<OwnedSummary*>(summary);
}

trujaman_status trujaman_memory_import(trujaman_memory* memory, const trujaman_input* input,
                                       const trujaman_import_options* options,
                                       trujaman_import_summary** summary) {
  if (summary != nullptr) *summary = nullptr;
  return capi::guard([&] {
    const std::shared_ptr<Memory> to = capi::need(memory, "memory").memory;
    const trujaman_import_options how = import_options(options);
    UnitImport units(*to, to_cpp(how));
    std::string broken;
    const LocatedUnitSink add = [&](TranslationUnit&& unit, const Location& where) {
      need_languages(unit, where);
      units.add(unit);
    };
    try {
      capi::stream_units(input, how.read, add,
                         [&](const Diagnostic& diagnostic) { units.note(diagnostic); });
    } catch (const Error& e) {
      if (e.code() != Errc::Malformed || !how.keep_whole || units.passed() == 0) throw;
      const std::string place = to_string(e.where());
      broken = (place.empty() ? "" : place + ": ") + e.what();
    }
    tell(units.finish(), std::move(broken), summary);
  });
}

trujaman_status trujaman_import_begin(trujaman_memory* memory,
                                      const trujaman_import_options* options,
                                      trujaman_import** job) {
  return capi::give(job, "job", [&] {
    const std::shared_ptr<Memory>& to = capi::need(memory, "memory").memory;
    const trujaman_import_options how = import_options(options);
    return std::unique_ptr<trujaman_import>(new trujaman_import{to, UnitImport(*to, to_cpp(how))});
  });
}

trujaman_status trujaman_import_add(trujaman_import* job, const trujaman_unit* unit) {
  return capi::guard([&] {
    UnitImport& to = capi::need(job, "job").units;
    const TranslationUnit added = capi::unit(unit);
    need_languages(added, {});
    to.add(added);
  });
}

trujaman_status trujaman_import_note(trujaman_import* job, const trujaman_diagnostic* diagnostic) {
  return capi::guard([&] {
    UnitImport& to = capi::need(job, "job").units;
    const trujaman_diagnostic& from = capi::need(diagnostic, "diagnostic");
    to.note({.severity = capi::enumerator<Severity>(from.severity, TRUJAMAN_DEFECT, "severity"),
             .message = std::string(capi::need_text(from.message, "diagnostic.message")),
             .where = capi::location(&from.where)});
  });
}

size_t trujaman_import_committed(const trujaman_import* job) {
  return capi::size_of(job, "job", [](const auto& j) { return j.units.committed(); });
}

size_t trujaman_import_passed(const trujaman_import* job) {
  return capi::size_of(job, "job", [](const auto& j) { return j.units.passed(); });
}

trujaman_status trujaman_import_finish(trujaman_import* job, trujaman_import_summary** summary) {
  if (summary != nullptr) *summary = nullptr;
  return capi::guard([&] { tell(capi::need(job, "job").units.finish(), {}, summary); });
}

void trujaman_import_free(trujaman_import* job) {
  delete job;
}
