/// Files of translation units (XLIFF, po, tables) as documents: the texts of one language, each a
/// segment.
#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>
#include <trujaman/po.hpp>

#include "base/encoding.hpp"
#include "base/inline_code.hpp"
#include "base/unicode.hpp"
#include "read/block_builder.hpp"
#include "read/reader.hpp"

namespace trujaman::read {
namespace {

/// Takes units, keeps their texts in the language that was asked for.
class Selection {
 public:
  explicit Selection(const Input& input) : input_(&input) {}

  void take(const TranslationUnit& unit, const Location& where) {
    for (const Variant& v : unit.variants) languages_.insert(v.language);
    const Variant* variant = choose(unit);
    if (variant == nullptr) return without_text(where);
    Block block;
    block.where = where;
    build(*variant, block);
    if (block.text.empty()) return without_text(where);
    if (reading_.language.undetermined()) reading_.language = variant->language;
    reading_.blocks.push_back(std::move(block));
  }

  Reading finish() && {
    const LanguageTag& wanted = input_->language;
    if (reading_.blocks.empty() && !wanted.undetermined()) refuse();
    if (reading_.language.undetermined() && !wanted.undetermined()) refuse_other_language();
    if (missing_ != 0 && !reading_.blocks.empty() && input_->diagnose) {
      input_->diagnose({Severity::Note,
                        message("{1} of {2} segments have no text in the language; left out",
                                missing_, missing_ + reading_.blocks.size()),
                        first_missing_});
    }
    reading_.segmented = true;
    return std::move(reading_);
  }

 private:
  /// The variant in the language asked for, else in another region's, else in one that the file
  /// does not name; the source where no language is asked for.
  [[nodiscard]] const Variant* choose(const TranslationUnit& unit) const {
    const auto first = [&](auto fits) {
      const auto found = std::ranges::find_if(unit.variants, fits);
      return found == unit.variants.end() ? nullptr : &*found;
    };
    const LanguageTag& wanted = input_->language;
    if (wanted.undetermined()) {
      return first([&](const Variant& v) { return v.language == unit.source_language; });
    }
    if (const Variant* found = unit.find(wanted)) return found;
    const auto related = [&](const Variant& v) { return v.language.primary() == wanted.primary(); };
    if (const Variant* found = first(related)) return found;
    return first([](const Variant& v) { return v.language.undetermined(); });
  }

  static void build(const Variant& variant, Block& block) {
    BlockBuilder builder;
    std::size_t at = 0;
    for (InlineCode& code : base::with_isolated_halves(variant.codes)) {
      builder.text(std::string_view(variant.text).substr(at, code.position - at));
      at = code.position;
      builder.code(std::move(code));
    }
    builder.text(std::string_view(variant.text).substr(at));
    std::move(builder).finish(block);
  }

  void without_text(const Location& where) {
    if (missing_++ == 0) first_missing_ = where;
  }

  /// Where the file does not name the language of the texts, which are not those that it names,
  /// they have to look like the language that was asked for.
  void refuse_other_language() {
    std::string text;
    for (const Block& block : reading_.blocks) text += block.text + '\n';
    const LanguageTag found = detect_language(text);
    if (found.undetermined() || found.primary() == input_->language.primary()) return;
    languages_.insert(found);
    refuse();
  }

  [[noreturn]] void refuse() const {
    std::string there;
    for (const LanguageTag& language : languages_) {
      if (!language.undetermined()) there += (there.empty() ? "" : ", ") + language.str();
    }
    throw Error(Errc::InvalidArgument,
                there.empty() ? message("has no text in {1}", input_->language.str())
                              : message("has no text in {1}; name a language that it has: {2}",
                                        input_->language.str(), there),
                {input_->name});
  }

  const Input* input_;
  Reading reading_;
  std::set<LanguageTag> languages_;
  std::size_t missing_ = 0;
  Location first_missing_;
};

/// Gives the file to @p read, a reader of units, as a stream, in UTF-8 where the caller named its
/// encoding.
template <typename Read>
Reading read_units(const Input& input, Read read) {
  // With a mark, so that no declaration in the file makes it be decoded again.
  std::istringstream in(input.encoding.empty()
                            ? std::string(input.content)
                            : "\xEF\xBB\xBF" +
                                  base::decode(input.content, input.encoding, input.name));
  Selection selection(input);
  read(in, [&](TranslationUnit&& unit, const Location& where) { selection.take(unit, where); });
  return std::move(selection).finish();
}

Reading read_table_document(const Input& input, TableFormat format) {
  return read_units(input, [&](std::istream& in, const LocatedUnitSink& sink) {
    (void)read_table(in, input.name, format, sink, input.diagnose);
  });
}

}  // namespace

bool is_xliff(std::string_view beginning) {
  // With a prefix ("<x:xliff") its namespace tells.
  const auto has = [&](std::string_view text) { return beginning.find(text) != text.npos; };
  return beginning.starts_with('<') && (has("<xliff") || has(":tc:xliff:document:"));
}

Reading read_xliff_document(const Input& input) {
  return read_units(input, [&](std::istream& in, const LocatedUnitSink& sink) {
    const LocatedUnitSink to_translate = [&](TranslationUnit&& unit, const Location& where) {
      const Property locked{"x-translate", "no"};
      if (std::ranges::count(unit.properties, locked) == 0) sink(std::move(unit), where);
    };
    (void)read_xliff(in, input.name, to_translate, input.diagnose);
  });
}

Reading read_po_document(const Input& input) {
  return read_units(input, [&](std::istream& in, const LocatedUnitSink& sink) {
    (void)read_po(in, input.name, {}, sink, input.diagnose);
  });
}

Reading read_tsv_document(const Input& input) {
  return read_table_document(input, TableFormat::Tsv);
}

Reading read_csv_document(const Input& input) {
  return read_table_document(input, TableFormat::Csv);
}

}  // namespace trujaman::read
