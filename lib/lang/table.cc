#include "lang/table.h"

#include <charconv>

namespace zeitstrahl {

std::string table::where(const table_row& row) const {
  return name + ":" + std::to_string(row.line);
}

zeitstrahl::error table::fault(const table_row& row, std::string message) const {
  return {error_kind::bad_input, where(row), std::move(message)};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const auto at = text.find(separator);
    const std::string_view piece = trimmed(text.substr(0, at));
    if (!piece.empty()) pieces.push_back(piece);
    if (at == text.npos) return pieces;
    text.remove_prefix(at + separator.size());
  }
}

result<table> parse_table(std::string_view name, std::string_view content, std::size_t least,
                          std::size_t most) {
  table out;
  out.name = name;
  int number = 0;
  while (!content.empty()) {
    const auto end = content.find('\n');
    const std::string_view line = content.substr(0, end);
    content.remove_prefix(end == content.npos ? content.size() : end + 1);
    ++number;
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    table_row row{number, split(line, "\t")};
    if (row.columns.size() < least || row.columns.size() > most) {
      return out.fault(row, "the row has " + std::to_string(row.columns.size()) +
                                " columns separated by tabs, but needs " + std::to_string(least) +
                                (most > least ? " to " + std::to_string(most) : ""));
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> expand_forms(std::string_view forms) {
  std::vector<std::string> out;
  for (const std::string_view form : split(forms, " ")) {
    const auto open = form.find('(');
    if (open == form.npos) {
      out.emplace_back(form);
      continue;
    }
    const auto close = form.find(')', open);
    if (close == form.npos) return {};
    std::string_view endings = form.substr(open + 1, close - open - 1);
    while (true) {
      const auto bar = endings.find('|');
      out.push_back(std::string(form.substr(0, open)).append(endings.substr(0, bar)) +
                    std::string(form.substr(close + 1)));
      if (bar == endings.npos) break;
      endings.remove_prefix(bar + 1);
    }
  }
  return out;
}

}  // namespace zeitstrahl
