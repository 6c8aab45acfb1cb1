#ifndef ZEITSTRAHL_LIB_SYNTAX_DESCRIBE_H_
#define ZEITSTRAHL_LIB_SYNTAX_DESCRIBE_H_

// A sentence's analysis in words, for people.

#include <string>
#include <vector>

#include "syntax/sentence.h"

namespace zeitstrahl {

// A paragraph a clause: what it is, its words, verbs, subject, objects, negation, and what it
// depends on; "?" behind what is not sure.  Lines without their break.
//
//     clause 1, main: Die Polizei teilte am Dienstag mit
//       verbs      teilte mit: preterite, indicative
//       subject    Die Polizei
std::vector<std::string> describe(const sentence& s);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_DESCRIBE_H_
