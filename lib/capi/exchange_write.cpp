#include <algorithm>
#include <array>
#include <memory>
#include <variant>

#include <trujaman/c/exchange.h>
#include <trujaman/exchange.hpp>
#include <trujaman/unit_capacity.hpp>

#include "capi/exchange.hpp"
#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"
#include "capi/po_header.hpp"
#include "capi/tmx_header.hpp"

using namespace trujaman;

struct trujaman_unit_writer {
  trujaman_unit_writer(const trujaman_output* output, trujaman_units_write_options how,
                       std::vector<LanguageTag> languages);

  capi::Output output;
  std::variant<std::monostate, TmxWriter, XliffWriter, PoWriter, TableWriter> writer;
  std::size_t written = 0;
  bool finished = false;
};

namespace {

trujaman_units_write_options write_options(const trujaman_units_write_options* options,
                                           const trujaman_output* output) {
  auto how = capi::complete<trujaman_units_write_options>(
      options, TRUJAMAN_UNITS_WRITE_OPTIONS_INIT, "options");
  capi::need_unused(how.reserved, "options");
  how.format =
      capi::enumerator<trujaman_format>(how.format, TRUJAMAN_FORMAT_XLSX, "options.format");
  const char* const path = capi::need(output, "output").path;
  if (how.format == TRUJAMAN_FORMAT_AUTO && path != nullptr) how.format = capi::format_of(path);
  if (how.format == TRUJAMAN_FORMAT_AUTO) {
    throw Error(Errc::InvalidArgument,
                "the format cannot be told by the name; set options.format, or write to a name "
                "that ends in .tmx, .xlf, .po, .tsv, .csv or .xlsx",
                {.source = path == nullptr ? "" : path});
  }
  return how;
}

std::vector<LanguageTag> languages_of(const trujaman_units_write_options& how) {
  return capi::language_list(how.languages, how.language_count, "options.languages");
}

/// @throws Error{InvalidArgument} where a format wants other languages.
void check_languages(trujaman_format format, const std::vector<LanguageTag>& languages) {
  if (format == TRUJAMAN_FORMAT_TMX) return;
  const bool two = format == TRUJAMAN_FORMAT_XLIFF || format == TRUJAMAN_FORMAT_PO;
  if (two ? languages.size() != 2 : languages.size() < 2) {
    throw Error(Errc::InvalidArgument, two ? "XLIFF and po files have two languages: name them"
                                           : "a table has two languages or more: name them");
  }
}

bool is_table(trujaman_format format) {
  return format == TRUJAMAN_FORMAT_TSV || format == TRUJAMAN_FORMAT_CSV ||
         format == TRUJAMAN_FORMAT_XLSX;
}

TableFormat table_format(trujaman_format format) {
  if (format == TRUJAMAN_FORMAT_TSV) return TableFormat::Tsv;
  return format == TRUJAMAN_FORMAT_CSV ? TableFormat::Csv : TableFormat::Xlsx;
}

const UnitCapacity& capacity_of(trujaman_format format) {
  if (format == TRUJAMAN_FORMAT_TMX) return kTmxCapacity;
  if (format == TRUJAMAN_FORMAT_PO) return kPoCapacity;
  return format == TRUJAMAN_FORMAT_XLIFF ? kXliffCapacity : kTableCapacity;
}

std::unique_ptr<trujaman_unit_writer> make_writer(const trujaman_output* output,
                                                  const trujaman_units_write_options& how,
                                                  std::vector<LanguageTag> languages) {
  check_languages(how.format, languages);
  return std::make_unique<trujaman_unit_writer>(output, how, std::move(languages));
}

void write(trujaman_unit_writer& writer, const TranslationUnit& unit) {
  if (writer.finished) throw Error(Errc::InvalidArgument, "the file is finished already");
  std::visit(
      [&](auto& to) {
        using Writer = std::decay_t<decltype(to)>;
        if constexpr (std::is_same_v<Writer, PoWriter>) {
          if (to.write(unit)) ++writer.written;
        } else if constexpr (!std::is_same_v<Writer, std::monostate>) {
          to.write(unit);
          ++writer.written;
        }
        if constexpr (std::is_same_v<Writer, XliffWriter>) writer.written = to.written();
      },
      writer.writer);
}

void finish(trujaman_unit_writer& writer) {
  if (writer.finished) throw Error(Errc::InvalidArgument, "the file is finished already");
  std::visit(
      [](auto& to) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(to)>, std::monostate>) to.finish();
      },
      writer.writer);
  writer.output.finish();
  writer.finished = true;
}

/// Those of a memory, for files that name their columns first.
std::vector<LanguageTag> languages_in(const Memory& memory) {
  std::vector<LanguageTag> out;
  for (const auto& [language, count] : memory.statistics().languages) out.push_back(language);
  return out;
}

}  // namespace

trujaman_unit_writer::trujaman_unit_writer(const trujaman_output* to,
                                           trujaman_units_write_options how,
                                           std::vector<LanguageTag> languages)
    : output(to) {
  if (how.format == TRUJAMAN_FORMAT_TMX) {
    TmxOptions options{.languages = std::move(languages), .level = how.tmx_level};
    options.context = how.tmx_context;
    options.utf16 = how.tmx_utf16;
    writer.emplace<TmxWriter>(output.stream(), capi::tmx_header(how.tmx_header), options);
  } else if (how.format == TRUJAMAN_FORMAT_XLIFF) {
    XliffHeader header{.languages = {languages[0], languages[1]}};
    if (how.xliff_original != nullptr) {
      header.original = capi::text(how.xliff_original, "options.xliff_original");
    }
    header.version = capi::enumerator<XliffVersion>(how.xliff_version, TRUJAMAN_XLIFF_2_0,
                                                    "options.xliff_version");
    writer.emplace<XliffWriter>(output.stream(), header);
  } else if (how.format == TRUJAMAN_FORMAT_PO) {
    writer.emplace<PoWriter>(output.stream(),
                             capi::po_header(how.po_header, {languages[0], languages[1]}));
  } else {
    writer.emplace<TableWriter>(output.stream(), table_format(how.format), std::move(languages));
  }
}

trujaman_status trujaman_unit_writer_new(const trujaman_output* output,
                                         const trujaman_units_write_options* options,
                                         trujaman_unit_writer** writer) {
  return capi::give(writer, "writer", [&] {
    const trujaman_units_write_options how = write_options(options, output);
    return make_writer(output, how, languages_of(how));
  });
}

trujaman_status trujaman_unit_writer_add(trujaman_unit_writer* writer, const trujaman_unit* unit) {
  return capi::guard([&] { write(capi::need(writer, "writer"), capi::unit(unit)); });
}

trujaman_status trujaman_unit_writer_finish(trujaman_unit_writer* writer) {
  return capi::guard([&] { finish(capi::need(writer, "writer")); });
}

size_t trujaman_unit_writer_written(const trujaman_unit_writer* writer) {
  return capi::size_of(writer, "writer", [](const auto& w) { return w.written; });
}

void trujaman_unit_writer_free(trujaman_unit_writer* writer) {
  delete writer;
}

trujaman_status trujaman_memory_export(const trujaman_memory* memory,
                                       const trujaman_unit_filter* filter,
                                       const trujaman_output* output,
                                       const trujaman_units_write_options* options, size_t* units) {
  return capi::put_if(units, [&] {
    const Memory& from = *capi::need(memory, "memory").memory;
    const trujaman_units_write_options how = write_options(options, output);
    std::vector<LanguageTag> languages = languages_of(how);
    if (languages.empty() && is_table(how.format)) languages = languages_in(from);
    UnitFilter wanted = capi::unit_filter(filter);
    // What the writer would leave out needs no reading; another filter may be turned round.
    if (!wanted.invert && wanted.languages.empty() && !is_table(how.format)) {
      wanted.languages = languages;
    }
    const auto writer = make_writer(output, how, std::move(languages));
    from.for_each(
        [&](std::int64_t /*row*/, const TranslationUnit& unit) {
          write(*writer, unit);
          return true;
        },
        wanted);
    finish(*writer);
    return writer->written;
  });
}

const char* trujaman_unit_part_name(trujaman_unit_part part) {
  const auto bits = static_cast<unsigned>(part);
  for (int i = 0; i <= static_cast<int>(UnitPart::Attributes); ++i) {
    if (bits == 1U << static_cast<unsigned>(i)) {
      return to_string(static_cast<UnitPart>(i)).data();  // a literal: it ends in NUL
    }
  }
  return nullptr;
}

trujaman_status trujaman_unit_left_out(const trujaman_unit* unit, trujaman_format format,
                                       const char* const* languages, size_t language_count,
                                       uint32_t* parts) {
  return capi::put(parts, "parts", [&] {
    const auto written = capi::enumerator<trujaman_format>(format, TRUJAMAN_FORMAT_XLSX, "format");
    if (written == TRUJAMAN_FORMAT_AUTO) {
      throw Error(Errc::InvalidArgument, "format is none that is written");
    }
    std::uint32_t bits = 0;
    for (const UnitPart part :
         parts_left_out(capi::unit(unit), capacity_of(written),
                        capi::language_list(languages, language_count, "languages"))) {
      bits |= 1U << static_cast<unsigned>(part);
    }
    return bits;
  });
}
