#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

#include <trujaman/message.hpp>
#include <trujaman/unit_import.hpp>

#include "base/local.hpp"

namespace trujaman::inline v0 {
namespace {

/// Reasons that are told apart: some quote what they found, and a broken file must not fill memory.
constexpr std::size_t kMostReasons = 64;

constexpr std::string_view kOtherReasons = message_id("other reasons");

/// What readers say at the end of a message about what they leave out.
constexpr std::string_view kEnds[] = {
    message_id("{1}; unit skipped"), message_id("{1}; row skipped"),
    message_id("{1}; entry skipped"), message_id("{1}; match skipped")};

/// "<tuv> without xml:lang; unit skipped" without its end.
std::string_view reason_of(std::string_view text) {
  for (const std::string_view id : kEnds) {
    const std::string end = message(id, "");
    if (text.ends_with(end)) return text.substr(0, text.size() - end.size());
  }
  return text;
}

/// How far an import has come.
struct Progressed {
  std::size_t passed = 0;
  AddSummary done;
};

/// The fields of a note in their order.
auto fields_of(Progressed& p) {
  return std::array{&p.passed,        &p.done.added, &p.done.merged,
                    &p.done.replaced, &p.done.kept,  &p.done.skipped};
}

/// "VERSION CONFLICT PASSED ADDED …"; the version comes first, as it may be anything.
std::string encode(const std::string& identity, Progressed progressed) {
  std::string out = identity;
  for (const std::size_t* field : fields_of(progressed)) out += ' ' + std::to_string(*field);
  return out;
}

std::optional<Progressed> decode(std::string_view text, const std::string& identity) {
  if (!text.starts_with(identity)) return std::nullopt;
  text.remove_prefix(identity.size());
  Progressed out;
  for (std::size_t* field : fields_of(out)) {
    if (!text.starts_with(' ')) return std::nullopt;
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data() + 1, end, *field);
    if (number.ec != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(number.ptr - text.data()));
  }
  return text.empty() ? std::optional(out) : std::nullopt;
}

void add_to(AddSummary& sum, const AddSummary& more) {
  sum.added += more.added;
  sum.merged += more.merged;
  sum.replaced += more.replaced;
  sum.kept += more.kept;
  sum.skipped += more.skipped;
}

}  // namespace

struct TRUJAMAN_LOCAL UnitImport::Impl {
  Impl(Memory& into, ImportOptions how)
      : memory(&into),
        options(std::move(how)),
        bookmark("import " + options.name),
        identity(options.version + ' ' + std::to_string(static_cast<int>(options.on_conflict))) {
    if (options.name.empty()) return;
    if (const auto text = memory->bookmark(bookmark)) {
      if (const auto found = decode(*text, identity)) committed = *found;
    }
    resumed = committed.passed;
  }

  MemoryWriter& open_writer() {
    if (!writer) writer.emplace(memory->write());
    return *writer;
  }

  /// @p text is the note of what is committed with it.
  void commit(const std::string& text) {
    if (!options.name.empty()) open_writer().set_bookmark(bookmark, text);
    open_writer().commit();
    add_to(committed.done, writer->summary());
    committed.passed = passed;
    writer.reset();
  }

  void commit_batch() {
    Progressed now = committed;
    now.passed = passed;
    add_to(now.done, open_writer().summary());
    commit(encode(identity, now));
  }

  void count(std::string_view reason, std::size_t units) {
    if (units == 0) return;
    auto known = reasons.find(reason);
    if (known == reasons.end()) {
      known =
          reasons
              .try_emplace(
                  reasons.size() < kMostReasons ? std::string(reason) : message(kOtherReasons), 0)
              .first;
    }
    known->second += units;
  }

  Memory* memory;
  ImportOptions options;
  std::string bookmark;
  std::string identity;
  std::optional<MemoryWriter> writer;
  Progressed committed;
  std::size_t passed = 0;
  std::size_t resumed = 0;
  std::size_t left_out = 0;  ///< By the reader.
  std::map<std::string, std::size_t, std::less<>> reasons;
};

UnitImport::UnitImport(Memory& memory, ImportOptions options)
    : impl_(std::make_unique<Impl>(memory, std::move(options))) {}
UnitImport::~UnitImport() = default;
UnitImport::UnitImport(UnitImport&&) noexcept = default;
UnitImport& UnitImport::operator=(UnitImport&&) noexcept = default;

void UnitImport::add(const TranslationUnit& unit) {
  Impl& import = *impl_;
  ++import.passed;
  if (import.passed <= import.resumed) return;
  import.open_writer().add(unit, {.on_conflict = import.options.on_conflict});
  const std::size_t batch = import.options.batch;
  if (batch != 0 && import.passed - import.committed.passed >= batch) import.commit_batch();
}

void UnitImport::note(const Diagnostic& diagnostic) {
  // What is kept in spite of a flaw has a warning.
  if (diagnostic.severity == Severity::Warning) return;
  ++impl_->left_out;
  impl_->count(reason_of(diagnostic.message), 1);
}

std::size_t UnitImport::committed() const noexcept {
  return impl_->committed.passed;
}

std::size_t UnitImport::passed() const noexcept {
  return impl_->passed;
}

ImportSummary UnitImport::finish() {
  Impl& import = *impl_;
  import.commit({});
  const AddSummary& done = import.committed.done;
  import.count(message("text in fewer than two languages"), done.skipped);
  import.count(message("another translation of it is kept"), done.kept);
  ImportSummary out{.read = import.passed + import.left_out,
                    .added = done.added,
                    .merged = done.merged,
                    .replaced = done.replaced,
                    .skipped = done.skipped + done.kept + import.left_out,
                    .resumed = import.resumed,
                    .reasons = {import.reasons.begin(), import.reasons.end()}};
  std::stable_sort(out.reasons.begin(), out.reasons.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace trujaman::inline v0
