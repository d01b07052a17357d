// Aligns a document with its translation, keeps the units, looks a sentence up.
#include <iostream>

#include <trujaman/trujaman.hpp>

using namespace trujaman;

int main(int argc, char** argv) try {
  if (argc != 4) return 2;  // SOURCE.es TARGET.en 'Una frase en español.'
  const LanguagePair es_en{LanguageTag("es"), LanguageTag("en")};
  const auto read = [](const char* path, const LanguageTag& language) {
    return Segmenter(language).segment(read_document(path, language));
  };
  const SegmentedDocument source = read(argv[1], es_en.source);
  const SegmentedDocument target = read(argv[2], es_en.target);
  const Alignment alignment = Aligner(es_en).align(source, target);

  Memory memory = Memory::in_memory();  // or Memory::open("my.tm", Memory::Mode::Create)
  const DocumentAlignment translation{&target, &alignment};
  memory.add(to_units(source, {&translation, 1}, 0.4));

  for (const FuzzyMatch& match : memory.lookup(argv[3], es_en)) {
    std::cout << match.score << '\t' << match.target.text << '\n';
  }
} catch (const Error& e) {
  std::cerr << to_string(e.where()) << ": " << e.what() << '\n';
  return 1;
}
