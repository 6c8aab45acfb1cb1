#ifndef ZEITSTRAHL_LIB_LANG_BUILD_LANGUAGE_H_
#define ZEITSTRAHL_LIB_LANG_BUILD_LANGUAGE_H_

// From tables to a language, in three steps, because a symbol stands for a set of classes: read
// all tables, so that every class and every word is known; give each set of classes that
// patterns tell apart a symbol; write the patterns as regular expressions over the symbols.

#include <span>
#include <string_view>

#include "lang/language.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

result<language_parts> build_language(std::string_view name, std::span<const table_file> files);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_BUILD_LANGUAGE_H_
