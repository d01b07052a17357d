#include <cmath>

#include <catch2/catch.hpp>

#include "units.hpp"

using namespace trujaman;
using test::kSpanishEnglish;
using test::unit;
using test::unit_at;

namespace {

struct Case {
  const char* query;
  const char* stored;
  double score;
  std::vector<Penalty::Kind> penalties;
};

std::vector<Penalty::Kind> kinds(const FuzzyMatch& match) {
  std::vector<Penalty::Kind> out;
  for (const Penalty& p : match.penalties) out.push_back(p.kind);
  return out;
}

/// A Spanish text whose codes are written into it: [b] begins bold, [/b] ends it, [x] stands alone.
Variant coded(std::string_view marked) {
  Variant out = test::variant("es", "");
  while (!marked.empty()) {
    const std::size_t end = marked[0] == '[' ? marked.find(']') + 1 : 1;
    const std::string_view part = marked.substr(0, end);
    marked.remove_prefix(end);
    if (part.size() == 1) {
      out.text += part;
      continue;
    }
    InlineCode code;
    code.position = out.text.size();
    code.kind = part == "[b]" ? CodeKind::Bpt : part == "[/b]" ? CodeKind::Ept : CodeKind::Ph;
    code.pair = code.kind == CodeKind::Ph ? 0 : 1;
    code.native = part;
    out.codes.push_back(code);
  }
  return out;
}

Memory memory_of(std::initializer_list<TranslationUnit> units) {
  Memory memory = Memory::in_memory();
  memory.add(std::vector<TranslationUnit>(units));
  return memory;
}

}  // namespace

TEST_CASE("what differs between a text and a unit decides its score", "[memory]") {
  using Kind = Penalty::Kind;
  const Case cases[] = {
      {"No dejar a nadie atrás.", "No dejar a nadie atrás.", 100, {}},
      // White space, and how a language writes a number, are no difference.
      {"No dejar  a nadie\u00A0atrás.", "No dejar a nadie atrás.", 100, {}},
      {"Unos 1.000,5 millones", "Unos 1,000.5 millones", 100, {}},
      {"Près de 12 500 réfugiés", "Près de 12.500 réfugiés", 100, {}},
      // Case and accents: a point each, however many words have them.
      {"NO DEJAR A NADIE ATRÁS.", "No dejar a nadie atrás.", 99, {Kind::Case}},
      {"Objectifs De Développement Durable",
       "Objectifs de développement durable",
       99,
       {Kind::Case}},
      {"No dejar a nadie atras.", "No dejar a nadie atrás.", 99, {Kind::Accents}},
      {"EGALITE DES SEXES", "Égalité des sexes", 98, {Kind::Case, Kind::Accents}},
      // Punctuation: a point a mark, three at most; one when only its form differs.
      {"No dejar a nadie atrás", "No dejar a nadie atrás.", 99, {Kind::Punctuation}},
      {"¿No dejar a nadie atrás?", "No dejar a nadie atrás.", 98, {Kind::Punctuation}},
      {"(Agua), (tierra), (aire)", "Agua tierra aire", 97, {Kind::Punctuation}},
      {"El «Foro» sobre migración", "El “Foro” sobre migración", 99, {Kind::Punctuation}},
      {"El «Foro» sobre migración", "El \"Foro\" sobre migración", 99, {Kind::Punctuation}},
      {"El “Foro” sobre migración", "El \"Foro\" sobre migración", 99, {Kind::Punctuation}},
      {"El «Foro» sobre migración", "El «Foro» sobre migración", 100, {}},
      {"l'accès à la santé", "l’accès à la santé", 99, {Kind::Punctuation}},
      {"the children's rights", "the children’s rights", 99, {Kind::Punctuation}},
      // Numbers: a point for each of another value, five at most; dates and symbols have them, too.
      {"El 70 % en 2021", "El 46 % en 2023", 98, {Kind::Numbers}},
      {"Unos 1.000,5 millones", "Unos 1.000 millones", 99, {Kind::Numbers}},
      {"1 2 3 4 5 6 y 7", "7 6 5 3 2 1 y 0", 95, {Kind::Numbers}},
      {"Resolución A/RES/73/195", "Resolución A/RES/70/1", 98, {Kind::Numbers}},
      {"Resolución A/RES/73/195", "Resolución A/RES/73/195", 100, {}},
      {"véase A/HRC/35/25", "véase A/RES/35/25", 80, {}},
      {"New York, 19 September 2016", "New York, 10 December 2018", 80 - 2, {Kind::Numbers}},
      {"El 14 de mayo de 2024", "El 16 de junio de 2024", 100.0 * 5 / 6 - 1, {Kind::Numbers}},
      {"Le 3 mars 2024", "Le 3 mars 2024", 100, {}},
      {"El 03/05/2024", "El 3/5/2024", 98, {Kind::Numbers}},
      // Words: one more, one less, another, in another order, half of them.
      {"Los trabajadores migrantes", "Los trabajadores", 100.0 * 2 / 3, {}},
      {"Garantizar el acceso universal al agua", "Garantizar el acceso al agua", 500.0 / 6, {}},
      {"The Committee welcomes the report",
       "The Committee welcomes the third report",
       500.0 / 6,
       {}},
      {"Le Comité salue le rapport", "Le Comité accueille le rapport", 80, {}},
      {"la mujer y el niño", "el niño y la mujer", 20, {}},
      {"derechos laborales y sociales", "derechos sociales y laborales", 50, {}},
      {"uno dos tres cuatro", "uno dos cinco seis", 50, {}},
      {"Reafirmando la Declaración de Nueva York para los Refugiados y los Migrantes",
       "Reafirmando la Declaración de Nueva York aprobada por la Asamblea General",
       50,
       {}},
      // Neither words nor numbers.
      {"* * *", "* * *", 100, {}},
  };
  for (const Case& c : cases) {
    INFO(c.query << " / " << c.stored);
    const Memory memory = memory_of({unit(c.stored, "translation")});
    const auto matches = memory.lookup(c.query, kSpanishEnglish, {.min_score = 50});
    if (c.score < 50) {
      CHECK(matches.empty());
      continue;
    }
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].score == Approx(c.score));
    CHECK(kinds(matches[0]) == c.penalties);
    CHECK((matches[0].kind == MatchKind::Exact) == (c.score == 100));
    CHECK(matches[0].target.text == "translation");
  }
}

TEST_CASE("a text less alike than the threshold is no match", "[memory]") {
  const Memory memory = memory_of({unit("uno dos tres cuatro", "one two three four")});
  CHECK(memory.lookup("uno dos tres", kSpanishEnglish, {.min_score = 75}).size() == 1);
  CHECK(memory.lookup("uno dos tres", kSpanishEnglish, {.min_score = 76}).empty());
  CHECK(memory.lookup("uno", kSpanishEnglish, {.min_score = 0}).empty());  // 0 counts as 50
  CHECK(memory.lookup("uno", kSpanishEnglish, {.min_score = std::nan("")}).empty());  // that, too
  CHECK(memory.lookup("", kSpanishEnglish).empty());
}

TEST_CASE("best matches come first, and of equal ones the newest", "[memory]") {
  const Memory memory = memory_of({unit("Observaciones finales", "Final remarks"),
                                   unit("Observaciones finales", "Concluding observations"),
                                   unit("Observaciones preliminares y finales", "Remarks")});
  const auto matches = memory.lookup("Observaciones finales", kSpanishEnglish, {.min_score = 50});
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].target.text == "Concluding observations");
  CHECK(matches[1].target.text == "Final remarks");
  CHECK(matches[2].score == 50);
  CHECK(memory.lookup("Observaciones finales", kSpanishEnglish, {.limit = 1}).size() == 1);
  CHECK(memory.lookup("Observaciones finales", kSpanishEnglish, {.limit = 0}).empty());
}

TEST_CASE("of units with the same texts only the best one is listed, when asked for", "[memory]") {
  Memory memory = Memory::in_memory();
  std::vector<TranslationUnit> units;
  for (const char* id : {"a", "b", "c"}) {
    units.push_back(test::unit("Sí.", "Yes."));
    units.back().id = id;
  }
  units[1].confidence = 0.5;
  units.push_back(test::unit("Sí.", "Indeed."));
  memory.add(units);
  CHECK(memory.lookup("Sí.", kSpanishEnglish).size() == 4);
  const auto matches = memory.lookup("Sí.", kSpanishEnglish, {.limit = 2, .distinct = true});
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].target.text == "Indeed.");
  CHECK(matches[1].target.text == "Yes.");
  CHECK(matches[1].row == 3);  // the newest of those that the aligner does not doubt
}

TEST_CASE("an exact match with the same neighbours is a context match and comes first",
          "[memory]") {
  const Memory memory = memory_of(
      {unit_at(0, "Contexto", "Background"), unit_at(1, "Véase el cuadro.", "See the table."),
       unit_at(2, "Recomendaciones", "Recommendations"), unit("Véase el cuadro.", "See chart.")});
  const LookupOptions both{.previous = "contexto", .next = "Recomendaciones"};
  const auto matches = memory.lookup("Véase el cuadro.", kSpanishEnglish, both);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].kind == MatchKind::Context);
  CHECK(matches[0].target.text == "See the table.");
  CHECK(matches[1].kind == MatchKind::Exact);

  const LookupOptions wrong{.previous = "Contexto", .next = "Seguimiento"};
  CHECK(memory.lookup("Véase el cuadro.", kSpanishEnglish, wrong)[0].kind == MatchKind::Exact);
}

TEST_CASE("what another program wrote of a unit's neighbours makes a context match, too",
          "[memory]") {
  TranslationUnit alternative = unit("Presentación de informes", "Submission of reports");
  alternative.properties = {{"file", "pacto.docx"}, {"prev", "Artículo 40"}, {"next", "Párrafo 1"}};
  TranslationUnit memoq = unit("Sí.", "Yes.");
  memoq.variants[0].properties = {{"x-context-post", "<seg>Gracias &amp; adiós.</seg>"}};
  const Memory memory =
      memory_of({alternative, unit("Presentación de informes", "Reporting"), memoq});
  const auto kind = [&](const char* text, const char* previous, const char* next) {
    const auto matches = memory.lookup(text, kSpanishEnglish, {.previous = previous, .next = next});
    return std::pair(matches.at(0).target.text, matches.at(0).kind);
  };
  const auto context = MatchKind::Context;
  CHECK(kind("Presentación de informes", "ARTÍCULO 40", "Párrafo 1") ==
        std::pair(std::string("Submission of reports"), context));
  CHECK(kind("Presentación de informes", "", "Párrafo 1").second == context);
  CHECK(kind("Presentación de informes", "Artículo 40", "Párrafo 2") ==
        std::pair(std::string("Reporting"), MatchKind::Exact));
  CHECK(kind("Presentación de informes", "", "").second == MatchKind::Exact);
  // Only one side was said.
  CHECK(kind("Sí.", "¿Vienen?", "Gracias & adiós.").second == context);
  CHECK(kind("Sí.", "¿Vienen?", "").second == MatchKind::Exact);
}

TEST_CASE("the translation of another place is listed behind the one for all places", "[memory]") {
  // In OmegaT's project_save.tmx, alternative translations come last, so they are the newest.
  TranslationUnit alternative = unit("Presentación de informes", "Submission of reports");
  alternative.properties = {{"file", "pacto.docx"}, {"prev", "Artículo 40"}, {"next", "Párrafo 1"}};
  const Memory memory = memory_of({unit("Presentación de informes", "Reporting"), alternative});
  const auto texts = [&](const LookupOptions& options) {
    std::vector<std::string> out;
    for (const FuzzyMatch& m :
         memory.lookup("Presentación de informes", kSpanishEnglish, options)) {
      out.push_back(m.target.text);
    }
    return out;
  };
  const std::vector<std::string> alternative_first{"Submission of reports", "Reporting"};
  const std::vector<std::string> default_first{"Reporting", "Submission of reports"};
  CHECK(texts({.previous = "Artículo 40", .next = "Párrafo 1"}) == alternative_first);
  CHECK(texts({.previous = "Artículo 41", .next = "Párrafo 1"}) == default_first);
  CHECK(texts({.limit = 1, .previous = "Resumen"}) == std::vector<std::string>{"Reporting"});
}

TEST_CASE("regions of a language find each other, at a price when one was asked for", "[memory]") {
  const struct {
    const char* stored_source;
    const char* stored_target;
    const char* source;
    const char* target;
    double score;
  } cases[] = {
      {"es-ES", "en-GB", "es", "en", 100},    {"es-ES", "en-GB", "es-ES", "en-GB", 100},
      {"es-ES", "en-GB", "es-419", "en", 99}, {"es-ES", "en-GB", "es", "en-US", 99},
      {"es-ES", "en-GB", "es", "fr", 0},      {"es-ES", "en-GB", "fr", "en", 0},
      {"es-419", "en", "es", "en", 100},      {"es-419", "en", "es-419", "en", 100},
      {"es-419", "en", "es-ES", "en", 99},    {"es", "en", "es", "en", 100},
      {"es", "en", "es-ES", "en", 99},        {"es", "en", "es-419", "en", 99},
  };
  for (const auto& c : cases) {
    INFO(c.stored_source << " " << c.stored_target << " / " << c.source << " " << c.target);
    TranslationUnit u;
    u.variants = {test::variant(c.stored_source, "Dirección"),
                  test::variant(c.stored_target, "Address")};
    const Memory memory = memory_of({u});
    const LanguagePair pair{LanguageTag(c.source), LanguageTag(c.target)};
    const auto matches = memory.lookup("Dirección", pair);
    CHECK((matches.empty() ? 0.0 : matches[0].score) == c.score);
    if (c.score == 99) CHECK(kinds(matches.at(0)) == std::vector{Penalty::Kind::Region});
  }
}

TEST_CASE("a unit that the aligner doubts counts for less", "[memory]") {
  TranslationUnit sure = unit("Agua y saneamiento", "Water and sanitation");
  sure.confidence = 0.95;
  TranslationUnit doubtful = unit("Agua y saneamiento", "Forestry");
  doubtful.confidence = 0.6;
  const Memory memory = memory_of({sure, doubtful});
  const auto matches = memory.lookup("Agua y saneamiento", kSpanishEnglish);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].score == 100);
  CHECK(matches[1].score == Approx(97));
  CHECK(kinds(matches[1]) == std::vector{Penalty::Kind::Confidence});
}

TEST_CASE("codes that are not the same cost a point", "[memory]") {
  // Written into the text: [b] begins bold, [/b] ends it, [x] is a note mark.
  const struct {
    const char* query;
    const char* stored;
    double score;
  } cases[] = {
      {"Véase el [b]Pacto[/b] Mundial.", "Véase el [b]Pacto[/b] Mundial.", 100},
      {"Véase el Pacto Mundial.", "Véase el [b]Pacto[/b] Mundial.", 99},
      {"Véase el [b]Pacto[/b] Mundial.", "Véase el Pacto Mundial.", 99},
      {"Véase el [b]Pacto[/b] Mundial.", "Véase el [b]Pacto Mundial[/b].", 99},
      {"Véase el [b]Pacto[/b] Mundial.", "Véase el [x]Pacto[x] Mundial.", 99},
      {"Véase el [b]Pacto[/b] Mundial.[x]", "Véase el [b]Pacto[/b] Mundial.", 99},
      {"Véase[b] el[/b] Pacto", "Véase [b]el [/b]Pacto", 100},  // on either side of a blank
      {"[b]Véase[/b]", "V[b]éase[/b]", 99},
      {"[x]Véase el Pacto[x]", "[x]Véase el Pacto[x]", 100},
      // A word was changed, or came before: codes beside the same words are where they were.
      {"Véase el [b]Pacto[/b] Mundial", "Léase el [b]Pacto[/b] Mundial", 75},
      {"Véase el [b]nuevo[/b] Pacto", "Véase el [b]viejo[/b] Pacto", 75},
      {"Véase el [b]Pacto[/b] Mundial", "Véase también el [b]Pacto[/b] Mundial", 80},
      {"Véase el [b]Pacto[/b] Mundial", "Léase [b]el[/b] Pacto Mundial", 74},
  };
  for (const auto& c : cases) {
    INFO(c.query << " / " << c.stored);
    TranslationUnit u = unit("", "translation");
    u.variants[0] = coded(c.stored);
    const Variant query = coded(c.query);
    const Memory memory = memory_of({u});
    const auto matches =
        memory.lookup(query.text, kSpanishEnglish, {.min_score = 50, .codes = query.codes});
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].score == Approx(c.score));
    CHECK(matches[0].source.codes == u.variants[0].codes);
    const bool same = matches[0].score == matches[0].similarity;
    CHECK(kinds(matches[0]) ==
          (same ? std::vector<Penalty::Kind>{} : std::vector{Penalty::Kind::Codes}));
  }
}

TEST_CASE("how codes are numbered does not matter", "[memory]") {
  TranslationUnit u = unit("", "translation");
  u.variants[0] = coded("Véase el [b]Pacto[/b] Mundial.");
  const Memory memory = memory_of({u});
  Variant query = u.variants[0];
  for (InlineCode& code : query.codes) {
    code.pair = 7;
    code.id = "12";
  }
  const auto matches = memory.lookup(query.text, kSpanishEnglish, {.codes = query.codes});
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].kind == MatchKind::Exact);
}

TEST_CASE("either language of a unit can be looked up", "[memory]") {
  const Memory memory = memory_of({unit("Derechos laborales", "Labour rights")});
  const LanguagePair back{LanguageTag("en"), LanguageTag("es")};
  const auto matches = memory.lookup("Labour rights", back);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].target.text == "Derechos laborales");
}

TEST_CASE("a text that is not UTF-8 finds nothing and harms nothing", "[memory]") {
  const Memory memory = memory_of({unit("Derechos laborales", "Labour rights")});
  CHECK(memory.lookup("\xFF\xFE\xC3", kSpanishEnglish).empty());
}
