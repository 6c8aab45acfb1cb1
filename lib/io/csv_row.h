#ifndef ZEITSTRAHL_LIB_IO_CSV_ROW_H_
#define ZEITSTRAHL_LIB_IO_CSV_ROW_H_

#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

// Appends a row by RFC 4180: fields that hold a comma, a quotation mark or a line end are
// quoted.  A field that a spreadsheet would run as a formula gets an apostrophe before it: one
// that begins with = + - @ (also full-width), a tab or a line end, and is no number and no date.
// So does one that begins with apostrophes and then such a sign, so that reading can undo it.
void append_row(std::string& out, const std::vector<std::string_view>& fields);

// The field as it was before append_row.
std::string_view without_guard(std::string_view field);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_IO_CSV_ROW_H_
