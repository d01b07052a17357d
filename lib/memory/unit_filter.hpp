/// @file
/// Which units a caller wants.
#pragma once

#include <trujaman/memory.hpp>

namespace trujaman::memory {

/// Whether @p unit is one that @p filter asks for. The document is compared with the unit's
/// occurrences.
[[nodiscard]] bool passes(const TranslationUnit& unit, const UnitFilter& filter);

/// Whether every unit passes.
[[nodiscard]] bool is_open(const UnitFilter& filter) noexcept;

}  // namespace trujaman::memory
