#include "commands/align_vectors.hpp"

#include <filesystem>
#include <system_error>

#include <trujaman/message.hpp>

#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

/// The text that was encoded, as Vecalign's users name it; empty where it is not there.
fs::path lines_of(const fs::path& vectors) {
  if (vectors.extension() != ".emb") return {};
  fs::path lines = vectors;
  lines.replace_extension();
  std::error_code ignored;
  return fs::is_regular_file(lines, ignored) ? lines : fs::path();
}

SentenceVectors read_side(const std::string& path, const Side& side) {
  SentenceVectors vectors = read_sentence_vectors(path, side.text, lines_of(path));
  if (vectors.missing() > 0) {
    print_warning(
        {.severity = Severity::Warning,
         .message = counted("has no vector for {2} of {1} segment of {3}; they are judged without",
                            "has no vector for {2} of {1} segments of {3}; they are judged without",
                            vectors.size(), vectors.missing(), side.path),
         .where = {.source = path}});
  }
  return vectors;
}

}  // namespace

void add_vector_options(CLI::App& command, VectorArguments& arguments) {
  command
      .add_option("--source-vectors", arguments.source,
                  message("Sentence vectors of the source (32-bit numbers, as LASER writes them)"))
      ->type_name("FILE");
  command
      .add_option("--target-vectors", arguments.targets,
                  message("The same of a translation; a file for each translation"))
      ->allow_extra_args(false)
      ->type_name("FILE");
}

void check_vectors(const VectorArguments& arguments, std::size_t documents) {
  if (arguments.source.empty() && arguments.targets.empty()) return;
  if (arguments.source.empty() || arguments.targets.size() != documents - 1) {
    throw UsageError(
        message("vectors are of all documents or of none; give --source-vectors once, and "
                "--target-vectors once for each translation, in their order"));
  }
}

std::vector<SentenceVectors> read_vectors(const VectorArguments& arguments,
                                          const std::vector<Side>& sides) {
  std::vector<SentenceVectors> vectors;
  if (arguments.source.empty()) return vectors;
  vectors.push_back(read_side(arguments.source, sides.front()));
  for (std::size_t i = 1; i < sides.size(); ++i) {
    const std::string& path = arguments.targets[i - 1];
    vectors.push_back(read_side(path, sides[i]));
    if (vectors[i].dimension() == vectors[0].dimension()) continue;
    throw Error(Errc::Malformed,
                message("has vectors of {1} numbers, and {2} of {3}; make both of the documents' "
                        "segments, with one encoder",
                        vectors[i].dimension(), arguments.source, vectors[0].dimension()),
                {.source = path});
  }
  return vectors;
}

}  // namespace trujaman::cli
