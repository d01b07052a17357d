#include <string_view>

#include <trujaman/memory.hpp>
#include <trujaman/message.hpp>

namespace trujaman::inline v0 {

std::string_view to_string(Penalty::Kind kind) noexcept {
  switch (kind) {
    case Penalty::Kind::Case:
      return message_id("case");
    case Penalty::Kind::Accents:
      return message_id("accents");
    case Penalty::Kind::Punctuation:
      return message_id("punctuation");
    case Penalty::Kind::Numbers:
      return message_id("numbers");
    case Penalty::Kind::Codes:
      return message_id("codes");
    case Penalty::Kind::Region:
      return message_id("region");
    case Penalty::Kind::Confidence:
      return message_id("confidence");
  }
  return "";
}

std::string_view to_string(MatchKind kind) noexcept {
  switch (kind) {
    case MatchKind::Context:
      return message_id("context");
    case MatchKind::Exact:
      return message_id("exact");
    case MatchKind::Fuzzy:
      return message_id("fuzzy");
  }
  return "";
}

}  // namespace trujaman::inline v0
