// Keeps the units of a TMX file in a memory, and looks a sentence up in it.
#include <fstream>
#include <iostream>

#include <trujaman/trujaman.hpp>

using namespace trujaman;

int main(int argc, char** argv) try {
  if (argc != 4) return 2;  // UNITS.tmx MEMORY.tm 'Una frase en español.'
  Memory memory = Memory::open(argv[2], Memory::Mode::Create);
  MemoryWriter writer = memory.write();  // one transaction
  std::ifstream file(argv[1]);
  read_tmx(file, argv[1], [&](TranslationUnit&& unit) { writer.add(unit); });
  writer.commit();  // what is there already is not added again

  const LanguagePair es_en{LanguageTag("es"), LanguageTag("en")};
  for (const FuzzyMatch& match : memory.lookup(argv[3], es_en, {.min_score = 75.0})) {
    std::cout << match.score << " %\n  " << match.source.text << "\n  " << match.target.text
              << '\n';
  }
} catch (const Error& e) {
  std::cerr << to_string(e.where()) << ": " << e.what() << '\n';
  return 1;
}
