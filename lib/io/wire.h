#ifndef ZEITSTRAHL_LIB_IO_WIRE_H_
#define ZEITSTRAHL_LIB_IO_WIRE_H_

// An agency's report as it comes over the wire (IPTC 7901): lines for machines around the text.
//
//     bdt0123 4 wi 189  dpa 0456          head
//     Energie/Kommunen/                   head
//     Neues Werk in Lindenau =           the title
//
//     Lindenau (dpa/sn) - Die Stadt ...
//
//     # dpa-Notizblock                    tail
//     181430 Feb 25                       tail: day, hour and minute, month, year

#include "io/article_words.h"
#include "zeitstrahl/document.h"

namespace zeitstrahl {

// Makes head, title and tail parts of the article, in which nobody claims anything; takes the
// title, and the day of the last line where the article has none.  Other texts stay as they are.
void read_wire(document& article, const article_words& words);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_WIRE_H_
