#ifndef ZEITSTRAHL_LIB_LANG_ENGINE_CLASSES_H_
#define ZEITSTRAHL_LIB_LANG_ENGINE_CLASSES_H_

// The classes of words that the engine itself asks for.  Every language has them all: loading a
// lexicon without one is an error.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zeitstrahl {

enum class engine_class : std::uint8_t {
  after,
  already,
  conjunction,
  article,
  at_article,
  be,
  before,
  before_ordinal,
  born,
  cardinal,
  comparing,
  first_name,
  for_,
  habit,
  it,
  lasting,
  number_joiner,
  number_part,
  of,
  onto,
  put_off,
  retroactive,
  since,
  starter,
  term_focus,
  until,
  count_
};

// By engine_class.
inline constexpr std::array<std::string_view, static_cast<std::size_t>(engine_class::count_)>
    engine_class_names = {
        "AFTER",           // "zehn Jahre nach dem Brand"
        "ALREADY",         // "bereits 1859": a story looks back
        "AND",             // goes on with another clause
        "ARTICLE",         //
        "AT_ARTICLE",      // a preposition with an article: "am"
        "BE",              // "es ist Sonntag"
        "BEFORE",          //
        "BEFORE_ORDINAL",  // "beim 48. Stadtfest"
        "BORN",            // before a year of birth
        "CARDINAL",        // number words
        "COMPARING",       // "so wenig wie 2009"
        "FIRST_NAME",      //
        "FOR",             // "fuer das Turnier im Januar"
        "HABIT",           // "oft"
        "IT",              //
        "LASTING",         // "50 Jahre Treue"
        "NUMBER_JOINER",   // "dreiundzwanzig"
        "NUMBER_PART",     // parts of number words that are no number words
        "OF",              // "der Vertrag von 1919"
        "ONTO",            // "auf Freitag verschoben"
        "PUT_OFF",         //
        "RETROACTIVE",     // "rueckwirkend zum 1. Maerz"
        "SINCE",           //
        "STARTER",         // words that begin sentences
        "TERM_FOCUS",      // "erst 2029"
        "UNTIL",           //
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_LANG_ENGINE_CLASSES_H_
