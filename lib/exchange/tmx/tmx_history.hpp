/// @file
/// History as attributes of tu and tuv.
#pragma once

#include <string>

#include <trujaman/unit.hpp>

#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// What became of an attribute.
enum class HistoryAttribute {
  Taken,
  Other,  ///< None of History's.
  Bad,    ///< History's, but no date or number.
};
HistoryAttribute read_history(History& history, const XmlAttribute& attribute);

void append_history(std::string& xml, const History& history);

}  // namespace trujaman::exchange
