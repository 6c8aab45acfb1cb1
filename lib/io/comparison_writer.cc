// Comparisons as JSON and CSV.

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "io/bound_text.h"
#include "io/csv_row.h"
#include "io/json_parts.h"
#include "io/original.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view schema_version = "zeitstrahl-comparison/2";

// Where a statement stands, in code points of its article as it came in.
class passages {
 public:
  explicit passages(const comparison& all) {
    for (const timeline& t : all.articles) originals_.emplace_back(t.article);
  }

  json of(const timeline& article, const statement& s) const {
    json out = json::array();
    for (const std::uint32_t index : s.claims) {
      const claim& c = article.claims[index];
      json passage = place(s.article, c.clause);
      passage["claim"] = c.id;
      passage["sentence"] = sentence_number(article, c.sentence);
      passage["sentence_text"] = std::string(sentence(article, s.article, c));
      out.push_back(std::move(passage));
    }
    return out;
  }

  std::string_view sentence(const timeline& article, std::uint32_t number, const claim& c) const {
    if (c.sentence >= article.sentences.size()) return {};
    return originals_[number].words(article.sentences[c.sentence]);
  }

 private:
  json place(std::uint32_t article, span where) const {
    const span points = originals_[article].code_points(where);
    return {{"begin", points.begin},
            {"end", points.end},
            {"text", std::string(originals_[article].words(where))}};
  }

  std::vector<original_text> originals_;
};

json article_to_json(const document& a) {
  return {{"id", a.id},
          {"title", string_or_null(a.title)},
          {"published", day_or_null(a.published)},
          {"source", string_or_null(a.source)},
          {"url", string_or_null(a.url)}};
}

json statement_to_json(const comparison& all, const passages& where, const comparison_row& row,
                       std::uint32_t index) {
  const statement& s = row.statements[index];
  const bool current =
      std::find(row.current.begin(), row.current.end(), index) != row.current.end();
  return {{"article", s.article},
          {"current", current},
          {"label", s.label},
          {"edtf", string_or_null(to_edtf(s.when))},
          {"interval", interval_to_json(s.when)},
          {"relation", to_string(s.relates)},
          {"modality", to_string(s.mode)},
          {"reported", s.reported},
          {"source", string_or_null(s.source)},
          {"passages", where.of(all.articles[s.article], s)}};
}

json finding_to_json(const finding& f) {
  const json coarser = f.first_coarser    ? json("first")
                       : f.second_coarser ? json("second")
                                          : json(nullptr);
  return {{"verdict", to_string(f.is)},
          {"aspect", to_string(f.in)},
          {"first", f.first},
          {"second", f.second},
          {"coarser", coarser}};
}

json row_to_json(const comparison& all, const passages& where, const comparison_row& row) {
  json out = {{"label", row.label},
              {"actors", row.actors},
              {"verdict", to_string(row.is)},
              {"aspect", row.findings.empty() ? json(nullptr) : json(to_string(row.in))},
              {"statements", json::array()},
              {"findings", json::array()},
              {"silent", row.silent}};
  for (std::uint32_t i = 0; i < row.statements.size(); ++i) {
    out["statements"].push_back(statement_to_json(all, where, row, i));
  }
  for (const finding& f : row.findings) out["findings"].push_back(finding_to_json(f));
  return out;
}

class table_writer {
 public:
  explicit table_writer(const comparison& all) : all_(all), where_(all) {
    append_row(out_, {"story", "row", "label", "verdict", "aspect", "article_1", "published_1",
                      "edtf_1", "modality_1", "sentence_1", "text_1", "article_2", "published_2",
                      "edtf_2", "modality_2", "sentence_2", "text_2"});
  }

  std::string write() {
    for (const story& s : all_.stories) {
      ++story_;
      row_ = 0;
      for (const comparison_row& r : s.rows) add(r);
    }
    return std::move(out_);
  }

 private:
  using fields = std::vector<std::string>;

  // A line a finding, and one for each statement that no finding names.
  void add(const comparison_row& row) {
    ++row_;
    std::set<std::uint32_t> named;
    for (const finding& f : row.findings) {
      named.insert({f.first, f.second});
      add_line(row, to_string(f.is), to_string(f.in), half(row.statements[f.first]),
               half(row.statements[f.second]));
    }
    for (std::uint32_t i = 0; i < row.statements.size(); ++i) {
      if (named.contains(i)) continue;
      const std::string_view is = row.current.size() == 1 ? to_string(verdict::only) : "";
      add_line(row, is, "", half(row.statements[i]), fields(6));
    }
  }

  fields half(const statement& s) const {
    const timeline& t = all_.articles[s.article];
    const claim& c = t.claims[s.claims.front()];
    return {t.article.id,
            t.article.published ? format_day(*t.article.published) : "",
            to_edtf(s.when),
            std::string(to_string(s.mode)),
            std::to_string(sentence_number(t, c.sentence)),
            std::string(where_.sentence(t, s.article, c))};
  }

  void add_line(const comparison_row& row, std::string_view is, std::string_view in,
                const fields& first, const fields& second) {
    const std::string story = std::to_string(story_);
    const std::string number = std::to_string(row_);
    std::vector<std::string_view> line = {story, number, row.label, is, in};
    line.insert(line.end(), first.begin(), first.end());
    line.insert(line.end(), second.begin(), second.end());
    append_row(out_, line);
  }

  const comparison& all_;
  passages where_;
  std::string out_;
  int story_ = 0;
  int row_ = 0;
};

}  // namespace

std::string to_json(const comparison& all) {
  json out = {{"schema", schema_version},
              {"program", program_version()},
              {"articles", json::array()},
              {"stories", json::array()}};
  for (const timeline& t : all.articles) out["articles"].push_back(article_to_json(t.article));
  const passages where(all);
  for (const story& s : all.stories) {
    json rows = json::array();
    for (const comparison_row& r : s.rows) rows.push_back(row_to_json(all, where, r));
    out["stories"].push_back({{"articles", s.articles}, {"rows", std::move(rows)}});
  }
  return dump(out, false) + "\n";
}

std::string to_csv(const comparison& all) { return table_writer(all).write(); }

}  // namespace zeitstrahl
