#include "memory/text_key.hpp"

#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::memory {
namespace {

void append_code_points(std::u32string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) out += base::next_code_point(text, i);
}

}  // namespace

TextKey make_key(std::string_view text) {
  TextKey key;
  std::vector<Word> marks;
  for (const base::Token& token : base::tokenize(text)) {
    const std::string_view part = text.substr(token.span.begin, token.span.size());
    if (token.kind == base::TokenKind::Number) {
      key.words.push_back({std::string(kNumberKey), token.span, true});
      continue;
    }
    std::string folded = base::fold(part);
    if (token.kind == base::TokenKind::Punctuation) {
      append_code_points(key.marks, part);
      append_code_points(key.folded_marks, folded);
      marks.push_back({std::move(folded), token.span, false});
    } else if (!folded.empty()) {
      key.words.push_back({std::move(folded), token.span, false});
    }
  }
  if (key.words.empty()) {
    key.words = std::move(marks);
    key.marks.clear();
    key.folded_marks.clear();
  }
  return key;
}

void visit_words(std::string_view text,
                 const std::function<void(std::string_view key, bool number)>& visit) {
  thread_local std::vector<base::Token> tokens;
  thread_local std::string key;
  base::tokenize(text, tokens);
  const auto visit_kind = [&](bool marks) {
    bool any = false;
    for (const base::Token& token : tokens) {
      if ((token.kind == base::TokenKind::Punctuation) != marks) continue;
      base::fold(text.substr(token.span.begin, token.span.size()), key);
      if (key.empty()) continue;
      any = true;
      visit(key, token.kind == base::TokenKind::Number);
    }
    return any;
  };
  if (!visit_kind(false)) visit_kind(true);
}

std::vector<IndexedWord> indexed_words(std::string_view text) {
  std::vector<IndexedWord> out;
  for (const base::Token& token : base::tokenize(text)) {
    if (token.kind == base::TokenKind::Punctuation) continue;
    std::string key = base::fold(text.substr(token.span.begin, token.span.size()));
    if (!key.empty()) out.push_back({std::move(key), token.span});
  }
  return out;
}

}  // namespace trujaman::memory
