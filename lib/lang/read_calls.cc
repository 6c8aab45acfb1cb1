#include "lang/read_calls.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "lang/engine_classes.h"
#include "lang/shapes.h"

namespace zeitstrahl {
namespace {

std::string names_in(std::uint64_t arguments) {
  std::string out;
  for (std::size_t i = 0; i < argument_count; ++i) {
    if (!(arguments >> i & 1)) continue;
    out += (out.empty() ? "" : ", ") + std::string(argument_types[i].name);
  }
  return out.empty() ? "none" : out;
}

std::string range_message(const argument_type& type, const std::string& value) {
  const auto number = [](double n) { return std::to_string(static_cast<long long>(n)); };
  return "\"" + value + "\" is no " + std::string(type.name) + "; it goes from " +
         number(type.least) + " to " + number(type.most);
}

std::string format_value(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

const shape_class* find_shape(std::string_view name) {
  const auto& shapes = shape_classes();
  const auto found = std::find_if(shapes.begin(), shapes.end(),
                                  [&](const shape_class& shape) { return shape.name == name; });
  return found == shapes.end() ? nullptr : &*found;
}

class call_reader {
 public:
  call_reader(const known_words& words, bool has_feasts)
      : words_(words), ranges_(words.ranges_of_classes()), has_feasts_(has_feasts) {}

  failure read(rule& r) {
    rule_ = &r;
    used_.assign(r.pattern.slots.size(), false);
    for (const std::string_view text : split(r.meaning_text, ";")) {
      result<meaning_call> call = read_call(text);
      if (!call) return call.error();
      r.calls.push_back(*call);
    }
    const auto unused = std::find(used_.begin(), used_.end(), false);
    if (unused != used_.end()) {
      const auto slot = static_cast<std::size_t>(unused - used_.begin());
      return fault("the meaning does not use the slot \"" + r.pattern.slots[slot].name + "\"");
    }
    const std::size_t extents = std::max<std::size_t>(1, r.pattern.extents.size());
    if (r.calls.size() != extents) {
      return fault("the pattern has " + std::to_string(extents) + " extents, the meaning " +
                   std::to_string(r.calls.size()) + " calls");
    }
    return std::nullopt;
  }

 private:
  zeitstrahl::error fault(std::string message) const {
    return {error_kind::bad_input, rule_->where, std::move(message)};
  }

  result<meaning_call> read_call(std::string_view text) {
    const auto open = text.find('(');
    if (open == text.npos || !text.ends_with(')')) {
      return fault("write the meaning as name(arguments)");
    }
    const std::string_view name = trimmed(text.substr(0, open));
    const auto what = find_meaning(name);
    if (!what) return fault("unknown meaning \"" + std::string(name) + "\"");
    const meaning_signature& signature = meaning_signatures[static_cast<std::size_t>(*what)];
    meaning_call out;
    out.what = *what;
    std::uint64_t given = 0;
    for (const auto written : split(text.substr(open + 1, text.size() - open - 2), ",")) {
      result<bound_argument> a = read_argument(written, signature);
      if (!a) return a.error();
      if (a->name == argument_name::feast && !has_feasts_) {
        return fault("it names a feast, and holidays.tsv has none");
      }
      const std::uint64_t bit = std::uint64_t{1} << static_cast<int>(a->name);
      if (given & bit) return fault("the argument \"" + std::string(written) + "\" comes twice");
      given |= bit;
      out.arguments.push_back(*a);
    }
    if ((given & signature.required) != signature.required) {
      return fault(std::string(name) + " also needs " + names_in(signature.required & ~given));
    }
    if (signature.one_of != 0 && !(given & signature.one_of)) {
      return fault(std::string(name) + " needs one of " + names_in(signature.one_of));
    }
    add_modifier(out);
    return out;
  }

  // A slot named "mod" modifies the expression in which it stands, whatever that means.
  void add_modifier(meaning_call& call) {
    const auto& slots = rule_->pattern.slots;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      if (slots[i].name != "mod") continue;
      call.arguments.push_back({argument_name::mod, static_cast<int>(i), absent, false});
      used_[i] = true;
    }
  }

  // "day=d", "day=1", "minute=-m", "unit=year"; "day" is short for "day=day".
  result<bound_argument> read_argument(std::string_view written,
                                       const meaning_signature& signature) {
    const auto equals = written.find('=');
    const std::string_view name = trimmed(written.substr(0, equals));
    std::string_view word = equals == written.npos ? name : trimmed(written.substr(equals + 1));
    const auto found = find_argument(name);
    if (!found) {
      return fault("unknown argument \"" + std::string(name) + "\"; write name=slot or name=value");
    }
    if (!(signature.arguments >> static_cast<int>(*found) & 1)) {
      return fault(std::string(signature.name) + " takes no argument \"" + std::string(written) +
                   "\"; it takes " + names_in(signature.arguments));
    }
    bound_argument out;
    out.name = *found;
    const argument_type& type = argument_types[static_cast<std::size_t>(*found)];
    if (const auto number = read_number(word)) {
      out.value = *number;
    } else {
      out.negated = word.starts_with('-');
      if (out.negated) word.remove_prefix(1);
      const auto& slots = rule_->pattern.slots;
      const auto slot =
          std::find_if(slots.begin(), slots.end(),
                       [&](const compiled_pattern::slot& s) { return s.name == word; });
      if (slot != slots.end()) {
        out.slot = static_cast<int>(slot - slots.begin());
        used_[static_cast<std::size_t>(out.slot)] = true;
        if (failure problem = check_values(*slot, type, out.negated)) return *problem;
        return out;
      }
      const auto value = find_value(word);
      if (!value) {
        return fault("\"" + std::string(word) + "\" is neither a slot of the pattern nor a value");
      }
      out.value = *value;
    }
    if (out.value < type.least || out.value > type.most) {
      return fault(range_message(type, std::string(word)));
    }
    return out;
  }

  // Each value that the slot's words may have must be one of the argument's.
  failure check_values(const compiled_pattern::slot& slot, const argument_type& type,
                       bool negated) const {
    const std::string_view any_size =
        engine_class_names[static_cast<std::size_t>(engine_class::cardinal)];
    const bool has_values =
        std::any_of(slot.classes.begin(), slot.classes.end(),
                    [&](std::size_t word_class) { return !words_.is_valueless(word_class); });
    if (!has_values) {
      return fault("the slot \"" + slot.name + "\" holds words of " +
                   words_.class_name(slot.classes.front()) +
                   ", which have no value; give them one in the lexicon");
    }
    for (const std::size_t word_class : slot.classes) {
      const std::string& name = words_.class_name(word_class);
      if (const shape_class* shape = find_shape(name)) {
        const bool number = shape->most >= shape->least;
        if (number && (shape->least < type.least || shape->most > type.most)) {
          return fault("the slot \"" + slot.name + "\", " + name + ", holds numbers that are no " +
                       std::string(type.name));
        }
        continue;
      }
      if (name == any_size) continue;
      for (const double value : ranges_[word_class]) {
        const double bound = negated ? -value : value;
        if (bound >= type.least && bound <= type.most) continue;
        return fault("the slot \"" + slot.name + "\" holds words of " + name + ": " +
                     range_message(type, format_value(value)));
      }
    }
    return std::nullopt;
  }

  const known_words& words_;
  const std::vector<std::vector<double>> ranges_;  // by class
  bool has_feasts_;
  rule* rule_ = nullptr;    // the one that is read
  std::vector<bool> used_;  // its slots
};

}  // namespace

failure read_calls(std::vector<rule>& rules, const known_words& words, bool has_feasts) {
  call_reader reader(words, has_feasts);
  for (rule& r : rules) {
    if (failure problem = reader.read(r)) return problem;
  }
  return std::nullopt;
}

}  // namespace zeitstrahl
