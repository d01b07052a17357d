/// @file
/// Reading files of units, for lists, callbacks and memories alike.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <trujaman/c/exchange.h>
#include <trujaman/exchange.hpp>
#include <trujaman/po.hpp>

namespace trujaman::capi {

/// By the ending of a name; TRUJAMAN_FORMAT_AUTO when it says nothing.
trujaman_format format_of(const std::string& name);

/// What a file said of itself.
struct FileFacts {
  trujaman_format format = TRUJAMAN_FORMAT_AUTO;
  ReadSummary summary;
  TmxHeader header;
  PoHeader po;
  XliffContents xliff;
};

/// Reads the caller's input. @p on_diagnostic hears of what the caller's sink hears, too.
/// @throws Error as trujaman_units_stream says.
FileFacts stream_units(const trujaman_input* input, const trujaman_units_read_options* options,
                       const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic = {});

}  // namespace trujaman::capi
