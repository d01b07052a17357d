#include "segment/abbreviations.hpp"

#include <array>

namespace trujaman::segment {
namespace {

using enum AbbreviationKind;

// Sources: the style guides of the languages (Ortografía de la lengua española 2010, appendix 2;
// the United Nations Editorial Manual; Lexique des règles typographiques, "Abréviations").

constexpr std::array<AbbreviationList, 4> kCommon{{
    {Never, " dr prof rev st vs cf mr mrs ms mt "},
    {BeforeNumber, " no nos nr n vol p pp cap fig figs tab sec res doc rs ed núm tel "},
    {MayEnd, " etc al "},
    {Name, " inc ltd co corp bros jr sr s.a s.l u.s u.k e.u u.n u.s.a cía cia "},
}};

constexpr std::array<AbbreviationList, 4> kSpanish{{
    {Never,
     " sr sra srta sres sras srtas d dña dr dra dres dras lic ing arq prof profa gral cnel tte cap "
     "mons fr pbro excmo excma ilmo ilma hble ud uds vd vds p.ej p ej ee rr dd cc ff mm vv av avda "
     "urb dpto depto atte admón fdo rte sto sta mt ntra "},
    {BeforeNumber,
     " art arts párr párrs parr párrf párrfs pág págs pag pags núm núms num nums n.º nro c ca cap "
     "caps apdo apdos aptdo inc lit tít tit ref refs res resol rev sesión ses supl anexo an ene "
     "feb "
     "mar abr may jun jul ago sep sept set oct nov dic s ss t tel ext aprox fasc lám "},
    {MayEnd, " uu a.m p.m m a.c d.c jj oo.pp km kg cm mm ha hab "},
    {Name, " s.a s.l s.r.l cía hnos ee.uu "},
}};

constexpr std::array<AbbreviationList, 4> kEnglish{{
    {Never,
     " messrs mme hon gen col maj capt lt sgt cmdr adm gov sen rep pres amb esq e.g i.e viz approx "
     "dept univ assn ave blvd rd ft sts fr msgr "},
    {BeforeNumber,
     " para paras art arts ch chap chaps app annex sect sects col cols ex eq para. pt ser suppl "
     "add "
     "rev ref refs jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun c "
     "ca "
     "v vols pg pgs ext "},
    {MayEnd, " a.m p.m b.c a.d ibid op.cit "},
    {Name, " ph.d m.d b.a m.a d.c i.v u.n gmbh plc llc "},
}};

constexpr std::array<AbbreviationList, 4> kFrench{{
    {Never,
     " m mm mme mmes mlle mlles mgr me mes pr dr drs c.-à-d p.ex ex env av boul bd bld fg ste sts "
     "stes cie st gén col cap cdt "},
    {BeforeNumber,
     " art arts par paras al chap fig p pp t vol n no nos rés doc sect sess suppl add rev réf janv "
     "févr avr juill sept oct nov déc ch tél env liv éd "},
    {MayEnd, " a.m p.m av.j.-c apr.j.-c j.-c ibid "},
    {Name, " s.a s.a.r.l sarl "},
}};

constexpr std::string_view kSpanishStarters =
    " el la los las un una unos unas lo este esta estos estas ese esa esos esas esto en por para "
    "con "
    "se su sus al del de no si sin cuando como pero y o es son hay también además asimismo según "
    "desde tras ante entre sobre durante mediante aunque mientras todo todos toda todas otro otra "
    "cada nuestro nuestra él ella ellos ellas yo usted nosotros qué cómo cuándo dónde luego así ";
constexpr std::string_view kEnglishStarters =
    " the a an he she it they we i you this that these those in on at for but and or if when how "
    "what why where who which there here his her their its our my your as after before however "
    "moreover furthermore while although since by with from to of no not all some many most each "
    "every both such under during finally yesterday today ";
constexpr std::string_view kFrenchStarters =
    " le la les l un une des ce cette ces cet il elle ils elles on nous vous je tu en dans pour "
    "par "
    "sur au aux du de à avec sans mais et ou si lorsque quand comme cependant toutefois son sa ses "
    "leur leurs notre votre tout tous toute toutes selon depuis après avant pendant que qui "
    "comment pourquoi où ";

}  // namespace

std::span<const AbbreviationList> common_abbreviations() noexcept {
  return kCommon;
}

std::span<const AbbreviationList> abbreviations_of(std::string_view language) noexcept {
  if (language == "es") return kSpanish;
  if (language == "en") return kEnglish;
  if (language == "fr") return kFrench;
  return {};
}

std::string_view starters_of(std::string_view language) noexcept {
  if (language == "es") return kSpanishStarters;
  if (language == "en") return kEnglishStarters;
  if (language == "fr") return kFrenchStarters;
  return {};
}

}  // namespace trujaman::segment
