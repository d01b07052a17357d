/// What pages do to a plain text, one kind of damage a test: how it is mended, and what must not be
/// taken for it.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/segmenter.hpp>

using namespace trujaman;

namespace {
using Texts = std::vector<std::string>;

std::vector<Block> blocks(const std::string& text, const char* language = "es") {
  return read_document_bytes(text, "informe.txt", LanguageTag(language)).blocks;
}

Texts texts(const std::string& text, const char* language = "es") {
  Texts out;
  for (const Block& b : blocks(text, language)) out.push_back(b.text);
  return out;
}

Texts segments(const std::string& text, const char* language = "es") {
  const LanguageTag tag(language);
  const auto document = Segmenter(tag).segment(read_document_bytes(text, "informe.txt", tag));
  Texts out;
  for (std::size_t i = 0; i < document.size(); ++i) out.emplace_back(document.text(i));
  return out;
}

const std::string kWell =
    "La comisión visitó los pozos de la comarca y pidió a los ayuntamientos que los";
const std::string kSpring = "limpiasen antes del verano.";
const std::string kItem = "- Los regantes acordaron limpiar las acequias a fin de";
const std::string kRest = "repartir mejor el agua de la presa. Empezarán en mayo.";
}  // namespace

TEST_CASE("blank lines at the head are no segments", "[damage]") {
  CHECK(segments("\n\n\n\nActa de la reunión\n\nSe abrió a las diez.") ==
        Texts{"Acta de la reunión", "Se abrió a las diez."});
}

TEST_CASE("a letterhead in another language stays, line by line", "[damage]") {
  CHECK(texts("International Water Board (IWB)\n\nThe Regional Office\n\nActa de la reunión\n\n"
              "Se abrió la sesión a las diez de la mañana.\n") ==
        Texts{"International Water Board (IWB)", "The Regional Office", "Acta de la reunión",
              "Se abrió la sesión a las diez de la mañana."});
}

TEST_CASE("rules part blocks and are no text", "[damage]") {
  const auto b = blocks("Acta\n\n--\n\nSe abrió la sesión.\n\n***\n\n____\n\nSe cerró.\n");
  REQUIRE(b.size() == 3);
  CHECK_FALSE(b[0].after_rule);
  CHECK(b[1].after_rule);
  CHECK(b[2].after_rule);
}

TEST_CASE("headings are never joined to the next line", "[damage]") {
  CHECK(texts("Recomendaciones para el próximo riego\n\nLos regantes abrirán la presa.\n\n"
              "Observaciones finales\n\nno hubo.\n") ==
        Texts{"Recomendaciones para el próximo riego", "Los regantes abrirán la presa.",
              "Observaciones finales", "no hubo."});
}

TEST_CASE("a page break in a sentence, and in an item that lost its marker", "[damage]") {
  CHECK(texts(kWell + "\n\n" + kSpring + "\n") == Texts{kWell + " " + kSpring});
  const auto b = blocks(kItem + "\n\n" + kRest + "\n");
  REQUIRE(b.size() == 1);
  CHECK(b[0].kind == BlockKind::ListItem);
  CHECK(b[0].text == kItem.substr(2) + " " + kRest);
  CHECK(b[0].repairs == std::vector{Repair::PageBreakJoined});
}

TEST_CASE("a page break behind a closing bracket or quotation mark", "[damage]") {
  CHECK(texts("La asamblea aprobó el plan de la Confederación de Regantes del Norte (CRN)\n\n"
              "que se presentó en marzo.\n")
            .size() == 1);
  CHECK(texts("En su informe anual la comisión llama a esta presa la «madre de las aguas»\n\n"
              "porque riega toda la vega.\n")
            .size() == 1);
  CHECK(texts("La asamblea aprobó el plan de la Confederación de Regantes del Norte (CRN)\n\n"
              "Se presentó en marzo.\n")
            .size() == 2);
}

TEST_CASE("a page break between two items of a list", "[damage]") {
  const auto b = blocks(
      "- La lucha contra la sequía, la plaga y el abandono del campo;\n\n"
      "- El fomento del riego por goteo.\n");
  REQUIRE(b.size() == 2);
  CHECK(b[1].kind == BlockKind::ListItem);
  CHECK(b[0].level == b[1].level);
}

TEST_CASE("a newline before a marker is a boundary, elsewhere a soft wrap", "[damage]") {
  CHECK(texts("Temas tratados en la reunión del mes:\n- El agua\n- La luz\n1. La escuela\n") ==
        Texts{"Temas tratados en la reunión del mes:", "El agua", "La luz", "La escuela"});
  CHECK(texts("Los vecinos se reunieron en la plaza para hablar del reparto\n"
              "del agua y de la limpieza de las acequias, que este año se\n"
              "hará antes.\n")
            .size() == 1);
}

TEST_CASE("items may be whole paragraphs or bare noun phrases", "[damage]") {
  CHECK(segments("- La sequía ha secado dos pozos. El tercero da agua. ¿Hasta cuándo?\n"
                 "- El fomento del riego;\n- La limpieza.\n") ==
        Texts{"La sequía ha secado dos pozos.", "El tercero da agua.", "¿Hasta cuándo?",
              "El fomento del riego;", "La limpieza."});
}

TEST_CASE("a bold label is a pair of codes, and its colon splits nothing", "[damage]") {
  const auto b = blocks("- **Mesa 2:** El agua y el campo: qué hacer\n");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text == "Mesa 2: El agua y el campo: qué hacer");
  CHECK(b[0].codes.size() == 2);
  CHECK(segments("- **Mesa 2:** El agua y el campo: qué hacer\n").size() == 1);
}

TEST_CASE("a numbered conclusion with bullets keeps its number as marker", "[damage]") {
  const auto b = blocks("2. La presa es segura.\n- Se revisó en mayo.\n- No tiene fugas.\n");
  REQUIRE(b.size() == 3);
  CHECK(b[0].marker == "2.");
  CHECK(b[0].text == "La presa es segura.");
}

TEST_CASE("an enumeration inside a sentence is no list, also where a line breaks in it",
          "[damage]") {
  const std::string text =
      "La comisión subrayó tres cosas, a saber: 1) la limpieza de las acequias,\n"
      "2) la revisión de la presa, que se hará en primavera y en otoño, y\n"
      "3) el acceso de todos al agua.\n";
  CHECK(segments(text).size() == 1);
  CHECK(blocks("a) la limpieza;\nb) la revisión;\nc) el acceso.\n").size() == 3);
}

TEST_CASE("abbreviations at the cut of a line or a page end no sentence", "[damage]") {
  const auto t = segments(
      "Abrió la sesión, ante los vecinos de todos los pueblos de la vega, la Sra.\n"
      "Amalia Ríos, que saludó al Sr. Bravo y a los demás miembros de la junta\n"
      "y a los regantes de la sierra, que habían venido a pie desde sus pueblos\n"
      "y querían volver antes de la noche.\n");
  REQUIRE(t.size() == 1);
  CHECK(t[0].find("la Sra. Amalia Ríos") != std::string::npos);
}

TEST_CASE("etc. may end a sentence", "[damage]") {
  CHECK(segments("Faltan palas, picos, etc. Sin embargo, se trabajará.\n").size() == 2);
}

TEST_CASE("quotes, dashes, per cents and hyphens come out as they went in", "[damage]") {
  const std::string text =
      "La “madre de las aguas” —como la llaman— riega el 70% de la vega y, desde la COVID-19, "
      "también el 5 % de la sierra – según se dice.";
  CHECK(segments(text + "\n") == Texts{text});
}

TEST_CASE("a hyphen inside a word at a line end stays", "[damage]") {
  CHECK(texts("Los vecinos que enfermaron en el primer año de la pandemia de COVID-\n"
              "19 recibieron la visita de la enfermera de la comarca cada semana y\n"
              "del médico.\n")[0]
            .find("de COVID-19 recibieron") != std::string::npos);
}

TEST_CASE("an acronym's brackets are no heading, note or list, and stay with its name",
          "[damage]") {
  const std::string first =
      "La Junta de Regantes de la Vega (JRV) abrió el pozo, como pedía el Plan de Aguas de 2019 "
      "(PA-19).";
  const std::string then = "La JRV lo cerró en mayo.";
  CHECK(segments(first + " " + then + "\n") == Texts{first, then});
  // A line or a page may end between the two.
  CHECK(segments("Abrió el pozo, ante los vecinos de la vega, la Junta de Regantes de la Vega\n"
                 "(JRV), que lo cerró en mayo, antes de las fiestas de la comarca.\n")
            .size() == 1);
  CHECK(segments("Abrió el pozo, ante todos los vecinos, la Junta de Regantes de la Vega\n\n"
                 "(JRV), que lo cerró en mayo.\n")
            .size() == 1);
}

TEST_CASE("names of one thing, long and short, stay as each place has them", "[damage]") {
  const Texts all = {"El Pacto de la Vega para un Riego Justo, Ordenado y Sobrio se firmó en mayo.",
                     "El Pacto de la Vega lo firmaron todos; dicho Pacto rige desde junio."};
  CHECK(segments(all[0] + " " + all[1] + "\n") == all);
}

TEST_CASE("names in another language keep their letters and end no sentence", "[damage]") {
  const Texts all = {
      "Habló el Sr. João Magalhães, de Água Nova, con DMA Rivers y Wells Inc. sobre el pozo.",
      "Drop, la Alianza por el Agua, y la fábrica Blue Well Factory no vinieron."};
  CHECK(segments(all[0] + " " + all[1] + "\n") == all);
  CHECK(blocks("Drop, la Alianza por el Agua\n")[0].text == "Drop, la Alianza por el Agua");
}

TEST_CASE("sentences that are alike are no running lines", "[damage]") {
  const std::string twin =
      "Los regantes acordaron buscar juntos nuevas formas de repartir el agua.";
  const auto t =
      texts("La presa\n\n" + twin + "\n\nEl pozo\n\n" + twin + "\n\nLa acequia\n\n" + twin + "\n");
  CHECK(std::count(t.begin(), t.end(), twin) == 3);
}

TEST_CASE("a line that stands at a page's edge and once more inside is text", "[damage]") {
  const auto t = texts(
      "La presa está llena.\n\n¿Qué hacer?\n\nLimpiar las acequias.\n\f"
      "¿Qué hacer?\n\nRevisar la presa.\n");
  CHECK(std::count(t.begin(), t.end(), "¿Qué hacer?") == 2);
}

TEST_CASE("the last line needs no end", "[damage]") {
  CHECK(texts("Se abrió la sesión.\n\nY se cerró").back() == "Y se cerró");
}

TEST_CASE("decomposed letters are composed, no-break spaces and numbers stay", "[damage]") {
  CHECK(texts("La comisio\u0301n se reunio\u0301.\n") == Texts{"La comisión se reunió."});
  CHECK(texts("Le total\u00A0: 10\u202F000 €, soit 5\u00A0%.\n", "fr") ==
        Texts{"Le total\u00A0: 10\u202F000 €, soit 5\u00A0%."});
  CHECK(texts("Costó 1.000 euros (1,000 in English).\n") ==
        Texts{"Costó 1.000 euros (1,000 in English)."});
}

TEST_CASE("headers, footers and page numbers in a sentence, with form feeds", "[damage]") {
  std::string text = "Junta de Regantes – Acta\n\n" + kWell + "\n\nPágina 1/3\n\f";
  text += "Junta de Regantes – Acta\n\n" + kSpring + " " + kWell + "\n\nPágina 2/3\n\f";
  text += "Junta de Regantes – Acta\n\n" + kSpring + "\n\nPágina 3/3\n";
  const auto b = blocks(text);
  REQUIRE(b.size() == 2);  // the first header may be the title
  CHECK(b[1].text == kWell + " " + kSpring + " " + kWell + " " + kSpring);
  CHECK(b[1].repairs == std::vector{Repair::PageBreakJoined, Repair::FurnitureRemoved});
}

TEST_CASE("a header that a layout-preserving converter set in the middle is none of the text",
          "[damage]") {
  const std::string header = "                    Junta de Regantes – Acta\n\n";
  const auto document = read_document_bytes(
      header + kWell + "\n\n\f" + header + kSpring + "\n\n\f" + header + "Se cerró.\n",
      "informe.txt", LanguageTag("es"));
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].text == kWell + " " + kSpring);
  REQUIRE(document.furniture.size() == 3);
  CHECK(document.furniture[0].text == "Junta de Regantes – Acta");
  CHECK(document.furniture[0].where.line == 1);
}

TEST_CASE("a form feed in a hard-wrapped sentence", "[damage]") {
  CHECK(texts("Los vecinos se reunieron en la plaza para hablar del reparto\n"
              "del agua y de la limpieza de las acequias, que este año se\n"
              "\fhará antes que otros años porque la presa está ya casi llena\n"
              "y no cabe más.\n")
            .size() == 1);
}

TEST_CASE("hyphenated words over line and page ends", "[damage]") {
  const auto b = blocks(
      "Los vecinos se reunieron en la plaza para hablar del repar\u2010\n"
      "to del agua y de la limpieza de las acequias, que este año pu\u2010\n"
      "\fdieron empezar antes que otros años porque la presa es\u00AD\n"
      "tá llena.\n");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text.find("del reparto del agua") != std::string::npos);
  CHECK(b[0].text.find("este año pudieron") != std::string::npos);
  CHECK(b[0].text.ends_with("la presa está llena."));
}

TEST_CASE("paragraphs of hard-wrapped text without white space between them", "[damage]") {
  const auto t = texts(
      "Los vecinos se reunieron en la plaza para hablar del reparto de las\n"
      "aguas y de la limpieza de las acequias, que este año se hará antes y\n"
      "con más gente de la vega y de la sierra\n"
      "Revisar la presa antes de las lluvias de otoño, que suelen ser largas\n"
      "y fuertes en toda la comarca\n"
      "Limpiar las acequias de la vega alta y de la baja, también donde se\n"
      "plantaron frutales el año pasado.\n");
  REQUIRE(t.size() == 3);
  CHECK(t[1].starts_with("Revisar"));
  CHECK(t[2].starts_with("Limpiar"));
}

TEST_CASE("a footnote between the halves of a sentence", "[damage]") {
  const auto b = blocks(kWell + "\n\n3 Véase el acta anterior, página 12.\n\n\f" + kSpring +
                        "\n\nSe cerró la sesión.\n");
  REQUIRE(b.size() == 3);
  CHECK(b[0].text == kWell + " " + kSpring);
  CHECK(b[1].kind == BlockKind::Footnote);
  CHECK(b[1].marker == "3");
  CHECK(b[1].text == "Véase el acta anterior, página 12.");
  // What only looks like one stays where it is, whole.
  CHECK(texts("La comisión visitó los pozos de la comarca y pidió que los limpiasen.\n\n"
              "12 Pozos\n\nSon muchos.\n") ==
        Texts{"La comisión visitó los pozos de la comarca y pidió que los limpiasen.", "12 Pozos",
              "Son muchos."});
}

TEST_CASE("dot leaders go, ellipses stay", "[damage]") {
  CHECK(texts("Anexo II. Pozos de la comarca ........... 12\n\nActa de la reunión . . . . . . 3\n\n"
              "Lugar y fecha: ................\n\nNo se sabe... quizá. Y así....\n") ==
        Texts{"Anexo II. Pozos de la comarca 12", "Acta de la reunión 3",
              "Lugar y fecha:", "No se sabe... quizá. Y así...."});
}

TEST_CASE("columns side by side in one line are read one after the other", "[damage]") {
  const std::vector<std::string> left = {"Los vecinos se reunieron en la plaza",
                                         "para hablar del reparto del agua y",
                                         "de la limpieza de las acequias, que",
                                         "este año se hará antes que otros.",
                                         "",
                                         "La presa está casi llena y no cabe",
                                         "más agua en ella hasta que abran la",
                                         "compuerta."};
  const std::vector<std::string> right = {"Los regantes de la vega alta piden",
                                          "que se abra pronto, porque temen",
                                          "que el agua les llegue tarde, como",
                                          "el año pasado. Los de la baja no",
                                          "tienen prisa.",
                                          "",
                                          "La junta decidirá en mayo, después",
                                          "de oír a todos."};
  std::string text =
      "Junta de Regantes de la Vega y de la Sierra de Valle Hondo, acta de abril\n\n";
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t width = 0;
    for (const char c : left[i]) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    text += right[i].empty() ? left[i] : left[i] + std::string(42 - width, ' ') + right[i];
    text += '\n';
  }
  const auto t = texts(text);
  REQUIRE(t.size() == 5);
  CHECK(t[1] ==
        "Los vecinos se reunieron en la plaza para hablar del reparto del agua y de la "
        "limpieza de las acequias, que este año se hará antes que otros.");
  CHECK(t[2].ends_with("hasta que abran la compuerta."));
  CHECK(t[3].starts_with("Los regantes de la vega alta"));
  CHECK(t[4] == "La junta decidirá en mayo, después de oír a todos.");
}

TEST_CASE("a table's cells are no columns of text", "[damage]") {
  std::string text;
  for (const char* row : {"Pozo de la Vega        12 m", "Pozo de la Loma        30 m",
                          "Pozo del Soto          18 m", "Pozo Nuevo             25 m",
                          "Pozo Viejo             11 m", "Pozo de la Ermita       9 m"}) {
    text += std::string(row) + "\n";
  }
  CHECK(texts(text)[0].starts_with("Pozo de la Vega 12 m"));
}
