/// @file
/// Which office document a ZIP file is.
#pragma once

#include "read/office/archive.hpp"

namespace trujaman::read::office {

enum class OfficeKind { Docx, Odt };

/// By what the file says of its contents, never by its name.
/// @throws Error{Unsupported}, by name, for what else comes in ZIP files.
[[nodiscard]] OfficeKind kind_of(const Archive& archive);

}  // namespace trujaman::read::office
