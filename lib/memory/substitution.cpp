#include "memory/substitution.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/token.hpp"
#include "base/unicode.hpp"
#include "memory/similarity.hpp"

namespace trujaman::memory {
namespace {

/// How numbers are written. Empty: not known.
struct NumberForm {
  std::string group;
  std::string decimal;
};

struct Number {
  TextSpan span;
  std::string text;
  std::string value;  ///< base::number_value
};

std::vector<Number> numbers_of(std::string_view text) {
  std::vector<Number> out;
  for (const base::Token& token : base::tokenize(text)) {
    if (token.kind != base::TokenKind::Number) continue;
    const std::string_view number = text.substr(token.span.begin, token.span.size());
    out.push_back({token.span, std::string(number), base::number_value(number)});
  }
  return out;
}

std::size_t decimals_of(std::string_view value) {
  const std::size_t point = value.find('.');
  return point == std::string_view::npos ? 0 : value.size() - point - 1;
}

/// The separators of a number, of which @p decimals digits are decimals.
NumberForm form_of(std::string_view number, std::size_t decimals) {
  NumberForm form;
  std::size_t digits_left = 0;
  for (std::size_t i = 0; i < number.size();) {
    if (base::is_digit(base::next_code_point(number, i))) ++digits_left;
  }
  for (std::size_t i = 0; i < number.size();) {
    const std::size_t begin = i;
    if (base::is_digit(base::next_code_point(number, i))) {
      --digits_left;
    } else {
      (digits_left == decimals && decimals > 0 ? form.decimal : form.group) =
          number.substr(begin, i - begin);
    }
  }
  return form;
}

/// What a language's institutions use: CLDR's separators; a no-break space where it has a space.
NumberForm usual_form(const LanguageTag& language) {
  if (language.primary() == "en") return {",", "."};
  if (language.primary() == "es") return {".", ","};
  if (language.primary() == "fr") return {"\u202F", ","};
  return {};
}

bool is_plain(std::string_view number) {
  return std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// @p wanted as it is written where @p old stands in the place of @p old_source; nothing when that
/// cannot be told.
std::optional<std::string> rewrite(const Number& wanted, const Number& old_source,
                                   const Number& old, const LanguageTag& language) {
  if (is_plain(wanted.text) && is_plain(old.text)) return wanted.text;
  if (!is_plain(old.text) && old.text == old_source.text) return wanted.text;  // the same form
  const std::size_t decimals = decimals_of(wanted.value);
  const NumberForm given = form_of(wanted.text, decimals);
  const NumberForm old_form = form_of(old.text, decimals_of(old.value));
  const NumberForm usual = usual_form(language);
  NumberForm form{old_form.group.empty() ? usual.group : old_form.group,
                  old_form.decimal.empty() ? usual.decimal : old_form.decimal};
  if (form.group == form.decimal) form = usual;
  const bool grouped = !given.group.empty() || !old_form.group.empty();
  if (!given.group.empty() && form.group.empty()) return std::nullopt;
  if (decimals > 0 && form.decimal.empty()) return std::nullopt;
  const std::string digits = wanted.value.substr(0, wanted.value.find('.'));
  std::string out;
  for (std::size_t k = 0; k < digits.size(); ++k) {
    if (k > 0 && (digits.size() - k) % 3 == 0 && grouped) out += form.group;
    out += digits[k];
  }
  if (decimals > 0) out += form.decimal + wanted.value.substr(digits.size() + 1);
  return out;
}

/// What each differing number of @p source becomes, by value; nothing when one is to become two, or
/// to stay as well as change.
std::optional<std::map<std::string, Number>> changes(const KeyedText& text,
                                                     const KeyedText& source) {
  std::map<std::string, Number> by_value;
  for (const auto& [i, j] : matched_words(text.key, source.key)) {
    if (!text.key.words[i].number || !source.key.words[j].number) continue;
    const auto number = [](const KeyedText& of, std::size_t word) {
      const TextSpan span = of.key.words[word].span;
      const std::string written(of.text.substr(span.begin, span.size()));
      return Number{span, written, base::number_value(written)};
    };
    const Number wanted = number(text, i);
    const auto [change, is_new] = by_value.emplace(number(source, j).value, wanted);
    if (!is_new && change->second.value != wanted.value) return std::nullopt;
  }
  std::erase_if(by_value, [](const auto& change) { return change.first == change.second.value; });
  return by_value;
}

void replace(Variant& variant, TextSpan span, const std::string& replacement) {
  variant.text.replace(span.begin, span.size(), replacement);
  for (InlineCode& code : variant.codes) {
    if (code.position <= span.begin) continue;
    // A code within the number stays within the new one.
    code.position = code.position < span.end
                        ? std::min(code.position, span.begin + replacement.size())
                        : code.position - span.size() + replacement.size();
  }
}

}  // namespace

void substitute_numbers(std::string_view text, FuzzyMatch& match) {
  const bool differ =
      std::any_of(match.penalties.begin(), match.penalties.end(),
                  [](const Penalty& penalty) { return penalty.kind == Penalty::Kind::Numbers; });
  if (!differ) return;
  const KeyedText query{text, make_key(text)};
  const KeyedText source{match.source.text, make_key(match.source.text)};
  const auto by_value = changes(query, source);
  if (!by_value || by_value->empty()) return;
  const std::vector<Number> source_numbers = numbers_of(match.source.text);
  const std::vector<Number> target_numbers = numbers_of(match.target.text);
  const auto count = [](const std::vector<Number>& numbers, const std::string& value) {
    return std::count_if(numbers.begin(), numbers.end(),
                         [&](const Number& n) { return n.value == value; });
  };
  Variant target = match.target;
  for (auto old = target_numbers.rbegin(); old != target_numbers.rend(); ++old) {
    const auto change = by_value->find(old->value);
    if (change == by_value->end()) continue;
    const auto old_source = std::find_if(source_numbers.begin(), source_numbers.end(),
                                         [&](const Number& n) { return n.value == old->value; });
    const auto written = rewrite(change->second, *old_source, *old, target.language);
    if (!written) return;
    replace(target, old->span, *written);
  }
  for (const auto& [value, wanted] : *by_value) {
    if (count(source_numbers, value) != count(target_numbers, value)) return;
  }
  match.target = std::move(target);
  match.substituted = true;
}

}  // namespace trujaman::memory
