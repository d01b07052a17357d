/// Number words of Spanish, English and French, and Roman numerals.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/unicode.hpp"
#include "check/quantity.hpp"

namespace trujaman::check {
namespace {

using Values = std::unordered_map<std::string_view, long long>;

// Cardinals and ordinals, folded (no accents), with the words that say a number in other ways.
const Values& spanish() {
  static const Values values{{"cero", 0},
                             {"ningun", 0},
                             {"ninguno", 0},
                             {"ninguna", 0},
                             {"un", 1},
                             {"uno", 1},
                             {"una", 1},
                             {"unico", 1},
                             {"unica", 1},
                             {"solo", 1},
                             {"sola", 1},
                             {"primer", 1},
                             {"primero", 1},
                             {"primera", 1},
                             {"primeros", 1},
                             {"primeras", 1},
                             {"dos", 2},
                             {"ambos", 2},
                             {"ambas", 2},
                             {"par", 2},
                             {"doble", 2},
                             {"bidimensional", 2},
                             {"segundo", 2},
                             {"segunda", 2},
                             {"bienio", 2},
                             {"bienal", 2},
                             {"tres", 3},
                             {"tercer", 3},
                             {"tercero", 3},
                             {"tercera", 3},
                             {"terceras", 3},
                             {"terceros", 3},
                             {"triple", 3},
                             {"tridimensional", 3},
                             {"tercio", 3},
                             {"tercios", 3},
                             {"trienio", 3},
                             {"trienal", 3},
                             {"cuatro", 4},
                             {"cuarto", 4},
                             {"cuarta", 4},
                             {"cuartas", 4},
                             {"cuartos", 4},
                             {"cuatrienal", 4},
                             {"cinco", 5},
                             {"quinto", 5},
                             {"quinta", 5},
                             {"quintas", 5},
                             {"quinquenal", 5},
                             {"quinquenio", 5},
                             {"seis", 6},
                             {"sexto", 6},
                             {"sexta", 6},
                             {"siete", 7},
                             {"septimo", 7},
                             {"septima", 7},
                             {"ocho", 8},
                             {"octavo", 8},
                             {"octava", 8},
                             {"nueve", 9},
                             {"noveno", 9},
                             {"novena", 9},
                             {"diez", 10},
                             {"decimo", 10},
                             {"decima", 10},
                             {"decena", 10},
                             {"decenas", 10},
                             {"decenio", 10},
                             {"decenal", 10},
                             {"decada", 10},
                             {"once", 11},
                             {"undecimo", 11},
                             {"undecima", 11},
                             {"doce", 12},
                             {"docena", 12},
                             {"docenas", 12},
                             {"duodecimo", 12},
                             {"duodecima", 12},
                             {"trece", 13},
                             {"catorce", 14},
                             {"quince", 15},
                             {"dieciseis", 16},
                             {"diecisiete", 17},
                             {"dieciocho", 18},
                             {"diecinueve", 19},
                             {"veinte", 20},
                             {"vigesimo", 20},
                             {"vigesima", 20},
                             {"veintiun", 21},
                             {"veintiuno", 21},
                             {"veintiuna", 21},
                             {"veintidos", 22},
                             {"veintitres", 23},
                             {"veinticuatro", 24},
                             {"veinticinco", 25},
                             {"veintiseis", 26},
                             {"veintisiete", 27},
                             {"veintiocho", 28},
                             {"veintinueve", 29},
                             {"treinta", 30},
                             {"cuarenta", 40},
                             {"cincuenta", 50},
                             {"mitad", 50},
                             {"sesenta", 60},
                             {"setenta", 70},
                             {"ochenta", 80},
                             {"noventa", 90},
                             {"cien", 100},
                             {"ciento", 100},
                             {"cientos", 100},
                             {"centenar", 100},
                             {"centenares", 100},
                             {"centenario", 100},
                             {"doscientos", 200},
                             {"doscientas", 200},
                             {"trescientos", 300},
                             {"trescientas", 300},
                             {"cuatrocientos", 400},
                             {"cuatrocientas", 400},
                             {"quinientos", 500},
                             {"quinientas", 500},
                             {"seiscientos", 600},
                             {"seiscientas", 600},
                             {"setecientos", 700},
                             {"setecientas", 700},
                             {"ochocientos", 800},
                             {"ochocientas", 800},
                             {"novecientos", 900},
                             {"novecientas", 900},
                             {"mil", 1000},
                             {"miles", 1000},
                             {"millar", 1000},
                             {"millares", 1000},
                             {"milenio", 1000},
                             {"millon", 1000000},
                             {"millones", 1000000}};
  return values;
}

const Values& english() {
  static const Values values{
      {"zero", 0},        {"no", 0},           {"none", 0},          {"a", 1},
      {"an", 1},          {"one", 1},          {"single", 1},        {"once", 1},
      {"first", 1},       {"two", 2},          {"both", 2},          {"pair", 2},
      {"couple", 2},      {"double", 2},       {"dual", 2},          {"twice", 2},
      {"second", 2},      {"biennium", 2},     {"biennial", 2},      {"three", 3},
      {"third", 3},       {"thirds", 3},       {"triple", 3},        {"triennial", 3},
      {"thrice", 3},      {"four", 4},         {"fourth", 4},        {"quarter", 4},
      {"quarters", 4},    {"quadrennial", 4},  {"five", 5},          {"fifth", 5},
      {"six", 6},         {"sixth", 6},        {"seven", 7},         {"seventh", 7},
      {"eight", 8},       {"eighth", 8},       {"nine", 9},          {"ninth", 9},
      {"ten", 10},        {"tenth", 10},       {"tens", 10},         {"decade", 10},
      {"eleven", 11},     {"eleventh", 11},    {"twelve", 12},       {"twelfth", 12},
      {"dozen", 12},      {"dozens", 12},      {"thirteen", 13},     {"thirteenth", 13},
      {"fourteen", 14},   {"fourteenth", 14},  {"fifteen", 15},      {"fifteenth", 15},
      {"sixteen", 16},    {"sixteenth", 16},   {"seventeen", 17},    {"seventeenth", 17},
      {"eighteen", 18},   {"eighteenth", 18},  {"nineteen", 19},     {"nineteenth", 19},
      {"twenty", 20},     {"twentieth", 20},   {"thirty", 30},       {"thirtieth", 30},
      {"forty", 40},      {"fortieth", 40},    {"fifty", 50},        {"fiftieth", 50},
      {"half", 50},       {"sixty", 60},       {"sixtieth", 60},     {"seventy", 70},
      {"seventieth", 70}, {"eighty", 80},      {"eightieth", 80},    {"ninety", 90},
      {"hundred", 100},   {"hundreds", 100},   {"hundredth", 100},   {"century", 100},
      {"thousand", 1000}, {"thousands", 1000}, {"million", 1000000}, {"millions", 1000000}};
  return values;
}

const Values& french() {
  static const Values values{
      {"zero", 0},          {"aucun", 0},         {"aucune", 0},     {"un", 1},
      {"une", 1},           {"unique", 1},        {"seul", 1},       {"seule", 1},
      {"premier", 1},       {"premiere", 1},      {"premiers", 1},   {"premieres", 1},
      {"deux", 2},          {"double", 2},        {"paire", 2},      {"second", 2},
      {"seconde", 2},       {"deuxieme", 2},      {"biennal", 2},    {"trois", 3},
      {"tiers", 3},         {"troisieme", 3},     {"triple", 3},     {"triennal", 3},
      {"quatre", 4},        {"quart", 4},         {"quarts", 4},     {"quatrieme", 4},
      {"quadriennal", 4},   {"cinq", 5},          {"cinquieme", 5},  {"quinquennal", 5},
      {"six", 6},           {"sixieme", 6},       {"sept", 7},       {"septieme", 7},
      {"huit", 8},          {"huitieme", 8},      {"neuf", 9},       {"neuvieme", 9},
      {"dix", 10},          {"dixieme", 10},      {"dizaine", 10},   {"dizaines", 10},
      {"decennie", 10},     {"decennal", 10},     {"onze", 11},      {"onzieme", 11},
      {"douze", 12},        {"douzieme", 12},     {"douzaine", 12},  {"douzaines", 12},
      {"treize", 13},       {"treizieme", 13},    {"quatorze", 14},  {"quatorzieme", 14},
      {"quinze", 15},       {"quinzieme", 15},    {"quinzaine", 15}, {"seize", 16},
      {"seizieme", 16},     {"vingt", 20},        {"vingts", 20},    {"vingtieme", 20},
      {"vingtaine", 20},    {"trente", 30},       {"trentaine", 30}, {"quarante", 40},
      {"cinquante", 50},    {"moitie", 50},       {"demi", 50},      {"soixante", 60},
      {"septante", 70},     {"huitante", 80},     {"octante", 80},   {"nonante", 90},
      {"cent", 100},        {"cents", 100},       {"centaine", 100}, {"centaines", 100},
      {"centenaire", 100},  {"mille", 1000},      {"millier", 1000}, {"milliers", 1000},
      {"million", 1000000}, {"millions", 1000000}};
  return values;
}

const Values* values_of(Tongue tongue) noexcept {
  switch (tongue) {
    case Tongue::Spanish:
      return &spanish();
    case Tongue::English:
      return &english();
    case Tongue::French:
      return &french();
    case Tongue::Other:
      break;
  }
  return nullptr;
}

bool links_numbers(std::string_view folded) noexcept {
  return folded == "y" || folded == "and" || folded == "et" || folded == "-";
}

/// Adds up the words of one number: "doscientos treinta y cinco mil", "quatre-vingt-dix".
class Sum {
 public:
  void add(long long value) {
    if (value >= 1000) {
      total_ += std::max<long long>(current_, 1) * value;
      current_ = 0;
    } else if (value == 100 || (value == 20 && current_ == 4)) {
      current_ = std::max<long long>(current_, 1) * value;
    } else {
      current_ += value;
    }
  }
  [[nodiscard]] long long value() const { return total_ + current_; }

 private:
  long long total_ = 0;
  long long current_ = 0;
};

Quantity optional(TextSpan span, long long value) {
  return {
      .span = span, .values = {std::to_string(value)}, .parts = {}, .base = {}, .required = false};
}

/// Value of a Roman numeral in capitals; nothing when @p word is none.
std::optional<long long> roman_value(std::string_view word) {
  constexpr std::string_view digits = "IVXLCDM";
  constexpr std::array<int, 7> worth{1, 5, 10, 50, 100, 500, 1000};
  constexpr std::size_t longest = 8;
  if (word.size() > longest) return {};
  long long value = 0;
  int last = 0;
  for (std::size_t i = word.size(); i-- > 0;) {
    const std::size_t digit = digits.find(word[i]);
    if (digit == std::string_view::npos) return {};
    value += worth[digit] < last ? -worth[digit] : worth[digit];
    last = std::max(last, worth[digit]);
  }
  return value;
}

}  // namespace

int zeros_of(std::string_view lower, Tongue tongue) noexcept {
  struct Word {
    std::string_view text;
    int zeros;
  };
  constexpr std::array<Word, 11> any{{{"millón", 6},
                                      {"millones", 6},
                                      {"million", 6},
                                      {"millions", 6},
                                      {"mil", 3},
                                      {"mille", 3},
                                      {"thousand", 3},
                                      {"miles", 3},
                                      {"milliard", 9},
                                      {"milliards", 9},
                                      {"hundred", 2}}};
  for (const Word& word : any) {
    if (word.text != lower) continue;
    // Not the English unit of length.
    return lower == "miles" && tongue == Tongue::English ? 0 : word.zeros;
  }
  // The long scale has 10^12 where English has 10^9.
  if (lower == "billion" || lower == "billions") return tongue == Tongue::English ? 9 : 12;
  if (lower == "billón" || lower == "billones") return 12;
  if (lower == "trillion" || lower == "trillions") return tongue == Tongue::English ? 12 : 18;
  return 0;
}

bool is_number_word(std::string_view word, Tongue tongue) {
  const Values* values = values_of(tongue);
  const std::string folded = base::fold(word);
  return values != nullptr && values->contains(folded);
}

void find_number_words(const Side& side, const Used& used, Quantities& out) {
  const Values* values = values_of(side.tongue);
  std::string folded;
  Sum sum;
  TextSpan run;
  std::size_t words = 0;
  const auto finish = [&] {
    if (words > 1) out.numbers.push_back(optional(run, sum.value()));
    sum = {};
    words = 0;
  };
  for (std::size_t i = 0; i < side.tokens.size(); ++i) {
    const base::Token& token = side.tokens[i];
    if (used[i] || side.is_number(i)) {
      finish();
      continue;
    }
    if (side.is_word(i)) {
      if (const auto roman = roman_value(side.word(i))) {
        out.numbers.push_back(optional(token.span, *roman));
      }
    }
    if (values == nullptr) continue;
    base::fold(side.word(i), folded);
    const auto found = values->find(folded);
    if (found != values->end()) {
      out.numbers.push_back(optional(token.span, found->second));
      if (words++ == 0) run = token.span;
      run.end = token.span.end;
      sum.add(found->second);
    } else if (!links_numbers(folded)) {
      finish();
    }
  }
  finish();
}

}  // namespace trujaman::check
