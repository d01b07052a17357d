/// The rules that compare units: one source with several targets, several sources with one target.
#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include <trujaman/checker.hpp>
#include <trujaman/message.hpp>

#include "base/local.hpp"
#include "base/wording.hpp"
#include "check/quantity.hpp"
#include "check/report.hpp"
#include "check/variants.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace check;

std::size_t count_words(std::string_view key) {
  return key.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
}

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    out.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  std::ranges::sort(out);
  return out;
}

/// Whether of the longer words of one text hardly any has a relative in the other: what was said
/// differently shares the beginnings of its words, a translation put in the wrong place does not.
bool far_apart(std::string_view a, std::string_view b) {
  constexpr std::size_t beginning = 4;
  constexpr std::size_t fewest_words = 3;
  std::size_t words = 0;
  std::size_t shared = 0;
  const auto others = words_of(b);
  for (const std::string_view word : words_of(a)) {
    if (word.size() < beginning) continue;
    ++words;
    shared += std::ranges::any_of(
        others, [&](std::string_view w) { return w.starts_with(word.substr(0, beginning)); });
  }
  return words >= fewest_words && shared * 5 <= words;
}

/// One way in which a text was rendered, where it was so first.
struct Rendering {
  std::string key;
  Variant source;
  Variant target;
  std::size_t unit = 0;
  std::size_t count = 0;
};

Variant bare(const Variant& variant) {
  Variant out;
  out.language = variant.language;
  out.text = variant.text;
  return out;
}

/// Renderings by what they render. The key begins with the two languages.
using Groups = std::unordered_map<std::string, std::vector<Rendering>>;

FindingPlace whole(const Variant& variant) {
  return {variant.language, {0, variant.text.size()}, variant.text};
}

}  // namespace

struct TRUJAMAN_LOCAL ConsistencyChecker::Impl {
  explicit Impl(CheckOptions o) : options(std::move(o)), rules(options.disabled) {}

  static void remember(Groups& groups, const std::string& languages, const std::string& by,
                       const std::string& key, const Variant& source, const Variant& target,
                       std::size_t unit) {
    std::vector<Rendering>& group = groups[languages + by];
    const auto known = std::ranges::find(group, key, &Rendering::key);
    if (known != group.end()) {
      ++known->count;
    } else {
      group.push_back({key, bare(source), bare(target), unit, 1});
    }
  }

  static Finding make(CheckRule rule, Severity severity, const Rendering& here,
                      const Rendering& there, std::string message) {
    return {.rule = rule,
            .severity = severity,
            .languages = {here.source.language, here.target.language},
            .places = {whole(here.source), whole(here.target)},
            .message = std::move(message),
            .unit = here.unit,
            .other_unit = there.unit};
  }

  void add_inconsistent(std::vector<Finding>& out) const {
    for (const auto& [by, group] : by_source) {
      if (group.size() < 2) continue;
      const auto usual = std::ranges::max_element(group, {}, &Rendering::count);
      for (const Rendering& r : group) {
        if (&r == &*usual) continue;
        // A word alone means this here and that there.
        const bool word = count_words(base::wording(r.source.text)) < 2;
        out.push_back(
            make(CheckRule::Inconsistent, word ? Severity::Note : Severity::Warning, r, *usual,
                 message("{1} is translated as {2}, elsewhere as {3}", quoted(r.source.text),
                         quoted(r.target.text), quoted(usual->target.text))));
      }
    }
  }

  void add_same_target(std::vector<Finding>& out) const {
    for (const auto& [by, group] : by_target) {
      for (std::size_t i = 1; i < group.size(); ++i) {
        if (!far_apart(group[i].key, group[0].key) || !far_apart(group[0].key, group[i].key)) {
          continue;
        }
        out.push_back(
            make(CheckRule::SameTarget, Severity::Note, group[i], group[0],
                 message("{1} translates {2}, elsewhere {3}", quoted(group[i].target.text),
                         quoted(group[i].source.text), quoted(group[0].source.text))));
      }
    }
  }

  CheckOptions options;
  RuleSet rules;
  std::size_t units = 0;
  Groups by_source;
  Groups by_target;
};

ConsistencyChecker::ConsistencyChecker(CheckOptions options)
    : impl_(std::make_unique<Impl>(std::move(options))) {}
ConsistencyChecker::~ConsistencyChecker() = default;
ConsistencyChecker::ConsistencyChecker(ConsistencyChecker&&) noexcept = default;
ConsistencyChecker& ConsistencyChecker::operator=(ConsistencyChecker&&) noexcept = default;

void ConsistencyChecker::add(const TranslationUnit& unit) {
  // Short texts have few words to be told apart by: "Yes" and "OK" may well have one translation.
  constexpr std::size_t fewest_words = 4;
  Impl& impl = *impl_;
  const std::size_t number = impl.units++;
  const Variant* source = source_of(unit, impl.options);
  if (source == nullptr) return;
  const std::string source_key = base::wording(source->text);
  if (source_key.empty()) return;
  for (const Target& target : targets_of(unit, *source, impl.options)) {
    if (target.variant == nullptr) continue;
    const std::string target_key = base::wording(target.variant->text);
    if (target_key.empty()) continue;
    const std::string languages = std::string(source->language.primary()) + ' ' +
                                  std::string(target.variant->language.primary()) + ' ';
    if (impl.rules.has(CheckRule::Inconsistent)) {
      Impl::remember(impl.by_source, languages, source_key, target_key, *source, *target.variant,
                     number);
    }
    if (impl.rules.has(CheckRule::SameTarget) && count_words(target_key) >= fewest_words) {
      Impl::remember(impl.by_target, languages, target_key, source_key, *source, *target.variant,
                     number);
    }
  }
}

std::vector<Finding> ConsistencyChecker::findings() const {
  std::vector<Finding> out;
  impl_->add_inconsistent(out);
  impl_->add_same_target(out);
  std::ranges::sort(out, {}, [](const Finding& f) {
    return std::tuple(f.unit, f.rule, f.languages.target, f.other_unit);
  });
  return out;
}

}  // namespace trujaman::inline v0
