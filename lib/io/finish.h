#ifndef ZEITSTRAHL_LIB_IO_FINISH_H_
#define ZEITSTRAHL_LIB_IO_FINISH_H_

#include "zeitstrahl/document.h"
#include "zeitstrahl/read.h"

namespace zeitstrahl {

// What all readers do last: mends text, title and source as the options say, and finds the
// title in the text where nothing else names it.
void finish(document& article, const read_options& options);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_FINISH_H_
