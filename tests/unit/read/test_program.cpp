/// Other programs, within limits; and pdftotext, where it is installed.
#include <chrono>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

#include "read/pdf/page.hpp"
#include "read/pdf/program.hpp"

using namespace trujaman;
using namespace std::chrono_literals;
using read::ProgramRun;
using read::run_program;

namespace {
constexpr read::ProgramLimits kLimits{10s, 1 << 20};
}  // namespace

TEST_CASE("a program gets its input and gives its output, messages and status", "[program]") {
  const std::string big(300'000, 'x');
  const auto echo = run_program({"cat"}, big, kLimits);
  REQUIRE(echo);
  CHECK(echo->end == ProgramRun::End::Exited);
  CHECK(echo->status == 0);
  CHECK(echo->output == big);
  const auto failed = run_program({"cat", "--", "/no/such; file"}, "", kLimits);
  REQUIRE(failed);
  CHECK(failed->status == 1);
  CHECK(failed->errors.find("/no/such; file") != std::string::npos);
}

TEST_CASE("a program that is not there is told from one that fails", "[program]") {
  CHECK_FALSE(run_program({"trujaman-no-such-program"}, "", kLimits));
}

TEST_CASE("a program over a limit is ended", "[program]") {
  const auto begin = std::chrono::steady_clock::now();
  const auto slow = run_program({"sleep", "60"}, "", {100ms, 10});
  REQUIRE(slow);
  CHECK(slow->end == ProgramRun::End::TimedOut);
  const auto loud = run_program({"cat", "/dev/zero"}, "", {60s, 1000});
  REQUIRE(loud);
  CHECK(loud->end == ProgramRun::End::SaidTooMuch);
  CHECK(std::chrono::steady_clock::now() - begin < 50s);
}

TEST_CASE("a damaged PDF is refused as one", "[pdf]") {
  if (!run_program({"pdftotext", "-v"}, "", kLimits)) {
    WARN("skipped: no pdftotext");
    return;
  }
  try {
    static_cast<void>(read_document_bytes("%PDF-1.7\nno pages", "roto.pdf", LanguageTag("es")));
    FAIL("was read");
  } catch (const Error& e) {
    CHECK(e.code() == Errc::Malformed);
    CHECK(std::string(e.what()).find("damaged PDF") != std::string::npos);
    CHECK(e.where().source == "roto.pdf");
  }
}
