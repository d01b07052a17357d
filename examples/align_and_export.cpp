// Aligns a document with its translation, and writes the pairs of sentences to a TMX file.
#include <fstream>
#include <iostream>

#include <trujaman/trujaman.hpp>

using namespace trujaman;

int main(int argc, char** argv) try {
  if (argc != 4) return 2;  // SOURCE.es TARGET.en OUT.tmx
  const LanguagePair es_en{LanguageTag("es"), LanguageTag("en")};
  const auto read = [](const char* path, const LanguageTag& language) {
    return Segmenter(language).segment(read_document(path, language));
  };
  const SegmentedDocument source = read(argv[1], es_en.source);
  const SegmentedDocument target = read(argv[2], es_en.target);
  const Alignment alignment = Aligner(es_en).align(source, target);

  const DocumentAlignment translation{&target, &alignment};
  std::ofstream file(argv[3]);
  TmxWriter tmx(file, {.source_language = es_en.source});
  const auto units = to_units(source, {&translation, 1}, 0.4);
  for (const TranslationUnit& unit : units) tmx.write(unit);
  tmx.finish();
  std::cout << units.size() << " units\n";
} catch (const Error& e) {
  std::cerr << to_string(e.where()) << ": " << e.what() << '\n';
  return 1;
}
