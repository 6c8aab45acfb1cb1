#ifndef ZEITSTRAHL_RENDER_POLICY_H_
#define ZEITSTRAHL_RENDER_POLICY_H_

// What a page allows its browser: nothing but the style and the script that it came with.
// Pure and total.

#include <string>
#include <string_view>

namespace zeitstrahl {

// A meta element with a Content-Security-Policy that names both by their hash.  `style` and
// `script` are all that stands between the tags; without a script none may run.
std::string policy_element(std::string_view style, std::string_view script = {});

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_POLICY_H_
