#include <catch2/catch.hpp>

#include <trujaman/aligner.hpp>

#include "documents.hpp"

using test::covers;
using test::document;
using test::kSpanishFrench;
using test::to_string;
using trujaman::Aligner;
using trujaman::Alignment;

namespace {

Alignment align(const trujaman::SegmentedDocument& source,
                const trujaman::SegmentedDocument& target) {
  return Aligner({source.document.language, target.document.language}).align(source, target);
}

}  // namespace

TEST_CASE("a translation segment by segment gives 1-1 beads that are believed", "[align]") {
  const auto es = document(
      "es", {"Informe sobre la migración laboral",
             "En 2020 había 281 millones de migrantes internacionales.",
             "Más de la mitad eran trabajadores.", "Los gobiernos deben proteger sus derechos."});
  const auto en = document(
      "en", {"Report on labour migration", "In 2020 there were 281 million international migrants.",
             "More than half of them were workers.", "Governments must protect their rights."});
  const Alignment alignment = align(es, en);
  CHECK(to_string(alignment) == "0-0 1-1 2-2 3-3");
  for (const auto& bead : alignment.beads) CHECK(bead.confidence > 0.8);
  CHECK(alignment.quality > 0.8);
}

TEST_CASE("a merged sentence becomes a 2-1 bead, a split one 1-2", "[align]") {
  const auto es = document(
      "es", {"La reunión se celebró en Ginebra.", "Asistieron 41 oradores de doce países.",
             "El Director General subrayó que la pandemia amenazaba años de progreso, y pidió "
             "medidas urgentes para proteger a los refugiados.",
             "Las remesas cayeron un 7 %."});
  const auto en = document(
      "en",
      {"The meeting was held in Geneva and was attended by 41 speakers from twelve countries.",
       "The Director General stressed that the pandemic threatened years of progress.",
       "He called for urgent measures to protect refugees.", "Remittances fell by 7%."});
  CHECK(to_string(align(es, en)) == "0,1-0 2-1,2 3-3");
}

TEST_CASE("what one side lacks becomes null beads, even a whole page", "[align]") {
  const auto es =
      document("es", {"Prólogo", "Este informe describe la situación de los migrantes en 2021.",
                      "La salud de los trabajadores preocupa a los gobiernos.",
                      "El hospital atendió a 350 pacientes durante marzo.",
                      "Las escuelas reabrieron en septiembre con nuevas normas.",
                      "El precio del trigo subió un 12 % en la región.", "Conclusiones",
                      "La cooperación internacional es indispensable."});
  const auto en =
      document("en", {"Foreword", "This report describes the situation of migrants in 2021.",
                      "Conclusions", "International cooperation is indispensable."});
  CHECK(to_string(align(es, en)) == "0-0 1-1 2- 3- 4- 5- 6-2 7-3");
}

TEST_CASE("a number guides but does not rule", "[align]") {
  // Libro 1 is not Capítulo 1, whatever the number says.
  const auto es = document("es", {"Libro 1", "Capítulo 1", "Del origen de los pueblos.",
                                  "Capítulo 2", "De las migraciones antiguas."});
  const auto en = document(
      "en", {"Chapter 1", "On the origin of peoples.", "Chapter 2", "On ancient migrations."});
  CHECK(to_string(align(es, en)) == "0- 1-0 2-1 3-2 4-3");
}

TEST_CASE("repeated boilerplate does not pull the alignment off its course", "[align]") {
  const auto es = document("es", {"Organización Internacional para las Migraciones",
                                  "La sequía obligó a huir a miles de familias.",
                                  "Organización Internacional para las Migraciones",
                                  "Los campamentos recibieron agua potable.",
                                  "Organización Internacional para las Migraciones",
                                  "El gobierno abrió nuevas escuelas."});
  const auto en =
      document("en", {"Drought forced thousands of families to flee.",
                      "International Organization for Migration",
                      "The camps received drinking water.", "The government opened new schools."});
  CHECK(to_string(align(es, en)) == "0- 1-0 2-1 3-2 4- 5-3");
}

TEST_CASE("French is aligned as English is", "[align]") {
  const auto es =
      document("es", {"Capítulo 3", "Los Estados Miembros aprobaron el presupuesto de 2022.",
                      "El presupuesto asciende a 1.250,5 millones."});
  const auto fr = document("fr", {"Chapitre 3", "Les États Membres ont approuvé le budget de 2022.",
                                  "Le budget s’élève à 1 250,5 millions."});
  CHECK(to_string(align(es, fr)) == "0-0 1-1 2-2");
}

TEST_CASE("empty sides and empty segments are covered like any other", "[align]") {
  const auto nothing = document("en", {});
  const auto es = document("es", {"Hola.", "", "Adiós."});
  CHECK(covers(align(es, nothing), 3, 0));
  CHECK(covers(align(nothing, es), 0, 3));
  CHECK(covers(align(nothing, nothing), 0, 0));
  const auto en = document("en", {"Hello.", "", "Goodbye."});
  CHECK(covers(align(es, en), 3, 3));
}

TEST_CASE("a glossary's terms anchor what nothing else relates", "[align]") {
  const auto es = document("es", {"La vivienda digna.", "La escuela pública gratuita.",
                                  "Los jóvenes sin trabajo.", "El agua limpia."});
  const auto eu = document("eu", {"Doako ikastetxeak.", "Lanik gabeko gazteak.", "Ur garbia."});
  trujaman::AlignerOptions options;
  options.lexicon = {{"escuela", "ikastetxeak"}, {"jóvenes", "gazteak"}, {"agua", "ur"},
                     {"trabajo", "lanik"},       {"limpia", "garbia"},   {"gratuita", "doako"}};
  const Aligner aligner({es.document.language, eu.document.language}, options);
  CHECK(to_string(aligner.align(es, eu)) == "0- 1-0 2-1 3-2");
}

TEST_CASE("a term of several words counts as a whole where its words alone decide nothing",
          "[align]") {
  const auto es = document(
      "es", {"Términos", "Apátrida.", "Trata de personas.", "Tráfico ilícito de migrantes.",
             "Desplazado interno.", "Retorno voluntario.", "Contrato.", "Fronteras."});
  const auto en = document(
      "en", {"Terms", "Foo and bar.", "Stateless person.", "Trafficking in persons.", "Contract.",
             "Smuggling of migrants.", "Internally displaced person.", "Borders."});
  trujaman::AlignerOptions options;
  options.lexicon = {{"apátrida", "stateless person"},
                     {"trata de personas", "trafficking in persons"},
                     {"tráfico ilícito de migrantes", "smuggling of migrants"},
                     {"desplazado interno", "internally displaced person"}};
  const Aligner aligner({es.document.language, en.document.language}, options);
  CHECK(to_string(aligner.align(es, en)) == "0-0 -1 1-2 2-3 -4 3-5 4-6 5- 6- 7-7");
  CHECK(to_string(align(es, en)) != "0-0 -1 1-2 2-3 -4 3-5 4-6 5- 6- 7-7");
}

TEST_CASE("alignment stops when progress says so", "[align]") {
  const auto es = document("es", {"Uno.", "Dos."});
  trujaman::AlignerOptions options;
  options.progress = [](double) { return false; };
  try {
    (void)Aligner(kSpanishFrench, options).align(es, es);
    FAIL("not cancelled");
  } catch (const trujaman::Error& e) {
    CHECK(e.code() == trujaman::Errc::Cancelled);
  }
}

TEST_CASE("the same documents give the same alignment, swapped ones the mirror image", "[align]") {
  const auto es = document(
      "es", {"La migración es un derecho.", "Nadie debe quedar atrás.", "Hay 17 objetivos."});
  const auto en = document(
      "en", {"Migration is a right, and no one must be left behind.", "There are 17 goals."});
  CHECK(to_string(align(es, en)) == to_string(align(es, en)));
  CHECK(to_string(align(es, en)) == "0,1-0 2-1");
  CHECK(to_string(align(en, es)) == "0-0,1 1-2");
}
