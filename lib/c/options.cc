#include "c/options.h"

#include <algorithm>
#include <charconv>

namespace zeitstrahl {
namespace {

error bad_option(std::string name, std::string message) {
  return {error_kind::bad_usage, std::move(name), std::move(message)};
}

std::string names_of(const option_setters& known) {
  std::string all;
  for (const auto& [name, set] : known) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "there are none here" : "there are " + all;
}

template <class Number>
std::string take_number(const std::string& value, Number most, Number& into) {
  Number read{};
  const char* end = value.data() + value.size();
  const auto [stopped, failed] = std::from_chars(value.data(), end, read);
  if (failed != std::errc() || stopped != end || !(read >= 0 && read <= most)) {
    return "must be a number from 0 to 999999";
  }
  into = read;
  return {};
}

}  // namespace

std::optional<error> take_options(const zs_option* given, const option_setters& known) {
  for (; given != nullptr && given->name != nullptr; ++given) {
    const std::string name = given->name;
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const auto& option) { return option.first == name; });
    if (found == known.end()) return bad_option(name, "no such option; " + names_of(known));
    if (given->value == nullptr) return bad_option(name, "has no value");
    if (std::string wrong = found->second(given->value); !wrong.empty()) {
      return bad_option(name, std::move(wrong));
    }
  }
  return std::nullopt;
}

option_setter text(std::string& into) {
  return [&into](const std::string& value) {
    into = value;
    return std::string();
  };
}

option_setter texts(std::vector<std::string>& into) {
  return [&into](const std::string& value) {
    into.push_back(value);
    return std::string();
  };
}

option_setter parted_texts(std::vector<std::string>& into) {
  return [&into](const std::string& value) {
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find(',', at), value.size());
      if (end > at) into.push_back(value.substr(at, end - at));
      at = end + 1;
    }
    return std::string();
  };
}

option_setter flag(bool& into) { return choice(into, {{"true", true}, {"false", false}}); }

option_setter day_of(std::optional<day>& into) {
  return [&into](const std::string& value) {
    into = parse_day(value);
    return into ? std::string() : "must be a day, YYYY-MM-DD, and not " + value;
  };
}

option_setter whole_number(int& into) {
  return [&into](const std::string& value) { return take_number(value, 999999, into); };
}

option_setter number(double& into) {
  return [&into](const std::string& value) { return take_number(value, 999999.0, into); };
}

}  // namespace zeitstrahl
