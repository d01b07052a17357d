#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/term_extractor.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/term_finder.hpp"
#include "cli/terminal.hpp"
#include "commands/glossary.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string memory;
  std::string from;
  std::vector<std::string> to;
  std::vector<std::string> glossaries;
  std::string output = "-";
  std::size_t units = 100'000;
  ExtractOptions options;
  bool json = false;
};

/// The newest units that have the source and a target language, in the order in which they came.
std::vector<TranslationUnit> newest_units(const Memory& memory, const Arguments& args) {
  const LanguageTag source(args.from);
  const std::vector<LanguageTag> targets = to_tags(args.to);
  std::vector<TranslationUnit> ring;
  std::size_t oldest = 0;
  memory.for_each(
      [&](std::int64_t /*row*/, const TranslationUnit& unit) {
        if (std::ranges::none_of(targets,
                                 [&](const LanguageTag& t) { return unit.find(t) != nullptr; })) {
          return true;
        }
        if (ring.size() < args.units) {
          ring.push_back(unit);
        } else if (!ring.empty()) {
          ring[oldest] = unit;
          oldest = (oldest + 1) % ring.size();
        }
        return caught_signal() == 0;
      },
      {.languages = {source}, .document = {}});
  stop_if_interrupted();
  std::ranges::rotate(ring, ring.begin() + static_cast<std::ptrdiff_t>(oldest));
  return ring;
}

/// One cell of a row: what would end it becomes a blank.
std::string cell(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

std::string forms_cell(const CandidateTerm& term) {
  std::string out;
  for (const TermForm& form : term.forms) {
    out += (out.empty() ? "" : " | ") + form.text + " (" + std::to_string(form.count) + ")";
  }
  return cell(out);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : " | ") + text;
  return out;
}

/// Names of the columns about each language: "source_x", "target_x", "target2_x".
void append_names(std::string& row, std::size_t terms, const std::string& suffix) {
  for (std::size_t i = 0; i < terms; ++i) {
    row += i == 0 ? "\tsource" : i == 1 ? "\ttarget" : "\ttarget" + std::to_string(i);
    row += suffix;
  }
}

std::string header(std::size_t terms) {
  std::string row = "source\ttarget\tscore\tcount";
  for (std::size_t i = 2; i < terms; ++i) row += "\ttarget" + std::to_string(i);
  row += "\tstatus\tglossary";
  append_names(row, terms, "_acronym");
  append_names(row, terms, "_forms");
  append_names(row, terms, "_example");
  return row;
}

std::string example_text(const CandidateTerm& term, const std::vector<TranslationUnit>& units) {
  if (term.text.empty()) return {};
  const Variant* variant = units[term.example_unit].find(term.language);
  return variant == nullptr ? std::string() : variant->text;
}

std::string row_of(const TermCandidate& candidate, const std::vector<TranslationUnit>& units) {
  const std::vector<CandidateTerm>& terms = candidate.terms;
  std::string row = cell(terms[0].text) + '\t' + cell(terms[1].text) + '\t' +
                    fixed(candidate.score, 3) + '\t' + std::to_string(candidate.count);
  for (std::size_t i = 2; i < terms.size(); ++i) row += '\t' + cell(terms[i].text);
  row += '\t' + std::string(to_string(candidate.novelty)) + '\t' + cell(joined(candidate.known));
  for (const CandidateTerm& term : terms) row += '\t' + cell(term.acronym);
  for (const CandidateTerm& term : terms) row += '\t' + forms_cell(term);
  for (const CandidateTerm& term : terms) row += '\t' + cell(example_text(term, units));
  return row;
}

Json candidate_json(const TermCandidate& candidate, const std::vector<TranslationUnit>& units) {
  Json terms = Json::array();
  for (const CandidateTerm& term : candidate.terms) {
    Json forms = Json::array();
    for (const TermForm& form : term.forms) {
      forms.push_back({{"text", form.text}, {"count", form.count}});
    }
    terms.push_back({{"language", term.language.str()},
                     {"term", term.text},
                     {"acronym", term.acronym},
                     {"forms", std::move(forms)},
                     {"example",
                      {{"text", example_text(term, units)},
                       {"start", term.example.begin},
                       {"end", term.example.end}}}});
  }
  return {{"source", candidate.terms[0].text},
          {"target", candidate.terms[1].text},
          {"score", rounded(candidate.score)},
          {"count", candidate.count},
          {"status", to_string(candidate.novelty)},
          {"glossary", candidate.known},
          {"terms", std::move(terms)}};
}

void write_table(const Arguments& args, const std::vector<TermCandidate>& candidates,
                 const std::vector<TranslationUnit>& units) {
  OutputFile output(args.output);
  output.stream() << header(args.to.size() + 1) << '\n';
  for (const TermCandidate& candidate : candidates) {
    output.stream() << row_of(candidate, units) << '\n';
  }
  output.close();
  output.publish();
}

Status run(const Arguments& args) {
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  const Glossary glossary(read_glossaries(args.glossaries));
  const std::vector<TranslationUnit> units = newest_units(memory, args);
  ProgressBar bar(message("extracting"));
  ExtractOptions options = args.options;
  options.glossary = &glossary;
  options.progress = [&](double done) { return bar.update(done); };
  const std::vector<LanguageTag> targets = to_tags(args.to);
  const auto candidates = extract_terms(units, LanguageTag(args.from), targets, options);
  stop_if_interrupted();
  const bool to_file = args.output != "-";
  if (to_file || !args.json) write_table(args, candidates, units);
  if (args.json) {
    for (const TermCandidate& candidate : candidates) print_json(candidate_json(candidate, units));
  } else if (to_file) {
    print_line(args.output + ": " + counted("{1} candidate", "{1} candidates", candidates.size()));
  }
  return candidates.empty() ? Status::None : Status::Done;
}

}  // namespace

void add_glossary_extract(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<Arguments>();
  args->options.limit = 500;
  CLI::App* command = glossary.add_subcommand(
      "extract", message("Propose terms with their equivalents, as a memory has them"));
  add_memory_option(*command, args->memory)->required();
  add_language_option(*command, "--from", args->from, message("Source language"))->required();
  add_languages_option(*command, "--to", args->to, message("Target languages"))->required();
  add_glossary_option(*command, args->glossaries);
  command->add_flag("--known", args->options.keep_known,
                    message("Also what the glossaries have with the same equivalents"));
  command->add_option("--limit", args->options.limit, message("Most candidates; 0 is all of them"))
      ->capture_default_str()
      ->type_name("N");
  command
      ->add_option("--min-count", args->options.min_count,
                   message("Only what stands in so many places"))
      ->capture_default_str()
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  command->add_option("--units", args->units, message("Look at so many units, the newest"))
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000'000))
      ->type_name("N");
  command
      ->add_option("-o,--output", args->output, message("A TSV file; without it, standard output"))
      ->type_name("FILE");
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("A row a candidate, best first: source, target, score (0 to 1), count, then further "
              "targets,\n"
              "status (new; differs: a glossary has the term with the other equivalents that stand "
              "in the\n"
              "next column; known), acronyms, forms with their counts, an example. Status 1 when "
              "there is\n"
              "none."),
      "trujaman glossary extract --memory my.tm --from es --to en,fr -o terms.tsv"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli
