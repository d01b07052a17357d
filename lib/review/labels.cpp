#include "review/labels.hpp"

#include <algorithm>
#include <array>

namespace trujaman::review {
namespace {

constexpr std::array<Labels, 3> kLabels{
    {{.language = "en",
      .title = "Alignment review",
      .summary = "Summary",
      .document = "Document",
      .document_language = "Language",
      .blocks = "Paragraphs",
      .segments = "Segments",
      .pairs = "Pairs by type",
      .certainty = "Pairs by certainty",
      .quality = "Mean certainty",
      .check_first = "To check first",
      .nothing_to_check = "Nothing stands out.",
      .reason = "Why",
      .uncertain = "uncertain",
      .very_uncertain = "very uncertain",
      .no_counterpart = "no counterpart",
      .show_only = "Show only what is to be checked",
      .side_by_side = "Side by side",
      .pair = "Pair",
      .legend =
          "2–1 means that two segments of the source correspond to one of the translation. The "
          "percentage is the probability that exactly these segments belong together.",
      .percent = "%",
      .heading = "heading",
      .list_item = "list item",
      .table_cell = "table cell",
      .caption = "caption",
      .footnote = "note"},
     {.language = "es",
      .title = "Revisión de la alineación",
      .summary = "Resumen",
      .document = "Documento",
      .document_language = "Idioma",
      .blocks = "Párrafos",
      .segments = "Segmentos",
      .pairs = "Pares por tipo",
      .certainty = "Pares por certeza",
      .quality = "Certeza media",
      .check_first = "Por revisar primero",
      .nothing_to_check = "Nada llama la atención.",
      .reason = "Motivo",
      .uncertain = "dudoso",
      .very_uncertain = "muy dudoso",
      .no_counterpart = "sin equivalente",
      .show_only = "Mostrar solo lo que hay que revisar",
      .side_by_side = "Lado a lado",
      .pair = "Par",
      .legend =
          "2–1 significa que dos segmentos del original corresponden a uno de la traducción. El "
          "porcentaje es la probabilidad de que se correspondan exactamente esos segmentos.",
      .percent = "\u00A0%",
      .heading = "título",
      .list_item = "elemento de lista",
      .table_cell = "celda",
      .caption = "leyenda",
      .footnote = "nota"},
     {.language = "fr",
      .title = "Révision de l’alignement",
      .summary = "Résumé",
      .document = "Document",
      .document_language = "Langue",
      .blocks = "Paragraphes",
      .segments = "Segments",
      .pairs = "Paires par type",
      .certainty = "Paires par certitude",
      .quality = "Certitude moyenne",
      .check_first = "À vérifier d’abord",
      .nothing_to_check = "Rien n’attire l’attention.",
      .reason = "Motif",
      .uncertain = "incertain",
      .very_uncertain = "très incertain",
      .no_counterpart = "sans équivalent",
      .show_only = "N’afficher que ce qui est à vérifier",
      .side_by_side = "Côte à côte",
      .pair = "Paire",
      .legend =
          "2–1 signifie que deux segments de l’original correspondent à un seul de la "
          "traduction. Le pourcentage est la probabilité que ce soient exactement ces segments "
          "qui se correspondent.",
      .percent = "\u202F%",
      .heading = "titre",
      .list_item = "élément de liste",
      .table_cell = "cellule",
      .caption = "légende",
      .footnote = "note"}}};

}  // namespace

const Labels& labels_for(const LanguageTag& language) {
  const auto found = std::ranges::find(kLabels, language.primary(), &Labels::language);
  return found == kLabels.end() ? kLabels.front() : *found;
}

std::string_view kind_label(const Labels& labels, BlockKind kind) {
  switch (kind) {
    case BlockKind::Paragraph:
      return "";
    case BlockKind::Heading:
      return labels.heading;
    case BlockKind::ListItem:
      return labels.list_item;
    case BlockKind::TableCell:
      return labels.table_cell;
    case BlockKind::Caption:
      return labels.caption;
    case BlockKind::Footnote:
      return labels.footnote;
  }
  return "";
}

std::string percent(const Labels& labels, double probability) {
  const int whole = static_cast<int>(100.0 * std::clamp(probability, 0.0, 1.0));
  return std::to_string(whole) + std::string(labels.percent);
}

}  // namespace trujaman::review
