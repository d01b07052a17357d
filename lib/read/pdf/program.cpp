#include "read/pdf/program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/system_error.hpp"

extern char** environ;  // NOLINT: POSIX declares it in no header

namespace trujaman::read {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostErrors = 4096;

[[noreturn]] void fail(const std::string& what) {
  throw Error(Errc::Io, message("{1}: {2}", what, base::reason_of(errno)));
}

/// A file descriptor that is closed with its owner, and in programs started meanwhile.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }

  [[nodiscard]] int get() const noexcept { return fd_; }
  void close() noexcept {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_ = -1;
};

/// A file without a name that holds @p content, read from its start.
Descriptor private_file(std::string_view content) {
  std::string path = (std::filesystem::temp_directory_path() / "trujaman-XXXXXX").string();
  Descriptor file(::mkostemp(path.data(), O_CLOEXEC));
  if (file.get() < 0) fail(message("cannot make a temporary file"));
  ::unlink(path.c_str());
  while (!content.empty()) {
    const ssize_t n = ::write(file.get(), content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(message("cannot write a temporary file"));
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::lseek(file.get(), 0, SEEK_SET) != 0) fail(message("cannot rewind a temporary file"));
  return file;
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(message("cannot make a pipe"));
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// 0 when there is no such program.
pid_t spawn(const std::vector<std::string>& arguments, int in, int out, int err) {
  std::vector<char*> argv;
  for (const std::string& a : arguments) argv.push_back(const_cast<char*>(a.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0) throw std::bad_alloc();
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
  pid_t pid = 0;
  errno = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  const int failure = errno;
  posix_spawn_file_actions_destroy(&actions);
  if (failure == 0) return pid;
  if (failure == ENOENT || failure == EACCES) return 0;
  errno = failure;
  fail(message("cannot start {1}", arguments[0]));
}

/// Reads what is there into @p text, of which at most @p most bytes are kept; false at the end.
bool drain(const Descriptor& pipe, std::string& text, std::size_t most) {
  std::array<char, 1 << 16> buffer{};
  const ssize_t n = ::read(pipe.get(), buffer.data(), buffer.size());
  if (n < 0) return errno == EINTR || errno == EAGAIN;
  text.append(buffer.data(), std::min(static_cast<std::size_t>(n), most - text.size()));
  return n > 0;
}

/// Collects both streams to their ends; what stops it otherwise is told.
ProgramRun::End collect(Pipe& out, Pipe& err, ProgramRun& run, const ProgramLimits& limits,
                        Clock::time_point deadline) {
  std::array<pollfd, 2> ready{{{out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}}};
  while (ready[0].fd >= 0 || ready[1].fd >= 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return ProgramRun::End::TimedOut;
    const int n = ::poll(ready.data(), ready.size(), static_cast<int>(left.count()));
    if (n < 0 && errno != EINTR) fail(message("cannot wait for a program"));
    if (n <= 0) continue;
    // One byte more than allowed tells that there is more.
    if (ready[0].revents != 0 && !drain(out.read, run.output, limits.output + 1)) ready[0].fd = -1;
    if (ready[1].revents != 0 && !drain(err.read, run.errors, kMostErrors)) ready[1].fd = -1;
    if (run.output.size() > limits.output) return ProgramRun::End::SaidTooMuch;
  }
  return ProgramRun::End::Exited;
}

/// A running program: waited for, and killed first if its owner leaves early.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ == 0) return;
    ::kill(pid_, SIGKILL);
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  /// Its status as waitpid tells it; nullopt when it is still running at @p deadline.
  std::optional<int> wait(Clock::time_point deadline) {
    // It has closed its streams: it ends at once, or hangs.
    for (std::chrono::microseconds pause{100};; pause = std::min(pause * 2, kLongestPause)) {
      int status = 0;
      const pid_t ended = ::waitpid(pid_, &status, WNOHANG);
      if (ended == pid_ || (ended < 0 && errno != EINTR)) {
        pid_ = 0;
        // A host that ignores SIGCHLD has no status to give.
        return ended < 0 ? 0 : status;
      }
      if (Clock::now() >= deadline) return std::nullopt;
      std::this_thread::sleep_for(pause);
    }
  }

 private:
  static constexpr std::chrono::microseconds kLongestPause{20'000};
  pid_t pid_;
};

}  // namespace

std::optional<ProgramRun> run_program(const std::vector<std::string>& arguments,
                                      std::string_view input, const ProgramLimits& limits) {
  const Clock::time_point deadline = Clock::now() + limits.time;
  const Descriptor in = private_file(input);
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  const pid_t pid = spawn(arguments, in.get(), out.write.get(), err.write.get());
  if (pid == 0) return std::nullopt;
  Child child(pid);
  out.write.close();
  err.write.close();
  ProgramRun run;
  run.end = collect(out, err, run, limits, deadline);
  if (run.end != ProgramRun::End::Exited) return run;
  const std::optional<int> status = child.wait(deadline);
  if (!status) {
    run.end = ProgramRun::End::TimedOut;
  } else if (WIFEXITED(*status)) {
    run.status = WEXITSTATUS(*status);
  } else {
    run.end = ProgramRun::End::Died;
  }
  return run;
}

}  // namespace trujaman::read
