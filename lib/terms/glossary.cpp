#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <trujaman/glossary.hpp>

#include "base/local.hpp"
#include "terms/index.hpp"
#include "terms/recognizer.hpp"
#include "terms/selection.hpp"

namespace trujaman::inline v0 {

struct TRUJAMAN_LOCAL Glossary::Impl {
  std::vector<ConceptEntry> concepts;
  /// By primary language subtag.
  std::map<std::string, terms::LanguageIndex, std::less<>> languages;

  explicit Impl(std::vector<ConceptEntry> entries) : concepts(std::move(entries)) {
    for (std::size_t c = 0; c < concepts.size(); ++c) {
      for (std::size_t t = 0; t < concepts[c].terms.size(); ++t) {
        const Term& term = concepts[c].terms[t];
        const auto [it, fresh] =
            languages.try_emplace(std::string(term.language.primary()), term.language);
        it->second.add(term, static_cast<std::uint32_t>(c), static_cast<std::uint32_t>(t));
      }
    }
    for (auto& [language, index] : languages) index.finish();
  }
};

Glossary::Glossary() : Glossary(std::vector<ConceptEntry>()) {}
Glossary::Glossary(std::vector<ConceptEntry> concepts)
    : impl_(std::make_unique<const Impl>(std::move(concepts))) {}
Glossary::~Glossary() = default;
Glossary::Glossary(Glossary&&) noexcept = default;
Glossary& Glossary::operator=(Glossary&&) noexcept = default;

std::span<const ConceptEntry> Glossary::concepts() const noexcept {
  return impl_->concepts;
}

std::vector<TermHit> Glossary::recognize(std::string_view text, const LanguageTag& language,
                                         const RecognizeOptions& options) const {
  const auto index = impl_->languages.find(language.primary());
  if (index == impl_->languages.end()) return {};
  return terms::select_hits(terms::find_terms(index->second, impl_->concepts, text, options),
                            options.nested);
}

}  // namespace trujaman::inline v0
