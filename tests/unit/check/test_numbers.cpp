#include "findings.hpp"

using namespace test;
using Words = std::vector<std::string>;

TEST_CASE("a number that stands on one side only is found", "[check]") {
  fires(CheckRule::Number,
        {
            {"es:Participaron 25 países.", "en:52 countries took part."},
            {"es:Un aumento del 7,6 %.", "en:An increase of 76 per cent."},
            {"es:Se recibieron 1.000,5 toneladas.", "fr:Il a été reçu 1 000,6 tonnes."},
            {"en:They have 5 million members.", "es:Tienen 5.000 miembros."},
            {"es:Un total de 5 millones.", "en:A total of 5 billion."},
            {"es:Resolución A/RES/70/1.", "en:Resolution A/RES/71/1."},
            {"es:A las 14:30 horas.", "en:At 2:45 p.m."},
            {"es:Llegaron en 1951.", "fr:Ils sont arrivés en 1915."},
            {"es:Siglo XIX.", "en:20th century."},
            {"es:La versión 3.2.1.", "en:Version 3.2.2."},
            {"es:Hay diez casos.", "en:There are 12 cases."},
            {"es:La COVID-19 se extendió.", "en:COVID-17 spread."},
            {"es:El grupo G20.", "en:The G7 group."},
        });
}

TEST_CASE("a number finding names the words of both sides", "[check]") {
  CHECK(words(CheckRule::Number, {"es:De 25 a 30 países.", "en:From 52 to 30 countries."}) ==
        Words{"25", "52"});
  CHECK(messages(CheckRule::Number, {"es:Son 25.", "en:They are 52."}) ==
        Words{"the source has “25”, the target “52”"});
  CHECK(messages(CheckRule::Number, {"es:Son muchos.", "en:They are 52."}) ==
        Words{"“52” is not in the source"});
}

TEST_CASE("numbers are equal however a language writes them", "[check]") {
  is_silent(CheckRule::Number,
            {
                {"es:Se recibieron 1.000,5 toneladas.", "en:1,000.5 tonnes were received."},
                {"es:Son 10 000 personas.", "en:They are 10,000 people."},
                {"es:Son 1.234.567 habitantes.", "fr:1\u202F234\u202F567 habitants."},
                {"es:El 7,6 % de ellos.", "en:7.6% of them."},
                {"es:Medio millón, o 0,50.", "en:Half a million, or 0.5."},
                {"es:Tienen 2 millones.", "en:They have 2,000,000."},
                {"es:Unos 5.000 millones de dólares.", "en:Some $5 billion."},
                {"es:Unos 5.000 millones.", "fr:Quelque 5 milliards."},
                {"es:Entre 5 y 10 millones.", "en:Between 5 million and 10 million."},
                {"es:Costó 3 millones.", "en:It cost 3m."},
            });
}

TEST_CASE("number words, ordinals and Roman numerals may stand for figures", "[check]") {
  is_silent(CheckRule::Number, {
                                   {"es:Hay 3 países.", "en:There are three countries."},
                                   {"es:La doceava parte de 25.", "fr:Un douzième de vingt-cinq."},
                                   {"es:Tiene 95 años.", "fr:Il a quatre-vingt-quinze ans."},
                                   {"es:Son doscientos treinta y cinco.", "en:They are 235."},
                                   {"es:El siglo XXI.", "en:The 21st century."},
                                   {"es:La 2.ª reunión.", "en:The 2nd meeting."},
                                   {"es:El 1.º de la lista.", "fr:Le 1er de la liste."},
                                   {"es:Hace 1 año.", "en:A year ago."},
                                   {"es:Las 2 partes.", "en:Both parties."},
                                   {"es:En los años 90.", "en:In the 1990s."},
                               });
}

TEST_CASE("numbers that a layout, a name or a habit explains are let pass", "[check]") {
  is_silent(CheckRule::Number,
            {
                {"es:La COVID-19 se extendió.", "en:The coronavirus spread."},
                {"es:1. Introducción", "en:Introduction"},
                {"es:Véase https://example.org/es/12.", "en:See https://example.org/en/13."},
                {"es:Entre 2019 y 2020, o 2020.", "en:Between 2019 and 2020."},
                {"es:El bienio 2019-20.", "en:The biennium 2019–2020."},
                {"es:A las 14:30.", "en:At 2:30 p.m."},
                {"es:A las 15 horas.", "fr:À 15 h."},
                {"es:A las 8:00 a. m.", "fr:À 8 h 00."},
                {"en:It was .08 per cent.", "es:Fue el 0,08 %."},
                {"en:Items 1,2,3.", "es:Puntos 1, 2 y 3."},
                {"es:Documento E/CN.3/2016/2/Rev.1.", "en:Document E/CN.3/2016/2/Rev.1."},
                {"es:Faltan %1 de %2 archivos.", "en:%2 files, %1 of them missing."},
            });
}

TEST_CASE("a date that stands on one side only is found", "[check]") {
  fires(CheckRule::Date, {
                             {"es:El 3 de mayo de 2024.", "en:On 5 May 2024."},
                             {"es:El 3 de mayo de 2024.", "en:On 3 March 2024."},
                             {"es:En mayo de 2024.", "fr:En mai 2023."},
                             {"es:Aprobada el 10 de diciembre de 1948.", "en:Adopted in 1948."},
                             {"es:Fecha: 25/12/2023.", "en:Date: 24 December 2023."},
                         });
}

TEST_CASE("dates are equal however a language writes them", "[check]") {
  is_silent(CheckRule::Date,
            {
                {"es:El 3 de mayo de 2024.", "en:On 3 May 2024."},
                {"es:El 3 de mayo de 2024.", "en:On May 3rd, 2024."},
                {"es:El 1.º de mayo de 2024.", "fr:Le 1er mai 2024."},
                {"es:El 3 de mayo del año 2024.", "fr:Le 3 mai 2024."},
                {"es:En septiembre de 2019.", "en:In Sept. 2019."},
                {"es:Del 3 al 5 de mayo de 2024.", "en:From May 3 to 5, 2024."},
                {"es:El 3/5/2024.", "en:2024-05-03."},
                {"es:El 3/5/2024.", "en:5/3/2024."},
                {"es:El 3 de mayo.", "en:On 3 May 2024."},
                {"es:El 30 de diciembre de 1899.", "en:On December 30,1899."},
                {"es:La COVID-19 podría volver.", "en:COVID-19 may return."},
                {"es:El 26 de marzo, 1700 millones.", "fr:Le 26 mars, 1,7 milliard."},
            });
}

TEST_CASE("the parts of a date are no numbers of their own", "[check]") {
  is_silent(CheckRule::Number, {
                                   {"es:El 3 de mayo de 2024.", "en:On 5 May 2024."},
                                   {"es:El 3/5/2024.", "en:3 May 2024."},
                                   {"es:El 3 y el 4 de mayo.", "en:On 3 and 4 May."},
                               });
}
