#include "extract/word_class.hpp"

#include <algorithm>
#include <string>

namespace trujaman::extract {
namespace {

// Closed classes as the languages' grammars list them, in lower case, between blanks.

constexpr std::string_view kSpanishArticles = " el la los las lo ";
constexpr std::string_view kSpanishPrepositions =
    " a de en para por con sin contra sobre entre ante bajo ";
constexpr std::string_view kSpanishContractions = " al del ";
constexpr std::string_view kSpanishConjunctions = " y e o u ";
constexpr std::string_view kSpanishDegrees = " más menos muy no ";
constexpr std::string_view kSpanishDeterminers =
    " un una unos unas su sus mi mis tu tus nuestro nuestra nuestros nuestras este esta estos "
    "estas "
    "ese esa esos esas aquel aquella aquellos aquellas cada todo toda todos todas otro otra otros "
    "otras ambos ambas algún alguna algunos algunas ningún ninguna cualquier cualesquiera mucho "
    "mucha muchos muchas poco poca pocos pocas varios varias dicho dicha dichos dichas tal tales "
    "cierto cierta ciertos ciertas cuyo cuya cuyos cuyas tanto tanta tantos tantas demás mismo "
    "misma mismos mismas propio propia propios propias numerosos numerosas diversos diversas "
    "distintos distintas diferentes dos tres cuatro cinco seis siete ocho nueve diez cien mil ";
constexpr std::string_view kSpanishPreverbal =
    " que quien quienes se no me te le les nos os puede pueden podrá podrán podría podrían pueda "
    "puedan debe deben deberá deberán debería deberían suele suelen ";
constexpr std::string_view kSpanishOthers =
    " qué quién cual cuales cuál cuando cuándo donde dónde como cómo cuanto cuánto si sí ni más "
    "menos muy ya también tampoco aún aun así además entonces luego después antes ahora hoy "
    "siempre nunca solo sólo solamente incluso incluido incluida incluidos incluidas incluyendo "
    "casi bien mejor peor yo él ella ellos ellas ello usted ustedes uno esto eso aquello algo "
    "nada nadie alguien pero sino aunque porque pues mientras según mediante durante desde hasta "
    "hacia tras salvo excepto respecto través embargo ser es son era eran fue fueron sea sean "
    "será serán sería serían sido siendo estar está están estaba estaban esté estén haber ha han "
    "había habían hay haya hayan hubo habrá habría tener tiene tienen tenía tenían tenga tengan "
    "tendrá hacer hace hacen hizo haga hagan hecho poder deber debido ir va van ver dar da dan "
    "decir dice dicen seguir sigue siguen relativo relativa relativos relativas correspondiente "
    "correspondientes etc allí aquí ahí cabo particular especial tanto fin ";

constexpr std::string_view kEnglishArticles = " the a an ";
constexpr std::string_view kEnglishPrepositions =
    " of for in on to with from by at against without under between among within into over ";
constexpr std::string_view kEnglishConjunctions = " and or ";
constexpr std::string_view kEnglishDegrees = " more most less least non not ";
constexpr std::string_view kEnglishDeterminers =
    " this that these those its their his her our your my each every all any some no both such "
    "another other others many much several few more most less least fewer certain various own "
    "same one two three four five six seven eight nine ten hundred thousand million different ";
constexpr std::string_view kEnglishPreverbal =
    " who which can could may might must shall should will would cannot not i you he she we they "
    "ought ";
constexpr std::string_view kEnglishOthers =
    " it me him us them whom whose what when where why how if then than so as nor also too very "
    "well just only even still yet already again always never often ever here there now thus "
    "therefore however moreover furthermore because although though while whereas unless whether "
    "but be is are was were been being am has have had having do does did done doing including "
    "include includes included regarding concerning relating following according about above "
    "across after along around before behind below beside beyond despite down during except "
    "inside like near off onto out outside past since through throughout till toward towards "
    "until up upon via versus  etc e.g i.e particular order namely s t let lets get gets "
    "got make makes made take takes taken give gives given ";

constexpr std::string_view kFrenchArticles = " le la les l ";
constexpr std::string_view kFrenchPrepositions =
    " de d à en pour par avec sans contre sur sous entre dans ";
constexpr std::string_view kFrenchContractions = " du des au aux ";
constexpr std::string_view kFrenchConjunctions = " et ou ";
constexpr std::string_view kFrenchDegrees = " plus moins très non ";
constexpr std::string_view kFrenchDeterminers =
    " un une ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes chaque tout "
    "toute tous toutes autre autres plusieurs quelque quelques aucun aucune certain certaine "
    "certains certaines tel telle tels telles même mêmes quel quelle quels quelles divers diverses "
    "différents différentes nombreux nombreuses deux trois quatre cinq six sept "
    "huit neuf dix cent mille ";
constexpr std::string_view kFrenchPreverbal =
    " qui ne n se s y je tu il ils elle elles on nous vous peut peuvent pourra pourront pourrait "
    "puisse puissent doit doivent devra devront devrait devraient ";
constexpr std::string_view kFrenchOthers =
    " que qu quoi dont où lequel laquelle lesquels lesquelles auquel duquel desquels quand comment "
    "combien si non pas ni plus moins très trop aussi encore ainsi alors puis ensuite déjà "
    "toujours jamais souvent ici là c j m t me te lui eux ceci cela celui celle ceux celles ça "
    "rien quelqu mais car donc or lorsque lorsqu puisque parce comme afin selon vers chez dès "
    "depuis pendant durant lors avant après jusque jusqu hors sauf malgré outre parmi envers "
    "chacun chacune être est sont était étaient fut furent soit soient sera seront serait "
    "seraient été étant avoir a ont avait avaient ait aient aura auront aurait eu ayant faire "
    "fait faits faite faites font faisant fasse pouvoir devoir dû aller va vont compris notamment "
    "mieux bien peu beaucoup etc particulier titre relatif relative relatifs relatives ";

// By key without plural, accents folded.

constexpr std::string_view kSpanishLight =
    " numero cantidad part tipo nivel forma manera modo caso vez ano dia mes proporcion porcentaj "
    "conjunto seri medida cuestion aspecto ambito efecto razon grado variedad total mayoria grupo "
    "ejemplo lugar marco bas objeto momento punto tema situacion hecho cosa gama volumen numer "
    "final principio mitad tercio millon promedio media suma resto existencia falta ";
constexpr std::string_view kEnglishLight =
    " number amount part type kind level form way case time year day month proportion percentag "
    "set "
    "series measure question aspect area effect reason degree variety total majority group example "
    "place framework basis object moment point topic situation fact thing range volume end half "
    "third million average sum rest existence lack share extent portion percentage percent scope ";
constexpr std::string_view kFrenchLight =
    " nombre quantite part partie type niveau niveal forme maniere facon mode cas foi an annee "
    "jour "
    "moi proportion pourcentage ensemble serie mesure question aspect domaine effet raison degre "
    "variete total totalite majorite groupe exemple lieu cadre base objet moment point theme "
    "situation fait chose gamme volume fin moitie tier million moyenne somme reste existence "
    "manque ";

constexpr std::string_view kSpanishLightAdjectives =
    " mayor menor mejor primer primero primera segundo segunda tercer tercero tercera ultimo "
    "ultima "
    "nuevo nueva gran grand principal actual present siguient anterior pertinent importante import "
    "important necesario necesaria adecuado adecuada posibl disponibl determinado determinada "
    "respectivo respectiva relacionado relacionada basado basada destinado destinada eficaz debido "
    "debida correspondient considerabl suficient multipl ";
constexpr std::string_view kEnglishLightAdjectives =
    " new first second third last next main current present previous relevant important necessary "
    "appropriate possible available particular respective related based aimed effective "
    "significant "
    "considerable sufficient large small high low great good best better further additional "
    "overall "
    "specific adequate full multiple ";
constexpr std::string_view kFrenchLightAdjectives =
    " nouveal nouvel nouveau nouvelle premier premiere deuxieme second seconde troisieme dernier "
    "derniere prochain prochaine grand grande principal principale actuel actuelle present "
    "presente "
    "suivant suivante precedent precedente pertinent pertinente important importante necessaire "
    "approprie appropriee possible disponible determine determinee respectif respective lie liee "
    "fonde fondee basee efficace considerable suffisant suffisante petit petite bon bonne "
    "meilleur meilleure haut haute multiple ";

bool has(std::string_view list, std::string_view word) noexcept {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

struct Lists {
  std::string_view articles;
  std::string_view prepositions;
  std::string_view contractions;
  std::string_view conjunctions;
  std::string_view degrees;
  std::string_view determiners;
  std::string_view preverbal;
  std::string_view others;
  std::string_view light_nouns;
  std::string_view light_adjectives;
};

constexpr Lists kLists[] = {
    {kSpanishArticles, kSpanishPrepositions, kSpanishContractions, kSpanishConjunctions,
     kSpanishDegrees, kSpanishDeterminers, kSpanishPreverbal, kSpanishOthers, kSpanishLight,
     kSpanishLightAdjectives},
    {kEnglishArticles,
     kEnglishPrepositions,
     {},
     kEnglishConjunctions,
     kEnglishDegrees,
     kEnglishDeterminers,
     kEnglishPreverbal,
     kEnglishOthers,
     kEnglishLight,
     kEnglishLightAdjectives},
    {kFrenchArticles, kFrenchPrepositions, kFrenchContractions, kFrenchConjunctions, kFrenchDegrees,
     kFrenchDeterminers, kFrenchPreverbal, kFrenchOthers, kFrenchLight, kFrenchLightAdjectives},
    {},
};

const Lists& lists(Grammar grammar) noexcept {
  return kLists[static_cast<std::size_t>(grammar)];
}

bool has_in(std::string_view list, std::string_view word) noexcept {
  return !list.empty() && !word.empty() && has(list, word);
}

}  // namespace

Grammar grammar_of(const LanguageTag& language) noexcept {
  if (language.primary() == "es") return Grammar::Spanish;
  if (language.primary() == "en") return Grammar::English;
  if (language.primary() == "fr") return Grammar::French;
  return Grammar::Other;
}

WordClass word_class(Grammar grammar, std::string_view lower) noexcept {
  // Without a grammar, short words are taken for function words: most are.
  if (grammar == Grammar::Other) return lower.size() <= 3 ? WordClass::Other : WordClass::Content;
  const Lists& l = lists(grammar);
  if (has(l.articles, lower)) return WordClass::Article;
  if (has(l.prepositions, lower)) return WordClass::Preposition;
  if (has_in(l.contractions, lower)) return WordClass::Contraction;
  if (has(l.conjunctions, lower)) return WordClass::Conjunction;
  if (has(l.degrees, lower)) return WordClass::Degree;
  if (has(l.determiners, lower)) return WordClass::Determiner;
  if (has(l.preverbal, lower)) return WordClass::Preverbal;
  if (has(l.others, lower)) return WordClass::Other;
  return WordClass::Content;
}

std::string_view uncontracted(Grammar grammar, std::string_view lower) noexcept {
  if (grammar == Grammar::Spanish) {
    if (lower == "del") return "de";
    if (lower == "al") return "a";
  } else if (grammar == Grammar::French) {
    if (lower == "d" || lower == "du" || lower == "des") return "de";
    if (lower == "au" || lower == "aux") return "à";
  }
  return lower;
}

bool is_adverbial_preposition(Grammar grammar, std::string_view lower) noexcept {
  switch (grammar) {
    case Grammar::Spanish:
      return has(" en a por con bajo ", lower);
    case Grammar::English:
      return has(" in on at by with under from ", lower);
    case Grammar::French:
      return has(" en à par sous ", lower);
    case Grammar::Other:
      break;
  }
  return false;
}

bool is_complement_preposition(Grammar grammar, std::string_view lower) noexcept {
  switch (grammar) {
    case Grammar::Spanish:
      return has(" a al por ", lower);
    case Grammar::English:
      return has(" to by ", lower);
    case Grammar::French:
      return has(" à au aux par ", lower);
    case Grammar::Other:
      break;
  }
  return false;
}

bool is_light_noun(Grammar grammar, std::string_view stem) noexcept {
  return has_in(lists(grammar).light_nouns, stem);
}

bool is_light_adjective(Grammar grammar, std::string_view stem) noexcept {
  return has_in(lists(grammar).light_adjectives, stem);
}

}  // namespace trujaman::extract
