#include <trujaman/error.hpp>
#include <trujaman/message.hpp>
#include <trujaman/unicode.hpp>

#include "base/unicode.hpp"

namespace trujaman::inline v0 {

bool is_utf8(std::string_view bytes) noexcept {
  return base::find_invalid_utf8(bytes) == std::string_view::npos;
}

std::string to_nfc(std::string_view text) {
  if (!is_utf8(text)) throw Error(Errc::InvalidArgument, message("the text is not UTF-8"));
  return base::to_nfc(text);
}

}  // namespace trujaman::inline v0
