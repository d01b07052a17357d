/// What each part of the aligner's model brings, and whether its weights fit only what they were
/// fitted on; both as rows of a Markdown table of strict F1.
///
///   ablate_aligner GOLDDIR [--parts | --families | --halves | --fitting] [--only NAME]
///                  [--rounds N] [--pull P] [--human W] [--loose W] [--joined P] [--words P]
///
/// --parts leaves out one part at a time, fits the weights of what remains, and scores it on the
/// documents it was fitted on. --families leaves out the documents of one source at a time (their
/// names begin with it), fits on the others and scores on what was left out, beside the weights
/// that were fitted on all; it starts at zero, so that nothing of those is carried over. --halves
/// does that with the halves of the documents of a human gold standard. --fitting scores what one
/// way of fitting gives: reports are what it fits on, the free translation what it has not seen.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "align/weights.hpp"
#include "training.hpp"

namespace {

using bench::Fitting;
using bench::GoldDocument;
using bench::Model;
using bench::Weights;
using trujaman::align::Feature;

const Weights kShipped{trujaman::align::kFirstWeights, trujaman::align::kSecondWeights};

constexpr std::array<const char*, 8> kColumns{"es-en", "es-fr", "en-fr", "de-fr",
                                              "clean", "noisy", "hard",  "partial"};

std::vector<std::pair<std::string, Model>> variants() {
  std::vector<std::pair<std::string, Model>> out;
  const auto with = [&](const char* name) -> Model& {
    return out.emplace_back(name, Model()).second;
  };
  with("nothing");
  with("nothing, fitted again");
  with("shipped word list").word_list = false;
  with("cognates").cognates = false;
  with("learned rounds").learned_rounds = false;
  Model& bare = with("word list and learned rounds");
  bare.word_list = bare.learned_rounds = false;
  with("leaving one out").leave_one_out = false;
  with("any words").without({Feature::Words, Feature::WordsRoot}).learned_rounds = false;
  with("numbers").without({Feature::NumberMatch, Feature::NumberOrphan});
  with("symbols").without({Feature::SymbolMatch, Feature::SymbolOrphan});
  with("lengths").without({Feature::Length, Feature::LengthOff});
  with("edges and joins")
      .without({Feature::Start, Feature::End, Feature::WeakJoin, Feature::StrongJoin});
  with("affine nulls").affine_nulls = false;
  with("repeated and short nulls").without({Feature::NullRepeated, Feature::NullShort});
  with("habits").without({Feature::NullHabit, Feature::JoinHabit}).habits = false;
  return out;
}

std::map<std::string, bench::Score> score(const std::vector<GoldDocument>& docs, const Model& model,
                                          const Weights& weights) {
  std::map<std::string, bench::Score> scores;
  for (const GoldDocument& doc : docs) {
    bench::Score one;
    one.add(doc.beads, bench::align(doc, model, weights));
    scores[doc.pair] += one;
    scores[doc.profile] += one;
    scores["all"] += one;
  }
  return scores;
}

void leave_out_parts(const std::vector<GoldDocument>& docs, const Fitting& how,
                     const std::string& only) {
  std::printf("| without |");
  for (const char* column : kColumns) std::printf(" %s |", column);
  std::printf("\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
  for (const auto& [name, model] : variants()) {
    if (!only.empty() && name != only) continue;
    const bool whole = name == "nothing";
    auto scores = score(docs, model, whole ? kShipped : train(docs, model, kShipped, how));
    std::printf("| %s |", name.c_str());
    for (const char* column : kColumns) std::printf(" %.4f |", scores[column].f1());
    std::printf("\n");
    std::fflush(stdout);
  }
}

void leave_out_families(const std::vector<GoldDocument>& docs, const Fitting& how,
                        const std::string& only) {
  const auto family_of = [](const GoldDocument& doc) {
    return doc.name.substr(0, doc.name.find_first_of("-."));
  };
  std::set<std::string> families;
  for (const GoldDocument& doc : docs) families.insert(family_of(doc));
  std::printf("| family | documents | beads | fitted on it, too | fitted on the others |\n");
  std::printf("| --- | --- | --- | --- | --- |\n");
  const auto print = [](const char* name, std::size_t documents, const bench::Score& inside,
                        const bench::Score& outside) {
    std::printf("| %s | %zu | %zu | %.4f | %.4f |\n", name, documents, inside.gold, inside.f1(),
                outside.f1());
    std::fflush(stdout);
  };
  bench::Score inside_all;
  bench::Score outside_all;
  for (const std::string& family : families) {
    if (!only.empty() && family != only) continue;
    std::vector<GoldDocument> held;
    std::vector<GoldDocument> others;
    for (const GoldDocument& doc : docs) (family_of(doc) == family ? held : others).push_back(doc);
    const bench::Score inside = score(held, {}, kShipped)["all"];
    const bench::Score outside = score(held, {}, train(others, {}, {}, how))["all"];
    print(family.c_str(), held.size(), inside, outside);
    inside_all += inside;
    outside_all += outside;
  }
  print("all", docs.size(), inside_all, outside_all);
}

/// The documents of a pair that there is only one of, cut in two: fitted on all others and one
/// half, scored on the other one.
void leave_out_halves(const std::vector<GoldDocument>& docs, const Fitting& how) {
  bench::Score inside;
  bench::Score outside;
  bench::Score reports;
  for (const bool second : {false, true}) {
    std::vector<GoldDocument> held;
    std::vector<GoldDocument> fitted;
    std::vector<GoldDocument> others;
    for (const GoldDocument& doc : docs) {
      if (doc.profile != "human") {
        others.push_back(doc);
        continue;
      }
      held.push_back(bench::half(doc, second));
      fitted.push_back(bench::half(doc, !second));
    }
    std::vector<GoldDocument> all = others;
    all.insert(all.end(), fitted.begin(), fitted.end());
    const Weights weights = train(all, {}, {}, how);
    inside += score(fitted, {}, weights)["all"];
    outside += score(held, {}, weights)["all"];
    reports += score(others, {}, weights)["all"];
  }
  std::printf(
      "pull %.1f, human %.1f: the half fitted on %.4f, the other %.4f, all other documents %.4f\n",
      how.pull, how.human, inside.f1(), outside.f1(), reports.f1());
}

void score_fitting(const std::vector<GoldDocument>& docs, const Fitting& how) {
  auto scores = score(docs, {}, train(docs, {}, {}, how));
  std::printf("pull %.1f, loose %.2f, joined %.2f, words %.2f:", how.pull, how.loose,
              how.looseness.joined, how.looseness.words);
  for (const auto& column : kColumns) std::printf(" %s %.4f", column, scores[column].f1());
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs(
        "usage: ablate_aligner GOLDDIR [--parts | --families | --halves | --fitting] [--only "
        "NAME]\n"
        "         [--rounds N] [--pull P] [--human W] [--loose W] [--joined P] [--words P]\n",
        stderr);
    return 2;
  }
  bool families = false;
  bool halves = false;
  bool fitting = false;
  Fitting how;
  std::string only;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--families") families = true;
    if (argument == "--halves") halves = true;
    if (argument == "--rounds" && i + 1 < argc) how.rounds = std::atoi(argv[++i]);
    if (argument == "--loose" && i + 1 < argc) how.loose = std::atof(argv[++i]);
    if (argument == "--joined" && i + 1 < argc) how.looseness.joined = std::atof(argv[++i]);
    if (argument == "--words" && i + 1 < argc) how.looseness.words = std::atof(argv[++i]);
    if (argument == "--fitting") fitting = true;
    if (argument == "--human" && i + 1 < argc) how.human = std::atof(argv[++i]);
    if (argument == "--pull" && i + 1 < argc) how.pull = std::atof(argv[++i]);
    if (argument == "--only" && i + 1 < argc) only = argv[++i];
  }
  const std::vector<GoldDocument> docs = bench::read_gold(argv[1]);
  if (fitting) {
    score_fitting(docs, how);
  } else if (halves) {
    leave_out_halves(docs, how);
  } else if (families) {
    leave_out_families(docs, how, only);
  } else {
    leave_out_parts(docs, how, only);
  }
  return 0;
}
