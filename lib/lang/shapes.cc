#include "lang/shapes.h"

#include "text/vocabulary.h"

namespace zeitstrahl {

const std::vector<shape_class>& shape_classes() {
  static const std::vector<shape_class> classes = {
      // Numbers in digits.
      {"DAY",
       {symbol_number_1_to_9, symbol_number_01_to_09, symbol_number_10_to_12,
        symbol_number_13_to_24, symbol_number_25_to_31},
       1,
       31},
      {"MONTH_NUMBER",
       {symbol_number_1_to_9, symbol_number_01_to_09, symbol_number_10_to_12},
       1,
       12},
      {"HOUR",
       {symbol_number_zero, symbol_number_two_zeros, symbol_number_1_to_9, symbol_number_01_to_09,
        symbol_number_10_to_12, symbol_number_13_to_24},
       0,
       24},
      {"MINUTES",
       {symbol_number_two_zeros, symbol_number_01_to_09, symbol_number_10_to_12,
        symbol_number_13_to_24, symbol_number_25_to_31, symbol_number_32_to_59},
       0,
       59},
      {"YEAR", {symbol_number_year}, 1400, 2199},
      {"YEAR_EARLY", {symbol_number_3_digits, symbol_number_1000_to_1399}, 0, 1399},
      {"YEAR_MIDDLE", {symbol_number_1000_to_1399}, 1000, 1399},
      {"DIGIT", {symbol_number_1_to_9}, 1, 9},
      {"TWO_DIGITS",
       {symbol_number_two_zeros, symbol_number_01_to_09, symbol_number_10_to_12,
        symbol_number_13_to_24, symbol_number_25_to_31, symbol_number_32_to_59,
        symbol_number_60_to_99},
       0,
       99},
      {"WEEK_NUMBER",
       {symbol_number_1_to_9, symbol_number_01_to_09, symbol_number_10_to_12,
        symbol_number_13_to_24, symbol_number_25_to_31, symbol_number_32_to_59},
       1,
       59},
      {"NO_YEAR", {symbol_number_3_digits, symbol_number_4_digits, symbol_number_long}},
      {"THREE_DIGITS", {symbol_number_3_digits}, 0, 999},
      {"DIGITS",
       {symbol_number_zero, symbol_number_two_zeros, symbol_number_1_to_9, symbol_number_01_to_09,
        symbol_number_10_to_12, symbol_number_13_to_24, symbol_number_25_to_31,
        symbol_number_32_to_59, symbol_number_60_to_99, symbol_number_3_digits,
        symbol_number_4_digits, symbol_number_1000_to_1399, symbol_number_year,
        symbol_number_long}},
      // Marks; INNER ones have no white space on either side.
      {"DOT", {symbol_dot}},
      {"INNER_DOT", {symbol_inner_dot}},
      {"STOP", {symbol_stop}},  // a dot, or a line's end, that ends a sentence
      {"COMMA", {symbol_comma}},
      {"INNER_COMMA", {symbol_inner_comma}},
      {"COLON", {symbol_colon}},
      {"INNER_COLON", {symbol_inner_colon}},
      {"SLASH", {symbol_slash, symbol_inner_slash}},
      {"HYPHEN", {symbol_hyphen, symbol_inner_hyphen}},
      {"INNER_HYPHEN", {symbol_inner_hyphen}},
      {"DASH", {symbol_dash, symbol_hyphen, symbol_inner_hyphen}},
      {"OPEN", {symbol_open}},
      {"CLOSE", {symbol_close}},
      {"QUOTE", {symbol_quote}},
      {"APOSTROPHE", {symbol_apostrophe}},
      {"PERCENT", {symbol_percent}},
      {"CURRENCY", {symbol_currency}},
      {"PARAGRAPH", {symbol_paragraph}},
      // Words that no table has.
      {"UNKNOWN_LOWER", {symbol_word_lower}},
      // A noun or a name: an unknown word with a capital, or one of a class of nouns.
      {"NOUN", {symbol_word_capital, symbol_word_upper}},
      {"UNKNOWN_UPPER", {symbol_word_upper}},
      {"UNKNOWN_GLUED", {symbol_word_glued}},
      // Whole expressions, in frames.
      {"DATE", {symbol_date_expression}},
      {"TIME", {symbol_time_expression}},
      {"DURATION", {symbol_duration_expression}},
      {"SET", {symbol_set_expression}},
      {"REFERENCE", {symbol_reference_expression}},
      {"VAGUE", {symbol_vague_expression}},
  };
  return classes;
}

}  // namespace zeitstrahl
