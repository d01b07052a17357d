/// A project's own memory as OmegaT keeps it: project_save.tmx.
#include <string>

#include <catch2/catch.hpp>

#include "base/neighbours.hpp"
#include "tmx.hpp"

using namespace trujaman;

namespace {

/// Default translations are sorted by their source. An alternative one is for one place, which its
/// props name: file, neighbours, and where the format has them an id or a path.
const std::string project_save =
    "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE tmx SYSTEM \"tmx11.dtd\">\n"
    "<tmx version=\"1.1\">\n"
    "  <header creationtool=\"OmegaT\" o-tmf=\"OmegaT TMX\" adminlang=\"EN-US\" "
    "datatype=\"plaintext\" creationtoolversion=\"6.0.0\" segtype=\"sentence\" srclang=\"ES\"/>\n"
    "  <body>\n<!-- Default translations -->\n"
    "    <tu>\n"
    "      <tuv lang=\"ES\">\n        <seg>Presentación de informes</seg>\n      </tuv>\n"
    "      <tuv lang=\"EN-GB\" changeid=\"ana\" changedate=\"20240302T051308Z\" "
    "creationid=\"ana\" creationdate=\"20240229T120000Z\">\n"
    "        <seg>Reporting</seg>\n      </tuv>\n    </tu>\n"
    "    <tu>\n      <note>Pregunté a la oficina:\nes el título del formulario.</note>\n"
    "      <tuv lang=\"ES\">\n        <seg>Véase el &lt;f0&gt;anexo&lt;/f0&gt;.</seg>\n"
    "      </tuv>\n"
    "      <tuv lang=\"EN-GB\" changeid=\"zoë\" changedate=\"20240302T051308Z\">\n"
    "        <seg>See the &lt;f0&gt;annex&lt;/f0&gt;.</seg>\n      </tuv>\n    </tu>\n"
    "<!-- Alternative translations -->\n"
    "    <tu>\n      <prop type=\"file\">informe/parte 2.docx</prop>\n"
    "      <prop type=\"prev\">Artículo 40</prop>\n"
    "      <prop type=\"next\">1. Los Estados Partes se comprometen a presentar informes.</prop>\n"
    "      <note>Así en el Pacto.</note>\n"
    "      <tuv lang=\"ES\">\n        <seg>Presentación de informes</seg>\n      </tuv>\n"
    "      <tuv lang=\"EN-GB\" changeid=\"ana\" changedate=\"20240303T080000Z\">\n"
    "        <seg>Submission of reports</seg>\n      </tuv>\n    </tu>\n"
    "  </body>\n</tmx>\n";

}  // namespace

TEST_CASE("a project_save.tmx gives both its translations, notes, places and dates", "[tmx]") {
  const auto read = test::read_tmx(project_save);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.units.size() == 3);
  CHECK(read.units[0].source_language == LanguageTag("es"));
  CHECK(read.units[0].variants.at(1).text == "Reporting");
  CHECK(read.units[0].variants.at(1).history.creator == "ana");
  CHECK(read.units[1].notes ==
        std::vector<std::string>{"Pregunté a la oficina:\nes el título del formulario."});
  CHECK(read.units[1].variants.at(0).text == "Véase el <f0>anexo</f0>.");
  const TranslationUnit& alternative = read.units[2];
  CHECK(alternative.variants.at(0).text == read.units[0].variants.at(0).text);
  CHECK(alternative.variants.at(1).text == "Submission of reports");
  CHECK(alternative.properties.at(0) == Property{"file", "informe/parte 2.docx"});
  const base::NeighbourTexts neighbours = base::neighbour_texts(alternative, "es");
  CHECK(neighbours.previous == std::vector<std::string>{"Artículo 40"});
  CHECK(neighbours.next ==
        std::vector<std::string>{"1. Los Estados Partes se comprometen a presentar informes."});
}

TEST_CASE("what OmegaT wrote is written back as it needs it", "[tmx]") {
  const auto first = test::read_tmx(project_save);
  const std::string written = test::write_tmx(first.units);
  CHECK_THAT(written, Catch::Contains("<prop type=\"prev\">Artículo 40</prop>"));
  CHECK_THAT(written, Catch::Contains("<prop type=\"file\">informe/parte 2.docx</prop>"));
  CHECK(test::read_tmx(written).units == first.units);
}
