#include "read/byte_changes.hpp"

#include <algorithm>

namespace trujaman::read {

std::string with_changes(std::string_view bytes, std::vector<ByteChange> changes) {
  std::ranges::stable_sort(changes, {}, [](const ByteChange& c) { return c.span; });
  std::string out;
  std::size_t done = 0;
  for (const ByteChange& change : changes) {
    if (change.span.begin < done) continue;
    out.append(bytes.substr(done, change.span.begin - done)).append(change.text);
    done = change.span.end;
  }
  return out.append(bytes.substr(done));
}

}  // namespace trujaman::read
