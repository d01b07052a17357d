#include <algorithm>
#include <utility>

#include <trujaman/exchange.hpp>

#include "base/unicode.hpp"
#include "exchange/output.hpp"
#include "exchange/table/table_cell.hpp"

namespace trujaman::inline v0 {
using namespace exchange;

struct TableWriter::Impl {
  std::ostream* out;
  TableFormat format;
  std::vector<LanguageTag> languages;
  std::string row;

  /// Its variant in exactly that language, else the first that falls under it and has no column of
  /// its own.
  [[nodiscard]] const Variant* variant_for(const TranslationUnit& unit,
                                           const LanguageTag& column) const {
    const Variant* found = nullptr;
    for (const Variant& v : unit.variants) {
      if (v.language == column) return &v;
      const bool own = std::find(languages.begin(), languages.end(), v.language) != languages.end();
      if (found == nullptr && !own && v.language.matches(column)) found = &v;
    }
    return found;
  }

  /// Text is never changed to keep spreadsheets from taking it for a formula ("=…", "-…"): the
  /// readers of these files are translators, who must get back what they put in.
  void append_field(std::string_view text) {
    if (format == TableFormat::Tsv) {
      append_tsv_field(row, text);
    } else {
      append_csv_field(row, text);
    }
  }

  /// Fields of a row, and its end.
  void write_row(const std::vector<std::string_view>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) row += format == TableFormat::Tsv ? '\t' : ',';
      append_field(fields[i]);
    }
    row += format == TableFormat::Tsv ? "\n" : "\r\n";
    flush_to(*out, row);
  }
};

TableWriter::TableWriter(std::ostream& out, TableFormat format, std::vector<LanguageTag> languages)
    : impl_(new Impl{&out, format, std::move(languages), {}}) {
  std::vector<std::string_view> names;
  for (const LanguageTag& language : impl_->languages) names.emplace_back(language.str());
  impl_->write_row(names);
}
TableWriter::~TableWriter() = default;
TableWriter::TableWriter(TableWriter&&) noexcept = default;
TableWriter& TableWriter::operator=(TableWriter&&) noexcept = default;

void TableWriter::write(const TranslationUnit& unit) {
  std::vector<std::string_view> fields;
  std::size_t texts = 0;
  for (const LanguageTag& language : impl_->languages) {
    const Variant* variant = impl_->variant_for(unit, language);
    fields.emplace_back(variant != nullptr ? std::string_view(variant->text) : std::string_view());
    texts += base::trim(fields.back()).empty() ? 0 : 1;
  }
  if (texts >= 2) impl_->write_row(fields);
}

void TableWriter::finish() {
  impl_->out->flush();
  if (!*impl_->out) throw Error(Errc::Io, "cannot be written; check the disk's free space");
}

}  // namespace trujaman::inline v0
