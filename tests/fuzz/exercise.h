#ifndef ZEITSTRAHL_TESTS_FUZZ_EXERCISE_H_
#define ZEITSTRAHL_TESTS_FUZZ_EXERCISE_H_

#include <string>
#include <string_view>

#include "zeitstrahl/extractor.h"

namespace zeitstrahl {

// With the dictionary that is built in; a test has to say so where there is none.
const extractor& german_extractor();

// Reads the bytes as an article, analyses it and writes it in every format; draws it too
// where `with_picture`.  Gives what was not as the headers promise, or an empty string.
// Bytes that are no article are an error that the reader gives, and nothing to complain of.
std::string broken_promise(std::string_view bytes, bool with_picture);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_TESTS_FUZZ_EXERCISE_H_
