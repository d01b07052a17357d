/// Which of the glossary formats a file is in.
#include <sstream>
#include <utility>

#include <trujaman/exchange.hpp>

#include "base/ascii.hpp"
#include "base/file.hpp"

namespace trujaman::inline v0 {
namespace {

/// Whether the first character that is no mark and no white space is "<", in any encoding.
bool looks_like_xml(std::string_view bytes) {
  constexpr std::string_view kMarks("\xEF\xBB\xBF\xFE\xFF\0 \t\r\n", 10);
  const std::size_t first = bytes.find_first_not_of(kMarks);
  return first != std::string_view::npos && bytes[first] == '<';
}

std::string lower_ending(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending) c = base::ascii_lower(c);
  return ending;
}

TableFormat table_format(std::string_view bytes, const std::string& ending) {
  if (ending == ".csv") return TableFormat::Csv;
  if (ending == ".tsv" || ending == ".tab") return TableFormat::Tsv;
  const std::string_view header = bytes.substr(0, bytes.find('\n'));
  return header.find_first_of("\t") == std::string_view::npos ? TableFormat::Csv : TableFormat::Tsv;
}

}  // namespace

std::vector<ConceptEntry> read_glossary(const std::filesystem::path& path,
                                        const DiagnosticSink& on_diagnostic) {
  const std::string name = path.string();
  std::string bytes = base::read_file(path);
  const std::string ending = lower_ending(path);
  const bool tbx = looks_like_xml(bytes) || ending == ".tbx" || ending == ".xml";
  const TableFormat format = table_format(bytes, ending);
  std::istringstream in(std::move(bytes));
  std::vector<ConceptEntry> concepts;
  const auto keep = [&](ConceptEntry&& entry) { concepts.push_back(std::move(entry)); };
  if (tbx) {
    read_tbx(in, name, keep, on_diagnostic);
  } else {
    read_concept_table(in, name, format, keep, on_diagnostic);
  }
  return concepts;
}

}  // namespace trujaman::inline v0
