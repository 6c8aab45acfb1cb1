#ifndef ZEITSTRAHL_LIB_IO_CSV_ROW_H_
#define ZEITSTRAHL_LIB_IO_CSV_ROW_H_

#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

// Appends a row by RFC 4180: fields that hold a comma, a quotation mark or a line end are
// quoted.
void append_row(std::string& out, const std::vector<std::string_view>& fields);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_CSV_ROW_H_
