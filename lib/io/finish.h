#ifndef ZEITSTRAHL_LIB_IO_FINISH_H_
#define ZEITSTRAHL_LIB_IO_FINISH_H_

#include "io/raw_article.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {

// What all readers do last: mends and cleans text, title and source as the options say, finds
// the title in the text where nothing else names it, and the parts that are no text; warns of
// texts that are empty or in another language.
document finish(raw_article raw, const read_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_FINISH_H_
