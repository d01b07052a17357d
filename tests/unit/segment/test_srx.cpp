#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/segmenter.hpp>

#include "segment/srx_engine.hpp"

using trujaman::Errc;
using trujaman::Error;
using trujaman::LanguageTag;
using trujaman::Segmenter;
using trujaman::SrxRules;
using trujaman::SrxUse;

namespace {

using Segments = std::vector<std::string>;

/// An SRX 2.0 file with rules for two languages and for all; the first line of the body is line 4.
std::string file(const std::string& rules, const std::string& cascade = "yes") {
  return "<?xml version=\"1.0\"?>\n"
         "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
         "<header segmentsubflows=\"yes\" cascade=\"" +
         cascade + "\"/>\n" + rules + "</srx>\n";
}

/// The same with the rules of one set, for every language. Rules begin in line 5.
std::string one_set(const std::string& rules) {
  return file("<body><languagerules><languagerule languagerulename=\"All\">\n" + rules +
              "\n</languagerule></languagerules>\n"
              "<maprules><languagemap languagepattern=\".*\" languagerulename=\"All\"/></maprules>"
              "</body>\n");
}

std::string rule(const std::string& breaks, const std::string& before, const std::string& after) {
  return "<rule break=\"" + breaks + "\"><beforebreak>" + before + "</beforebreak><afterbreak>" +
         after + "</afterbreak></rule>\n";
}

Segments split(const std::string& srx, const std::string& text, const char* language = "es",
               SrxUse use = SrxUse::Replace) {
  const Segmenter segmenter(LanguageTag(language),
                            {.abbreviations = {}, .srx = SrxRules(srx, "a.srx"), .srx_use = use});
  Segments out;
  for (const auto span : segmenter.split(text)) {
    out.push_back(text.substr(span.begin, span.size()));
  }
  return out;
}

/// What is wrong with the file, as "LINE: message".
std::string complaint(const std::string& srx, const std::string& text = "Uno. Dos.") {
  try {
    split(srx, text);
  } catch (const Error& e) {
    CHECK(e.where().source == "a.srx");
    CHECK((e.code() == Errc::Malformed || e.code() == Errc::Unsupported));
    return std::to_string(e.where().line) + ": " + e.what();
  }
  return {};
}

const std::string kTwoSets = R"(<body><languagerules>
<languagerule languagerulename="Spanish">
<rule break="no"><beforebreak>\bSr\.</beforebreak><afterbreak>\s</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Default">
<rule break="yes"><beforebreak>[.?!]+</beforebreak><afterbreak>\s</afterbreak></rule>
<rule break="no"><beforebreak>etc\.</beforebreak><afterbreak>\s</afterbreak></rule>
</languagerule>
</languagerules><maprules>
<languagemap languagepattern="(ES|es).*" languagerulename="Spanish"/>
<languagemap languagepattern=".*" languagerulename="Default"/>
</maprules></body>
)";

}  // namespace

TEST_CASE("with cascade all sets that a language maps to count, without it the first alone") {
  const std::string text = "El Sr. Ruiz llegó. Luego etc. Fin.";
  CHECK(split(file(kTwoSets), text) ==
        Segments{"El Sr. Ruiz llegó.", "Luego etc.", "Fin."});  // "etc." comes after its break
  CHECK(split(file(kTwoSets), text, "fr") ==
        Segments{"El Sr.", "Ruiz llegó.", "Luego etc.", "Fin."});
  CHECK(split(file(kTwoSets, "no"), text) == Segments{text});  // exceptions, and nothing to except
  CHECK(split(file(kTwoSets, "no"), text, "fr").size() == 4);
  CHECK(split(file(kTwoSets), text, "es-MX").size() == 3);
  CHECK(SrxRules(file(kTwoSets), "a").has_rules_for(LanguageTag("de")));
}

TEST_CASE("the first rule that matches decides") {
  const std::string text = "Dos. Tres. 4.";
  const std::string stop = rule("yes", "\\.", "\\s");
  CHECK(split(one_set(stop), text) == Segments{"Dos.", "Tres.", "4."});
  CHECK(split(one_set(rule("no", "", "\\s\\d") + stop), text) == Segments{"Dos.", "Tres. 4."});
  CHECK(split(one_set(stop + rule("no", "", "\\s\\d")), text).size() == 3);
  CHECK(split(one_set(rule("yes", "Dos\\.", "") + rule("no", "\\.", " ") + stop), text) ==
        Segments{"Dos.", "Tres. 4."});
  CHECK(split(one_set(rule("no", "", "") + stop), text) == Segments{text});
}

TEST_CASE("patterns see the text on both sides, and may be of any length") {
  CHECK(split(one_set(rule("no", "^\\s*\\d+\\.", "\\s") + rule("yes", "\\.", "\\s")),
              "1. Uno. 2. Dos.") == Segments{"1. Uno.", "2.", "Dos."});
  CHECK(split(one_set(rule("no", "https?://\\S+\\?", "\\S") + rule("yes", "\\?", "")),
              "¿Ve http://a.mx/b?c=1? Sí") == Segments{"¿Ve http://a.mx/b?c=1?", "Sí"});
  CHECK(split(one_set(rule("yes", "\\n", "")), "Uno\nDos") == Segments{"Uno", "Dos"});
  // A letter outside the basic plane takes two units inside, four bytes outside.
  CHECK(split(one_set(rule("yes", "\\.", "\\s\\p{Lu}")), "\U0001F30D ñ. Á. á.") ==
        Segments{"\U0001F30D ñ.", "Á. á."});
}

TEST_CASE("files may be written in several ways") {
  CHECK(split(one_set("<!-- stops --><rule><!-- yes --><beforebreak><![CDATA[\\.]]></beforebreak>"
                      "<afterbreak> </afterbreak></rule>"),
              "Uno. Dos.") == Segments{"Uno.", "Dos."});
  CHECK(split(one_set(rule("yes", "(?x) \\. # stop", "\\s")), "Uno. Dos.") ==
        Segments{"Uno.", "Dos."});
  CHECK(split(one_set(rule("yes", "&lt;br/&gt;", "")), "Uno<br/>Dos") ==
        Segments{"Uno<br/>", "Dos"});
  const std::string old =
      "<srx version='1.0'><header segmentsubflows='no'/><body><languagerules>"
      "<languagerule languagerulename='A'><rule break='yes'><beforebreak>;</beforebreak></rule>"
      "</languagerule><languagerule languagerulename='B'><rule><beforebreak>,</beforebreak></rule>"
      "</languagerule></languagerules><maprules><maprule maprulename='M'>"
      "<languagemap languagepattern='e.' languagerulename='A'/>"
      "<languagemap languagepattern='.*' languagerulename='B'/></maprule></maprules></body></srx>";
  CHECK(split(old, "a; b, c") == Segments{"a;", "b, c"});
  CHECK(split(old, "a; b, c", "fr") == Segments{"a; b,", "c"});
  const std::string latin =
      "<?xml version='1.0' encoding='ISO-8859-1'?><s:srx xmlns:s='http://www.lisa.org/srx20' "
      "version='2.0'><s:header cascade='no'/><s:body><s:languagerules><s:languagerule "
      "languagerulename='A'><s:rule><s:beforebreak>\xF1</s:beforebreak></s:rule></s:languagerule>"
      "</s:languagerules><s:maprules><s:languagemap languagepattern='.*' languagerulename='A'/>"
      "</s:maprules></s:body></s:srx>";
  CHECK(split(latin, "año") == Segments{"añ", "o"});
}

TEST_CASE("what is wrong with a file is said with its line") {
  CHECK(complaint("") == "0: is empty; give a file of SRX rules");
  CHECK(complaint("<srx version=\"2.0\">\n<header>").starts_with("2: is not well-formed XML"));
  CHECK(complaint("<tmx/>") == "1: is not an SRX file: its element is not <srx>");
  CHECK(complaint("<srx version=\"3.0\"/>").starts_with("1: is SRX of version '3.0'"));
  CHECK(complaint(one_set("\n" + rule("maybe", "a", "b"))).starts_with("6: break=\"maybe\""));
  CHECK(complaint(one_set(rule("no", "a", "b") + rule("no", "(a", "b")))
            .starts_with("6: '(a' is not a regular expression"));
  CHECK(complaint(one_set("\n\n" + rule("yes", "a)(b", ""))).starts_with("7: 'a)(b' is not"));
  CHECK(complaint(one_set(rule("yes", "a", "*"))).starts_with("5: '*' is not"));
  CHECK(complaint(one_set(rule("yes", std::string(500, '('), ""))).size() < 200);
  std::string unknown = one_set(rule("yes", "a", "b"));
  unknown.replace(unknown.rfind("\"All\""), 5, "\"Any\"");
  CHECK(complaint(unknown) == "8: names rules that the file does not have: 'Any'");
  std::string map = one_set(rule("yes", "a", "b"));
  map.replace(map.find("\".*\""), 4, "\"[\"");
  CHECK(complaint(map).starts_with("8: "));
}

TEST_CASE("a rule that takes for ever is stopped and named") {
  const std::string text = std::string(60, 'a') + "b. Fin.";
  CHECK(complaint(one_set("\n" + rule("yes", "(a+)+c", "")), text).find("6: ") == 0);
  CHECK(complaint(one_set("\n\n" + rule("no", "^(a+)+c?\\.", "") + rule("yes", "\\.", "\\s")), text)
            .find("takes too long") != std::string::npos);
}

TEST_CASE("rules of a file can go before the library's own") {
  const std::string srx = one_set(rule("no", "\\bRtdo\\.", "\\s") + rule("yes", ";", "\\s"));
  CHECK(split(srx, "El Rtdo. El Sr. Pérez llegó; luego se fue. Nada más.", "es", SrxUse::Extend) ==
        Segments{"El Rtdo. El Sr. Pérez llegó;", "luego se fue.", "Nada más."});
  // Exceptions hold wherever the file would place the break, and breaks inside quotations, too.
  CHECK(split(one_set(rule("no", "\\.\\s", "N")), "Se fue. Nada más. Fin.", "es", SrxUse::Extend) ==
        Segments{"Se fue. Nada más.", "Fin."});
  CHECK(split(srx, "Dijo “no; no. Nunca”. Fin.", "es", SrxUse::Extend) ==
        Segments{"Dijo “no;", "no. Nunca”.", "Fin."});
}

TEST_CASE("a pattern's end is plain text or nothing") {
  using trujaman::segment::literal_suffix;
  for (const auto& [pattern, wanted] : std::initializer_list<std::pair<const char*, const char*>>{
           {"\\bDr\\.", "Dr."},
           {"[Dd]r\\.", "r."},
           {"a|b", ""},
           {"Dr\\.?", ""},
           {"a{2}", ""},
           {"(abc)", ""},
           {"\\s+et al\\.", "et al."},
           {"\\u0041", ""},
           {"\\x{41}b", "b"},
           {"\\cAb", ""},
           {"(a)\\12", ""},
           {"(?<n>a)\\k<n>", ""},
           {"(?x)a b", ""},
           {"\\Qa|b\\E", ""},
           {"\\\\", "\\"},
           {"\\bsee", "see"},
           {"[a\\]]x", "x"},
           {"párr\\.", "párr."},
       }) {
    INFO(pattern);
    CHECK(literal_suffix(pattern).text == wanted);
  }
  const auto folded = literal_suffix("\\b(?i)ÁRFig\\.");
  CHECK(folded.ignore_case);
  CHECK(folded.text == "rfig.");
  CHECK(folded.fits("x RFIG."));
  CHECK(folded.fits("r\uFB01g."));  // a ligature, which folds to two letters
  CHECK_FALSE(folded.fits("fag."));
  CHECK_FALSE(folded.fits("."));
}
