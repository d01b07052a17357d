/// @file
/// Connections to one file for readers on any number of threads.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "memory/index_cache.hpp"
#include "memory/schema.hpp"
#include "memory/sqlite.hpp"
#include "memory/unit_store.hpp"

namespace trujaman::memory {

/// A connection with what it remembers of the file between calls. One thread.
struct Reader {
  /// To be called with each question. Who asks a few only, of a file that is not in the page cache,
  /// waits less for pages that are read one by one; who asks many should have them mapped.
  void count_question() {
    constexpr int kBeforeMapping = 8;
    if (questions <= kBeforeMapping && questions++ == kBeforeMapping) map_pages(connection);
  }

  Reader(const std::string& path, Connection::Mode mode, BlockCache& cache)
      : connection(path, mode), index(connection, cache), units(connection) {}

  Connection connection;
  IndexReader index;
  UnitReader units;
  int questions = 0;
};

/// Lends connections. Any number of threads; there are as many connections as were ever lent at
/// once.
class ConnectionPool {
 public:
  ConnectionPool(std::string path, Connection::Mode mode) : path_(std::move(path)), mode_(mode) {}

  /// A connection that goes back when the lease ends.
  class Lease {
   public:
    Lease(ConnectionPool& pool, std::unique_ptr<Reader> reader)
        : pool_(&pool), reader_(std::move(reader)) {}
    ~Lease() { pool_->give_back(std::move(reader_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    [[nodiscard]] Connection& connection() const noexcept { return reader_->connection; }
    [[nodiscard]] Reader& reader() const noexcept { return *reader_; }

   private:
    ConnectionPool* pool_;
    std::unique_ptr<Reader> reader_;
  };

  [[nodiscard]] Lease lend() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Reader> reader = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(reader)};
      }
    }
    auto reader = std::make_unique<Reader>(path_, mode_, cache_);
    prepare_schema(reader->connection, mode_ != Connection::Mode::ReadOnly);
    return {*this, std::move(reader)};
  }

 private:
  void give_back(std::unique_ptr<Reader> reader) noexcept {
    try {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(reader));
    } catch (...) {  // no room to keep it: it is closed
    }
  }

  std::string path_;
  Connection::Mode mode_;
  std::mutex mutex_;
  BlockCache cache_;
  std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace trujaman::memory
