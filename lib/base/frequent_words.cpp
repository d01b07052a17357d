#include "base/frequent_words.hpp"

#include <string>
#include <unordered_map>

#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

// Between blanks, in lower case, in the order of kCountedLanguages.
constexpr std::array<std::string_view, kCountedLanguages.size()> kWords{
    // es
    " a el la los las de del y en que un una unos unas es son con por para se su sus al lo como "
    "más "
    "pero no este esta estos estas ha han fue sobre entre también o ser si ya cuando muy sin "
    "hasta desde está están todo todos donde quien según así ",
    // en
    " the of and to in a is that for on with as by are was it be this from or an at which not "
    "have has were their its been but they more also will can all these should may must there "
    "into other between such who ",
    // fr
    " le la les de des du et en un une est que qui dans pour par sur au aux avec ce cette ces il "
    "elle sont ne pas plus se son sa ses ou où mais ont été être d l qu n s comme leur leurs nous "
    "vous entre sans tout tous aussi ",
    // pt
    " o a os as de do da dos das e em no na nos nas que um uma é são com por para se seu sua ao "
    "à como mais mas não este esta foi sobre entre também ou ser quando muito sem até pelo pela ",
    // it
    " il lo la i gli le di del della dei delle e in nel nella che un una è sono con per si suo "
    "sua "
    "al alla come più ma non questo questa stato sul tra anche o essere quando molto senza fino "
    "dal dalla ",
    // de
    " der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an "
    "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über ",
    // ca
    " el la els les de del dels i en que un una és són amb per a es seu seva al com més però no "
    "aquest aquesta ha van sobre entre també o ser si ja quan molt sense fins des està tot ",
    // nl
    " de het een en van in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog "
    "uit door over ze hij werd naar heeft worden wordt ",
};

/// Word → a bit a language that has it among its frequent ones.
using Index = std::unordered_map<std::string_view, std::uint8_t>;

Index make_index() {
  Index index;
  for (std::size_t k = 0; k < kWords.size(); ++k) {
    for (std::size_t begin = 1; begin < kWords[k].size();) {
      const std::size_t end = kWords[k].find(' ', begin);
      index[kWords[k].substr(begin, end - begin)] |= static_cast<std::uint8_t>(1U << k);
      begin = end + 1;
    }
  }
  return index;
}

/// Bytes of the longest word in the lists.
constexpr std::size_t kLongest = 8;

}  // namespace

std::uint8_t languages_of_frequent_word(std::string_view word) {
  static const Index index = make_index();
  if (word.size() > kLongest) return 0;
  const auto found = index.find(to_lower(word));
  return found == index.end() ? std::uint8_t{0} : found->second;
}

FrequentWordCounts count_frequent_words(std::string_view text, std::span<const Token> tokens) {
  FrequentWordCounts counts{};
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::Word) continue;
    const unsigned languages =
        languages_of_frequent_word(text.substr(token.span.begin, token.span.size()));
    for (std::size_t k = 0; k < counts.size(); ++k) counts[k] += (languages >> k) & 1U;
  }
  return counts;
}

}  // namespace trujaman::base
