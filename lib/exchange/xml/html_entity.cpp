#include "exchange/xml/html_entity.hpp"

#include "base/unicode.hpp"

namespace trujaman::exchange {
namespace {

/// HTML 4.01 §24.2: names of U+00A0 to U+00FF, in the order of the code points.
constexpr std::string_view kLatin1[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
static_assert(std::size(kLatin1) == 0x60);

struct Named {
  std::string_view name;
  char32_t c;
};
/// HTML 4.01 §24.4, those that prose needs.
constexpr Named kPunctuation[] = {
    {"ndash", U'–'}, {"mdash", U'—'}, {"lsquo", U'‘'},  {"rsquo", U'’'}, {"sbquo", U'‚'},
    {"ldquo", U'“'}, {"rdquo", U'”'}, {"bdquo", U'„'},  {"bull", U'•'},  {"hellip", U'…'},
    {"euro", U'€'},  {"trade", U'™'}, {"lsaquo", U'‹'}, {"rsaquo", U'›'}};

}  // namespace

std::string html_entity(std::string_view name) {
  std::string out;
  for (char32_t i = 0; i < std::size(kLatin1); ++i) {
    if (kLatin1[i] == name) base::append_code_point(out, 0xA0 + i);
  }
  for (const Named& named : kPunctuation) {
    if (named.name == name) base::append_code_point(out, named.c);
  }
  return out;
}

}  // namespace trujaman::exchange
