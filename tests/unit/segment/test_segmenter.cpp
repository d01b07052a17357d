#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/segmenter.hpp>

using trujaman::LanguageTag;
using trujaman::Segmenter;

namespace {
using Sentences = std::vector<std::string>;

Sentences split(const char* language, const std::string& text) {
  Sentences out;
  for (const auto span : Segmenter(LanguageTag(language)).split(text)) {
    out.push_back(text.substr(span.begin, span.size()));
  }
  return out;
}

/// The text is one segment.
void whole(const char* language, const std::string& text) {
  INFO(text);
  CHECK(split(language, text) == Sentences{text});
}
}  // namespace

TEST_CASE("a full stop, question or exclamation mark before a capital ends a segment") {
  CHECK(split("es", "Llegaron en marzo. ¿Cuántos eran? ¡Miles! Nadie lo esperaba.") ==
        Sentences{"Llegaron en marzo.", "¿Cuántos eran?", "¡Miles!", "Nadie lo esperaba."});
  CHECK(split("fr", "Qui vient ? Personne ! Tant pis.") ==
        Sentences{"Qui vient ?", "Personne !", "Tant pis."});
}

TEST_CASE("other scripts have marks of their own") {
  CHECK(split("ja", "はい。元気です！") == Sentences{"はい。", "元気です！"});
  CHECK(split("ar", "ما هذا؟ لا أعرف.") == Sentences{"ما هذا؟", "لا أعرف."});
  CHECK(split("hi", "यह क्या है। मुझे नहीं पता।") == Sentences{"यह क्या है।", "मुझे नहीं पता।"});
  CHECK(split("ru", "Что это? Не знаю.") == Sentences{"Что это?", "Не знаю."});
}

TEST_CASE("abbreviations of titles do not end a segment") {
  whole("es", "Intervino la Sra. Amy Pope, acompañada del Sr. António Vitorino.");
  whole("en", "Mr. Smith and Dr. M. Bachelet met Ms. Gupta.");
  whole("fr", "M. Dupont et Mme Martin ont reçu MM. Durand et Petit.");
}

TEST_CASE("abbreviations of references go on before a number only") {
  whole("es", "Véanse los párrs. 4 a 6 y el art. 2.1 de la pág. 12, núm. 3.");
  whole("en", "See paras. 4 to 6, art. 2 and No. 5.");
  whole("fr", "Voir p. 12, art. 5 et vol. 3.");
  CHECK(split("en", "He said no. Then he left.").size() == 2);
}

TEST_CASE("an abbreviation that may end a sentence ends it before a capital") {
  CHECK(split("es", "Agua, salud, etc. Sin embargo, faltó tiempo.").size() == 2);
  whole("es", "Agua, salud, etc. y otras cosas.");
  whole("es", "Los EE. UU. firmaron a las 5 p. m. del lunes.");
}

TEST_CASE("initials and document symbols stay whole") {
  whole("es", "La resolución A/RES/70/1 la presentó J. M. Pérez.");
  whole("en", "Resolution A/RES/73/195 was introduced by J. M. Keynes.");
  CHECK(split("en", "He lives in the U.S. The family stayed in Mexico.").size() == 2);
}

TEST_CASE("numbers and enumerations inside a sentence do not end it") {
  whole("es", "La población aumentó un 12.5 % hasta 1.000.500 personas.");
  whole("es", "Se destacó la importancia de 1) la planificación, 2) la inclusión, y 3) el acceso.");
  whole("es", "1. La pandemia afectó a todos.");
  CHECK(split("en", "1. The first item 2. The second item") ==
        Sentences{"1. The first item", "2. The second item"});
}

TEST_CASE("semicolons and colons end nothing") {
  whole("es", "Hubo tres temas: salud; educación; trabajo.");
}

TEST_CASE("quotations and brackets are not cut, and close with their sentence") {
  whole("es", "Dijo “No dejar a nadie atrás. Es nuestro deber”, y calló.");
  CHECK(split("fr", "Il a dit « Personne ne sera oublié. » Puis il est parti.") ==
        Sentences{"Il a dit « Personne ne sera oublié. »", "Puis il est parti."});
  CHECK(split("en", "(It was late.) They went home.").size() == 2);
}

TEST_CASE("an ellipsis ends a segment before a capital only") {
  whole("es", "Pensó… y no dijo nada.");
  CHECK(split("es", "Pensó… Luego habló.").size() == 2);
  whole("es", "El texto “[…] Todos son iguales” es conocido.");
}

TEST_CASE("every byte that is not white space falls in one segment") {
  const std::string text = "  Uno.  Dos… tres!\u00A0 Cuatro.5 ¿Cinco?(Seis.) ";
  std::size_t covered = 0;
  std::size_t last = 0;
  for (const auto span : Segmenter(LanguageTag("es")).split(text)) {
    CHECK(span.begin >= last);
    CHECK(text.substr(last, span.begin - last).find_first_not_of(" \xC2\xA0") == std::string::npos);
    last = span.end;
    covered += span.size();
  }
  CHECK(covered > 0);
  CHECK(split("es", "").empty());
  CHECK(split("es", " \u00A0 ").empty());
}

TEST_CASE("a user's abbreviations are kept too") {
  const Segmenter segmenter(LanguageTag("es"), {{"Rtdo."}});
  CHECK(segmenter.split("El Rtdo. Pérez llegó.").size() == 1);
}
