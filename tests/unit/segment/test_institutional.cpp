// Sentences as institutions write them. " | " stands where a segment ends, and nowhere else.
#include <initializer_list>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/segmenter.hpp>

namespace {

using trujaman::LanguageTag;
using trujaman::Segmenter;

constexpr std::string_view kCut = " | ";

std::string without_cuts(std::string text) {
  for (std::size_t at = text.find(kCut); at != std::string::npos; at = text.find(kCut)) {
    text.replace(at, kCut.size(), " ");
  }
  return text;
}

std::string with_cuts(const Segmenter& segmenter, const std::string& text) {
  std::string out;
  for (const auto span : segmenter.split(text)) {
    if (!out.empty()) out += kCut;
    out += text.substr(span.begin, span.size());
  }
  return out;
}

void check(const char* language, std::initializer_list<const char*> cases) {
  const Segmenter segmenter{LanguageTag(language)};
  for (const std::string wanted : cases)
    CHECK(with_cuts(segmenter, without_cuts(wanted)) == wanted);
}

}  // namespace

TEST_CASE("references to documents, articles and pages") {
  check("es", {
                  "El Pacto figura en A/RES/73/195. | La Asamblea lo hizo suyo. | Nadie se opuso.",
                  "Véanse los párrs. 4 a 6 y el art. 2.1 del Pacto.",
                  "Véase el art. 2.1. | El Comité tomó nota.",
                  "Véase el documento núm. 3 de la serie. | Está en la red.",
                  "Nótese el n.º 5, el nº 6 y el No. 7 del boletín.",
                  "Consúltense las págs. 12 y ss. del informe.",
                  "Vid. vol. II, pp. 3-5. | El resto no interesa.",
                  "Cf. Informe anual, cap. III. | Véase también el anexo.",
                  "Ibíd., párr. 7. | Ibid., pág. 12. | Op. cit., pág. 3.",
                  "García et al. (2020) midieron el efecto. | López et al. no lo hallaron.",
                  "El doc. A/73/5 y la ref. E.03.XVII.11 tratan de ello.",
                  "Fue en oct. | COVID-19 no se conocía aún.",
                  "La Ley Núm. 5, de 3 de mayo, y el Dto. 23/2020. | Rigen ambas.",
                  "Cuadro 3. Población por sexo",
                  "Anexo I. Mandato del Comité",
              });
  check("en", {
                  "It is set out in A/RES/73/195. | The Assembly endorsed it.",
                  "See paras. 4 to 6, art. 2.1 and No. 5. | The rest is clear.",
                  "See Smith et al. (2019), pp. 3–5. | Jones et al. disagree.",
                  "Cf. Annual Report, vol. 2, p. 5. | See also ch. 3.",
                  "Ibid., para. 7. | Ibid. p. 9.",
                  "Nos. 5 and 6 apply. | Vols. 2–4 and Sales No. E.03.XVII.11 do not.",
                  "Sect. 6, Fig. 2 and Tab. 3 apply. | Eq. 4 and vol. II do not.",
                  "He said no. | I left.",
                  "Chapter 5. The rights of the child",
                  "Fig. 2. Remittances by region",
                  "See Fig. B. | The rest is clear.",
              });
  check("fr", {
                  "Elle figure dans A/RES/73/195. | L’Assemblée l’a approuvée.",
                  "Voir les par. 4 à 6, l’art. 2.1 et le no 5. | Le reste est clair.",
                  "Voir n. 5, vol. 3 et p. 12. | Le reste est clair.",
                  "Cf. le rapport annuel, chap. III. | Voir aussi l’annexe.",
                  "Ibid., p. 12. | Op. cit., p. 3.",
                  "Smith et al. ont mesuré l’effet. | D’autres non.",
                  "Article 5. Nul ne sera soumis à la torture.",
                  "Voir fig. 3 et l’art. L. 123-4 du code. | C’est clair.",
              });
}

TEST_CASE("titles and initials") {
  check("es", {
                  "La Sra. M. Bachelet y el Sr. A. Guterres abrieron la sesión.",
                  "El Dr. J. L. Gómez y la Dra. P. Ruiz son expertos. | Hablaron ayer.",
                  "Presentado por la Excma. Sra. D.ª Ana Ruiz, Emb. de España.",
                  "Agradecemos su carta a Ud. | La respuesta va aparte.",
                  "La S. R. E. informó. | La decisión es firme.",
              });
  check("en", {
                  "Mr. A. Guterres and Ms. M. Bachelet spoke. | Amb. P. Smith did not.",
                  "J. K. Rowling and J.R.R. Tolkien wrote. | They sold well.",
                  "Dr. Smith Jr. and Gen. Lee Sr. met. | They spoke.",
                  "The Hon. J. Smith, M.P., spoke. | The Rev. A. Lee did not.",
                  "I said it was him and I. | Did you hear?",
              });
  check("fr", {
                  "M. Dupont et Mme Martin ont parlé. | MM. Durand et Petit aussi.",
                  "M. A. Guterres et Mme M. Bachelet ont ouvert la session.",
                  "Il s’agit du Dr J. Petit. | Me Durand était là.",
                  "J.-P. Martin et Ch. Petit sont venus.",
              });
}

TEST_CASE("abbreviations that may end a sentence") {
  check("es", {
                  "Los EE. UU. y México firmaron el acuerdo.",
                  "En EE. UU. todo bien. | A las 5 p. m. cerró el n.º 5.",
                  "El acuerdo se firmó en EE. UU. | Después entró en vigor.",
                  "Llegaron alimentos, medicinas, etc. | El transporte fue aéreo.",
                  "Llegaron alimentos, medicinas, etc., y agua.",
                  "Hubo otros, p. ej. Perú y Chile, o p. ej., Cuba.",
                  "Roma cayó en el siglo II a. C. | Su recuerdo quedó.",
                  "Vivió de 45 a. C. a 12 d. C. | Murió en el exilio.",
                  "Reunidos en Bogotá, D.C. el 6 de noviembre.",
                  "La empresa Aguas del Sur, S. A. de C. V. ganó el contrato.",
                  "Contrató a Construcciones Pérez, S.A. | La obra empezó en mayo.",
                  "Los RR. HH. y las AA. VV. de la zona.",
                  "Escriba a RR. HH. | Ninguna carta se pierde. | Llegaron SS. MM. los Reyes y SS. "
                  "AA. RR. Ana y Luis.",
                  "Pertenece a la O.N.U. | Desde 2016 colabora.",
                  "N. B. La lista no es exhaustiva. | Véase el anexo.",
              });
  check("en", {
                  "The U.S. Government signed it. | Canada did not.",
                  "He lives in the U.S. | His sister does not.",
                  "The company, Water Inc., won. | Acme Corp. lost.",
                  "He works for Acme Inc. | The firm is small.",
                  "Yahoo! Inc. sold it. | He read Jeopardy! | The show was over.",
                  "Food, water, etc. | The convoy left.",
                  "He got a Ph.D. in 1990. | She got a B.A. | They met.",
                  "He saw St. Mary's Church on 5th St. near the park.",
                  "He lives on Main St. | The park is close.",
                  "He toured the U.S. | Millions saw him in Fresno, Calif. and elsewhere.",
                  "He came from Washington, D.C. | He went to N.Y. by train.",
              });
  check("fr", {
                  "Il y a d’autres pays, p. ex. Lima et Quito. | Il en manque.",
                  "C.-à-d. que tout est dit. | Rien ne manque.",
                  "De la nourriture, de l’eau, etc. | Le convoi est parti.",
                  "Rome est tombée au IIe siècle av. J.-C. | Son souvenir reste.",
                  "Rome est tombée au IIe siècle av. J.-C. selon lui.",
                  "L’O.N.U. et l’O.M.S. agissent. | L’U.E. aussi.",
                  "Il travaille pour Eaux du Sud S.A. | La société est petite.",
                  "Il travaille pour Eaux du Sud S.A. | L’entreprise est petite.",
              });
}

TEST_CASE("dates, times, amounts and units") {
  check("es",
        {
            "La sesión empezó a las 9 a. m. y terminó a las 5 p. m. | Asistieron 40 delegados.",
            "A las 5 a. m. Pedro llegó.",
            "La sesión se levantó a las 18.30 h. | La siguiente será el lunes.",
            "La reunión fue el 14.10.2021. | Duró dos horas.",
            "El costo fue de 1.250.000,50 dólares. | Se pagó en 2021.",
            "La tasa es de 3.5. | Antes era de 4.",
            "Fue en ene. de 2020 y terminó en dic. 2021. | Ya pasó.",
            "Llegaron 40. | 30 se quedaron.",
            "Pesa 12 kg. | Mide 3 m. | Es azul.",
        });
  check("en", {
                  "It starts at 9 a.m. and ends at 5 p.m. | Lunch is at noon.",
                  "It ends at 5 p.m. Monday, or 5 p.m. GMT. | Be there.",
                  "It was in Jan. 2020 and ended on Dec. 31. | It is over.",
                  "It cost $1,250,000.50. | It was paid in 2021.",
                  "We saw the sun. | The day was fine.",
              });
  check("fr", {
                  "Vers 10 h. 30, tout était fini. | On partit.",
                  "Cela coûte 1 250 000,50 euros. | C’est payé.",
                  "Env. 500 personnes, max. 600, sont venues.",
              });
}

TEST_CASE("ordinals and roman numerals") {
  check("es", {
                  "El 1.er párrafo y la 2.ª parte se revisan. | El 3.º no.",
                  "Reinó Felipe II. | Después reinó Felipe III.",
                  "IV. Conclusiones de la sesión",
              });
  check("en", {"The king was Henry VIII. | He had six wives."});
  check("fr", {
                  "Le 1er paragraphe et la 2e partie. | Le 3e non.",
                  "Le roi était Louis XIV. | Il régna longtemps.",
              });
}

TEST_CASE("quotations, brackets and dialogue") {
  check("es", {
                  "Dijo: “No dejaremos a nadie atrás. Es nuestro deber”, y todos aplaudieron.",
                  "“No dejaremos a nadie atrás.” | Con estas palabras terminó.",
                  "“No dejaremos a nadie atrás”. | Con estas palabras terminó.",
                  "«¿Quién responde?», preguntó la relatora. | Nadie contestó.",
                  "Se aprobó (véase el anexo I. A. (parte 2)) y se publicó [con cambios. Menores].",
                  "Se aprobó el proyecto. | (El texto figura en el anexo.) | La sesión se levantó.",
                  "—¿Vienes mañana? —preguntó Ana. | —No lo sé —respondió él—. | Tal vez.",
              });
  check("en", {
                  "He said, “Leave no one behind. That is our duty”, and left.",
                  "“Who will answer?” asked the chair. | Nobody did.",
                  "“Who will answer?” Ms. A. Lee asked. | “Nobody!” I cried. | “Why?” | They knew.",
                  "'Who is it? Who?' he said. | It was the members' right.",
                  "The members' rights are clear. | Nobody's are not. | It is 'so'.",
                  "She said \"It is true. I saw it.\" | Then she left.",
                  "They said so. (Which was true.) | (It was late.) | We left.",
                  "“Leave no one behind.” (Guterres, 2019)",
                  "They left. | (It was late.)",
                  "“But I—” | The chair rose.",
              });
  check("fr",
        {
            "« Qui répond ? » demanda la présidente. | Personne.",
            "« Qui répond ? » | Personne ne parla.",
            "Il a dit : « Personne ne sera oublié. C’est notre devoir. » | Puis il est parti.",
            "— Viens-tu demain ? demanda Anne. | — Je ne sais pas.",
        });
}

TEST_CASE("questions, exclamations and ellipses") {
  check("es", {
                  "¿Cómo se mide? | ¿Con qué datos? | ¡Nadie lo sabe!",
                  "¿Cómo se mide? ¿con qué datos? ¿para quién?",
                  "Preguntó ¿qué hacemos? y nadie supo qué decir.",
                  "¡Qué desastre!, dijo el alcalde. | Y se fue.",
                  "Esperaron… y nadie vino. | Esperaron... | Nadie vino.",
                  "El texto dice “[…] todos […] tienen derechos”. | Es claro.",
                  "(...) El texto sigue.",
              });
  check("en", {
                  "Is it so? is it fair? | Is it?",
                  "They waited ... and nobody came. | They waited… | Nobody came.",
                  "He thought ... I was late. | He thought .... | He was late.",
                  "Choose Standard Filter... - Options.",
                  "Choose More Fields… ▸ Document or A, B, … , End. | Click.",
                  "A, B, ... (Greek)",
                  "The list was long. | . . . The rest is lost.",
              });
  check("fr", {
                  "Qui vient ? | Personne ! | Tant pis.",
                  "Ils attendirent… et personne ne vint. | Ils attendirent... | Rien.",
              });
}

TEST_CASE("enumerations inside a sentence stay, lists in one line are taken apart") {
  check("es",
        {
            "Los criterios son 1) pertinencia, 2) eficacia y 3) rigor. | Se aplican a todo.",
            "Los fines son: a) proteger a las personas; b) facilitar la movilidad; c) cooperar.",
            "Decide: a) Aprobar el informe; b) Pedir más fondos.",
            "a) Aprobar el informe; | b) Pedir más fondos.",
            "1. Aprueba el informe. | 2. Pide más fondos.",
            "1. Aprueba la decisión 2. | El Comité tomó nota.",
            "• Salud | • Educación | • Trabajo",
            "a) Según el inciso b) El Comité decide.",
        });
  check("en", {
                  "The aims are 1) safety, 2) order and 3) regularity. | They hold.",
                  "(a) To adopt the report; | (b) To ask for funds.",
                  "i) Adopt the report; | ii) Ask for funds; | iii) Close.",
                  "i. The first item | ii. The second item | iii. The third item",
                  "A. Smith and B. Jones met. | They spoke.",
              });
  check("fr", {
                  "Les objectifs sont 1) la sécurité, 2) l’ordre et 3) la régularité.",
                  "a) Adopter le rapport ; | b) Demander des fonds.",
              });
}

TEST_CASE("marks of notes belong to the sentence that they follow") {
  check("es", {
                  "Así lo dice el informe.12 | Los datos lo confirman.3, 4 | No hay más.",
                  "Así lo dice el informe.¹² | Los datos lo confirman.* | No hay más.",
                  "Así lo dice el informe [12]. | Los datos lo confirman.[13] | No hay más.",
              });
  check("fr", {"Ainsi le dit le rapport1. | Les données le confirment ². | Rien de plus."});
}

TEST_CASE("addresses") {
  check("es", {
                  "Véase https://www.iom.int/es/Docs.Publicos y escriba a info@iom.int. | Gracias.",
                  "Visite www.iom.int. | Allí está todo.",
                  "Cra. 7 No. 40-53 Piso 10 Tel. (57-1) 3239300 Ext. 1010",
              });
  check("en", {
                  "Node.js, ASP.NET and www.Example.Com are names. | Version 2.0 is out.",
                  "Her address is Jane.Doe@example.com. | I wrote to her.",
              });
}

TEST_CASE("a sentence ends where only the blank behind it is missing") {
  const Segmenter es{LanguageTag("es")};
  CHECK(with_cuts(es, "El proyecto terminó.Los resultados son buenos.") ==
        "El proyecto terminó. | Los resultados son buenos.");
  CHECK(with_cuts(es, "Abrió el mercado.México vendió más.") ==
        "Abrió el mercado. | México vendió más.");
  CHECK(with_cuts(es, "Vino la COVID-19.La crisis (leve).El plan “fin”.Los datos, no.") ==
        "Vino la COVID-19. | La crisis (leve). | El plan “fin”. | Los datos, no.");
  CHECK(with_cuts(es, "Habló un ex-jefe.Nadie más. Use a-b_c.Dat aquí.") ==
        "Habló un ex-jefe. | Nadie más. | Use a-b_c.Dat aquí.");
  CHECK(with_cuts(es, "Usa PROMEDIO.SI para ello.Él no.") == "Usa PROMEDIO.SI para ello. | Él no.");
  CHECK(with_cuts(es, "Según el art.El plazo corre.") == "Según el art.El plazo corre.");
}

TEST_CASE("an empty line or an item of a list on a line of its own ends a segment") {
  const Segmenter es{LanguageTag("es")};
  CHECK(with_cuts(es, "Una línea\nque sigue\n\nOtra") == "Una línea\nque sigue | Otra");
  CHECK(with_cuts(es, "• 1. Salud\n• 2. Agua\n- Trabajo") == "• 1. Salud | • 2. Agua | - Trabajo");
  CHECK(with_cuts(es, "Véase el párrafo\n5. del informe") == "Véase el párrafo\n5. del informe");
}
