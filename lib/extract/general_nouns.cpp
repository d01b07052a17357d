#include <array>
#include <unordered_set>

#include "base/unicode.hpp"
#include "extract/word_class.hpp"

namespace trujaman::extract {
namespace {

// The nouns with which reports, rules and manuals of any field speak about their matter: what
// academic word lists (Coxhead, *A new academic word list*, 2000) call general, here written from
// knowledge of the languages. A word belongs here when it says little without what stands beside
// it.

constexpr std::string_view kSpanish =
    "acceso acción actividad acuerdo adopción ampliación análisis aplicación apoyo aprobación "
    "asistencia aspecto asunto atención aumento ausencia autor ayuda año base beneficio búsqueda "
    "calidad cambio campo capacidad característica carácter caso categoría causa centro clase "
    "colaboración compromiso comunicación comunidad concepto conclusión condición conjunto "
    "conocimiento consecuencia contenido contexto contribución control cooperación coordinación "
    "creación criterio cuestión dato decisión definición demanda desafío desarrollo descripción "
    "diferencia dificultad dirección diseño disposición documento día efecto ejecución ejemplo "
    "elaboración elemento enfoque entidad equipo escala esfuerzo espacio establecimiento estado "
    "estrategia estructura estudio etapa evaluación evolución existencia experiencia facilidad "
    "factor falta fase finalidad forma formación fortalecimiento fuente funcionamiento función "
    "futuro garantía gestión grupo hecho herramienta historia idea identificación impacto "
    "implementación importancia inclusión información informe iniciativa inicio intervención "
    "interés introducción lista logro lugar manera mantenimiento marco materia mecanismo medida "
    "medio mejora miembro modelo momento movilización mundo método necesidad nivel nombre norma "
    "número objetivo objeto obligación observación obtención opción operación oportunidad orden "
    "organización origen papel parte participación paso país periodo persona perspectiva período "
    "plan planificación plazo política posibilidad posición precio preparación presencia "
    "presentación principio prioridad problema procedimiento proceso producto programa progreso "
    "promoción propuesta propósito proyecto práctica punto pérdida razón realidad realización "
    "recomendación reconocimiento recurso reducción referencia refuerzo registro región regla "
    "relación requisito responsabilidad respuesta resultado reunión riesgo sección sector "
    "seguimiento sentido servicio sistema situación solicitud solución supervisión tarea tasa "
    "tema tendencia tiempo tipo total trabajo transferencia tratamiento técnica título uso "
    "utilización valor variación ventaja versión vez visión volumen vínculo zona área éxito";

constexpr std::string_view kEnglish =
    "absence access achievement action activity adoption advantage agreement analysis application "
    "approach approval area aspect assessment assistance attention base basis benefit capacity "
    "case category cause center centre challenge change character characteristic class "
    "collaboration commitment communication community concept conclusion condition consequence "
    "content context contribution control cooperation coordination country creation criterion "
    "data day decision definition demand description design development difference difficulty "
    "direction document effect effort element entity establishment evaluation evolution example "
    "execution existence expansion experience fact factor field form framework function "
    "functioning future group guarantee help history idea identification impact implementation "
    "importance improvement inclusion increase information initiative interest intervention "
    "introduction issue knowledge lack level link list loss maintenance management matter means "
    "measure mechanism meeting member method mobilization model moment monitoring name need "
    "number object objective obligation observation operation opportunity option order "
    "organization origin outcome part participation people period person perspective phase place "
    "plan planning point policy position possibility practice preparation presence presentation "
    "price principle priority problem procedure process product program programme progress "
    "project promotion proposal provision purpose quality question rate reality realization "
    "reason recognition recommendation record reduction reference region register relation "
    "relationship report request requirement resource response responsibility result risk role "
    "rule scale search section sector sense service set situation solution source space stage "
    "standard start state step strategy strengthening structure study success supervision support "
    "system task team technique theme time title tool topic total training transfer treatment "
    "trend type usage use value variation version vision volume way work world year zone";

constexpr std::string_view kFrench =
    "absence accord accès action activité adoption aide amélioration an analyse année application "
    "approbation approche appui aspect assistance attention augmentation avantage avenir base "
    "besoin but bénéfice cadre capacité caractère caractéristique cas catégorie cause centre "
    "champ changement classe collaboration communauté communication concept conception conclusion "
    "condition connaissance conséquence contenu contexte contribution contrôle coopération "
    "coordination critère création demande description difficulté différence direction "
    "disposition document donnée début décision défi définition délai développement effet effort "
    "engagement ensemble entité espace exemple exigence existence expérience extension exécution "
    "facteur fait fonction fonctionnement formation forme garantie gestion groupe histoire "
    "identification idée impact importance inclusion information initiative intervention "
    "introduction intérêt jour lien lieu liste maintien manière manque matière membre mesure mise "
    "mobilisation modèle moment monde moyen mécanisme méthode niveau nom nombre norme objectif "
    "objet obligation observation option opération ordre organisation origine outil part "
    "participation partie pas pays personne perspective perte phase plan planification point "
    "politique position possibilité pratique principe priorité prix problème processus procédure "
    "produit programme progrès projet promotion proposition préparation présence présentation "
    "période qualité question raison rapport recommandation reconnaissance registre relation "
    "renforcement responsabilité ressource risque règle réalisation réalité réduction référence "
    "région réponse résultat réunion rôle secteur section sens service situation solution source "
    "soutien stratégie structure succès suivi supervision système taux technique temps tendance "
    "thème titre total traitement transfert travail type tâche usage utilisation valeur variation "
    "version vision volume zone échelle élaboration élément équipe établissement étape état étude "
    "évaluation évolution";

using Stems = std::unordered_set<std::string>;

Stems stems_of(Grammar grammar, std::string_view list) {
  Stems out;
  char buffer[64];
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    const std::string folded = base::fold(list.substr(begin, end - begin));
    out.emplace(without_plural(grammar, folded, buffer));
    begin = end + 1;
  }
  return out;
}

}  // namespace

bool is_general_noun(Grammar grammar, const std::string& stem) {
  static const std::array<Stems, 4> kStems{stems_of(Grammar::Spanish, kSpanish),
                                           stems_of(Grammar::English, kEnglish),
                                           stems_of(Grammar::French, kFrench), Stems()};
  return kStems[static_cast<std::size_t>(grammar)].contains(stem);
}

}  // namespace trujaman::extract
