/// Files that other tools wrote, against what independent parsers found in them.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "base/encoding.hpp"
#include "base/unicode.hpp"
#include "manifest.hpp"
#include "tmx.hpp"

using trujaman::Severity;

namespace {

/// "en=1 fr=1" with tags in their usual form, as a language may be spelt in several ways.
std::string language_counts(const std::string& manifest) {
  std::map<std::string, std::size_t> counts;
  std::istringstream in(manifest);
  for (std::string one; in >> one;) {
    const std::size_t equals = one.find('=');
    const trujaman::LanguageTag tag(one.substr(0, equals));
    counts[tag.str()] += std::stoul(one.substr(equals + 1));
  }
  return test::join(counts);
}

std::string language_counts(const std::vector<trujaman::TranslationUnit>& units) {
  std::map<std::string, std::size_t> counts;
  for (const auto& unit : units) {
    for (const auto& variant : unit.variants) ++counts[variant.language.str()];
  }
  return test::join(counts);
}

/// Elements that the codes of all segments stand for, "bpt=2 ept=2"; sub is counted in fragments.
std::string code_counts(const std::vector<trujaman::TranslationUnit>& units) {
  const std::map<trujaman::CodeKind, std::string> names = {
      {trujaman::CodeKind::Bpt, "bpt"}, {trujaman::CodeKind::Ept, "ept"},
      {trujaman::CodeKind::Ph, "ph"},   {trujaman::CodeKind::It, "it"},
      {trujaman::CodeKind::Ut, "ut"},   {trujaman::CodeKind::HiBegin, "hi"}};
  std::map<std::string, std::size_t> counts;
  for (const auto& unit : units) {
    for (const auto& variant : unit.variants) {
      for (const auto& code : variant.codes) {
        if (code.kind == trujaman::CodeKind::HiEnd) continue;
        ++counts[names.at(code.kind)];
        if (code.fragment) counts["sub"] += test::occurrences("<sub", code.native);
      }
    }
  }
  return test::join(counts);
}

std::size_t variant_count(const std::vector<trujaman::TranslationUnit>& units) {
  std::size_t n = 0;
  for (const auto& unit : units) n += unit.variants.size();
  return n;
}

/// Of the header, of units and of their variants.
struct Counts {
  std::size_t properties = 0;
  std::size_t notes = 0;
  std::size_t empty = 0;
  std::size_t nested = 0;  ///< `<sub>`
  std::size_t alone = 0;   ///< Units of one variant.
};

Counts count(const test::Read& read) {
  Counts out{.properties = read.header.properties.size(), .notes = read.header.notes.size()};
  for (const auto& unit : read.units) {
    out.properties += unit.properties.size();
    out.notes += unit.notes.size();
    out.alone += unit.variants.size() == 1 ? 1 : 0;
    for (const auto& variant : unit.variants) {
      out.properties += variant.properties.size();
      out.notes += variant.notes.size();
      out.empty += variant.text.empty() && variant.codes.empty() ? 1 : 0;
      for (const auto& code : variant.codes) {
        if (code.fragment) out.nested += test::occurrences("<sub", code.native);
      }
    }
  }
  return out;
}

/// The texts of all variants.
std::vector<std::string> texts(const std::vector<trujaman::TranslationUnit>& units) {
  std::vector<std::string> out;
  for (const auto& unit : units) {
    for (const auto& variant : unit.variants) out.push_back(variant.text);
  }
  return out;
}

/// Text of a segment as pugixml sees it, without that of codes.
std::string text_of(const pugi::xml_node& segment) {
  std::string out;
  for (const pugi::xml_node& child : segment) {
    const std::string name = child.name();
    if (name.empty()) out += child.value();
    if (name == "hi") out += text_of(child);
  }
  return out;
}

/// pugixml does not know Windows code pages.
std::vector<std::string> texts_by_pugixml(const std::filesystem::path& file,
                                          const std::string& encoding) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  const bool windows = encoding.starts_with("windows");
  const std::string xml =
      windows ? trujaman::base::decode(bytes.str(), encoding, file) : bytes.str();
  pugi::xml_document document;
  REQUIRE(document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                               windows ? pugi::encoding_utf8 : pugi::encoding_auto));
  std::vector<std::string> out;
  for (const pugi::xpath_node& found : document.select_nodes("/tmx/body/tu/tuv/seg")) {
    out.push_back(trujaman::base::to_nfc(text_of(found.node())));
  }
  return out;
}

/// Diagnostics that a reason of the manifest asks for, "3 tu with a single tuv".
void check_reason(const std::string& reason, const test::Read& read) {
  INFO(reason);
  const auto messages = [&](const std::string& part) {
    return static_cast<std::size_t>(
        std::count_if(read.diagnostics.begin(), read.diagnostics.end(),
                      [&](const auto& d) { return d.message.find(part) != std::string::npos; }));
  };
  const auto number = [&] { return std::stoul(reason); };
  if (reason.find("tu with a single tuv") != std::string::npos) {
    CHECK(messages("in one language only") == number());
  } else if (reason.find("unpaired or duplicate") != std::string::npos) {
    CHECK(messages("do not pair up") == number());
  } else if (reason == "no tu") {
    CHECK(messages("holds no <tu>") == 1);
  } else if (reason.starts_with("version attribute")) {
    CHECK(messages("is not known; read as 1.4") == 1);
  } else if (reason.starts_with("header lacks")) {
    CHECK(messages("<header> lacks") == 1);
  } else if (reason.find("dates not") != std::string::npos) {
    CHECK(messages("is no date") == 0);  // they are understood all the same
  } else {
    CHECK(reason.starts_with("not valid against"));
    CHECK(read.count(Severity::Warning) > 0);
  }
}

std::vector<std::string> reasons(const std::string& field) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < field.size();) {
    const std::size_t end = std::min(field.find("; ", at), field.size());
    out.push_back(field.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

}  // namespace

TEST_CASE("TMX files of other tools are read as independent parsers read them", "[tmx][set]") {
  const auto set = test::read_manifest("tmx");
  if (set.empty()) return;
  for (const auto& row : set) {
    INFO(row.at("file"));
    const std::filesystem::path file = test::set_folder("tmx") / row.at("file");
    std::ifstream in(file, std::ios::binary);
    if (row.at("expected") == "reject") {
      CHECK_THROWS_AS(test::read_tmx(in), trujaman::Error);
      continue;
    }
    const test::Read read = test::read_tmx(in);
    INFO(read.first_message());
    const auto number = [&](const std::string& column) { return std::stoul(row.at(column)); };
    CHECK(read.summary.read == number("tu"));
    CHECK(read.units.size() == number("tu"));
    CHECK(variant_count(read.units) == number("tuv"));
    CHECK(variant_count(read.units) == number("seg"));
    CHECK(count(read).empty == number("empty_seg"));
    CHECK(count(read).properties == number("prop"));
    CHECK(count(read).notes == number("note"));
    CHECK(count(read).nested == number("nested_sub"));
    CHECK(count(read).alone == number("tu_with_1_tuv"));
    CHECK(read.header.encodings.size() == number("ude"));
    CHECK(language_counts(read.units) == language_counts(row.at("langs")));
    CHECK(code_counts(read.units) == row.at("inline"));
    CHECK(texts(read.units) == texts_by_pugixml(file, row.at("declared_encoding")));
    if (!row.at("srclang").empty() && row.at("srclang") != "*all*") {
      CHECK(read.header.source_language == trujaman::LanguageTag(row.at("srclang")));
    }
    CHECK(read.count(Severity::Defect) == 0);
    CHECK((read.count(Severity::Warning) > 0) == (row.at("expected") == "accept+warn"));
    for (const std::string& reason : reasons(row.at("reasons"))) check_reason(reason, read);
  }
}

TEST_CASE("header and units of every acceptable file survive export and import", "[tmx][set]") {
  for (const auto& row : test::read_manifest("tmx")) {
    if (row.at("expected") == "reject") continue;
    INFO(row.at("file"));
    std::ifstream in(test::set_folder("tmx") / row.at("file"), std::ios::binary);
    const test::Read first = test::read_tmx(in);
    const std::string written = test::write_tmx(first.units, first.header);
    const test::Read second = test::read_tmx(written);
    CHECK(first.units == second.units);
    CHECK(first.header == second.header);
    CHECK(second.count(Severity::Defect) == 0);
    CHECK(test::write_tmx(second.units, second.header) == written);
  }
}
