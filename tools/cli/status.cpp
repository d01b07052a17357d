#include "cli/status.hpp"

#include <iostream>
#include <new>

#include <trujaman/message.hpp>

#include "cli/signals.hpp"

namespace trujaman::cli {
namespace {

/// One line, whatever the message holds.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

std::string placed(const std::string& what, const Location& where) {
  const std::string place = to_string(where);
  return one_line(place.empty() ? what : place + ": " + what);
}

int status_of(const Error& error) {
  switch (error.code()) {
    case Errc::Busy:
    case Errc::Storage:
      return static_cast<int>(Status::Memory);
    case Errc::Internal:
      return static_cast<int>(Status::Internal);
    case Errc::Cancelled:
      return 128 + caught_signal();
    default:
      return static_cast<int>(Status::Input);
  }
}

}  // namespace

void print_error(const std::string& what, const Location& where) {
  std::cerr << "trujaman: " + placed(what, where) + '\n' << std::flush;
}

void print_warning(const Diagnostic& diagnostic) {
  print_error(diagnostic.severity == Severity::Note ? message("note: {1}", diagnostic.message)
                                                    : message("warning: {1}", diagnostic.message),
              diagnostic.where);
}

int report_current_exception(const std::string& command) {
  try {
    throw;
  } catch (const UsageError& e) {
    const std::string with_command = command.empty() ? "" : command + " ";
    print_error(message("{1}; see '{2}'", e.what(), "trujaman " + with_command + "--help"));
    return static_cast<int>(Status::Usage);
  } catch (const Interrupted& e) {
    print_error(e.what());
    return status_of(e);
  } catch (const Error& e) {
    if (e.code() != Errc::Cancelled) {
      print_error(e.what(), e.where());
    } else if (!output_is_gone()) {
      print_error(message("interrupted; what was not finished has been taken back"));
    }
    return status_of(e);
  } catch (const std::bad_alloc&) {
    print_error(message("out of memory; give it smaller files, or a machine with more memory"));
  } catch (const std::exception& e) {
    print_error(message("internal error: {1}; please report it", e.what()));
  }
  return static_cast<int>(Status::Internal);
}

}  // namespace trujaman::cli
