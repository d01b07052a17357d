#include "base/inline_code.hpp"

#include <map>

namespace trujaman::base {

InlineCodes with_isolated_halves(InlineCodes codes) {
  std::map<int, InlineCode*> open;
  const auto isolate = [](InlineCode& code) {
    code.attributes = code.kind == CodeKind::Bpt ? "pos=begin" : "pos=end";
    code.kind = CodeKind::It;
    code.pair = 0;
  };
  for (InlineCode& code : codes) {
    if (code.kind == CodeKind::Bpt) {
      InlineCode*& first = open[code.pair];
      if (first != nullptr) isolate(*first);
      first = &code;
    } else if (code.kind == CodeKind::Ept) {
      if (open.erase(code.pair) == 0) isolate(code);
    }
  }
  for (const auto& [pair, code] : open) isolate(*code);
  return codes;
}

}  // namespace trujaman::base
