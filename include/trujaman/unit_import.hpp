/// @file
/// Importing files of units into a memory, large ones in batches that an interrupt does not undo.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/memory.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// How units are imported.
struct ImportOptions {
  OnConflict on_conflict = OnConflict::Both;  ///< What becomes of a unit that contradicts another.
  /// Units after which what has been added is committed; 0 = all in one transaction.
  std::size_t batch = 0;
  /// Names what is imported, a file say: the memory notes with each batch how far it has come, and
  /// an import of the same name goes on from there. Empty: each import begins anew.
  std::string name{};
  /// Changes with the contents of what is imported (a file's size and date, a digest). A note of
  /// another version does not count, nor does one of another on_conflict.
  std::string version{};
};

/// What became of the units of an import: read = added + merged + replaced + skipped.
struct ImportSummary {
  std::size_t read = 0;      ///< Units that stand in the file.
  std::size_t added = 0;     ///< New.
  std::size_t merged = 0;    ///< Already there.
  std::size_t replaced = 0;  ///< In the place of others.
  std::size_t skipped = 0;   ///< Left out; reasons says why.
  std::size_t resumed = 0;   ///< Of those read, how many an interrupted import had added before.
  /// Why units were skipped, and how many of them, most frequent first; together `skipped`.
  std::vector<std::pair<std::string, std::size_t>> reasons;
};

/// One import. A reader (read_tmx, read_xliff, …) pushes units into add() and diagnostics into
/// note(). Destroyed before finish(), it takes back what was not committed. Borrows the memory,
/// which must outlive it; one thread.
class TRUJAMAN_API UnitImport {
 public:
  /// @throws Error{Busy}, Error{Storage} as Memory::write does.
  UnitImport(Memory& memory, ImportOptions options);
  ~UnitImport();
  UnitImport(UnitImport&&) noexcept;
  UnitImport& operator=(UnitImport&&) noexcept;

  /// Adds @p unit, or passes it over where an interrupted import had come further.
  void add(const TranslationUnit& unit);
  /// Counts what the reader skipped, by the reasons it gives.
  void note(const Diagnostic& diagnostic);
  /// Units that are committed already, in whole batches, those of an interrupted import included.
  [[nodiscard]] std::size_t committed() const noexcept;
  /// Units given to add() so far.
  [[nodiscard]] std::size_t passed() const noexcept;
  /// Commits the rest, and takes the note away. Nothing may be added after that.
  ImportSummary finish();

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
