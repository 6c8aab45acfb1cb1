#include "claim/places.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <memory>

namespace zeitstrahl {
namespace {

void add(const icu::UnicodeString& name, std::vector<std::string>& names) {
  std::string text;
  name.toUTF8String(text);
  if (!text.empty() && text.find(' ') == text.npos) names.push_back(std::move(text));
}

void add_countries(const icu::Locale& language, std::vector<std::string>& names) {
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    add(icu::Locale("", *code).getDisplayCountry(language, name), names);
  }
}

void add_cities(const icu::Locale& language, std::vector<std::string>& names) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> zones(
      icu::TimeZoneNames::createInstance(language, status));
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status)) return;
  while (const icu::UnicodeString* id = ids->snext(status)) {
    icu::UnicodeString name;
    add(zones->getExemplarLocationName(*id, name), names);
  }
}

}  // namespace

place_names::place_names(const std::string& language) {
  const icu::Locale locale(language.c_str());
  add_countries(locale, names_);
  add_cities(locale, names_);
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

bool place_names::holds(std::string_view word) const {
  return std::binary_search(names_.begin(), names_.end(), word);
}

}  // namespace zeitstrahl
