#include "read/writer.hpp"

#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::read {

void check_renderings(const Block& block, const std::vector<Rendering>& renderings) {
  const auto on_boundary = [&block](std::size_t at) {
    return at == block.text.size() ||
           (at < block.text.size() &&
            (static_cast<unsigned char>(block.text[at]) & 0xC0U) != 0x80U);
  };
  std::size_t last = 0;
  for (const Rendering& r : renderings) {
    if (r.span.begin < last || r.span.end < r.span.begin || !on_boundary(r.span.begin) ||
        !on_boundary(r.span.end)) {
      throw Error(Errc::InvalidArgument, message("a rendering does not fit its block"),
                  block.where);
    }
    if (r.text && base::find_invalid_utf8(*r.text) != std::string::npos) {
      throw Error(Errc::InvalidArgument, message("a rendering is not UTF-8"), block.where);
    }
    last = r.span.end;
  }
}

void report_left(const Input& input, const Block& block, const Rendering& rendering,
                 const std::string& why) {
  if (!input.diagnose) return;
  const std::string text = block.text.substr(rendering.span.begin, rendering.span.size());
  input.diagnose(
      {why.empty() ? Severity::Note : Severity::Warning,
       why.empty() ? message("left: \"{1}\"", text) : message("left: \"{1}\"; {2}", text, why),
       block.where});
}

}  // namespace trujaman::read
