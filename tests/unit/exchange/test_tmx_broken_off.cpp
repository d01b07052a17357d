/// Files that end too early: a copy that was interrupted, a full disk.
#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/encoding.hpp"
#include "tmx.hpp"

using namespace trujaman;

namespace {

/// Two units with all that a unit can have, a comment, and characters of one to four bytes.
const std::string whole =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
    "<tmx version=\"1.4\">\n<header creationtool=\"x\" creationtoolversion=\"1\" "
    "segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"es\" datatype=\"x\">"
    "<note>¡Ojo!</note></header>\n<body>\n<!-- </tu> -->\n"
    "<tu tuid=\"1\">\n<note>«Nota»</note><prop type=\"tema\">salud</prop>\n"
    "<tuv xml:lang=\"es\"><seg>Sí &amp; <bpt i=\"1\">&lt;b&gt;</bpt>€ 😀<ept i=\"1\"/></seg></tuv>\n"
    "<tuv xml:lang=\"en\"><seg><![CDATA[</tu>]]></seg></tuv>\n</tu>\n"
    "<tu><tuv xml:lang=\"es\"><seg/></tuv><tuv xml:lang=\"fr\"><seg>Où&#x3f;</seg></tuv></tu>\n"
    "</body>\n</tmx>\n";

struct Outcome {
  std::vector<TranslationUnit> units;
  std::optional<Error> error;
};

Outcome read(const std::string& bytes) {
  Outcome out;
  std::istringstream in(bytes);
  try {
    read_tmx(in, "informe.tmx", [&](TranslationUnit&& u) { out.units.push_back(std::move(u)); });
  } catch (const Error& e) {
    out.error = e;
  }
  return out;
}

/// Cuts the file before each of its bytes. The units end and the root closes at the places given.
void check_cuts(const std::string& bytes, const std::vector<std::size_t>& unit_ends,
                std::size_t root_end) {
  const Outcome all = read(bytes);
  REQUIRE(all.units.size() == unit_ends.size());
  REQUIRE_FALSE(all.error);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    INFO("cut at " << cut);
    const Outcome part = read(bytes.substr(0, cut));
    const auto whole_units = static_cast<std::ptrdiff_t>(
        std::ranges::count_if(unit_ends, [&](std::size_t end) { return end <= cut; }));
    CHECK(part.units == std::vector(all.units.begin(), all.units.begin() + whole_units));
    CHECK(part.error.has_value() == (cut < root_end));
    if (!part.error) continue;
    CHECK(part.error->code() == Errc::Malformed);
    CHECK(part.error->where().source == "informe.tmx");
  }
}

/// Where the n-th "</tu>" that is a tag ends, and where "</tmx>" does.
std::vector<std::size_t> ends(const std::string& tag) {
  std::vector<std::size_t> out;
  for (std::size_t at = whole.find("\n<tu"); at != std::string::npos;) {
    at = whole.find(tag, at);
    if (at == std::string::npos) break;
    if (!whole.substr(at).starts_with("</tu>]]>")) out.push_back(at + tag.size());
    ++at;
  }
  return out;
}

}  // namespace

TEST_CASE("wherever a file breaks off, what came whole is read and nothing else", "[tmx]") {
  check_cuts(whole, ends("</tu>"), ends("</tmx>").at(0));
}

TEST_CASE("wherever a UTF-16 file breaks off, what came whole is read and nothing else", "[tmx]") {
  const auto in_utf16 = [](std::size_t end) {
    return base::to_utf16le("\uFEFF" + whole.substr(0, end)).size();
  };
  std::vector<std::size_t> unit_ends = ends("</tu>");
  for (std::size_t& end : unit_ends) end = in_utf16(end);
  const std::string bytes = base::to_utf16le("\uFEFF" + whole);
  check_cuts(bytes.substr(0, in_utf16(ends("</tmx>").at(0))), unit_ends,
             in_utf16(ends("</tmx>").at(0)));
}

TEST_CASE("the error says where a file breaks off", "[tmx]") {
  for (const std::string& bytes :
       {whole.substr(0, whole.find("salud") + 3),
        base::to_utf16le("\uFEFF" + whole).substr(0, 2 * whole.find("salud") + 1)}) {
    const Outcome part = read(bytes);
    REQUIRE(part.error);
    CHECK(to_string(part.error->where()) == "informe.tmx:8");
    CHECK_THAT(part.error->what(), Catch::Contains("breaks off inside"));
  }
}
