/// Messages: languages and what they fall back to, placeholders, plural forms, catalogues of a
/// program's own.
#include <atomic>
#include <locale>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

using namespace trujaman;

namespace {

void append_number(std::string& bytes, std::size_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    bytes += static_cast<char>(number >> shift & 0xFFU);
  }
}

/// A .mo file without a hash table, ids sorted: magic, version, count, two tables, no hashes.
std::string mo_file(std::vector<std::pair<std::string, std::string>> messages,
                    const std::string& plural = "n != 1", const std::string& charset = "UTF-8") {
  messages.insert(messages.begin(),
                  {"", "Content-Type: text/plain; charset=" + charset +
                           "\nPlural-Forms: nplurals=2; plural=(" + plural + ");\n"});
  const std::size_t count = messages.size();
  std::string tables;
  std::string texts;
  const auto append = [&](const std::string& text) {
    append_number(tables, text.size());
    append_number(tables, 28 + count * 16 + texts.size());
    texts += text + '\0';
  };
  for (const auto& [id, text] : messages) append(id);
  for (const auto& [id, text] : messages) append(text);
  std::string bytes;
  for (const std::size_t number : {std::size_t{0x950412DE}, std::size_t{0}, count, std::size_t{28},
                                   28 + count * 8, std::size_t{0}, 28 + count * 16}) {
    append_number(bytes, number);
  }
  return bytes + tables + texts;
}

std::string with_zero(const std::string& one, const std::string& many) {
  return one + '\0' + many;
}

/// Speaks English again when a test is over.
struct English {
  English() = default;
  English(const English&) = delete;
  English& operator=(const English&) = delete;
  ~English() { set_message_language(LanguageTag("en")); }
};

constexpr const char* kNoTag = "\"{1}\" is not a language tag; use one like es, en or fr-CA";

}  // namespace

TEST_CASE("messages are English until another language is asked for", "[base]") {
  CHECK(message_language().str() == "en");
  CHECK(message(kNoTag, "no tag") ==
        "\"no tag\" is not a language tag; use one like es, en or fr-CA");
}

TEST_CASE("the library speaks Spanish and French", "[base]") {
  const English after;
  const auto said = [](const char* language) -> std::string {
    set_message_language(LanguageTag(language));
    try {
      static_cast<void>(LanguageTag("no tag"));
    } catch (const Error& e) {
      return e.what();
    }
    return "";
  };
  CHECK(said("es") == "«no tag» no es una etiqueta de idioma; utilizar una como es, en o fr-CA");
  CHECK(
      said("fr") ==
      "«\u00A0no tag\u00A0» n’est pas une étiquette de langue\u00A0; en utiliser une comme es, en "
      "ou fr-CA");
  CHECK(said("en") == "\"no tag\" is not a language tag; use one like es, en or fr-CA");
}

TEST_CASE("a region falls back to its language, an unknown language to English", "[base]") {
  const English after;
  set_message_language(LanguageTag("es-MX"));
  CHECK(message_language().str() == "es");
  set_message_language(LanguageTag("fr-Latn-CA"));
  CHECK(message_language().str() == "fr");
  set_message_language(LanguageTag("gn"));
  CHECK(message_language().str() == "en");
  CHECK(message("no catalogue has {1}", "this") == "no catalogue has this");
  set_message_language(LanguageTag());
  CHECK(message_language().str() == "en");
}

TEST_CASE("arguments stand where their numbers are", "[base]") {
  CHECK(message("{2} before {1}, {1} after {2}", "a", std::string("b")) == "b before a, a after b");
  CHECK(message("{1} of {2}", 3, std::size_t{12}) == "3 of 12");
  CHECK(message("an argument that is like a place: {1}", "{1}") ==
        "an argument that is like a place: {1}");
  SECTION("other braces, and numbers without an argument, are text") {
    CHECK(message("{\"file\",{1}} {} {a} {3} {1", "x") == "{\"file\",x} {} {a} {3} {1");
    CHECK(message("{1}") == "{1}");
    CHECK(message("") == "");
  }
}

TEST_CASE("a message that counts takes the form of its number", "[base]") {
  const English after;
  CHECK(counted("{1} unit", "{1} units", 0) == "0 units");
  CHECK(counted("{1} unit", "{1} units", 1) == "1 unit");
  CHECK(counted("{1} unit of {2}", "{1} units of {2}", 2, "es") == "2 units of es");
  // French has the singular for none, too; languages may have more forms than two.
  add_message_catalogue(
      LanguageTag("fr-CH"),
      mo_file({{with_zero("{1} horse", "{1} horses"), with_zero("{1} cheval", "{1} chevaux")}},
              "n > 1"));
  set_message_language(LanguageTag("fr-CH"));
  CHECK(counted("{1} horse", "{1} horses", 0) == "0 cheval");
  CHECK(counted("{1} horse", "{1} horses", 1) == "1 cheval");
  CHECK(counted("{1} horse", "{1} horses", 5'000'000'001) == "5000000001 chevaux");
  CHECK(counted("{1} mule", "{1} mules", 2) == "2 mules");
}

TEST_CASE("a program adds catalogues of its own", "[base]") {
  const English after;
  const LanguageTag guarani("gn-PY");
  add_message_catalogue(guarani, mo_file({{"language", "ñe’ẽ"}, {"word", "ñe’ẽ mboja"}}));
  set_message_language(guarani);
  CHECK(message_language() == guarani);
  CHECK(message("language") == "ñe’ẽ");

  SECTION("the one added later comes first, message by message") {
    add_message_catalogue(guarani, mo_file({{"word", "ñe’ẽpehẽ"}}));
    CHECK(message("word") == "ñe’ẽpehẽ");
    CHECK(message("language") == "ñe’ẽ");
  }
  SECTION("a region's comes before that of its language, which still serves") {
    add_message_catalogue(LanguageTag("es-PY"), mo_file({{"language", "lengua"}}));
    set_message_language(LanguageTag("es-PY"));
    CHECK(message_language().str() == "es-PY");
    CHECK(message("language") == "lengua");
    CHECK_THAT(message(kNoTag, "x"), Catch::StartsWith("«x» no es una etiqueta"));
  }
  SECTION("other encodings become UTF-8") {
    add_message_catalogue(LanguageTag("de"),
                          mo_file({{"number", "Zahlw\xF6rter"}}, "n != 1", "ISO-8859-1"));
    set_message_language(LanguageTag("de"));
    CHECK(message("number") == "Zahlwörter");
  }
  SECTION("the empty message is none") {
    CHECK(message("") == "");
  }
}

TEST_CASE("what is no catalogue is refused, and changes nothing", "[base]") {
  const English after;
  const std::string good = mo_file({{"language", "lenga"}});
  const LanguageTag occitan("oc");
  for (std::string bad :
       {std::string(), std::string("msgid \"language\""), good.substr(0, 20),
        good.substr(0, good.size() - 1), good.substr(0, 28) + std::string(32, '\xFF')}) {
    CHECK_THROWS_AS(add_message_catalogue(occitan, bad), Error);
  }
  CHECK_THROWS_AS(add_message_catalogue(occitan, mo_file({}, "n != 1", "no-such-charset")), Error);
  set_message_language(occitan);
  CHECK(message_language().str() == "en");
  add_message_catalogue(occitan, good);
  CHECK(message("language") == "lenga");
}

TEST_CASE("the global locale stays as it is", "[base]") {
  const English after;
  const std::locale before;
  set_message_language(LanguageTag("fr"));
  static_cast<void>(message(kNoTag, "x"));
  CHECK(std::locale() == before);
}

TEST_CASE("threads may speak while another changes the language", "[base]") {
  const English after;
  std::atomic<bool> stop = false;
  std::atomic<int> strange = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      while (!stop) {
        const std::string said = message(kNoTag, "x");
        if (!said.starts_with("\"x\" is") && !said.starts_with("«x» no") &&
            !said.starts_with("«\u00A0x\u00A0» n")) {
          ++strange;
        }
      }
    });
  }
  for (int i = 0; i < 300; ++i) {
    set_message_language(LanguageTag(std::vector{"es", "fr", "en"}[static_cast<unsigned>(i) % 3]));
    if (i % 100 == 0) add_message_catalogue(LanguageTag("es"), mo_file({{"x", "equis"}}));
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  CHECK(strange == 0);
}
