/// @file
/// Units in a temporary file: as many as the disk holds, by number.
#pragma once

#include <cstddef>
#include <string>

#include <trujaman/error.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// A unit and where it came from.
struct PlacedUnit {
  TranslationUnit unit;  ///< As it was given.
  Location where;        ///< Source and line.
};

/// Keeps units in a file without a name that is gone with the pool, and eight bytes of each in
/// memory; the first few megabytes never reach the disk. Move-only; one thread.
class TRUJAMAN_API UnitPool {
 public:
  /// @p folder is where the file is; empty: the system's for temporary files (TMPDIR).
  explicit UnitPool(std::string folder = {});
  ~UnitPool();
  UnitPool(UnitPool&&) noexcept;
  UnitPool& operator=(UnitPool&&) noexcept;

  /// Number of units kept.
  [[nodiscard]] std::size_t size() const noexcept;
  /// Keeps @p unit; its number is size() before that. @throws Error{Io} when the disk is full.
  void add(const TranslationUnit& unit, const Location& where = {});
  /// The unit with that number, below size(). @throws Error{Io}.
  [[nodiscard]] PlacedUnit get(std::size_t number) const;

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

}  // namespace trujaman::inline v0
