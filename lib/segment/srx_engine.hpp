/// @file
/// SRX rules at work on a text.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/regex.hpp"
#include "segment/srx_document.hpp"

namespace trujaman::segment {

/// The end of a pattern that is plain text: every match ends in it. Empty when there is none.
struct LiteralSuffix {
  std::string text;  ///< Lower case (ASCII alone) when case does not matter.
  bool ignore_case = false;

  /// Whether a match may end where @p before does.
  [[nodiscard]] bool fits(std::string_view before) const;
};
[[nodiscard]] LiteralSuffix literal_suffix(std::string_view pattern);

/// The rules of one language, compiled. Immutable; may be shared between threads, each of which
/// needs a Session of its own.
///
/// Not every rule is tried at every place. The rules that break are searched for through the text;
/// at the places they find, and nowhere else, the exceptions before them are looked up: first by
/// the plain text in which they end ("Dr."), and only those that fit are matched. With B rules that
/// break, E exceptions and p places a text of n units costs B searches through it, p · E
/// comparisons of some bytes, and as many matches as exceptions fit, each at its place, or in the
/// 256 units before it when ICU has no lookbehind for it.
class SrxEngine {
 public:
  /// @throws Error{Malformed} with file and line for a pattern that is none.
  SrxEngine(const SrxDocument& document, const LanguageTag& language);
  ~SrxEngine();
  SrxEngine(SrxEngine&&) noexcept;
  SrxEngine& operator=(SrxEngine&&) noexcept;

  /// Memory for searching, kept from text to text. Must not outlive its engine.
  class Session;
  [[nodiscard]] bool empty() const noexcept { return rules_.empty(); }

 private:
  struct Rule;
  std::string name_;
  std::vector<Rule> rules_;
};

class SrxEngine::Session {
 public:
  explicit Session(const SrxEngine& engine);  ///< Borrowed.
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Takes up a text (valid UTF-8, borrowed). The calls below are about it.
  void set_text(std::string_view text);
  /// Bytes at which the rules break the text, in order, neither its beginning nor its end.
  /// @throws Error{Malformed} with the line of a rule that takes too long.
  [[nodiscard]] std::vector<std::size_t> find_breaks();
  /// Whether an exception matches at @p byte: the first rule to match there is none that breaks.
  [[nodiscard]] bool forbids(std::size_t byte);

 private:
  struct Matchers;
  [[nodiscard]] bool excepted(std::size_t unit, std::size_t rules);
  [[nodiscard]] bool matches(std::size_t rule, std::size_t unit);
  template <typename Search>
  auto guarded(std::size_t rule, const Search& search);

  const SrxEngine* engine_;
  std::vector<Matchers> matchers_;
  std::string_view text_;
  std::optional<base::RegexText> units_;
};

}  // namespace trujaman::segment
