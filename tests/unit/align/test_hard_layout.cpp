// Documents whose two sides are laid out differently: pages missing, sections moved, lists, tables,
// notes, running headers. The right alignment stands in the rows.
#include <catch2/catch.hpp>

#include "documents.hpp"

using test::Parallel;
using test::Row;

namespace {

/// A report of @p count sentences, no two alike, with the same words coming back as they do in one.
std::vector<Row> report(std::size_t count) {
  const std::vector<std::pair<const char*, const char*>> who{
      {"El ministerio", "The ministry"},
      {"La asociación", "The association"},
      {"El municipio", "The town council"},
      {"La cooperativa", "The cooperative"},
      {"El sindicato", "The trade union"},
      {"La universidad", "The university"},
      {"El hospital", "The hospital"},
      {"La embajada", "The embassy"},
      {"El tribunal", "The court"},
      {"La escuela", "The school"},
      {"El banco central", "The central bank"}};
  const std::vector<std::pair<const char*, const char*>> does{
      {"publicó un informe sobre", "published a report on"},
      {"pidió más dinero para", "asked for more money for"},
      {"abrió una oficina dedicada a", "opened an office devoted to"},
      {"celebró una reunión acerca de", "held a meeting about"},
      {"propuso una ley sobre", "proposed a law on"},
      {"no quiso hablar de", "declined to talk about"},
      {"contrató a dos expertos en", "hired two experts in"}};
  const std::vector<std::pair<const char*, const char*>> what{
      {"la vivienda", "housing"},
      {"el agua potable", "drinking water"},
      {"los caminos rurales", "country roads"},
      {"la salud de los niños", "children’s health"},
      {"el trabajo nocturno", "night work"},
      {"las lenguas indígenas", "indigenous languages"},
      {"la pesca", "fishing"},
      {"los incendios forestales", "forest fires"},
      {"el precio del pan", "the price of bread"},
      {"las becas", "scholarships"},
      {"la sequía", "drought"},
      {"los puertos", "ports"},
      {"el transporte escolar", "school buses"}};
  std::vector<Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& w = who[i % who.size()];
    const auto& d = does[i % does.size()];
    const auto& o = what[(i + i / what.size()) % what.size()];
    rows.push_back({{std::string(w.first) + " " + d.first + " " + o.first + "."},
                    {std::string(w.second) + " " + d.second + " " + o.second + "."}});
  }
  return rows;
}

/// What happened to a bridge; the translator joined and split sentences.
std::vector<Row> bridge(const std::string& protest, const std::string& protest_fr) {
  return {
      {{"El puente se cerró en enero de 2019 por motivos de seguridad."},
       {"Le pont a été fermé en janvier 2019 pour des raisons de sécurité."}},
      {{protest, "El alcalde prometió una solución antes del verano."},
       {protest_fr + " et le maire a promis une solution avant l’été."}},
      {{"Las obras empezaron con retraso, porque faltaban piezas de acero, y costaron el doble "
        "de lo previsto."},
       {"Les travaux ont commencé en retard, car il manquait des pièces d’acier.",
        "Ils ont coûté le double de ce qui était prévu."}},
      {{"Nadie sabe quién pagará la diferencia."}, {"Nul ne sait qui paiera la différence."}},
      {{"Hubo dos heridos.", "Ninguno de gravedad.", "Ambos volvieron al trabajo en mayo."},
       {"Il y a eu deux blessés, aucun gravement, et tous deux ont repris le travail en mai."}},
      {{"El puente se abrió de nuevo el 3 de octubre."}, {"Le pont a rouvert le 3 octobre."}},
  };
}

}  // namespace

TEST_CASE("a page that one side lacks costs nothing but itself", "[align]") {
  for (const std::size_t length : {40U, 300U}) {  // all of the lattice, and a band of it
    auto rows = report(length);
    for (std::size_t i = length / 2; i < length / 2 + 18; ++i) rows[i].target.clear();
    const Parallel text("es", "en", rows);
    CHECK(test::to_string(text.align()) == text.beads);
  }
}

TEST_CASE("pages missing on either side in turn cost nothing but themselves", "[align]") {
  auto rows = report(240);
  for (std::size_t i = 30; i < 50; ++i) rows[i].source.clear();
  for (std::size_t i = 120; i < 145; ++i) rows[i].target.clear();
  for (std::size_t i = 220; i < 240; ++i) rows[i].source.clear();
  const Parallel text("es", "en", rows);
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a moved section becomes null beads on both sides, the rest stays right", "[align]") {
  for (const std::size_t length : {40U, 300U}) {
    auto rows = report(length);
    std::vector<Row> moved;
    for (std::size_t i = 10; i < 16; ++i) {
      moved.push_back({{}, rows[i].target});
      rows[i].target.clear();
    }
    rows.insert(rows.begin() + 30, moved.begin(), moved.end());
    const Parallel text("es", "en", rows);
    const auto alignment = text.align();
    CHECK(test::to_string(alignment) == text.beads);
    CHECK(test::covers(alignment, text.source.size(), text.target.size()));
  }
}

TEST_CASE("paragraphs merged and split by the translator become 2-1, 1-2 and 3-1 beads",
          "[align]") {
  const Parallel text("es", "fr",
                      bridge("Los vecinos de la calle Mayor protestaron.",
                             "Les voisins de la rue Mayor ont protesté"));
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a sentence of three words is joined to the next as a longer one is", "[align]") {
  const Parallel text("es", "fr", bridge("Los vecinos protestaron.", "Les voisins ont protesté"));
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a list is one bead with the sentence that says the same", "[align]") {
  const Parallel text(
      "es", "en",
      {
          {{"La oficina está abierta todos los días."}, {"The office is open every day."}},
          {{"Ofrece:", "asesoramiento jurídico;", "cursos de idiomas;", "atención médica."},
           {"It offers legal advice, language courses and medical care."}},
          {{"Los servicios son gratuitos."}, {"Services are free of charge."}},
          {{"Para inscribirse, traiga su pasaporte y una fotografía."},
           {"To register:", "bring your passport;", "bring a photograph."}},
          {{"Le responderemos en 10 días."}, {"We will reply within 10 days."}},
      });
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("the cells of a table are aligned one by one, though most are numbers", "[align]") {
  const Parallel text("es", "en",
                      {
                          {{"Cuadro 4. Hogares con electricidad, en millones"},
                           {"Table 4. Households with electricity, in millions"}},
                          {{"Región"}, {"Region"}},
                          {{"2010"}, {"2010"}},
                          {{"2020"}, {"2020"}},
                          {{"África"}, {"Africa"}},
                          {{"87,4"}, {"87.4"}},
                          {{"121,0"}, {"121.0"}},
                          {{"Américas"}, {"Americas"}},
                          {{"250,3"}, {"250.3"}},
                          {{"277,8"}, {"277.8"}},
                          {{"Asia"}, {"Asia"}},
                          {{"1.002,6"}, {"1,002.6"}},
                          {{"1.130,9"}, {"1,130.9"}},
                          {{"Total"}, {"Total"}},
                          {{"1.340,3"}, {"1,340.3"}},
                          {{"1.529,7"}, {"1,529.7"}},
                          {{"Fuente: encuestas de hogares."}, {"Source: household surveys."}},
                      });
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a row that a table lacks on one side does not shift the others", "[align]") {
  const Parallel text("es", "fr",
                      {
                          {{"País"}, {"Pays"}},
                          {{"Casos"}, {"Cas"}},
                          {{"Perú"}, {"Pérou"}},
                          {{"12"}, {"12"}},
                          {{"Chile"}, {}},
                          {{"9"}, {}},
                          {{"Bolivia"}, {"Bolivie"}},
                          {{"7"}, {"7"}},
                          {{"Brasil"}, {"Brésil"}},
                          {{"31"}, {"31"}},
                          {{"Uruguay"}, {"Uruguay"}},
                          {{"12"}, {"12"}},
                      });
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("footnotes that one side gathers at its end become null beads", "[align]") {
  const Parallel text(
      "es", "en",
      {
          {{"La aldea fue fundada por pescadores en el siglo XVII.1"},
           {"The village was founded by fishermen in the 17th century.1"}},
          {{"1 Véase el archivo parroquial."}, {}},
          {{"Durante cien años vivió de la sal y del atún."},
           {"For a hundred years it lived on salt and tuna."}},
          {{"El ferrocarril llegó en 1889.2"}, {"The railway arrived in 1889.2"}},
          {{"2 La estación se cerró en 1964."}, {}},
          {{"Hoy quedan treinta familias, casi todas dedicadas al turismo.3"},
           {"Today thirty families remain, nearly all of them working in tourism.3"}},
          {{"3 Datos del censo municipal."}, {}},
          {{"La fábrica de conservas es un museo."}, {"The cannery is a museum."}},
          {{"En agosto se bendicen las barcas."}, {"In August the boats are blessed."}},
          {{"El resto del año hay poco que hacer."},
           {"For the rest of the year there is little to do."}},
          {{"Los jóvenes se van a la capital."}, {"The young leave for the capital."}},
          {{}, {"1 See the parish archive."}},
          {{}, {"2 The station closed in 1964."}},
          {{}, {"3 Figures from the municipal census."}},
      });
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("running headers that fall on other sentences on each side stay by themselves",
          "[align]") {
  auto rows = report(60);
  const std::string header = "Informe anual de la comarca";
  const std::string translated = "Annual report of the district";
  for (std::size_t i = 54; i > 0; i -= 9) {  // pages of nine sentences, and of eleven
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(i), {{header}, {}});
  }
  std::size_t since = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].target.empty() || ++since < 11) continue;
    // Not beside a header of the source, with which it would rightly be paired.
    if (rows[i].source[0] == header || (i + 1 < rows.size() && rows[i + 1].target.empty()))
      continue;
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(i) + 1, {{}, {translated}});
    since = 0;
    ++i;
  }
  const Parallel text("es", "en", rows);
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a contents page of headings alone is aligned, also where one is missing", "[align]") {
  const Parallel text("es", "fr",
                      {
                          {{"Prólogo"}, {"Avant-propos"}},
                          {{"Agradecimientos"}, {"Remerciements"}},
                          {{"Siglas"}, {}},
                          {{"Introducción"}, {"Introduction"}},
                          {{"La ciudad antigua"}, {"La ville ancienne"}},
                          {{"El comercio"}, {"Le commerce"}},
                          {{"Los gremios"}, {"Les corporations"}},
                          {{"La vida cotidiana"}, {"La vie quotidienne"}},
                          {{"Conclusiones"}, {"Conclusions"}},
                          {{"Bibliografía"}, {"Bibliographie"}},
                      });
  CHECK(test::to_string(text.align()) == text.beads);
}
