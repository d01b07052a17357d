#include "align/side.hpp"

#include <algorithm>
#include <cmath>

#include "base/stem.hpp"
#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::align {
namespace {

/// Stems are computed once a type: texts repeat their words.
class StemCache {
 public:
  StemCache(const LanguageTag& language, Vocabulary& vocabulary)
      : stemmer_(language), vocabulary_(&vocabulary) {}

  TypeId operator()(std::string_view word) {
    const auto [it, fresh] = ids_.try_emplace(std::string(word), 0);
    if (fresh) it->second = vocabulary_->intern(stemmer_.stem(word));
    return it->second;
  }

 private:
  base::Stemmer stemmer_;
  Vocabulary* vocabulary_;
  std::unordered_map<std::string, TypeId> ids_;
};

/// Marks that authors use freely and translators change freely say nothing.
bool is_telling_symbol(std::string_view folded) {
  return !folded.empty() && folded.find_first_of(".,;-'") == std::string_view::npos;
}

Edge edge_of(char32_t c) {
  switch (c) {
    case U'?':
    case U'¿':
      return Edge::Question;
    case U'!':
    case U'¡':
      return Edge::Exclamation;
    case U':':
      return Edge::Colon;
    case U';':
      return Edge::Semicolon;
    case U',':
      return Edge::Comma;
    case U'.':
      return Edge::Stop;
    case U'…':
      return Edge::Ellipsis;
    case U'(':
    case U')':
    case U'[':
    case U']':
      return Edge::Bracket;
    default:
      break;
  }
  if (base::is_digit(c)) return Edge::Digit;
  if (base::is_lower(c)) return Edge::Lower;
  if (base::is_letter(c)) return Edge::Plain;
  std::string key;
  base::append_folded(key, c);
  if (key == "\"" || key == "'") return Edge::Quote;
  return key == "-" || c == U'•' || c == U'*' ? Edge::Dash : Edge::Plain;
}

Edge start_of(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const char32_t c = base::next_code_point(text, i);
    if (!base::is_space(c)) return edge_of(c);
  }
  return Edge::Nothing;
}

/// Quotes and brackets after the final mark are looked through: «…?» ends as a question.
Edge end_of(std::string_view text) {
  std::size_t i = text.size();
  Edge outer = Edge::Nothing;
  while (i > 0) {
    const char32_t c = base::previous_code_point(text, i);
    if (base::is_space(c)) continue;
    Edge edge = edge_of(c);
    if (edge == Edge::Lower) edge = Edge::Plain;
    if (edge == Edge::Quote || edge == Edge::Bracket) {
      outer = edge;
      continue;
    }
    const bool mark = edge == Edge::Question || edge == Edge::Exclamation || edge == Edge::Stop ||
                      edge == Edge::Ellipsis || outer == Edge::Nothing;
    return mark ? edge : outer;
  }
  return outer;
}

SegmentView view_segment(std::string_view text, StemCache& stems, Vocabulary& shared,
                         std::vector<base::Token>& tokens) {
  SegmentView view;
  base::tokenize(text, tokens);
  for (const base::Token& token : tokens) {
    const std::string_view raw = text.substr(token.span.begin, token.span.size());
    view.length += static_cast<std::uint32_t>(base::count_code_points(raw));
    switch (token.kind) {
      case base::TokenKind::Word:
        view.words.push_back(stems(raw));
        break;
      case base::TokenKind::Number:
        view.numbers.push_back(shared.intern(base::number_value(raw)));
        break;
      case base::TokenKind::Punctuation: {
        const std::string folded = base::fold(raw);
        if (is_telling_symbol(folded)) view.symbols.push_back(shared.intern(folded));
        break;
      }
    }
  }
  std::sort(view.numbers.begin(), view.numbers.end());
  std::sort(view.symbols.begin(), view.symbols.end());
  view.start = start_of(text);
  view.end = end_of(text);
  return view;
}

void count_repeats(const SegmentedDocument& document, Side& side) {
  std::unordered_map<std::string_view, std::uint32_t> seen;
  for (std::size_t i = 0; i < document.size(); ++i) ++seen[document.text(i)];
  for (std::size_t i = 0; i < document.size(); ++i) {
    side.segments[i].repeats = seen[document.text(i)] - 1;
  }
}

void measure(Side& side) {
  side.word_counts.assign(side.vocabulary.size(), 0);
  side.start_share.assign(kEdgeCount, 0.5);  // half an observation each: no share is zero
  side.end_share.assign(kEdgeCount, 0.5);
  double sum = 0.0;
  double squares = 0.0;
  std::size_t with_text = 0;
  for (const SegmentView& s : side.segments) {
    for (const TypeId w : s.words) ++side.word_counts[w];
    side.words += s.words.size();
    side.start_share[static_cast<std::size_t>(s.start)] += 1.0;
    side.end_share[static_cast<std::size_t>(s.end)] += 1.0;
    if (s.length == 0) continue;
    const double log_length = std::log(s.length);
    sum += log_length;
    squares += log_length * log_length;
    ++with_text;
  }
  const double observations = static_cast<double>(side.size()) + 0.5 * kEdgeCount;
  for (std::size_t e = 0; e < kEdgeCount; ++e) {
    side.start_share[e] /= observations;
    side.end_share[e] /= observations;
  }
  if (with_text < 2) return;
  const auto n = static_cast<double>(with_text);
  side.mean_log_length = sum / n;
  side.var_log_length = std::max(0.1, squares / n - side.mean_log_length * side.mean_log_length);
}

}  // namespace

TypeId Vocabulary::intern(std::string_view key) {
  if (const auto it = ids_.find(key); it != ids_.end()) return it->second;
  const auto id = static_cast<TypeId>(keys_.size());
  const auto it = ids_.emplace(std::string(key), id).first;
  keys_.push_back(&it->first);
  return id;
}

TypeId Vocabulary::find(std::string_view key) const {
  const auto it = ids_.find(key);
  return it == ids_.end() ? npos : it->second;
}

Side make_side(const SegmentedDocument& document, const LanguageTag& language, Vocabulary& shared) {
  Side side;
  StemCache stems(language, side.vocabulary);
  std::vector<base::Token> tokens;
  side.segments.reserve(document.size());
  for (std::size_t i = 0; i < document.size(); ++i) {
    side.segments.push_back(view_segment(document.text(i), stems, shared, tokens));
  }
  count_repeats(document, side);
  measure(side);
  return side;
}

}  // namespace trujaman::align
