/// The tokenizer of the full-text index: the words and numbers of base::tokenize, folded, so that
/// the index and the texts shown are taken apart in the same way.
#include <sqlite3.h>

#include "base/token.hpp"
#include "base/unicode.hpp"
#include "memory/schema.hpp"

namespace trujaman::memory {
namespace {

/// FTS5 wants an object for each tokenizer; ours has no state.
Fts5Tokenizer* const kNoState = reinterpret_cast<Fts5Tokenizer*>(1);

int create_tokenizer(void* /*context*/, const char** /*arguments*/, int /*count*/,
                     Fts5Tokenizer** out) {
  *out = kNoState;
  return SQLITE_OK;
}

void delete_tokenizer(Fts5Tokenizer* /*tokenizer*/) {}

int tokenize_text(Fts5Tokenizer* /*tokenizer*/, void* context, int /*flags*/, const char* bytes,
                  int size, int (*give)(void*, int, const char*, int, int, int)) try {
  const std::string_view text(bytes, static_cast<std::size_t>(size));
  for (const base::Token& token : base::tokenize(text)) {
    if (token.kind == base::TokenKind::Punctuation) continue;
    const std::string key = base::fold(text.substr(token.span.begin, token.span.size()));
    if (key.empty()) continue;
    const int code = give(context, 0, key.data(), static_cast<int>(key.size()),
                          static_cast<int>(token.span.begin), static_cast<int>(token.span.end));
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
} catch (...) {
  return SQLITE_NOMEM;  // nothing may be thrown through SQLite
}

fts5_api* api_of(Connection& connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) ==
      SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

void register_tokenizer(Connection& connection) {
  fts5_api* api = api_of(connection);
  fts5_tokenizer tokenizer{create_tokenizer, delete_tokenizer, tokenize_text};
  if (api == nullptr ||
      api->xCreateTokenizer(api, "trujaman", nullptr, &tokenizer, nullptr) != SQLITE_OK) {
    connection.fail(SQLITE_ERROR);
  }
}

}  // namespace trujaman::memory
