#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include <unistd.h>

#include <trujaman/memory.hpp>
#include <trujaman/message.hpp>

#include "base/local.hpp"
#include "base/unicode.hpp"
#include "memory/bookmarks.hpp"
#include "memory/codec.hpp"
#include "memory/concept_table.hpp"
#include "memory/connection_pool.hpp"
#include "memory/lookup.hpp"
#include "memory/schema.hpp"
#include "memory/sqlite.hpp"
#include "memory/threads.hpp"
#include "memory/unit_store.hpp"

namespace trujaman::inline v0 {
namespace fs = std::filesystem;
using memory::Connection;
using memory::ConnectionPool;
using memory::Query;
using memory::Transaction;

namespace {

Connection::Mode mode_of(Memory::Mode mode) {
  switch (mode) {
    case Memory::Mode::ReadOnly:
      return Connection::Mode::ReadOnly;
    case Memory::Mode::ReadWrite:
      return Connection::Mode::ReadWrite;
    case Memory::Mode::Create:
      return Connection::Mode::Create;
  }
  return Connection::Mode::ReadOnly;
}

/// Lookup keys are made of valid UTF-8 only.
std::string valid_nfc(std::string_view text) {
  return base::to_nfc(base::find_invalid_utf8(text) == std::string_view::npos
                          ? std::string(text)
                          : base::replace_invalid_utf8(text));
}

/// An empty file with a name that no other has.
std::string make_temporary_file() {
  std::string name = (fs::temp_directory_path() / "trujaman-XXXXXX").string();
  const int file = mkstemp(name.data());
  if (file < 0)
    throw Error(Errc::Io, message("no temporary file can be made; check TMPDIR"), {.source = name});
  close(file);
  return name;
}

}  // namespace

// Memory -----------------------------------------------------------------------------------------

struct TRUJAMAN_LOCAL Memory::Impl {
  Impl(std::string file, Memory::Mode wanted, bool is_temporary)
      : path(std::move(file)), mode(wanted), temporary(is_temporary) {
    readers.emplace(path, mode_of(mode));
    // The first connection makes the schema and tells at once whether the file can be used.
    static_cast<void>(readers->lend());
    // It is there now: if it vanishes, that is an error.
    if (mode == Memory::Mode::Create) {
      readers.emplace(path, Connection::Mode::ReadWrite);
      // One stays open: the last to close writes the log into the file and waits for the disk.
      static_cast<void>(readers->lend());
    }
  }
  ~Impl() {
    if (!temporary) return;
    readers.reset();  // the last connection to close removes SQLite's own files beside it
    std::error_code ignored;
    fs::remove(path, ignored);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::string path;
  Memory::Mode mode;
  bool temporary;
  std::optional<ConnectionPool> readers;
  std::atomic<bool> writing = false;
};

Memory::Memory(ImplPtr<Impl> impl) : impl_(std::move(impl)) {}
Memory::~Memory() = default;
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;

Memory Memory::open(const std::string& path, Mode mode) {
  return Memory(std::make_unique<Impl>(path, mode, false));
}

Memory Memory::in_memory() {
  return Memory(std::make_unique<Impl>(make_temporary_file(), Mode::ReadWrite, true));
}

AddSummary Memory::add(std::span<const TranslationUnit> units, const AddOptions& options) {
  MemoryWriter writer = write();
  for (const TranslationUnit& unit : units) writer.add(unit, options);
  writer.commit();
  return writer.summary();
}

bool Memory::update(std::int64_t row, const TranslationUnit& unit) {
  MemoryWriter writer = write();
  const bool updated = writer.update(row, unit);
  writer.commit();
  return updated;
}

bool Memory::remove(std::int64_t row) {
  MemoryWriter writer = write();
  const bool removed = writer.remove(row);
  writer.commit();
  return removed;
}

std::vector<FuzzyMatch> Memory::lookup(std::string_view text, const LanguagePair& languages,
                                       const LookupOptions& options) const {
  return std::move(lookup_batch({&text, 1}, languages, options).front());
}

std::vector<std::vector<FuzzyMatch>> Memory::lookup_batch(std::span<const std::string_view> texts,
                                                          const LanguagePair& languages,
                                                          const LookupOptions& options,
                                                          std::size_t threads) const {
  LookupOptions valid = options;
  const std::string previous = valid_nfc(options.previous);
  const std::string next = valid_nfc(options.next);
  valid.previous = previous;
  valid.next = next;
  std::vector<std::vector<FuzzyMatch>> out(texts.size());
  std::atomic<std::size_t> todo = 0;
  const auto work = [&] {
    const ConnectionPool::Lease lease = impl_->readers->lend();
    const Transaction snapshot(lease.connection(), Transaction::Kind::Read);
    for (std::size_t i = todo++; i < texts.size(); i = todo++) {
      out[i] = memory::lookup(lease.reader(), valid_nfc(texts[i]), languages, valid);
    }
  };
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  memory::run_in_threads(std::min(threads, texts.size()), work);
  return out;
}

std::vector<ConcordanceHit> Memory::concordance(std::string_view phrase,
                                                const LanguagePair& languages,
                                                const ConcordanceOptions& options) const {
  const ConnectionPool::Lease lease = impl_->readers->lend();
  const Transaction snapshot(lease.connection(), Transaction::Kind::Read);
  return memory::concordance(lease.reader(), valid_nfc(phrase), languages, options);
}

std::optional<TranslationUnit> Memory::get(std::int64_t row) const {
  const ConnectionPool::Lease lease = impl_->readers->lend();
  const Transaction snapshot(lease.connection(), Transaction::Kind::Read);
  return memory::UnitReader(lease.connection()).unit(row);
}

void Memory::for_each(const std::function<bool(std::int64_t row, const TranslationUnit&)>& visit,
                      const UnitFilter& filter) const {
  const ConnectionPool::Lease lease = impl_->readers->lend();
  const Transaction snapshot(lease.connection(), Transaction::Kind::Read);
  memory::UnitReader reader(lease.connection());
  const UnitSelector selects(filter);
  Query rows(lease.connection(),
             "SELECT id FROM units WHERE ?1 = '' OR id IN (SELECT unit FROM occurrences JOIN "
             "documents ON documents.id = document WHERE documents.name = ?1) ORDER BY id",
             filter.invert ? std::string_view() : std::string_view(filter.document));
  while (rows.next()) {
    const std::int64_t row = rows.integer(0);
    const std::optional<TranslationUnit> unit = reader.unit(row);
    if (unit && selects(*unit) && !visit(row, *unit)) return;
  }
}

std::vector<ConceptEntry> Memory::concepts() const {
  const ConnectionPool::Lease lease = impl_->readers->lend();
  std::vector<ConceptEntry> out;
  Query rows(lease.connection(), "SELECT entry FROM concepts ORDER BY id");
  while (rows.next()) out.push_back(memory::decode_concept(rows.text(0)));
  return out;
}

std::optional<std::string> Memory::bookmark(std::string_view name) const {
  const ConnectionPool::Lease lease = impl_->readers->lend();
  return memory::read_bookmark(lease.connection(), name);
}

MemoryStatistics Memory::statistics() const {
  const ConnectionPool::Lease lease = impl_->readers->lend();
  Connection& connection = lease.connection();
  const Transaction snapshot(connection, Transaction::Kind::Read);
  const auto count = [&](const char* sql) {
    return static_cast<std::size_t>(memory::select_integer(connection, sql, 0));
  };
  MemoryStatistics out;
  out.units = count("SELECT count(*) FROM units");
  out.documents = count("SELECT count(*) FROM documents");
  out.concepts = count("SELECT count(*) FROM concepts");
  Query rows(connection,
             "SELECT tag, count(*) FROM variants JOIN languages ON languages.id = language "
             "GROUP BY language ORDER BY tag");
  while (rows.next()) {
    out.languages.emplace_back(LanguageTag(rows.text(0)),
                               static_cast<std::size_t>(rows.integer(1)));
  }
  out.bytes =
      static_cast<std::uintmax_t>(memory::select_integer(connection, "PRAGMA page_count", 0) *
                                  memory::select_integer(connection, "PRAGMA page_size", 0));
  out.schema_version =
      static_cast<int>(memory::select_integer(connection, "PRAGMA user_version", 0));
  return out;
}

// MemoryWriter -----------------------------------------------------------------------------------

struct TRUJAMAN_LOCAL MemoryWriter::Impl {
  explicit Impl(Memory::Impl& owner)
      : memory(&owner), connection(owner.path, Connection::Mode::ReadWrite), concepts(connection) {
    trujaman::memory::prepare_schema(connection, true);
    // Pages that are changed again and again, those of the fingerprints above all, stay in memory
    // (64 MiB at most) until the commit. Only writers need that; readers use mapped pages.
    connection.run("PRAGMA cache_size = -65536");
    transaction.emplace(connection, Transaction::Kind::Write);
    units.emplace(connection);
  }
  ~Impl() { memory->writing = false; }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// What is written after the commit would be outside of any transaction.
  void check_open() const {
    if (!transaction) {
      throw Error(Errc::InvalidArgument,
                  message("the transaction is over; start another with write()"),
                  {.source = memory->path});
    }
  }

  Memory::Impl* memory;
  Connection connection;
  std::optional<Transaction> transaction;
  std::optional<trujaman::memory::UnitWriter> units;
  trujaman::memory::ConceptTable concepts;
  AddSummary summary;
};

void Memory::compact() {
  // A transaction for each step: the log stays short, and what is done stays done.
  for (bool more = true; more;) {
    MemoryWriter writer = write();
    more = writer.impl_->units->compact();
    writer.commit();
  }
  if (impl_->writing.exchange(true)) return;
  const std::unique_ptr<std::atomic<bool>, void (*)(std::atomic<bool>*)> done(
      &impl_->writing, [](std::atomic<bool>* writing) { *writing = false; });
  Connection connection(impl_->path, Connection::Mode::ReadWrite);
  const std::int64_t unused = memory::select_integer(connection, "PRAGMA freelist_count", 0);
  constexpr std::int64_t kWorthwhile = 20;  // a page in so many
  if (unused * kWorthwhile < memory::select_integer(connection, "PRAGMA page_count", 0)) return;
  connection.run("VACUUM");
}

namespace {

std::size_t& count_of(AddSummary& summary, MemoryWriter::Outcome outcome) {
  switch (outcome) {
    case MemoryWriter::Outcome::Added:
      return summary.added;
    case MemoryWriter::Outcome::Merged:
      return summary.merged;
    case MemoryWriter::Outcome::Replaced:
      return summary.replaced;
    case MemoryWriter::Outcome::Kept:
      return summary.kept;
    case MemoryWriter::Outcome::Skipped:
      break;
  }
  return summary.skipped;
}

}  // namespace

MemoryWriter Memory::write() {
  if (impl_->mode == Mode::ReadOnly) {
    throw Error(Errc::InvalidArgument, message("was opened for reading only"),
                {.source = impl_->path});
  }
  if (impl_->writing.exchange(true)) {
    throw Error(Errc::Busy, message("is being written to by this program; commit first"),
                {.source = impl_->path});
  }
  try {
    return MemoryWriter(std::make_unique<MemoryWriter::Impl>(*impl_));
  } catch (...) {
    impl_->writing = false;
    throw;
  }
}

MemoryWriter::MemoryWriter(ImplPtr<Impl> impl) : impl_(std::move(impl)) {}
MemoryWriter::~MemoryWriter() = default;
MemoryWriter::MemoryWriter(MemoryWriter&&) noexcept = default;

MemoryWriter::Outcome MemoryWriter::add(const TranslationUnit& unit, const AddOptions& options) {
  impl_->check_open();
  const Outcome outcome = impl_->units->add(unit, options.on_conflict);
  ++count_of(impl_->summary, outcome);
  return outcome;
}

const AddSummary& MemoryWriter::summary() const noexcept {
  return impl_->summary;
}

void MemoryWriter::add(const ConceptEntry& entry) {
  impl_->check_open();
  impl_->concepts.add(entry);
}

bool MemoryWriter::remove_concept(std::string_view id) {
  impl_->check_open();
  return impl_->concepts.remove(id);
}

ConceptStore& MemoryWriter::concepts() {
  impl_->check_open();
  return impl_->concepts;
}

bool MemoryWriter::update(std::int64_t row, const TranslationUnit& unit) {
  impl_->check_open();
  return impl_->units->update(row, unit);
}

bool MemoryWriter::remove(std::int64_t row) {
  impl_->check_open();
  return impl_->units->remove(row);
}

void MemoryWriter::set_bookmark(std::string_view name, std::string_view text) {
  impl_->check_open();
  memory::write_bookmark(impl_->connection, name, text);
}

void MemoryWriter::commit() {
  impl_->check_open();
  impl_->units->flush();
  impl_->transaction->commit();
  impl_->transaction.reset();
}

}  // namespace trujaman::inline v0
