/// Runs poppler's pdftotext.
#include <algorithm>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "read/pdf/page.hpp"
#include "read/pdf/program.hpp"

namespace trujaman::read {
namespace {

constexpr ProgramLimits kLimits{std::chrono::minutes(2), std::size_t{256} << 20};

/// What poppler says first, without its kind of error and on one line of bearable length.
std::string first_message(const std::string& errors) {
  constexpr std::size_t kLongest = 200;
  std::string line = errors.substr(0, std::min(errors.find('\n'), kLongest));
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E) c = '?';
  }
  if (const std::size_t colon = line.find(": "); colon != std::string::npos) {
    line.erase(0, colon + 2);
  }
  return line;
}

}  // namespace

std::string run_pdftotext(std::string_view pdf, const std::string& name, std::string& complaint) {
  // Text that runs over a page diagonally is a watermark: -nodiag leaves it out.
  std::optional<ProgramRun> run = run_program(
      {"pdftotext", "-bbox-layout", "-nodiag", "-enc", "UTF-8", "-", "-"}, pdf, kLimits);
  if (!run) {
    throw Error(Errc::Unsupported,
                message("is a PDF; install poppler-utils (pdftotext) to read it"), {name});
  }
  complaint = first_message(run->errors);
  const bool said = !complaint.empty();
  switch (run->end) {
    case ProgramRun::End::TimedOut:
      throw Error(Errc::Malformed,
                  message("takes pdftotext longer than {1} seconds; split it",
                          std::chrono::duration_cast<std::chrono::seconds>(kLimits.time).count()),
                  {name});
    case ProgramRun::End::SaidTooMuch:
      throw Error(
          Errc::Malformed,
          message("has more than {1} MiB of text and places; split it", kLimits.output >> 20),
          {name});
    case ProgramRun::End::Died:
      throw Error(Errc::Malformed,
                  said ? message("is a PDF on which pdftotext dies ({1}); repair it", complaint)
                       : message("is a PDF on which pdftotext dies; repair it"),
                  {name});
    case ProgramRun::End::Exited:
      break;
  }
  if (run->status == 0) return std::move(run->output);
  if (run->errors.find("password") != std::string::npos) {
    throw Error(Errc::Unsupported, message("is an encrypted PDF; take its password off to read it"),
                {name});
  }
  throw Error(Errc::Malformed,
              said ? message("is a damaged PDF ({1}); repair it", complaint)
                   : message("is a damaged PDF; repair it"),
              {name});
}

}  // namespace trujaman::read
