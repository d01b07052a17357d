#include "segment/abbreviations.hpp"

#include <array>

namespace trujaman::segment {
namespace {

using enum AbbreviationKind;

// Sources: the style guides of the languages (Ortografía de la lengua española 2010, appendix 2;
// the United Nations Editorial Manual and New Hart's Rules, chapter 10; Lexique des règles
// typographiques en usage à l'Imprimerie nationale, "Abréviations").

constexpr std::array<AbbreviationList, 5> kCommon{{
    {Never, " dr prof rev vs cf mr mrs mt Ms Mme Mlle n.b p.s "},
    {BeforeNumber,
     " no nos nr n.º n.ª n° nº vol p pp cap fig figs tab sec res doc add corr rs ed núm tel n "},
    {MayEnd,
     " etc al et.al ibid ibíd op.cit loc.cit passim km kg cm mm ml mg hm dm cl dl hl kw mw gw kb "
     "mb gb tb hz khz mhz ghz id "},
    {Name, " s.a s.l u.s u.k e.u u.n u.s.a ph.d proc acad nat natl sci univ "},
    {Suffix, " inc ltd co corp bros jr sr cía cia hnos gmbh plc llc sarl "},
}};

constexpr std::array<AbbreviationList, 5> kSpanish{{
    {Never,
     " sr sra srta sres sras srtas dña dra dres dras lic lics ing arq prof profa profs gral cnel "
     "tte sgto cdte mons fr fray pbro excmo excma excmos excmas ilmo ilma ilmos hble emb amb p.ej "
     "ej p.e v.gr av avda ctra cra pza urb dpto depto admón fdo rte sto sta ntra vid v.g cfr íd "
     "hno hna mtro mtra pdte pdta rvdo rvda almte brig p.d ss.mm ss.aa ss.aa.rr aa.rr "},
    {BeforeNumber,
     " art arts párr párrs parr parrs párrf párrfs pág págs pag pags núms nums num nro nros c ca "
     "caps apdo apdos apto aptdo inc incs lit tít tit ref refs resol ses supl anx ene feb Mar abr "
     "may jun jul ago sep sept set oct nov dic s t ext aprox fasc lám máx mín of dto dcto exp ord "
     "esc edif loc pto prov secc cl cláus disp lun mié miérc jue juev vie sáb dom "},
    {MayEnd, " a.c d.c a.j.c d.j.c a.e.c d.e.c ee.uu jj.oo oo.pp ha hab ss sigs n.del.t "},
    {Time, " a.m p.m "},
    {Name, " ud uds vd vds s.r.l s.a.s D.F D.C N.Y s.m s.s "},
}};

constexpr std::array<AbbreviationList, 5> kEnglish{{
    {Never,
     " ms messrs mme hon gen col maj capt lt sgt cmdr adm gov sen rep pres amb esq e.g i.e a.k.a "
     "viz approx fr msgr supt insp rt.hon incl excl f.e esp rs btw eg ie cfr "},
    {BeforeNumber,
     " para paras art arts ch chs chap chaps app annex sect sects secs col cols ex exs eq eqs pt "
     "pts ser suppl ref refs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu "
     "Thurs Fri Sat Sun c ca v vols pg pgs ext sub.para bk cl cls reg regs cir dist supp stat "
     "cong "},
    {MayEnd, " b.c a.d b.c.e c.e esq "},
    {Time, " a.m p.m "},
    {Name,
     " st ave blvd rd ft sts dept univ assn ph.d m.d b.a m.a b.sc m.sc D.C i.v m.p Pub Ala Ariz "
     "Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Mont Neb Nev Okla Ore Penn "
     "Tenn Tex Va Vt Wis Wyo "},
}};

constexpr std::array<AbbreviationList, 5> kFrench{{
    {Never,
     " M MM mme mmes mlle mlles mgr Me Mes pr prs drs c.-à-d p.ex p.e ex env av bd bld bvd fg ste "
     "sts stes st gén col cap cdt cne lt sgt s.e s.exc amb p.-s "},
    {BeforeNumber,
     " art arts par pars paras chap fig t vols nos rés sect sess suppl réf janv févr avr juill "
     "sept oct nov déc ch tél liv éd alin h max min ann bull coll bât esc "},
    {MayEnd, " av.j.-c apr.j.-c av.j.c apr.j.c j.-c ss sq sqq "},
    {Time, " a.m p.m "},
    {Name, " s.a.r.l s.a.s e.-u é.-u r.d.c "},
}};

constexpr std::string_view kSpanishStarters =
    " el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella esto "
    "eso ello en por para con se su sus al del de desde hasta hacia según tras ante entre sobre "
    "durante mediante sin no ni si cuando como donde mientras pero y o e aunque sino pues porque "
    "es son era eran fue fueron ha han había habían hay hubo también tampoco además asimismo "
    "igualmente así luego después antes entonces ahora hoy ayer mañana todo todos toda todas otro "
    "otra otros otras cada nuestro nuestra nuestros nuestras mi mis tu él ella ellos ellas yo "
    "usted ustedes nosotros qué cómo cuándo dónde quién quiénes cuál cuáles cuánto cuántos dicho "
    "dicha dichos dichas tal tales ambos ambas algunos algunas muchos muchas varios varias más "
    "sólo solo ya aquí allí finalmente actualmente posteriormente gracias quizás quizá dos tres "
    "cuatro cinco seis siete ocho nueve diez decenas centenares miles millones menos mucho poco "
    "pocos pocas primero segundo tercero último respecto conforme debido dado pese salvo incluso "
    "ninguno ninguna ningún nadie nada nunca jamás siempre cualquier quien quienes cuanto ";
constexpr std::string_view kEnglishStarters =
    " the a an he she it they we i you this that these those in on at for but and or nor so yet if "
    "when how what why where who which whose there here his her their its our my your as after "
    "before however moreover furthermore therefore thus hence nevertheless while whereas although "
    "though since because until unless once with without by from to of into under over between "
    "among through no not all some many most several few each every both such another other others "
    "one during then finally yesterday today tomorrow now later meanwhile also even only please "
    "did does do was were is are am has have had can could would should shall must let i'm i've "
    "i'd i'll it's he's she's they're we're don't thank thanks according two three four five six "
    "seven eight nine ten dozens hundreds thousands millions billions less fewer much half next "
    "last first second third like unlike despite instead perhaps maybe indeed none nobody nothing "
    "never always often sometimes whether ";
constexpr std::string_view kFrenchStarters =
    " le la les l' un une des d' ce cet cette ces c' il elle ils elles on nous vous je tu j' en "
    "dans pour par sur sous au aux du de à avec sans chez vers entre contre mais et ou or donc ni "
    "car si s' lorsque quand comme puisque quoique bien cependant toutefois néanmoins ainsi alors "
    "ensuite enfin puis son sa ses leur leurs notre nos votre vos mon ma mes tout tous toute "
    "toutes selon depuis après avant pendant durant outre que qui quoi qu' comment pourquoi où "
    "quel quelle quels quelles est sont était ont a avait chaque certains certaines plusieurs "
    "aucun aucune autre autres aussi même plus ici là hier demain maintenant aujourd'hui n' ne y "
    "merci deux trois quatre cinq six sept huit neuf dix dizaines centaines milliers millions "
    "moins beaucoup peu premier deuxième dernier malgré grâce face afin lors dès nul nulle "
    "personne rien jamais toujours parfois souvent ";

}  // namespace

std::span<const AbbreviationList> common_abbreviations() noexcept {
  return kCommon;
}

LanguageData data_of(std::string_view language) noexcept {
  if (language == "es") {
    return {
        .abbreviations = kSpanish,
        .starters = kSpanishStarters,
        .relatives = " cuyo cuya cuyos cuyas lo-que lo-cual ",
        .times = " a la las desde hasta hacia sobre entre de y ",
        .reports = {},
        .labels =
            " capítulo artículo sección cuadro tabla gráfico gráfica figura anexo apéndice parte "
            "título recuadro mapa panel tema objetivo meta indicador paso fase nota regla "};
  }
  if (language == "en") {
    return {.abbreviations = kEnglish,
            .starters = kEnglishStarters,
            .relatives = " which who whom whose ",
            .times = " at by from until till since around about before after between and to on ",
            .reports =
                " said says asked asks replied answered added cried shouted exclaimed explained "
                "whispered wondered told noted thought called ",
            .labels =
                " chapter article section table figure chart graph box annex appendix part title "
                "map panel item goal target indicator step phase note rule "};
  }
  if (language == "fr") {
    return {.abbreviations = kFrench,
            .starters = kFrenchStarters,
            .relatives = " ce-qui ce-que ce-dont lequel laquelle dont ",
            .times = " à de dès vers avant après jusqu'à entre et ",
            .reports = {},
            .labels =
                " chapitre article section tableau graphique figure annexe appendice partie titre "
                "encadré carte panel point objectif cible indicateur étape phase note règle "};
  }
  return {};
}

}  // namespace trujaman::segment
