/// The tokenizer of the full-text index; see indexed_words.
#include <sqlite3.h>

#include "memory/schema.hpp"
#include "memory/text_key.hpp"

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

/// Texts are valid UTF-8: read and exchange saw to it, and queries are checked before.
int tokenize_text(Fts5Tokenizer* /*tokenizer*/, void* context, int /*flags*/, const char* bytes,
                  int size, int (*give)(void*, int, const char*, int, int, int)) try {
  const std::string_view text(bytes, static_cast<std::size_t>(size));
  for (const IndexedWord& word : indexed_words(text)) {
    const int code = give(context, 0, word.key.data(), static_cast<int>(word.key.size()),
                          static_cast<int>(word.span.begin), static_cast<int>(word.span.end));
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
