#include "findings.hpp"

using namespace test;
using trujaman::CodeKind;
using trujaman::InlineCode;

namespace {

InlineCode code(CodeKind kind, std::size_t position, int pair, const std::string& native) {
  InlineCode out;
  out.kind = kind;
  out.position = position;
  out.pair = pair;
  out.native = native;
  return out;
}

trujaman::InlineCodes bold(std::size_t begin, std::size_t end) {
  return {code(CodeKind::Bpt, begin, 1, "<b>"), code(CodeKind::Ept, end, 1, "</b>")};
}

std::vector<std::string> rules(const trujaman::TranslationUnit& unit) {
  std::vector<std::string> out;
  for (const auto& finding : trujaman::Checker().check(unit)) {
    out.emplace_back(name_of(finding.rule));
  }
  return out;
}

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("a code that one side lacks is found", "[check]") {
  auto unit = unit_of({"es:Los migrantes llegan.", "en:The migrants arrive."});
  unit.variants[0].codes = bold(4, 13);
  CHECK(rules(unit) == Rules{"code"});

  unit.variants[1].codes = {code(CodeKind::Bpt, 4, 1, "<b>")};
  CHECK(rules(unit) == Rules{"code"});

  unit.variants[1].codes = bold(4, 12);
  CHECK(rules(unit) == Rules{});

  unit.variants[1].codes.push_back(code(CodeKind::Ph, 20, 0, "<br/>"));
  CHECK(rules(unit) == Rules{"code"});
}

TEST_CASE("codes in another order are noted", "[check]") {
  auto unit = unit_of({"es:Uno y dos.", "en:Two and one."});
  unit.variants[0].codes = {code(CodeKind::Ph, 0, 0, "<x/>"), code(CodeKind::Ph, 6, 0, "<y/>")};
  unit.variants[1].codes = unit.variants[0].codes;
  CHECK(rules(unit) == Rules{});
  std::swap(unit.variants[1].codes[0].native, unit.variants[1].codes[1].native);
  CHECK(rules(unit) == Rules{"code-order"});
}

TEST_CASE("codes that have lost their content are told apart by their numbers", "[check]") {
  auto unit = unit_of({"es:Uno y dos.", "en:One and two."});
  unit.variants[0].codes = {code(CodeKind::Bpt, 0, 1, ""), code(CodeKind::Ept, 3, 1, "")};
  unit.variants[1].codes = {code(CodeKind::Bpt, 0, 1, ""), code(CodeKind::Ept, 3, 1, "")};
  CHECK(rules(unit) == Rules{});
}

TEST_CASE("a placeholder or tag in the text that one side lacks is found", "[check]") {
  fires(CheckRule::Code, {
                             {"es:Faltan %d archivos.", "en:Files are missing."},
                             {"es:Hola, {name}.", "en:Hello, {nombre}."},
                             {"es:Una palabra <b>importante</b>.", "en:An <b>important word."},
                             {"es:Abrir ${file}.", "en:Open file."},
                             {"es:Iniciar %PRODUCTNAME", "en:Start product"},
                         });
  is_silent(CheckRule::Code, {
                                 {"es:Faltan %d archivos.", "en:%d files are missing."},
                                 {"es:El 50 % de los casos.", "en:Half of the cases."},
                                 {"es:El 50% de los casos.", "en:50% of cases."},
                                 {"es:Si a < b y b > c.", "en:If a < b."},
                                 {"es:Tom & Jerry; fin.", "en:Tom and Jerry; end."},
                                 {"es:Una&nbsp;palabra.", "en:A word."},
                             });
}

TEST_CASE("placeholders in another order are noted", "[check]") {
  fires(CheckRule::CodeOrder, {
                                  {"es:De %s a %d.", "en:To %d from %s."},
                                  {"es:{a} y {b}", "en:{b} and {a}"},
                                  {"es:<i>Uno</i> <b>dos</b>", "en:<b>Two</b> <i>one</i>"},
                              });
  is_silent(CheckRule::CodeOrder, {
                                      {"es:De %s a %d.", "en:From %s to %d."},
                                      {"es:{a} y {b}", "en:{a} and {b}"},
                                      {"es:<i>Uno</i> <b>dos</b>", "en:<i>One</i> <b>two</b>"},
                                  });
}
