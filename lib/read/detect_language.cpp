#include <algorithm>
#include <array>
#include <string>

#include <trujaman/document.hpp>

#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::inline v0 {
namespace {

/// Frequent words that tell a language from its neighbours, between blanks, in lower case.
struct Profile {
  const char* language;
  std::string_view words;
};

// Words shared by several of them count for each, so they decide nothing. Languages that we do not
// serve stand here so that their texts are not taken for ours.
constexpr std::array<Profile, 8> kProfiles{{
    {"es",
     " a el la los las de del y en que un una unos unas es son con por para se su sus al lo como más "
     "pero no este esta estos estas ha han fue sobre entre también o ser si ya cuando muy sin "
     "hasta desde está están todo todos donde quien según así "},
    {"en",
     " the of and to in a is that for on with as by are was it be this from or an at which not "
     "have has were their its been but they more also will can all these should may must there "
     "into other between such who "},
    {"fr",
     " le la les de des du et en un une est que qui dans pour par sur au aux avec ce cette ces il "
     "elle sont ne pas plus se son sa ses ou où mais ont été être d l qu n s comme leur leurs nous "
     "vous entre sans tout tous aussi "},
    {"pt",
     " o a os as de do da dos das e em no na nos nas que um uma é são com por para se seu sua ao "
     "à como mais mas não este esta foi sobre entre também ou ser quando muito sem até pelo pela "},
    {"it",
     " il lo la i gli le di del della dei delle e in nel nella che un una è sono con per si suo "
     "sua "
     "al alla come più ma non questo questa stato sul tra anche o essere quando molto senza fino "
     "dal dalla "},
    {"de",
     " der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an "
     "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "},
    {"ca",
     " el la els les de del dels i en que un una és són amb per a es seu seva al com més però no "
     "aquest aquesta ha van sobre entre també o ser si ja quan molt sense fins des està tot "},
    {"nl",
     " de het een en van in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog "
     "uit door over ze hij werd naar heeft worden wordt "},
}};

/// Sizes: how much of a text is looked at, and how many known words must speak.
constexpr std::size_t kMostBytes = 200'000;
constexpr std::size_t kFewestWords = 2;
/// The winner's lead over the second, as a share of its count.
constexpr double kLead = 0.1;

}  // namespace

LanguageTag detect_language(std::string_view text) {
  if (text.size() > kMostBytes) {
    std::size_t end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  std::array<std::size_t, kProfiles.size()> counts{};
  for (const base::Token& token : base::tokenize(text)) {
    if (token.kind != base::TokenKind::Word) continue;
    const std::string word =
        " " + base::to_lower(text.substr(token.span.begin, token.span.size())) + " ";
    for (std::size_t k = 0; k < kProfiles.size(); ++k) {
      counts[k] += kProfiles[k].words.find(word) != std::string_view::npos ? 1 : 0;
    }
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  const std::size_t most = *best;
  if (most < kFewestWords) return {};
  for (auto it = counts.begin(); it != counts.end(); ++it) {
    if (it != best && static_cast<double>(*it) > (1.0 - kLead) * static_cast<double>(most)) {
      return {};
    }
  }
  return LanguageTag(kProfiles[static_cast<std::size_t>(best - counts.begin())].language);
}

}  // namespace trujaman::inline v0
