#include "extract/corpus.hpp"

#include <utility>

#include "base/unicode.hpp"

namespace trujaman::extract {
namespace {

std::uint64_t key_of(std::string_view text) {
  std::uint64_t key = 0xCBF29CE484222325U;  // FNV-1a
  for (const char c : text) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return key;
}

bool is_hyphen(std::string_view mark) noexcept {
  return mark == "-" || mark == "\u2010" || mark == "\u2011";
}

bool is_apostrophe(std::string_view mark) noexcept {
  return mark == "'" || mark == "\u2019";
}

bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  return base::is_upper(base::next_code_point(word, at));
}

/// At least two letters, all of them capitals, but perhaps for a plural s: ODS, SDGs, H1N1.
bool looks_like_acronym(std::string_view word) {
  if (word.size() > 2 && word.ends_with('s')) word.remove_suffix(1);
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = base::next_code_point(word, at);
    if (base::is_lower(c)) return false;
    capitals += base::is_upper(c) ? 1 : 0;
  }
  return capitals >= 2;
}

/// Calls @p visit with what stands between hyphens.
template <typename Visit>
void for_each_part(std::string_view word, const Visit& visit) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t here = at;
    const char32_t c = base::next_code_point(word, at);
    if (c != U'-' && c != U'\u2010' && c != U'\u2011') continue;
    visit(word.substr(begin, here - begin));
    begin = at;
  }
  visit(word.substr(begin));
}

}  // namespace

Corpus::Corpus(const LanguageTag& language) : grammar_(grammar_of(language)) {}

FormId Corpus::intern(std::string_view raw, bool is_number) {
  const bool acronym = !is_number && looks_like_acronym(raw);
  std::string text = acronym ? std::string(raw) : base::to_lower(raw);
  const auto [it, fresh] = ids_.try_emplace(text, static_cast<FormId>(forms_.size()));
  if (!fresh) return it->second;
  Form form;
  form.acronym = acronym;
  form.word_class = is_number ? WordClass::Number
                    : acronym ? WordClass::Content
                              : word_class(grammar_, text);
  std::string_view bare = text;
  for (const std::string_view s : {"'s", "\u2019s", "'", "\u2019"}) {
    if (grammar_ == Grammar::English && bare.ends_with(s)) bare.remove_suffix(s.size());
  }
  char buffer[64];
  if (is_number || acronym) {
    if (acronym && bare.ends_with('s')) bare.remove_suffix(1);
    form.parts.push_back(key_of(bare));
  } else if (form.word_class != WordClass::Content) {
    form.parts.push_back(key_of(base::fold(uncontracted(grammar_, text))));
  } else {
    for_each_part(bare, [&](std::string_view part) {
      const std::string folded = base::fold(part);
      form.stem = without_plural(grammar_, folded, buffer);
      form.parts.push_back(key_of(form.stem));
    });
    const std::string folded = base::fold(bare);
    form.infinitive = ends_like_infinitive(grammar_, folded);
    form.participle = ends_like_participle(grammar_, text);
    form.adverb = ends_like_adverb(grammar_, folded);
  }
  form.text = std::move(text);
  forms_.push_back(std::move(form));
  return it->second;
}

void Corpus::add(std::string_view text) {
  base::tokenize(text, tokens_);
  const auto raw = [&](std::size_t t) {
    return text.substr(tokens_[t].span.begin, tokens_[t].span.size());
  };
  const auto touching = [&](std::size_t t) {
    return t + 1 < tokens_.size() && tokens_[t].span.end == tokens_[t + 1].span.begin;
  };
  bool after_break = true;
  for (std::size_t t = 0; t < tokens_.size(); ++t) {
    if (tokens_[t].kind == base::TokenKind::Punctuation) {
      // An elided article or preposition belongs to what follows.
      const bool elided = is_apostrophe(raw(t)) && t > 0 && touching(t - 1);
      after_break = after_break || !elided;
      continue;
    }
    Word word;
    word.begin = static_cast<std::uint32_t>(tokens_[t].span.begin);
    word.after_break = std::exchange(after_break, false);
    bool is_number = tokens_[t].kind == base::TokenKind::Number;
    while (touching(t) && t + 2 < tokens_.size() && touching(t + 1) &&
           tokens_[t + 2].kind != base::TokenKind::Punctuation && is_hyphen(raw(t + 1))) {
      t += 2;
      is_number = is_number && tokens_[t].kind == base::TokenKind::Number;
    }
    if (grammar_ == Grammar::English && touching(t) && is_apostrophe(raw(t + 1))) {
      if (touching(t + 1) && raw(t + 2) == "s") {
        t += 2;
      } else if (raw(t).ends_with('s')) {
        t += 1;  // boys' schools; or the end of a quotation, which then is no break
      }
    }
    word.end = static_cast<std::uint32_t>(tokens_[t].span.end);
    const std::string_view whole = text.substr(word.begin, word.end - word.begin);
    word.form = intern(whole, is_number);
    word.capital = begins_with_capital(whole);
    words_.push_back(word);
  }
  const std::size_t first = starts_.back();
  starts_.push_back(words_.size());
  for (std::size_t w = first; w < words_.size(); ++w) {
    Form& form = forms_[words_[w].form];
    ++form.count;
    if (!words_[w].after_break) {
      ++form.inner;
      form.capitals += words_[w].capital ? 1 : 0;
    }
    const auto class_at = [&](std::size_t at) {
      return static_cast<std::size_t>(forms_[words_[at].form].word_class);
    };
    ++form.left[words_[w].after_break ? kBreak : class_at(w - 1)];
    const bool last = w + 1 == words_.size() || words_[w + 1].after_break;
    ++form.right[last ? kBreak : class_at(w + 1)];
    const auto text_at = [&](std::size_t at) {
      return std::string_view(forms_[words_[at].form].text);
    };
    if (!words_[w].after_break && is_adverbial_preposition(grammar_, text_at(w - 1))) {
      ++form.after_adverbial;
    }
    if (!last && is_complement_preposition(grammar_, text_at(w + 1))) ++form.before_complement;
  }
}

}  // namespace trujaman::extract
