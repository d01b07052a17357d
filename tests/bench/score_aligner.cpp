/// Scores the aligner on gold documents: strict F1 by language pair and profile, how reliable the
/// confidences are, and, where asked for, every bead that is wrong.
///
///   score_aligner GOLDDIR [--errors] [--no-word-list] [--half | --learn] [--beads OUTDIR]
///
/// --half scores every second document only; --learn does so too, and lets the others teach a
/// lexicon first, as a memory of them would. --no-word-list aligns as for languages of which the
/// library knows no words.
/// --beads writes the alignments as OUTDIR/PAIR/DOCUMENT.out, for an independent scorer.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "gold.hpp"
#include "reliability.hpp"

namespace {

namespace fs = std::filesystem;
using namespace trujaman;

std::string numbers(SegmentRange range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    out += (i == range.begin ? "" : ",") + std::to_string(i);
  }
  return out;
}

void print_bead(const bench::GoldDocument& doc, const char* label, const Bead& bead) {
  std::printf("  %s %s | %s  (%.2f)\n", label, numbers(bead.source).c_str(),
              numbers(bead.target).c_str(), bead.confidence);
  const auto print_side = [](const SegmentedDocument& side, SegmentRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      std::printf("      %s %zu  %.*s\n", side.document.language.str().c_str(), i,
                  static_cast<int>(std::min<std::size_t>(side.text(i).size(), 160)),
                  side.text(i).data());
    }
  };
  print_side(doc.source, bead.source);
  print_side(doc.target, bead.target);
}

void print_errors(const bench::GoldDocument& doc, const std::vector<Bead>& beads) {
  std::printf("\n%s %s\n", doc.pair.c_str(), doc.name.c_str());
  for (const Bead& gold : doc.beads) {
    const bool found = std::any_of(beads.begin(), beads.end(),
                                   [&](const Bead& bead) { return bench::same(gold, bead); });
    if (!found) print_bead(doc, "missed", gold);
  }
  for (const Bead& bead : beads) {
    if (!bench::contains(doc.beads, bead)) print_bead(doc, "wrong ", bead);
  }
}

void write_beads(const fs::path& folder, const bench::GoldDocument& doc,
                 const std::vector<Bead>& beads) {
  fs::create_directories(folder / doc.pair);
  std::ofstream out(folder / doc.pair / (doc.name + ".out"));
  for (const Bead& bead : beads)
    out << numbers(bead.source) << '\t' << numbers(bead.target) << '\n';
}

std::string text_of(const SegmentedDocument& side, SegmentRange range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    out += (out.empty() ? "" : " ") + std::string(side.text(i));
  }
  return out;
}

/// What the gold beads of the documents of a pair teach.
std::map<std::string, std::vector<LexiconEntry>> learn(
    const std::vector<bench::GoldDocument>& teachers) {
  std::map<std::string, std::vector<TranslationUnit>> units;
  std::map<std::string, LanguagePair> languages;
  for (const bench::GoldDocument& doc : teachers) {
    languages[doc.pair] = doc.languages();
    for (const Bead& bead : doc.beads) {
      if (bead.is_null()) continue;
      TranslationUnit unit;
      unit.variants.resize(2);
      unit.variants[0].language = doc.languages().source;
      unit.variants[0].text = text_of(doc.source, bead.source);
      unit.variants[1].language = doc.languages().target;
      unit.variants[1].text = text_of(doc.target, bead.target);
      units[doc.pair].push_back(std::move(unit));
    }
  }
  std::map<std::string, std::vector<LexiconEntry>> lexica;
  for (const auto& [pair, taught] : units) lexica[pair] = learn_lexicon(taught, languages[pair]);
  return lexica;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs(
        "usage: score_aligner GOLDDIR [--errors] [--no-word-list] [--half | --learn] "
        "[--beads OUTDIR]\n",
        stderr);
    return 2;
  }
  bool errors = false;
  bool half = false;
  bool learning = false;
  AlignerOptions options;
  std::string out;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--errors") errors = true;
    if (argument == "--no-word-list") options.word_list = false;
    if (argument == "--half" || argument == "--learn") half = true;
    if (argument == "--learn") learning = true;
    if (argument == "--beads" && i + 1 < argc) out = argv[++i];
  }
  if (!fs::is_directory(argv[1])) {
    std::printf("%s is not there: skipped\n", argv[1]);
    return 77;  // Meson's "skipped"
  }
  std::map<std::string, bench::Score> scores;
  std::map<std::string, bench::Reliability> reliability;
  std::vector<bench::GoldDocument> docs = bench::read_gold(argv[1]);
  std::vector<bench::GoldDocument> teachers;
  for (std::size_t i = 0; half && i < docs.size(); ++i) {
    teachers.push_back(std::move(docs[i]));
    docs.erase(docs.begin() + static_cast<std::ptrdiff_t>(i));
  }
  std::map<std::string, std::vector<LexiconEntry>> taught;
  if (learning) taught = learn(teachers);
  for (const bench::GoldDocument& doc : docs) {
    options.lexicon = taught[doc.pair];
    const Aligner aligner(doc.languages(), options);
    const std::vector<Bead> beads = aligner.align(doc.source, doc.target).beads;
    bench::Score score;
    score.add(doc.beads, beads);
    scores["pair    " + doc.pair] += score;
    scores["profile " + doc.profile] += score;
    const std::string group = doc.profile == "human" ? "human" : "reports";
    for (const Bead& bead : beads) {
      reliability[group].add(bead.confidence, bench::contains(doc.beads, bead));
      reliability["all"].add(bead.confidence, bench::contains(doc.beads, bead));
    }
    if (errors) print_errors(doc, beads);
    if (!out.empty()) write_beads(out, doc, beads);
  }
  for (const auto& [name, score] : scores) std::printf("%-18s %.4f\n", name.c_str(), score.f1());
  for (auto& [name, table] : reliability) {
    std::printf("\n%s", name.c_str());
    table.print();
  }
  return 0;
}
