#include <algorithm>
#include <initializer_list>
#include <utility>

#include "extract/word_class.hpp"

namespace trujaman::extract {

bool ends_like_infinitive(Grammar grammar, std::string_view folded) noexcept {
  if (folded.size() < 4) return false;
  if (grammar == Grammar::Spanish) {
    for (const std::string_view pronoun : {"se", "los", "las", "lo", "la", "les", "le"}) {
      if (folded.size() > pronoun.size() + 3 && folded.ends_with(pronoun) &&
          ends_like_infinitive(grammar, folded.substr(0, folded.size() - pronoun.size())) &&
          folded[folded.size() - pronoun.size() - 1] == 'r') {
        return true;
      }
    }
    return folded.ends_with("ar") || folded.ends_with("er") || folded.ends_with("ir");
  }
  if (grammar == Grammar::French) {
    return folded.ends_with("er") || folded.ends_with("ir") || folded.ends_with("dre") ||
           folded.ends_with("tre") || folded.ends_with("ire") || folded.ends_with("vre");
  }
  return false;
}

bool ends_like_participle(Grammar grammar, std::string_view lower) noexcept {
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) {
      return lower.size() > e.size() + 2 && lower.ends_with(e);
    });
  };
  switch (grammar) {
    case Grammar::Spanish:
      return ends({"ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"});
    case Grammar::English:
      return ends({"ed"});
    case Grammar::French:
      return ends({"é", "ée", "és", "ées"});
    case Grammar::Other:
      break;
  }
  return false;
}

bool ends_like_adverb(Grammar grammar, std::string_view folded) noexcept {
  switch (grammar) {
    case Grammar::Spanish:
      return folded.size() > 7 &&
             (folded.ends_with("mente") || folded.ends_with("iendo") || folded.ends_with("ando"));
    case Grammar::English:
      return folded.size() > 5 && folded.ends_with("ly") && !folded.ends_with("ily");
    case Grammar::French:
      return folded.size() > 8 && (folded.ends_with("ellement") || folded.ends_with("alement") ||
                                   folded.ends_with("iquement") || folded.ends_with("ivement"));
    case Grammar::Other:
      break;
  }
  return false;
}

std::string_view without_plural(Grammar grammar, std::string_view folded,
                                char (&buffer)[64]) noexcept {
  const auto cut = [&](std::size_t n) { return folded.substr(0, folded.size() - n); };
  const auto with = [&](std::size_t n, std::string_view ending) {
    const std::string_view stem = cut(n);
    if (stem.size() + ending.size() > sizeof buffer) return folded;
    std::copy(ending.begin(), ending.end(), std::copy(stem.begin(), stem.end(), buffer));
    return std::string_view(buffer, stem.size() + ending.size());
  };
  if (folded.size() <= 3) return folded;
  switch (grammar) {
    case Grammar::Spanish: {
      if (folded.ends_with("ces")) return with(3, "z");
      std::string_view stem = folded;
      if (folded.ends_with("es")) {
        stem = cut(2);
      } else if (folded.ends_with('s') && !folded.ends_with("is") && !folded.ends_with("us")) {
        stem = cut(1);
      } else if (folded.ends_with('e')) {
        stem = cut(1);
      }
      return stem;
    }
    case Grammar::English: {
      constexpr std::pair<std::string_view, std::string_view> kIrregular[] = {
          {"women", "woman"}, {"men", "man"}, {"children", "child"}, {"criteria", "criterion"}};
      for (const auto& [plural, singular] : kIrregular) {
        if (folded == plural) return singular;
      }
      if (folded.size() > 4 && folded.ends_with("ies")) return with(3, "y");
      for (const std::string_view ending : {"sses", "xes", "ches", "shes"}) {
        if (folded.ends_with(ending)) return cut(2);
      }
      if (folded.ends_with('s') && !folded.ends_with("ss") && !folded.ends_with("us") &&
          !folded.ends_with("is")) {
        return cut(1);
      }
      return folded;
    }
    case Grammar::French:
      if (folded.size() > 4 && folded.ends_with("aux")) return with(3, "al");
      if (folded.ends_with("x") || (folded.ends_with('s') && !folded.ends_with("ss")))
        return cut(1);
      return folded;
    case Grammar::Other:
      break;
  }
  return folded;
}

}  // namespace trujaman::extract
