// Reads the table of csv_writer.cc again, as spreadsheets save it.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "io/csv_row.h"
#include "io/lines.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

struct table_row {
  std::size_t line = 1;
  std::vector<std::string> cells;
};

// RFC 4180, with any of three marks between cells, and any line ends.
std::vector<table_row> rows_of(std::string_view bytes, char mark) {
  std::vector<table_row> out;
  table_row row;
  std::string cell;
  bool quoted = false;
  std::size_t line = 1;
  const auto end_cell = [&] {
    row.cells.emplace_back(without_guard(cell));
    cell.clear();
  };
  const auto end_row = [&] {
    end_cell();
    if (row.cells.size() > 1 || !row.cells.front().empty()) out.push_back(row);
    row = {line + 1, {}};  // the line end itself is counted below
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quoted && c == '"') {
      const bool twice = at + 1 < bytes.size() && bytes[at + 1] == '"';
      if (twice) cell += bytes[++at];
      quoted = twice;
    } else if (!quoted && c == '"') {
      quoted = true;
    } else if (!quoted && c == mark) {
      end_cell();
    } else if (!quoted && c == '\n') {
      end_row();
    } else if (quoted || c != '\r') {
      cell += c;
    }
    if (c == '\n') ++line;
  }
  if (!cell.empty() || !row.cells.empty()) end_row();
  return out;
}

// The mark that the head holds most of.
char mark_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, bytes.find('\n'));
  char best = ',';
  for (const char mark : {';', '\t'}) {
    if (std::count(head.begin(), head.end(), mark) > std::count(head.begin(), head.end(), best)) {
      best = mark;
    }
  }
  return best;
}

// Without the byte order mark that spreadsheets write.
std::string_view without_mark(std::string_view bytes) {
  return bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
}

// Spreadsheets write true and false in their own language and in capitals.
std::optional<bool> flag_of(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text == "true" || text == "wahr" || text == "1") return true;
  if (text == "false" || text == "falsch" || text == "0" || text.empty()) return false;
  return std::nullopt;
}

class table_reader {
 public:
  table_reader(std::string_view name, const timeline& fresh) : name_(name), out_(fresh) {}

  result<timeline> read(std::string_view bytes) {
    const std::vector<table_row> rows = rows_of(bytes, mark_of(bytes));
    if (rows.empty()) return fault(1, "holds no table; extract --format csv writes one");
    for (std::size_t i = 0; i < rows.front().cells.size(); ++i) columns_[rows.front().cells[i]] = i;
    for (const char* needed : {"claim", "label", "edtf"}) {
      if (columns_.contains(needed)) continue;
      return fault(1, "lacks the column \"" + std::string(needed) +
                          "\"; keep the head that extract --format csv wrote");
    }
    for (std::size_t i = 0; i < out_.claims.size(); ++i) by_id_[out_.claims[i].id] = i;
    const bool shared = std::any_of(rows.begin() + 1, rows.end(), [this](const table_row& row) {
      return cell(row, "article") == out_.article.id;
    });
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const std::string of = cell(rows[i], "article").value_or("");
      if (shared && !of.empty() && of != out_.article.id) continue;
      if (auto wrong = read_row(rows[i])) return *std::move(wrong);
    }
    for (claim& c : out_.claims) {
      if (!c.added && !seen_.contains(c.id)) c.hidden = true;
    }
    return std::move(out_);
  }

 private:
  error fault(std::size_t line, std::string message) const {
    return {error_kind::bad_input, name_ + ":" + std::to_string(line), std::move(message)};
  }

  std::optional<std::string> cell(const table_row& row, const char* column) const {
    const auto at = columns_.find(column);
    if (at == columns_.end() || at->second >= row.cells.size()) return std::nullopt;
    return row.cells[at->second];
  }

  std::optional<error> read_row(const table_row& row) {
    const std::string id = cell(row, "claim").value_or("");
    const std::string article = cell(row, "article").value_or("");
    if (!article.empty() && article != out_.article.id) {
      return fault(row.line, "is of the article \"" + article + "\", not of \"" + out_.article.id +
                                 "\"; give that one with --article");
    }
    claim* c = nullptr;
    if (id.empty()) {
      c = &added_claim();
    } else if (const auto known = by_id_.find(id); known != by_id_.end()) {
      c = &out_.claims[known->second];
      if (!seen_.insert(id).second) return fault(row.line, "names the claim " + id + " again");
      found_ = {c->label, c->when, c->relates, c->mode, c->reported, c->source, thread_label(*c)};
    } else {
      return fault(row.line, "names a claim " + id +
                                 " that the article does not hold; leave the "
                                 "cell empty to add a claim");
    }
    if (auto wrong = read_fields(row, *c)) return wrong;
    if (c->added) return std::nullopt;
    c->found = found_;
    if (edited_fields(out_, *c).empty()) c->found.reset();
    return std::nullopt;
  }

  claim& added_claim() {
    claim& c = out_.claims.emplace_back();
    c.id = "c" + std::to_string(++added_) + "x";
    c.added = true;
    return c;
  }

  std::string thread_label(const claim& c) const {
    return c.thread < out_.threads.size() ? out_.threads[c.thread].label : "";
  }

  std::optional<error> read_fields(const table_row& row, claim& c) {
    const auto take = [&](const char* column, std::string& into) {
      if (const auto said = cell(row, column)) into = *said;
    };
    take("label", c.label);
    take("note", c.note);
    take("source", c.source);
    if (c.label.empty()) return fault(row.line, "has no label; say in short what is claimed");
    for (const auto& [column, into] :
         {std::pair{"reported", &c.reported}, std::pair{"hidden", &c.hidden}}) {
      const auto said = cell(row, column);
      if (!said) continue;
      const std::optional<bool> value = flag_of(*said);
      if (!value) return fault(row.line, "\"" + *said + "\" is neither true nor false");
      *into = *value;
    }
    if (const auto said = cell(row, "modality"); said && !said->empty()) {
      constexpr modality all[] = {modality::actual, modality::planned, modality::possible,
                                  modality::negated};
      const auto mode = std::find_if(std::begin(all), std::end(all),
                                     [&](modality m) { return to_string(m) == *said; });
      if (mode == std::end(all)) {
        return fault(row.line, "\"" + shortened(*said) +
                                   "\" is no modality; write actual, planned, possible or negated");
      }
      c.mode = *mode;
    }
    if (const auto said = cell(row, "edtf"); said && *said != to_edtf(c.when)) {
      c.when = from_edtf(*said);
      c.relates = c.when.begin_earliest.given() ? relation::at : relation::until;
      if (!said->empty() && c.when.empty()) {
        return fault(row.line, "\"" + shortened(*said) +
                                   "\" is no date; write it as 2025, 2025-03, "
                                   "2025-03-01, 2019/.. or 2019/2030");
      }
    }
    if (const auto said = cell(row, "thread"); said && *said != thread_label(c)) {
      c.thread = thread_called(*said);
    }
    return std::nullopt;
  }

  std::uint32_t thread_called(const std::string& label) {
    for (std::size_t t = 0; t < out_.threads.size(); ++t) {
      if (out_.threads[t].label == label) return static_cast<std::uint32_t>(t);
    }
    out_.threads.emplace_back().label = label;
    return static_cast<std::uint32_t>(out_.threads.size() - 1);
  }

  std::string name_;
  timeline out_;
  std::map<std::string, std::size_t> columns_;
  std::map<std::string, std::size_t> by_id_;
  std::set<std::string> seen_;
  found_claim found_;
  int added_ = 0;
};

}  // namespace

std::vector<std::string> edited_articles(std::string_view bytes) {
  if (is_timeline(bytes)) {
    const result<timeline> edited = read_timeline(bytes, "");
    if (!edited || edited->article.id.empty()) return {};
    return {edited->article.id};
  }
  const std::vector<table_row> rows = rows_of(without_mark(bytes), mark_of(bytes));
  if (rows.empty()) return {};
  const std::vector<std::string>& head = rows.front().cells;
  const std::size_t column =
      static_cast<std::size_t>(std::find(head.begin(), head.end(), "article") - head.begin());
  std::vector<std::string> out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (column >= rows[i].cells.size() || rows[i].cells[column].empty()) continue;
    const std::string& article = rows[i].cells[column];
    if (std::find(out.begin(), out.end(), article) == out.end()) out.push_back(article);
  }
  return out;
}

result<timeline> read_edited_table(std::string_view bytes, std::string_view name,
                                   const timeline& fresh) {
  bytes = without_mark(bytes);
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != bytes.npos) {
    const std::string_view before = bytes.substr(0, bad);
    return error{error_kind::bad_input,
                 std::string(name) + ":" +
                     std::to_string(1 + std::count(before.begin(), before.end(), '\n')),
                 "is not UTF-8; save the table as \"CSV UTF-8\""};
  }
  return table_reader(name, fresh).read(bytes);
}

}  // namespace zeitstrahl
