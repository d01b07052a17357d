/// Units → gettext's po files, an entry at a time.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/po.hpp>

#include "base/local.hpp"
#include "exchange/language.hpp"
#include "exchange/other_variant.hpp"
#include "exchange/output.hpp"
#include "exchange/po/po_text.hpp"
#include "exchange/seen_keys.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// A unit less sure than this is for a human to look at.
constexpr double kSure = 0.8;

std::string_view value_of(const std::vector<Property>& properties, std::string_view type) {
  const auto found = std::ranges::find(properties, type, &Property::type);
  return found == properties.end() ? std::string_view() : std::string_view(found->value);
}

/// Whether a translation asks for work, by the states of XLIFF.
bool is_fuzzy(const TranslationUnit& unit, const Variant& target) {
  if (target.text.empty()) return false;
  const std::string_view state = value_of(target.properties, "x-state");
  if (state.empty()) return unit.confidence < kSure;
  return state.starts_with("needs-") || state == "new" || state == "initial";
}

/// Calls @p take for each line of @p text.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  for (;;) {
    const std::size_t end = text.find('\n');
    take(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// A comment of the kind @p mark, a line for each of its lines.
void append_comment(std::string& po, std::string_view mark, std::string_view text) {
  for_each_line(text, [&](std::string_view line) {
    po.append(mark);
    if (!line.empty()) po.append(" ").append(line);
    po += '\n';
  });
}

std::string language_text(const LanguageTag& language) {
  std::string out = language.str();
  std::ranges::replace(out, '-', '_');
  return out;
}

/// The fields to write: those of @p header with what must be so, and what msgfmt asks for.
std::vector<Property> complete_fields(const PoHeader& header) {
  std::vector<Property> out = header.fields;
  const auto field = [&](std::string_view name) -> Property& {
    const auto found = std::ranges::find(out, name, &Property::type);
    return found == out.end() ? out.emplace_back(Property{std::string(name), {}}) : *found;
  };
  const auto set_language = [&](std::string_view name, const LanguageTag& language) {
    if (language.undetermined()) return;
    Property& said = field(name);
    if (parse_language(said.value) != language) said.value = language_text(language);
  };
  const bool new_header = out.empty();
  if (field("Project-Id-Version").value.empty() && new_header) {
    field("Project-Id-Version").value = "trujaman " TRUJAMAN_VERSION;
  }
  for (const char* name : {"PO-Revision-Date", "Last-Translator", "Language-Team"}) field(name);
  set_language("Language", header.languages.target);
  field("MIME-Version").value = "1.0";
  field("Content-Type").value = "text/plain; charset=UTF-8";
  field("Content-Transfer-Encoding").value = "8bit";
  if (!header.languages.target.undetermined() && field("Plural-Forms").value.empty()) {
    field("Plural-Forms").value = po_plural_forms(header.languages.target);
  }
  // Without one, the source is English.
  const bool says_source = !po_field(out, "X-Source-Language").empty();
  if (says_source || header.languages.source != LanguageTag("en")) {
    set_language("X-Source-Language", header.languages.source);
  }
  return out;
}

/// How many forms "nplurals=3; …" has.
std::size_t number_of_forms(std::string_view plural_forms) {
  constexpr std::string_view kName = "nplurals=";
  const std::size_t at = plural_forms.find(kName);
  if (at == std::string_view::npos || at + kName.size() >= plural_forms.size()) return 2;
  const char digit = plural_forms[at + kName.size()];
  return digit >= '1' && digit <= '6' ? static_cast<std::size_t>(digit - '0') : 2;
}

/// An entry whose plural may still come.
struct Entry {
  std::string comments;  ///< Of all kinds but flags and previous texts.
  std::string previous;
  std::string flags;
  bool fuzzy = false;
  std::string context;
  std::string id;
  std::string plural;
  std::vector<std::string> forms;
};

}  // namespace

struct TRUJAMAN_LOCAL PoWriter::Impl {
  std::ostream* out;
  LanguagePair languages;
  std::size_t plurals = 2;
  std::string po{};
  SeenKeys seen{};
  std::optional<Entry> pending{};
  std::string left_out{};  ///< The last unit's text, where that was: its plural goes with it.
  bool finished = false;

  void append_header(const PoHeader& header) {
    const std::vector<Property> fields = complete_fields(header);
    plurals = number_of_forms(po_field(fields, "Plural-Forms"));
    for (const std::string& note : header.notes) append_comment(po, "#", note);
    std::string text;
    for (const Property& field : fields) text += field.type + ": " + field.value + "\n";
    po += "msgid \"\"\n";
    append_po_string(po, "msgstr", text);
  }

  void append_entry(const Entry& entry) {
    po += '\n' + entry.comments;
    std::string flags = entry.fuzzy ? "fuzzy" : "";
    if (!entry.flags.empty()) flags += (flags.empty() ? "" : ", ") + entry.flags;
    if (!flags.empty()) po.append("#, ").append(flags).append("\n");
    if (entry.fuzzy) po += entry.previous;
    if (!entry.context.empty()) append_po_string(po, "msgctxt", entry.context);
    append_po_string(po, "msgid", entry.id);
    if (entry.plural.empty()) return append_po_string(po, "msgstr", entry.forms.front());
    append_po_string(po, "msgid_plural", entry.plural);
    for (std::size_t i = 0; i < entry.forms.size(); ++i) {
      append_po_string(po, "msgstr[" + std::to_string(i) + "]", entry.forms[i]);
    }
  }

  void append_pending() {
    if (!pending) return;
    pending->forms.resize(std::max(pending->forms.size(), plurals));
    append_entry(*pending);
    pending.reset();
  }

  /// Takes a unit that is the plural of the entry that waits for it.
  bool take_plural(const TranslationUnit& unit, const Variant& source, const Variant* target) {
    if (!pending || value_of(unit.properties, kPoPluralOf) != pending->id ||
        value_of(unit.properties, kPoContext) != pending->context) {
      return false;
    }
    pending->plural = source.text;
    if (target != nullptr) {
      for (const Property& p : target->properties) {
        if (p.type == kPoForm) pending->forms.push_back(p.value);
      }
      pending->forms.push_back(target->text);
      pending->fuzzy = pending->fuzzy || is_fuzzy(unit, *target);
    }
    append_pending();
    return true;
  }

  static Entry entry_of(const TranslationUnit& unit, const Variant& source, const Variant* target) {
    Entry out;
    out.context = value_of(unit.properties, kPoContext);
    out.id = source.text;
    out.plural = value_of(unit.properties, kPoPlural);
    out.flags = value_of(unit.properties, kPoFlags);
    out.forms.emplace_back(target == nullptr ? std::string() : target->text);
    out.fuzzy = target != nullptr && is_fuzzy(unit, *target);
    std::string developers;
    for (std::size_t i = 0; i < unit.notes.size(); ++i) {
      const std::string from = "x-note-" + std::to_string(i + 1) + "-from";
      const bool developer = value_of(unit.properties, from) == kPoDeveloper;
      append_comment(developer ? developers : out.comments, developer ? "#." : "#", unit.notes[i]);
    }
    out.comments += developers;
    for (const Property& p : unit.properties) {
      if (p.type == kPoReference) append_comment(out.comments, "#:", p.value);
      if (p.type == kPoPrevious) append_comment(out.previous, "#|", p.value);
    }
    return out;
  }
};

PoWriter::PoWriter(std::ostream& out, const PoHeader& header)
    : impl_(new Impl{.out = &out, .languages = header.languages}) {
  impl_->append_header(header);
}
PoWriter::~PoWriter() = default;
PoWriter::PoWriter(PoWriter&&) noexcept = default;
PoWriter& PoWriter::operator=(PoWriter&&) noexcept = default;

bool PoWriter::write(const TranslationUnit& unit) {
  const Variant* source = unit.find(impl_->languages.source);
  if (source == nullptr || source->text.empty()) return false;
  const Variant* target = find_other(unit, *source, impl_->languages.target);
  if (impl_->take_plural(unit, *source, target)) return true;
  impl_->append_pending();
  const std::string_view plural_of = value_of(unit.properties, kPoPluralOf);
  if (!plural_of.empty() && plural_of == impl_->left_out) return false;
  impl_->left_out.clear();
  if (!impl_->seen.insert(source->text, value_of(unit.properties, kPoContext))) {
    impl_->left_out = source->text;
    return false;
  }
  Entry entry = Impl::entry_of(unit, *source, target);
  if (entry.plural.empty()) {
    impl_->append_entry(entry);
  } else {
    impl_->pending = std::move(entry);
  }
  flush_to(*impl_->out, impl_->po);
  return true;
}

void PoWriter::finish() {
  if (std::exchange(impl_->finished, true)) return;
  impl_->append_pending();
  flush_to(*impl_->out, impl_->po);
  impl_->out->flush();
  if (!*impl_->out)
    throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
}

}  // namespace trujaman::inline v0
