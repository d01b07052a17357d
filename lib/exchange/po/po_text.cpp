#include "exchange/po/po_text.hpp"

#include <algorithm>
#include <charconv>

#include "base/unicode.hpp"

namespace trujaman::exchange {
namespace {

constexpr std::string_view kLetters = "ntr\"\\abfv";
constexpr std::string_view kMeant = "\n\t\r\"\\\a\b\f\v";

/// Takes the digits of "\101" or "\x41" at the beginning of @p text; their number is @p used.
char take_number(std::string_view text, std::size_t& used) {
  const bool hex = text.starts_with('x');
  const std::string_view digits = text.substr(hex ? 1 : 0, hex ? 2 : 3);
  unsigned value = 0;
  const auto end =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 8);
  used = static_cast<std::size_t>(end.ptr - text.data());
  if (end.ptr == digits.data()) used = 0;
  return static_cast<char>(value);
}

void append_escaped(std::string& po, char c) {
  const std::size_t known = kMeant.find(c);
  if (known != std::string_view::npos) {
    po += '\\';
    po += kLetters[known];
  } else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') {
    const auto byte = static_cast<unsigned char>(c);
    po += '\\';
    for (const unsigned shift : {6U, 3U, 0U}) po += static_cast<char>('0' + ((byte >> shift) & 7U));
  } else {
    po += c;
  }
}

}  // namespace

std::optional<std::string> po_unquoted(std::string_view text) {
  text = base::trim(text);
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return {};
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return {};
    if (text[i] != '\\') {
      // A NUL could be written again, but not be read then: it ends texts in C.
      text[i] == '\0' ? out += "\uFFFD" : out += text[i];
      continue;
    }
    if (++i == text.size()) return {};
    const std::size_t known = kLetters.find(text[i]);
    std::size_t used = 0;
    const char number = known == std::string_view::npos ? take_number(text.substr(i), used) : '\0';
    if (known != std::string_view::npos) {
      out += kMeant[known];
    } else if (used != 0 && number != '\0' &&
               static_cast<unsigned char>(number) <
                   0x80) {  // ASCII: others could break the encoding
      out += number;
      i += used - 1;
    } else {
      out.append("\\").append(1, text[i]);
    }
  }
  return out;
}

void append_po_string(std::string& po, std::string_view keyword, std::string_view text) {
  po.append(keyword).append(" \"");
  const std::size_t first = text.find('\n');
  const bool several = first != std::string_view::npos && first + 1 < text.size();
  if (several) po += "\"\n\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    append_escaped(po, text[i]);
    if (several && text[i] == '\n' && i + 1 < text.size()) po += "\"\n\"";
  }
  po += "\"\n";
}

std::vector<Property> po_fields(std::string_view header) {
  std::vector<Property> out;
  while (!header.empty()) {
    const std::string_view line = header.substr(0, header.find('\n'));
    header.remove_prefix(std::min(line.size() + 1, header.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    out.push_back({std::string(base::trim(line.substr(0, colon))),
                   std::string(base::trim(line.substr(colon + 1)))});
  }
  return out;
}

std::string_view po_field(const std::vector<Property>& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &Property::type);
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

/// As gettext's plural-table.c and the Unicode CLDR have them, without those for decimals.
std::string_view po_plural_forms(const LanguageTag& language) {
  struct Family {
    std::string_view languages;  ///< With blanks around.
    std::string_view forms;
  };
  constexpr Family kFamilies[] = {
      {" ja ko zh vi th id ms lo my ", "nplurals=1; plural=0;"},
      {" fr oc ln mg wa ti br fil ", "nplurals=2; plural=(n > 1);"},
      {" ru uk be sr hr bs sh ",
       "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
       "n%100>=20) ? 1 : 2);"},
      {" pl ",
       "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"},
      {" cs sk ", "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;"},
      {" lt ",
       "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : "
       "2);"},
      {" lv ", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"},
      {" ro ", "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);"},
      {" sl ", "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"},
      {" ar ",
       "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
       "n%100>=11 ? 4 : 5);"},
      {" ga ", "nplurals=5; plural=n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4;"}};
  if (language.str() == "pt-BR") return "nplurals=2; plural=(n > 1);";
  const std::string name = " " + std::string(language.primary()) + " ";
  for (const Family& family : kFamilies) {
    if (family.languages.find(name) != std::string_view::npos) return family.forms;
  }
  return "nplurals=2; plural=(n != 1);";
}

}  // namespace trujaman::exchange
