/// @file
/// Units and memories for the tests.
#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

#include <trujaman/memory.hpp>

namespace test {

inline trujaman::Variant variant(const std::string& language, const std::string& text) {
  trujaman::Variant v;
  v.language = trujaman::LanguageTag(language);
  v.text = text;
  return v;
}

inline trujaman::TranslationUnit unit(const std::string& es, const std::string& en) {
  trujaman::TranslationUnit u;
  u.variants = {variant("es", es), variant("en", en)};
  return u;
}

/// The unit as bead @p position of a report.
inline trujaman::TranslationUnit unit_at(std::size_t position, const std::string& es,
                                         const std::string& en) {
  trujaman::TranslationUnit u = unit(es, en);
  u.occurrences.push_back({"informe.es.md", position});
  return u;
}

inline const trujaman::LanguagePair kSpanishEnglish{trujaman::LanguageTag("es"),
                                                    trujaman::LanguageTag("en")};

/// A name in the temporary folder; the file and what SQLite puts beside it go with this object.
class TemporaryPath {
 public:
  TemporaryPath() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("trujaman-test-" + std::to_string(getpid()) + "-" + std::to_string(count++) + ".tm");
    clear();
  }
  ~TemporaryPath() { clear(); }
  TemporaryPath(const TemporaryPath&) = delete;
  TemporaryPath& operator=(const TemporaryPath&) = delete;
  [[nodiscard]] const std::filesystem::path& get() const { return path_; }

 private:
  void clear() const {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
      std::filesystem::remove(path_.string() + ending);
    }
  }
  std::filesystem::path path_;
};

}  // namespace test
