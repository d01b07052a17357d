/// @file
/// Sets of files that other tools wrote, with a manifest.tsv of what is in them.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace test {

inline std::filesystem::path set_folder(const std::string& set) {
  const char* shared = std::getenv("TRUJAMAN_SHARED");
  return std::filesystem::path(shared != nullptr ? shared : "") / "data" / "formats" / set;
}

/// A field of the manifest: quoted when it holds quotes, which are then doubled.
inline std::string unquoted(const std::string& field) {
  if (field.size() < 2 || field.front() != '"') return field;
  std::string out;
  for (std::size_t i = 1; i + 1 < field.size(); ++i) {
    out += field[i];
    if (field[i] == '"') ++i;
  }
  return out;
}

/// Rows by column name; empty, with a message, when the set is not on this machine.
inline std::vector<std::map<std::string, std::string>> read_manifest(const std::string& set) {
  std::ifstream in(set_folder(set) / "manifest.tsv");
  if (!in) {
    WARN("skipped: no set of " + set + " files; name its folder in TRUJAMAN_SHARED");
    return {};
  }
  const auto split = [](const std::string& line) {
    std::vector<std::string> fields{""};
    for (const char c : line) {
      if (c == '\t') {
        fields.emplace_back();
      } else if (c != '\r') {
        fields.back() += c;
      }
    }
    return fields;
  };
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> names = split(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(in, line)) {
    const std::vector<std::string> fields = split(line);
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) {
      row[names[i]] = i < fields.size() ? unquoted(fields[i]) : std::string();
    }
  }
  return rows;
}

/// "a=1 b=2"
inline std::string join(const std::map<std::string, std::size_t>& counts) {
  std::string out;
  for (const auto& [name, n] : counts) {
    out += (out.empty() ? "" : " ") + name + "=" + std::to_string(n);
  }
  return out;
}

inline std::size_t occurrences(std::string_view what, std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
  return n;
}

}  // namespace test
