/// @file
/// Which office document a ZIP file is.
#pragma once

#include "base/archive.hpp"

namespace trujaman::read::office {

enum class OfficeKind { Docx, Odt };

/// By what the file says of its contents, never by its name.
/// @throws Error{Unsupported}, by name, for what else comes in ZIP files.
[[nodiscard]] OfficeKind kind_of(const base::Archive& archive);

}  // namespace trujaman::read::office
