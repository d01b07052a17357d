/// @file
/// How concepts are taken in among others.
#pragma once

#include <trujaman/c/concept.h>
#include <trujaman/concept_store.hpp>

#include "capi/from_c.hpp"
#include "capi/options.hpp"

namespace trujaman::capi {

/// The caller's options for an upsert.
struct Upsert {
  explicit Upsert(const trujaman_upsert_options* given) {
    const auto from =
        complete<trujaman_upsert_options>(given, TRUJAMAN_UPSERT_OPTIONS_INIT, "options");
    need_unused(from.reserved, "options");
    options.keep_statuses = from.keep_statuses;
    sink = diagnostic_sink(from.on_diagnostic, from.user);
  }

  UpsertOptions options;
  DiagnosticSink sink;
};

inline trujaman_upsert_summary to_c(const UpsertSummary& summary) noexcept {
  return {summary.added, summary.updated, summary.unchanged};
}

}  // namespace trujaman::capi
