#include "lang/language.h"

#include <algorithm>

#include "lang/build_language.h"

namespace zeitstrahl {

result<std::shared_ptr<const language>> language::build(std::string_view name,
                                                        std::span<const table_file> files) {
  result<language_parts> parts = build_language(name, files);
  if (!parts) return parts.error();
  return std::make_shared<const language>(*std::move(parts));
}

std::string_view language::file(std::string_view name) const {
  const auto found = parts_.files.find(name);
  return found == parts_.files.end() ? std::string_view() : found->second;
}

std::size_t language::find_class(std::string_view name) const {
  const std::size_t* found = parts_.words.find_class(name);
  return found ? *found : known_words::no_class;
}

bool language::is_join(std::string_view symbols, join_kind kind) const {
  return std::any_of(parts_.joins.begin(), parts_.joins.end(), [&](const auto& join) {
    return join.first == kind && join.second.matching(symbols);
  });
}

double language::value_in(const token& t, const std::vector<std::size_t>& classes) const {
  if (t.is == token::number) return static_cast<double>(t.value);
  if (!t.entry) {
    return t.is == token::word && t.value != 0 ? static_cast<double>(t.value) : absent;
  }
  for (const std::size_t word_class : classes) {
    const double found = value(t.entry, word_class, t.flags & token::capital);
    if (found != absent) return found;
  }
  return absent;
}

}  // namespace zeitstrahl
