#include "cli/signals.hpp"

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::cli {
namespace {

// The only mutable global of the program: a signal handler can reach nothing else.
volatile std::sig_atomic_t signal_number = 0;

extern "C" void note_signal(int number) {
  signal_number = number;
}

void note(int number, int flags) {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

}  // namespace

void catch_signals() {
  // One-shot: a second Ctrl-C meets the default action, should the first not be answered in time.
  for (const int number : {SIGINT, SIGTERM}) note(number, static_cast<int>(SA_RESETHAND));
  struct sigaction inherited {};
  sigaction(SIGHUP, nullptr, &inherited);
  if (inherited.sa_handler != SIG_IGN) note(SIGHUP, static_cast<int>(SA_RESETHAND));  // nohup
  note(SIGPIPE, 0);
}

void occupy_standard_streams() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    // The lowest free number is taken, which is fd itself. The "wrong" direction makes reading
    // from it, or writing to it, fail as before.
    if (fcntl(fd, F_GETFD) == -1 &&
        open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) == -1) {
      return;
    }
  }
}

int caught_signal() noexcept {
  return signal_number;
}

bool output_is_gone() noexcept {
  return signal_number == SIGPIPE;
}

void stop_if_interrupted() {
  if (signal_number != 0) throw Error(Errc::Cancelled, message("interrupted"));
}

}  // namespace trujaman::cli
