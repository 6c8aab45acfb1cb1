// What editors do not share of a comparison is taken out of it.

#include "zeitstrahl/reject.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compare/rows.h"

namespace zeitstrahl {
namespace {

bool holds(const comparison& all, const statement& s, const std::string& id) {
  const std::vector<claim>& claims = all.articles[s.article].claims;
  return std::any_of(s.claims.begin(), s.claims.end(),
                     [&](std::uint32_t c) { return claims[c].id == id; });
}

bool is_of(const comparison& all, const comparison_row& row, const finding& f,
           const rejection& not_shared) {
  const statement& a = row.statements[f.first];
  const statement& b = row.statements[f.second];
  return (holds(all, a, not_shared.first) && holds(all, b, not_shared.second)) ||
         (holds(all, a, not_shared.second) && holds(all, b, not_shared.first));
}

// Which articles of a row the findings still hold together: the first of them, by article.
std::map<std::uint32_t, std::uint32_t> bound_together(const comparison_row& row) {
  std::map<std::uint32_t, std::uint32_t> first;
  for (const statement& s : row.statements) first.emplace(s.article, s.article);
  for (const finding& f : row.findings) {
    const std::uint32_t a = first[row.statements[f.first].article];
    const std::uint32_t b = first[row.statements[f.second].article];
    for (auto& [article, of] : first) {
      if (of == a || of == b) of = std::min(a, b);
    }
  }
  return first;
}

std::vector<std::string> actors_of(const comparison& all, const comparison_row& row) {
  std::vector<std::string> out;
  for (const statement& s : row.statements) {
    for (const std::uint32_t c : s.claims) {
      for (const std::string& actor : all.articles[s.article].claims[c].actors) {
        if (std::find(out.begin(), out.end(), actor) == out.end()) out.push_back(actor);
      }
    }
  }
  return out;
}

// The statements of `row` whose articles are bound to `first`, as a row.
comparison_row part_of(const comparison& all, const comparison_row& row,
                       const std::map<std::uint32_t, std::uint32_t>& bound, std::uint32_t first) {
  comparison_row out;
  std::map<std::uint32_t, std::uint32_t> place;  // of a statement: in `row`, in `out`
  for (std::uint32_t i = 0; i < row.statements.size(); ++i) {
    if (bound.at(row.statements[i].article) != first) continue;
    place[i] = static_cast<std::uint32_t>(out.statements.size());
    out.statements.push_back(row.statements[i]);
  }
  for (const std::uint32_t c : row.current) {
    if (place.contains(c)) out.current.push_back(place.at(c));
  }
  for (finding f : row.findings) {
    if (!place.contains(f.first)) continue;
    f.first = place.at(f.first);
    f.second = place.at(f.second);
    add_finding(out, f);
  }
  out.label = out.statements[out.current.front()].label;
  out.actors = actors_of(all, out);
  return out;
}

}  // namespace

std::vector<rejection> read_rejections(std::string_view list) {
  std::vector<rejection> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view pair = list.substr(0, end);
    const std::size_t colon = std::min(pair.find(':'), pair.size());
    out.push_back({std::string(pair.substr(0, colon)),
                   std::string(pair.substr(std::min(colon + 1, pair.size())))});
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

std::vector<rejection> reject(comparison& all, const std::vector<rejection>& verdicts) {
  std::vector<bool> fits(verdicts.size(), false);
  for (story& s : all.stories) {
    std::vector<comparison_row> rows;
    for (comparison_row& row : s.rows) {
      const std::size_t before = row.findings.size();
      std::erase_if(row.findings, [&](const finding& f) {
        bool out = false;
        for (std::size_t v = 0; v < verdicts.size(); ++v) {
          if (!is_of(all, row, f, verdicts[v])) continue;
          fits[v] = out = true;
        }
        return out;
      });
      if (row.findings.size() == before) {
        rows.push_back(std::move(row));
        continue;
      }
      const auto bound = bound_together(row);
      for (const auto& [article, first] : bound) {
        if (article != first) continue;
        rows.push_back(part_of(all, row, bound, first));
        name_silent(s, rows.back());
      }
    }
    s.rows = std::move(rows);
    sort_rows(s);
  }
  std::vector<rejection> misfits;
  for (std::size_t v = 0; v < verdicts.size(); ++v) {
    if (!fits[v]) misfits.push_back(verdicts[v]);
  }
  return misfits;
}

}  // namespace zeitstrahl
