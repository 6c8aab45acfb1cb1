#include "tests/time/cases.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "zeitstrahl/calendar.h"

namespace zeitstrahl {
namespace {

text_style style_named(const std::string& name) {
  if (name == "news") return text_style::news;
  return name == "narrative" ? text_style::narrative : text_style::automatic;
}

std::string with_breaks(std::string text) {
  for (std::size_t at = text.find("\\n"); at != text.npos; at = text.find("\\n", at + 1)) {
    text.replace(at, 2, "\n");
  }
  return text;
}

// Takes the brackets out of the text and puts words and values together.
std::string take_extents(const std::string& marked, const std::string& values, std::string& text) {
  std::istringstream each_value(values);
  std::string wanted;
  std::string words;
  bool inside = false;
  for (const char c : marked) {
    if (c == '[') {
      inside = true;
      words.clear();
    } else if (c == ']') {
      inside = false;
      std::string value;
      std::getline(each_value >> std::ws, value, ',');
      wanted += (wanted.empty() ? "[" : ", [") + words + "] => " + value;
    } else {
      text += c;
      if (inside) words += c;
    }
  }
  return wanted.empty() ? "-" : wanted;
}

}  // namespace

std::vector<tagged_case> read_cases(const std::string& file) {
  std::vector<tagged_case> cases;
  std::ifstream in(ZEITSTRAHL_SOURCE_DIR "/tests/cases/" + file);
  std::string row;
  for (int number = 1; std::getline(in, row); ++number) {
    if (row.empty() || row.starts_with('#')) continue;
    const std::size_t bar = row.find(" | ");
    const std::size_t arrow = row.rfind(" => ");
    if (bar == row.npos || arrow == row.npos) {
      ADD_FAILURE() << file << ':' << number << ": no row of a table: " << row;
      continue;
    }
    tagged_case c;
    c.where = file + ':' + std::to_string(number);
    std::string style;
    std::string published;
    std::istringstream(row.substr(0, bar)) >> style >> published;
    c.style = style_named(style);
    c.article.published = parse_day(published);
    const std::string marked = row.substr(bar + 3, arrow - bar - 3);
    c.wanted = take_extents(with_breaks(marked), row.substr(arrow + 4), c.article.text);
    cases.push_back(c);
  }
  return cases;
}

std::string described(const timeline& found, value_function value) {
  std::string out;
  for (const time_expression& e : found.expressions) {
    if (e.vague) continue;
    out += (out.empty() ? "[" : ", [") + std::string(e.extent.in(found.article.text)) + "] => " +
           value(e);
  }
  return out.empty() ? "-" : out;
}

timeline tag(const tagged_case& c) {
  static const std::shared_ptr<const language> german = *built_in_language("de");
  static const auto make = [](text_style style) {
    analysis_options options;
    options.style = style;
    return extractor(german, options);
  };
  static const extractor by_style[] = {make(text_style::automatic), make(text_style::news),
                                       make(text_style::narrative)};
  scratch memory;
  return by_style[static_cast<int>(c.style)].tag(c.article, memory);
}

}  // namespace zeitstrahl
