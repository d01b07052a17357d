/// @file
/// The encoding of an HTML file.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/error.hpp>

namespace trujaman::read {

/// The encoding that @p bytes declare in their first 1024: by `<?xml … encoding=…>`, `<meta
/// charset>` or `<meta http-equiv="Content-Type">`, found by the prescan of the HTML standard
/// (§ 13.2.3.2). Empty where there is none.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

/// @p bytes as valid UTF-8: by byte order mark, @p encoding (of the caller), the declaration, as
/// UTF-8, or as the bytes look. UTF-8 that declares to be something else stays UTF-8, with a
/// warning, and a declaration that does not fit is passed over. @throws Error{Malformed},
/// Error{InvalidArgument} for a caller's encoding that is not known.
[[nodiscard]] std::string decode_html(std::string_view bytes, const std::string& encoding,
                                      const std::string& name, const DiagnosticSink& diagnose);

}  // namespace trujaman::read
