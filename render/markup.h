#ifndef ZEITSTRAHL_RENDER_MARKUP_H_
#define ZEITSTRAHL_RENDER_MARKUP_H_

// What writing SVG and HTML shares.  Functions are pure and total.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/scene.h"

namespace zeitstrahl {

// "#1A1A1A".
std::string hex(rgb color);

// Text or the value of an attribute in double quotation marks; control characters other
// than white space are left out, since neither format may hold them.
std::string escaped(std::string_view content);

// Two decimals without zeros at the end, in any locale.
std::string number(double value);

// Claims as the report counts them, from 1: "3 4".
std::string claim_numbers(const std::vector<std::uint32_t>& claims);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_MARKUP_H_
