#include <algorithm>
#include <memory>
#include <utility>

#include <trujaman/exchange.hpp>

#include "base/local.hpp"
#include "base/unicode.hpp"
#include "exchange/table/rows.hpp"

namespace trujaman::inline v0 {
using namespace exchange;

/// Text is never changed to keep spreadsheets from taking it for a formula ("=…", "-…"): the
/// readers of these files are translators, who must get back what they put in.
struct TRUJAMAN_LOCAL TableWriter::Impl {
  std::unique_ptr<RowWriter> rows;
  std::vector<LanguageTag> languages;

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
};

TableWriter::TableWriter(std::ostream& out, TableFormat format, std::vector<LanguageTag> languages)
    : impl_(new Impl{make_row_writer(out, {.format = format, .sheet = "Units"}),
                     std::move(languages)}) {
  std::vector<std::string> names;
  for (const LanguageTag& language : impl_->languages) names.push_back(language.str());
  impl_->rows->write(names);
}
TableWriter::~TableWriter() = default;
TableWriter::TableWriter(TableWriter&&) noexcept = default;
TableWriter& TableWriter::operator=(TableWriter&&) noexcept = default;

void TableWriter::write(const TranslationUnit& unit) {
  std::vector<std::string> fields;
  std::size_t texts = 0;
  for (const LanguageTag& language : impl_->languages) {
    const Variant* variant = impl_->variant_for(unit, language);
    fields.push_back(variant != nullptr ? variant->text : std::string());
    texts += base::trim(fields.back()).empty() ? 0 : 1;
  }
  if (texts >= 2) impl_->rows->write(fields);
}

void TableWriter::finish() {
  impl_->rows->finish();
}

}  // namespace trujaman::inline v0
