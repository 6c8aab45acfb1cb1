#include "lang/read_example.h"

#include <cstdint>

#include "lang/table.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view default_publication = "2024-05-15";

}  // namespace

result<example> read_example(std::string_view text) {
  const auto fail = [&](const std::string& message) {
    return zeitstrahl::error{error_kind::bad_input, "",
                             "example \"" + std::string(text) + "\": " + message};
  };
  example out;
  out.published = default_publication;
  std::string_view rest = text;
  if (rest.starts_with('@')) {
    const auto space = rest.find(' ');
    out.published = rest.substr(1, space == rest.npos ? rest.npos : space - 1);
    if (!parse_day(out.published)) return fail("no such day, write @YYYY-MM-DD");
    rest = space == rest.npos ? std::string_view() : rest.substr(space + 1);
  }
  const auto arrow = rest.find(" => ");
  if (arrow == rest.npos) return fail("write \"text [extent] text => value\"");
  for (const char c : rest.substr(0, arrow)) {
    const auto at = static_cast<std::uint32_t>(out.text.size());
    if (c == '[') {
      out.extents.push_back({at, at});
    } else if (c == ']') {
      if (out.extents.empty()) return fail("a \"]\" without \"[\"");
      out.extents.back().end = at;
    } else {
      out.text += c;
    }
  }
  for (const span extent : out.extents) {
    if (extent.empty()) return fail("a \"[\" without \"]\"");
  }
  for (const std::string_view value : split(rest.substr(arrow + 4), ", ")) {
    if (value != "-") out.values.emplace_back(value);
  }
  if (out.values.size() != out.extents.size()) {
    return fail("it needs a value for each [extent], or \"-\" for none");
  }
  return out;
}

}  // namespace zeitstrahl
