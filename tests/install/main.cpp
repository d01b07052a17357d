/// A program of someone else, built on the installed library.
#include <iostream>
#include <string_view>

#include <trujaman/trujaman.hpp>

int main() {
  const trujaman::Segmenter segmenter(trujaman::LanguageTag("es"));
  const std::string_view text = "La Sra. Aldana abrió la sesión. Nadie respondió.";
  for (const trujaman::TextSpan& span : segmenter.split(text)) {
    std::cout << text.substr(span.begin, span.size()) << '\n';
  }
  try {
    static_cast<void>(trujaman::LanguageTag("no tag"));
  } catch (const trujaman::Error& e) {  // its type information must have come across, too
    std::cout << "Error " << static_cast<int>(e.code()) << '\n';
  }
}
