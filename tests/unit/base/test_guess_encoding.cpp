#include <map>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/encoding.hpp"
#include "base/guess_encoding.hpp"
#include "base/unicode.hpp"

using namespace trujaman;

namespace {

const std::string kSpanish =
    "Informe de situación\n\nLa migración de los jóvenes continuó en el año 2020: «¿Quién cuidará "
    "los pequeños huertos?», preguntó la señora Muñoz. Según la encuesta n.º 3, el 7,6 % llegó en "
    "otoño.\n";
const std::string kFrench =
    "Rapport d’étape\n\nLa municipalité a créé des ateliers où les élèves reçoivent de l’aide. Ça "
    "a plu à l’équipe, déjà très occupée par la fête de la forêt.\n";
const std::string kEnglish =
    "Progress report\n\nThe “green” plan — the mayor’s idea — cost £40 more than last year’s café "
    "did, but people liked it.\n";

/// @p text in an encoding of one byte a character.
std::string encode(const std::string& text, const std::string& encoding) {
  std::map<std::string, char> bytes;
  for (int b = 0x80; b < 0x100; ++b) {
    const std::string byte(1, static_cast<char>(b));
    try {
      bytes.emplace(base::decode(byte, encoding, {}), byte[0]);
    } catch (const Error&) {
      continue;
    }
  }
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (base::next_code_point(text, i) < 0x80) {
      out += text[begin];
    } else {
      out += bytes.at(text.substr(begin, i - begin));
    }
  }
  return out;
}

/// @p text in UTF-16 or UTF-32 without a mark; its characters are of the basic plane.
std::string encode_wide(const std::string& text, std::size_t unit, bool little) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::string bytes(unit, '\0');
    const char32_t c = base::next_code_point(text, i);
    bytes[little ? 0 : unit - 1] = static_cast<char>(c & 0xFFU);
    bytes[little ? 1 : unit - 2] = static_cast<char>(c >> 8U);
    out += bytes;
  }
  return out;
}

/// What is read, and the warnings.
struct Outcome {
  std::string text;
  std::vector<Diagnostic> diagnostics;
};

Outcome read(const std::string& bytes, const std::string& encoding = "") {
  Outcome out;
  out.text = base::decode_or_guess(bytes, encoding, "informe.txt",
                                   [&](const Diagnostic& d) { out.diagnostics.push_back(d); });
  return out;
}

std::string without(std::string text, const std::string& what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what)) {
    text.erase(at, what.size());
  }
  return text;
}

}  // namespace

TEST_CASE("the encoding of Spanish, English and French text is found", "[encoding]") {
  for (const char* encoding : {"windows-1252", "macintosh"}) {
    for (const std::string& text : {kSpanish, kFrench, kEnglish}) {
      CAPTURE(encoding, text);
      const Outcome out = read(encode(text, encoding));
      CHECK(out.text == text);
      REQUIRE(out.diagnostics.size() == 1);
      CHECK(out.diagnostics[0].severity == Severity::Warning);
      CHECK(out.diagnostics[0].message.find(encoding) != std::string::npos);
      CHECK(out.diagnostics[0].message.find("confidence ") != std::string::npos);
      CHECK(out.diagnostics[0].where.source == "informe.txt");
    }
  }
}

TEST_CASE("ISO 8859-1, ISO 8859-15 and DOS text is found", "[encoding]") {
  const std::string french = without(kFrench, "’");
  CHECK(read(encode(kSpanish, "ISO-8859-1")).text == kSpanish);
  CHECK(read(encode(french, "ISO-8859-1")).text == french);
  const std::string euro = "L\u00E9quipe a dépensé 40 € pour des œufs et un cœur.\n";
  CHECK(read(encode(euro, "ISO-8859-15")).text == euro);
  CHECK(read(encode(kSpanish, "IBM850")).text == kSpanish);
  CHECK(read(encode(french, "IBM850")).text == french);
}

TEST_CASE("UTF-16 and UTF-32 without a mark are found", "[encoding]") {
  for (const std::string& text : {kSpanish, kFrench, kEnglish}) {
    for (const bool little : {true, false}) {
      CAPTURE(text, little);
      CHECK(read(encode_wide(text, 2, little)).text == text);
      CHECK(read(encode_wide(text, 4, little)).text == text);
    }
  }
}

TEST_CASE("a few words are enough", "[encoding]") {
  CHECK(read("Primera l\xEDnea.\nA\xF1o nuevo.\n").text == "Primera línea.\nAño nuevo.\n");
  CHECK(read("Le th\xE9 est pr\xEAt.").text == "Le thé est prêt.");
  CHECK(read("El ni\x96o lleg\x97 aqu\x92.").text == "El niño llegó aquí.");
}

TEST_CASE("apostrophes and accents are told by the language of the words round them",
          "[encoding]") {
  const std::string english =
      "We’ll see what the mayor’s people say about the café that isn’t there.\n";
  CHECK(read(encode(english, "windows-1252")).text == english);
  CHECK(read(encode(english, "macintosh")).text == english);
  const std::string spanish = "El río que pasa por el país crecía todavía, y así seguía aquí.\n";
  CHECK(read(encode(spanish, "windows-1252")).text == spanish);
  CHECK(read(encode(spanish, "macintosh")).text == spanish);
  const std::string french = "L’œuvre de la ville qu’on a vue d’en haut n’est pas finie.\n";
  CHECK(read(encode(french, "windows-1252")).text == french);
  CHECK(read(encode(french, "macintosh")).text == french);
  const std::string heart = "Les œuvres du maître sont au cœur de la ville.\n";
  CHECK(read(encode(heart, "ISO-8859-15")).text == heart);
}

TEST_CASE("capitals are told, too", "[encoding]") {
  const std::string text =
      "INFORME ANUAL: MIGRACIÓN, NIÑEZ Y EDUCACIÓN\n\nÁvila, 2020. Último año.\n";
  CHECK(read(encode(text, "windows-1252")).text == text);
  CHECK(read(encode(text, "macintosh")).text == text);
}

TEST_CASE("Text that is not Latin is left to ICU", "[encoding]") {
  const std::string russian =
      "Международная организация по миграции опубликовала доклад о положении мигрантов в этом "
      "регионе. В нём говорится, что их число выросло.\n";
  CHECK(read(encode(russian, "windows-1251")).text == russian);
  CHECK(read(encode(russian, "KOI8-R")).text == russian);
}

TEST_CASE("what says its encoding, or is UTF-8, is not guessed", "[encoding]") {
  CHECK(read(kSpanish).diagnostics.empty());
  CHECK(read("\xEF\xBB\xBFHola.").diagnostics.empty());
  const Outcome named = read("A\xF1o", "ISO-8859-1");
  CHECK(named.text == "Año");
  CHECK(named.diagnostics.empty());
}

TEST_CASE("a broken UTF-8 file is no Latin one, and what is no text is refused", "[encoding]") {
  const auto line = [](const std::string& bytes) -> std::size_t {
    try {
      (void)base::decode_or_guess(bytes, "", "x.txt", {});
    } catch (const Error& e) {
      CHECK(e.code() == Errc::Malformed);
      return e.where().line;
    }
    return 0;
  };
  CHECK(line(kSpanish + "roto \xC3 aquí: migración, año, señora\n") == 4);
  CHECK(line("\x89PNG\r\n\x1a\n\x93\x91\x99\xFF\xFE\x81\x90\xD8\xD9\x01\x02") == 1);
}
