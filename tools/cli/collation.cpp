#include "cli/collation.hpp"

#include <algorithm>

#include <boost/locale.hpp>

namespace trujaman::cli {
namespace {

/// "es-MX" as POSIX has it. Only language and region: that is what collations differ by.
std::string posix_name(const LanguageTag& language) {
  std::string name(language.primary());
  const std::string& tag = language.str();
  if (tag.size() == name.size() + 3 && tag[name.size()] == '-') {
    name += '_' + tag.substr(name.size() + 1);
  }
  return name + ".UTF-8";
}

std::locale make_locale(const LanguageTag& language) {
  boost::locale::localization_backend_manager backends =
      boost::locale::localization_backend_manager::global();
  backends.select("icu");
  boost::locale::generator generator(backends);
  generator.categories(boost::locale::collation_facet);
  return generator(posix_name(language));
}

}  // namespace

Collation::Collation(const LanguageTag& language) : locale_(make_locale(language)) {}

std::string Collation::key(const std::string& word) const {
  const auto& collator = std::use_facet<boost::locale::collator<char>>(locale_);
  return collator.transform(boost::locale::collator_base::tertiary, word);
}

}  // namespace trujaman::cli
