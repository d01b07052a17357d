#include "segment/srx_engine.hpp"

#include <algorithm>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"

namespace trujaman::segment {
namespace {

/// How far before its place an exception is looked for, in UTF-16 units. Abbreviations are short.
constexpr std::size_t kWindow = 256;

/// Characters that stand for themselves in any pattern.
bool is_plain(char c) noexcept {
  return base::is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view(" ,:;!\"'%&/<>=_~@`").find(c) != std::string_view::npos;
}

/// A pattern for a message.
std::string quote(const std::string& pattern) {
  constexpr std::size_t kLongest = 100;
  if (pattern.size() <= kLongest) return '\'' + pattern + '\'';
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(pattern[end]) & 0xC0U) == 0x80U) --end;
  return '\'' + pattern.substr(0, end) + "…'";
}

/// @p source is what the file has, @p pattern what is made of it.
base::Regex compile(const std::string& pattern, const std::string& source, const SrxRule& rule,
                    const std::string& name) {
  try {
    return base::Regex(pattern, false, quote(source));
  } catch (const Error& e) {
    throw Error(Errc::Malformed, e.what(), {name, rule.line, 0});
  }
}

/// @p pattern as a part of another one. With the flag x it may end in a comment, which ends with
/// its line.
std::string part(std::string_view opening, const std::string& pattern) {
  bool comments = false;
  for (std::size_t at = pattern.find("(?"); at != std::string::npos;
       at = pattern.find("(?", at + 1)) {
    const std::string_view flags = std::string_view(pattern).substr(at + 2);
    const std::string_view set = flags.substr(0, flags.find_first_not_of("idmsuwx-"));
    comments = comments || set.find('x') != std::string_view::npos;
  }
  return std::string(opening) + pattern + (comments ? "\n)" : ")");
}

}  // namespace

LiteralSuffix literal_suffix(std::string_view pattern) {
  LiteralSuffix out;
  // Alternatives have several ends; (?x) gives blanks another meaning, \Q takes all meaning away.
  if (pattern.find('|') != std::string_view::npos ||
      pattern.find("\\Q") != std::string_view::npos) {
    return out;
  }
  for (std::size_t at = pattern.find("(?"); at != std::string_view::npos;
       at = pattern.find("(?", at + 1)) {
    const std::string_view flags = pattern.substr(at + 2);
    const std::size_t end = flags.find_first_not_of("idmsuwx-");
    const std::string_view set = flags.substr(0, end);
    if (set.find('x') != std::string_view::npos) return out;
    out.ignore_case = out.ignore_case || set.find('i') != std::string_view::npos;
  }
  std::size_t end = pattern.size();
  while (end > 0) {
    const char c = pattern[end - 1];
    std::size_t slashes = 0;
    while (slashes + 1 < end && pattern[end - 2 - slashes] == '\\') ++slashes;
    const bool escaped = slashes % 2 == 1;
    // "\s" is a class, "\." a full stop.
    if (escaped ? base::is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 : !is_plain(c)) {
      break;
    }
    if (out.ignore_case && static_cast<unsigned char>(c) >= 0x80) break;
    out.text.insert(out.text.begin(), out.ignore_case ? base::ascii_lower(c) : c);
    end -= escaped ? 2 : 1;
  }
  // "\u0041", "\cA", "\12", "\k<name>": an escape whose rest looks plain. "\b" and the like end
  // with their letter.
  if (end >= 2 && base::is_ascii_alnum(pattern[end - 1]) && pattern[end - 2] == '\\' &&
      std::string_view("bBsSdDwWAGR").find(pattern[end - 1]) == std::string_view::npos) {
    out.text.clear();
  }
  return out;
}

/// Whether a text that ends in @p tail may match: case folding maps none but ASCII on ASCII, as
/// long as there is nothing else (the long s is an s, a ligature two letters).
bool LiteralSuffix::fits(std::string_view before) const {
  if (before.size() < text.size()) return false;
  const std::string_view tail = before.substr(before.size() - text.size());
  if (!ignore_case) return tail == text;
  return std::equal(tail.begin(), tail.end(), text.begin(),
                    [](char a, char b) { return base::ascii_lower(a) == b; }) ||
         std::any_of(tail.begin(), tail.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

struct SrxEngine::Rule {
  SrxRule source;       ///< A copy: the document may go.
  bool always = false;  ///< No pattern at all: matches everywhere.
  LiteralSuffix suffix;
  /// The whole rule: a rule that breaks as "before, after behind it", to be searched for; an
  /// exception as "after, before before it", to be tried at its place.
  std::optional<base::Regex> whole;
  /// An exception whose before is of no bounded length, so that no lookbehind takes it: before, to
  /// the end of the text; and after.
  std::optional<base::Regex> before;
  std::optional<base::Regex> after;
};

namespace {

/// The exception as one pattern; nothing when its before is of no bounded length.
std::optional<base::Regex> compile_exception(const SrxRule& rule) {
  try {
    return base::Regex(part("(?<=", rule.before) + part("(?:", rule.after));
  } catch (const Error&) {
    return std::nullopt;  // each part has been compiled: it can be the limit only
  }
}

}  // namespace

SrxEngine::SrxEngine(const SrxDocument& document, const LanguageTag& language)
    : name_(document.name) {
  for (const SrxRule* source : document.rules_for(language)) {
    Rule rule;
    rule.source = *source;
    rule.always = source->before.empty() && source->after.empty();
    // Each alone first: "a)(b" is none, though it is one between brackets.
    base::Regex before = compile(source->before, source->before, *source, name_);
    base::Regex after = compile(source->after, source->after, *source, name_);
    if (source->breaks) {
      rule.whole = compile(part("(?:", source->before) + part("(?=", source->after), source->before,
                           *source, name_);
    } else if (!rule.always) {
      rule.suffix = literal_suffix(source->before);
      rule.whole = compile_exception(*source);
      if (!rule.whole) {
        rule.before = compile(part("(?:", source->before) + "\\z", source->before, *source, name_);
        rule.after = std::move(after);
      }
    }
    rules_.push_back(std::move(rule));
  }
}
SrxEngine::~SrxEngine() = default;
SrxEngine::SrxEngine(SrxEngine&&) noexcept = default;
SrxEngine& SrxEngine::operator=(SrxEngine&&) noexcept = default;

/// Made when they are first needed: most exceptions never are.
struct SrxEngine::Session::Matchers {
  std::optional<base::RegexMatcher> whole;
  std::optional<base::RegexMatcher> before;
  std::optional<base::RegexMatcher> after;
};

SrxEngine::Session::Session(const SrxEngine& engine)
    : engine_(&engine), matchers_(engine.rules_.size()) {}
SrxEngine::Session::~Session() = default;

void SrxEngine::Session::set_text(std::string_view text) {
  text_ = text;
  units_.emplace(text);
}

template <typename Search>
auto SrxEngine::Session::guarded(std::size_t rule, const Search& search) {
  try {
    return search();
  } catch (const Error&) {
    const SrxRule& source = engine_->rules_[rule].source;
    throw Error(Errc::Malformed,
                message("the rule {1} before {2} takes too long; make it simpler",
                        quote(source.before), quote(source.after)),
                {engine_->name_, source.line, 0});
  }
}

std::vector<std::size_t> SrxEngine::Session::find_breaks() {
  struct Found {
    std::size_t unit;
    std::size_t rule;
  };
  std::vector<Found> found;
  const std::size_t size = units_->size();
  for (std::size_t r = 0; r < engine_->rules_.size(); ++r) {
    const Rule& rule = engine_->rules_[r];
    if (!rule.source.breaks) {
      if (rule.always) break;  // what follows is never asked
      continue;
    }
    std::optional<base::RegexMatcher>& matcher = matchers_[r].whole;
    if (!matcher) matcher.emplace(*rule.whole);
    for (std::size_t from = 0; from < size;) {
      const auto match = guarded(r, [&] { return matcher->find(*units_, from); });
      if (!match) break;
      if (match->end > 0 && match->end < size) found.push_back({match->end, r});
      from = std::max(match->end, match->begin + 1);
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::pair(a.unit, a.rule) < std::pair(b.unit, b.rule);
  });
  std::vector<std::size_t> out;
  for (auto f = found.begin(); f != found.end(); ++f) {
    if (f != found.begin() && f->unit == std::prev(f)->unit) continue;
    if (!excepted(f->unit, f->rule)) out.push_back(units_->to_byte(f->unit));
  }
  return out;
}

bool SrxEngine::Session::forbids(std::size_t byte) {
  return excepted(units_->to_unit(byte), engine_->rules_.size());
}

/// Whether one of the first @p rules is an exception that matches at @p unit.
bool SrxEngine::Session::excepted(std::size_t unit, std::size_t rules) {
  const std::string_view before = text_.substr(0, units_->to_byte(unit));
  for (std::size_t r = 0; r < rules; ++r) {
    const Rule& rule = engine_->rules_[r];
    if (rule.source.breaks) continue;
    if (rule.suffix.fits(before) && matches(r, unit)) return true;
  }
  return false;
}

/// Whether exception @p r matches at @p unit.
bool SrxEngine::Session::matches(std::size_t r, std::size_t unit) {
  const Rule& rule = engine_->rules_[r];
  Matchers& m = matchers_[r];
  if (rule.always) return true;
  const auto ready = [](std::optional<base::RegexMatcher>& matcher,
                        const base::Regex& regex) -> base::RegexMatcher& {
    if (!matcher) matcher.emplace(regex);
    return *matcher;
  };
  return guarded(r, [&] {
    if (rule.whole) return ready(m.whole, *rule.whole).matches_at(*units_, unit);
    return ready(m.after, *rule.after).matches_at(*units_, unit) &&
           ready(m.before, *rule.before).matches_before(*units_, unit, kWindow);
  });
}

}  // namespace trujaman::segment
