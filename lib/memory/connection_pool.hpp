/// @file
/// Connections to one file for readers on any number of threads.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "memory/schema.hpp"
#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// Lends connections. Any number of threads; there are as many connections as were ever lent at
/// once.
class ConnectionPool {
 public:
  ConnectionPool(std::string path, Connection::Mode mode) : path_(std::move(path)), mode_(mode) {}

  /// A connection that goes back when the lease ends.
  class Lease {
   public:
    Lease(ConnectionPool& pool, std::unique_ptr<Connection> connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    ~Lease() { pool_->give_back(std::move(connection_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    [[nodiscard]] Connection& connection() const noexcept { return *connection_; }

   private:
    ConnectionPool* pool_;
    std::unique_ptr<Connection> connection_;
  };

  [[nodiscard]] Lease lend() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<Connection> connection = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(connection)};
      }
    }
    auto connection = std::make_unique<Connection>(path_, mode_);
    prepare_schema(*connection, mode_ != Connection::Mode::ReadOnly);
    return {*this, std::move(connection)};
  }

 private:
  void give_back(std::unique_ptr<Connection> connection) noexcept {
    try {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(connection));
    } catch (...) {  // no room to keep it: it is closed
    }
  }

  std::string path_;
  Connection::Mode mode_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace trujaman::memory
