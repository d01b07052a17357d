// Documents whose text is the difficulty: little of it, in the wrong language, or none that means
// anything.
#include <random>

#include <catch2/catch.hpp>

#include "documents.hpp"

using test::Parallel;
using test::Row;

namespace {

const std::vector<Row> kLetter{
    {{"Estimados señores:"}, {"Dear Sirs,"}},
    {{"Hemos recibido su carta del 14 de mayo."}, {"We have received your letter of 14 May."}},
    {{"Lamentamos el retraso en la entrega de las semillas."},
     {"We are sorry about the delay in delivering the seeds."}},
    {{"El barco salió del puerto de Cartagena ayer por la tarde."},
     {"The ship left the port of Cartagena yesterday afternoon."}},
    {{"Atentamente,"}, {"Yours faithfully,"}},
};

/// Sentences without a number or a name.
const std::vector<Row> kStory{
    {{"La abuela guardaba las cartas en una caja de madera."},
     {"Grandmother kept the letters in a wooden box."}},
    {{"Nadie las había leído desde la guerra."}, {"Nobody had read them since the war."}},
    {{"Una tarde de lluvia, los niños encontraron la llave."},
     {"One rainy afternoon the children found the key."}},
    {{"Dentro olía a tabaco y a flores secas."},
     {"Inside it smelled of tobacco and dried flowers."}},
    {{"La primera carta empezaba sin saludo."}, {"The first letter began without a greeting."}},
    {{"Hablaba de un viaje largo y de un tren que no llegó."},
     {"It spoke of a long journey and a train that did not come."}},
    {{"La segunda pedía perdón."}, {"The second asked for forgiveness."}},
    {{"Las demás estaban en un idioma que no conocían."},
     {"The others were in a language they did not know."}},
    {{"El mayor quiso preguntar a la maestra."}, {"The eldest wanted to ask the teacher."}},
    {{"La pequeña prefirió cerrar la caja."}, {"The youngest preferred to close the box."}},
};

/// English sentences that have nothing to do with each other, nor with the above.
const std::vector<const char*> kUnrelated{
    "The committee adopted its agenda without a vote.",
    "Rice exports are expected to grow again next season.",
    "Press the green button to start the engine.",
    "Whales sleep with one half of the brain at a time.",
    "Payment is due on receipt of the invoice.",
    "Wash the glass with warm water and a drop of vinegar before painting it.",
    "Goals count double away.",
    "The museum is closed on public holidays and on Mondays.",
    "Use two screws to fix the shelf.",
    "Turn left at the chapel and follow the stream.",
    "In 1977 the company employed 3,500 people in eleven countries, most of them in the mines of "
    "the north, where wages were lower and unions weaker.",
    "Knead the dough.",
    "Which of these verbs is irregular?",
    "The orchestra will play the second symphony after the interval (25 minutes).",
    "Side effects may include drowsiness, dry mouth and, in rare cases, a skin rash.",
    "Chapter 9",
    "Planets near their star lose their atmosphere within a few million years.",
    "Version 2.4 removes the old settings page: see the release notes.",
    "He bowled the captain out for nought.",
    "All rights reserved."};

/// Over all beads; what has no counterpart counts as zero.
double mean_confidence(const trujaman::Alignment& alignment) {
  double sum = 0.0;
  for (const auto& bead : alignment.beads) sum += bead.is_null() ? 0.0 : bead.confidence;
  return sum / static_cast<double>(alignment.beads.size());
}

/// Anything that may stand in a file: words, numbers, marks, emoji, lone accents, nothing at all.
class Junk {
 public:
  trujaman::SegmentedDocument document(const std::string& language, std::size_t segments) {
    trujaman::SegmentedDocument out;
    out.document.language = trujaman::LanguageTag(language);
    for (std::size_t i = 0; i < segments; ++i) test::append(out, segment());
    return out;
  }
  std::size_t below(std::size_t n) { return random_() % n; }

 private:
  std::string segment() {
    static const std::vector<std::string> pieces{
        "a",  "migración", "migration", "1",  "2023", "1.234,5", "%", "(",  ")", "«",    "—",
        "\t", "?",         "...",       "de", "的",   "😀",       "é", "́",   "⁷", "http", "@",
        "x1", "Ω",         "…",         ":",  "\"",   "0",       "-", "IV", "¿", "s.",   " "};
    std::string out;
    const std::size_t length = below(10) == 0 ? below(200) : below(12);
    for (std::size_t i = 0; i < length; ++i) {
      out += pieces[below(pieces.size())];
      if (below(3) > 0) out += ' ';
    }
    return out;
  }

  std::mt19937 random_{1604};
};

}  // namespace

TEST_CASE("a letter of five segments is aligned like a long report", "[align]") {
  const Parallel text("es", "en", kLetter);
  const auto alignment = text.align();
  CHECK(test::to_string(alignment) == text.beads);
  CHECK(alignment.quality > 0.8);
}

TEST_CASE("of five segments, one may be missing", "[align]") {
  for (std::size_t lacking = 1; lacking < 4; ++lacking) {
    auto rows = kLetter;
    rows[lacking].target.clear();
    const Parallel text("es", "en", rows);
    CHECK(test::to_string(text.align()) == text.beads);
  }
}

TEST_CASE("one segment against one is a bead, one against none is not", "[align]") {
  const Parallel one("es", "fr", {{{"Gracias por su visita."}, {"Merci de votre visite."}}});
  CHECK(test::to_string(one.align()) == "0-0");
  const Parallel none("es", "fr", {{{"Gracias por su visita."}, {}}});
  const auto alignment = none.align();
  CHECK(test::to_string(alignment) == "0-");
  CHECK(alignment.quality == 0.0);
}

TEST_CASE("segments left untranslated, up to a third of them, are paired with themselves",
          "[align]") {
  auto rows = kStory;
  rows.insert(rows.end(), kLetter.begin(), kLetter.end());
  for (std::size_t i = 2; i < rows.size(); i += 3) rows[i].target = rows[i].source;
  const Parallel text("es", "en", rows);
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a chapter left untranslated is paired with itself", "[align]") {
  auto rows = kStory;
  for (std::size_t i = 4; i < 7; ++i) rows[i].target = rows[i].source;
  rows.insert(rows.end(), kLetter.begin(), kLetter.end());
  const Parallel text("es", "en", rows);
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a text that is no translation is not believed to be one", "[align]") {
  auto story = kStory;
  story.insert(story.end(), kLetter.begin(), kLetter.end());
  auto rows = story;
  for (Row& row : rows) row.target.clear();
  for (const char* other : kUnrelated) rows.push_back({{}, {other}});
  const auto wrong = Parallel("es", "en", rows).align();
  INFO(test::to_string(wrong));
  CHECK(mean_confidence(wrong) < 0.3);
  CHECK(mean_confidence(Parallel("es", "en", story).align()) > 0.9);
}

TEST_CASE("nor is a short one, though its segments happen to have the right lengths", "[align]") {
  auto rows = kStory;
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].target = {kUnrelated[i]};
  CHECK(mean_confidence(Parallel("es", "en", rows).align()) < 0.3);
}

TEST_CASE("where the language is not the one said, lengths and marks are left to go by",
          "[align]") {
  // Finnish, where English is expected. That the language is wrong is found before: see the tests
  // of "trujaman align".
  const std::vector<const char*> finnish{"Isoäiti säilytti kirjeitä puisessa rasiassa.",
                                         "Kukaan ei ollut lukenut niitä sodan jälkeen.",
                                         "Eräänä sateisena iltapäivänä lapset löysivät avaimen.",
                                         "Sisällä tuoksui tupakka ja kuivatut kukat.",
                                         "Ensimmäinen kirje alkoi ilman tervehdystä.",
                                         "Se kertoi pitkästä matkasta ja junasta, joka ei tullut.",
                                         "Toinen pyysi anteeksi.",
                                         "Muut olivat kielellä, jota he eivät osanneet.",
                                         "Vanhin halusi kysyä opettajalta.",
                                         "Nuorin sulki rasian mieluummin."};
  auto rows = kStory;
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].target = {finnish[i]};
  const Parallel text("es", "en", rows);
  const auto alignment = text.align();
  CHECK(test::to_string(alignment) == text.beads);
  CHECK(alignment.quality < Parallel("es", "en", kStory).align().quality);
}

TEST_CASE("a chapter is not a book, though both have the number 1", "[align]") {
  const Parallel text(
      "es", "en",
      {
          {{"Libro 1"}, {"Book 1"}},
          {{"Capítulo 1"}, {"Chapter 1"}},
          {{"Donde se cuenta la llegada del circo."}, {"In which the circus comes to town."}},
          {{"Capítulo 2"}, {"Chapter 2"}},
          {{"De lo que vio el farmacéutico."}, {"What the chemist saw."}},
          {{"Libro 2"}, {}},
          {{"Capítulo 1"}, {"Chapter 1"}},
          {{"El elefante se niega a cruzar el río."}, {"The elephant refuses to cross the river."}},
      });
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("numbering that begins anew in each part does not lead from one part into another",
          "[align]") {
  const Parallel text("es", "en",
                      {
                          {{"Título I. De la casa"}, {"Title I. The house"}},
                          {{"Artículo 1"}, {"Article 1"}},
                          {{"La puerta se cierra a las diez."}, {"The door is locked at ten."}},
                          {{"Artículo 2"}, {}},
                          {{"El jardín es de todos."}, {}},
                          {{"Título II. De los huéspedes"}, {"Title II. Guests"}},
                          {{"Artículo 1"}, {"Article 1"}},
                          {{"Cada huésped recibe una llave."}, {"Each guest is given a key."}},
                          {{"Artículo 2"}, {"Article 2"}},
                          {{"No se admiten perros."}, {"No dogs are allowed."}},
                      });
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("a wrong number does not part a sentence from its translation", "[align]") {
  auto rows = kStory;
  rows[3] = {{"En 1936 había 412 habitantes y un solo médico."},
             {"In 1963 there were 421 inhabitants and only one doctor."}};
  rows[6] = {{"En 1963 quedaban 421 personas y ningún médico."},
             {"In 1936 there remained 412 people and no doctor."}};
  const Parallel text("es", "en", rows);
  CHECK(test::to_string(text.align()) == text.beads);
}

TEST_CASE("whatever the segments are, each stands in exactly one bead", "[align]") {
  Junk junk;
  const auto check = [&](std::size_t n, std::size_t m) {
    const auto source = junk.document("es", n);
    const auto target = junk.document("en", m);
    const auto alignment = trujaman::Aligner({source.document.language, target.document.language})
                               .align(source, target);
    INFO(n << " and " << m << " segments: " << test::to_string(alignment));
    CHECK(test::covers(alignment, n, m));
    CHECK((alignment.quality >= 0.0 && alignment.quality <= 1.0));
    for (const auto& bead : alignment.beads) {
      CHECK((bead.confidence >= 0.0 && bead.confidence <= 1.0));
    }
  };
  for (int round = 0; round < 100; ++round) check(junk.below(30), junk.below(30));
  check(400, 390);  // beyond what is searched as a whole
  check(3, 500);
  check(500, 3);
}
