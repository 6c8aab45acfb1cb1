#ifndef ZEITSTRAHL_LIB_IO_CSV_ROW_H_
#define ZEITSTRAHL_LIB_IO_CSV_ROW_H_

#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

// Appends a row by RFC 4180: fields that hold a comma, a quotation mark or a line end are
// quoted.  What a spreadsheet would run as a formula ("=1+1") gets an apostrophe before it.
void append_row(std::string& out, const std::vector<std::string_view>& fields);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_CSV_ROW_H_
