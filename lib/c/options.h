#ifndef ZEITSTRAHL_C_OPTIONS_H_
#define ZEITSTRAHL_C_OPTIONS_H_

// Options by name, as the C API takes them.
//
//     bool with_text = false;
//     std::string title;
//     const auto wrong = take_options(given, {{"with-text", flag(with_text)},
//                                             {"title", text(title)}});
//     if (wrong) return *wrong;   // "theem: no such option; there are with-text, title"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "c/zeitstrahl_c.h"
#include "zeitstrahl/calendar.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// Takes a value, or says what it must be: "must be true or false".
using option_setter = std::function<std::string(const std::string&)>;
using option_setters = std::vector<std::pair<std::string, option_setter>>;

// Unknown names and values that a setter refuses are bad usage.  `given` may be null; later
// values go before earlier ones where the setter keeps one.
std::optional<error> take_options(const zs_option* given, const option_setters& known);

// The setters write into their argument, which must live as long as they do.
option_setter text(std::string& into);
option_setter texts(std::vector<std::string>& into);         // one more each time
option_setter parted_texts(std::vector<std::string>& into);  // "3,7"
option_setter flag(bool& into);
option_setter day_of(std::optional<day>& into);
option_setter whole_number(int& into);  // from 0 to 999,999
option_setter number(double& into);

// One of the names, which come with what they stand for.
template <class T>
option_setter choice(T& into, std::vector<std::pair<std::string, T>> names) {
  return [&into, names = std::move(names)](const std::string& value) {
    std::string all;
    for (const auto& [name, meant] : names) {
      all += (all.empty() ? "" : ", ") + name;
      if (name != value) continue;
      into = meant;
      return std::string();
    }
    return "must be one of " + all;
  };
}

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_C_OPTIONS_H_
