#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "io/json_parts.h"
#include "io/original.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view schema_version = "zeitstrahl/2";

// The less certain of the two ends.
basis basis_of(const interval& when) { return std::max(when.begin_basis, when.end_basis); }

bool is_letter(std::string_view text, std::size_t at) {
  return u_isalpha(static_cast<UChar32>(decode_at(text, at).value));
}

std::size_t previous_character(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// The letters on both sides too.
span word_around(std::string_view text, span where) {
  std::size_t begin = where.begin;
  while (begin > 0 && is_letter(text, previous_character(text, begin))) {
    begin = previous_character(text, begin);
  }
  std::size_t end = where.end;
  while (end < text.size() && is_letter(text, end)) end += decode_at(text, end).size;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string thread_id(std::size_t index) { return "t" + std::to_string(index + 1); }

class timeline_writer {
 public:
  timeline_writer(const timeline& result, const json_options& options)
      : result_(result), options_(options), original_(result.article) {}

  json write() const {
    const document& article = result_.article;
    json out = {
        {"schema", schema_version},
        {"program", program_version()},
        {"id", article.id},
        {"title", string_or_null(article.title)},
        {"published", day_or_null(article.published)},
        {"published_from", to_string(article.published_from)},
        {"modified", day_or_null(article.modified)},
        {"source", string_or_null(article.source)},
        {"author", string_or_null(article.author)},
        {"url", string_or_null(article.url)},
        {"other", std::map<std::string, std::string>(article.other.begin(), article.other.end())},
        {"language", result_.language},
        {"repairs", repairs_to_json()},
        {"parts", parts_to_json()},
        {"warnings", article.warnings}};
    if (options_.with_text) out["text"] = original_.text();
    out["sentences"] = json::array();
    for (std::uint32_t i = 0; i < result_.sentences.size(); ++i) {
      const span points = original_.code_points(result_.sentences[i]);
      out["sentences"].push_back(
          {{"number", sentence_number(result_, i)}, {"begin", points.begin}, {"end", points.end}});
    }
    out["expressions"] = json::array();
    for (const time_expression& e : result_.expressions) {
      out["expressions"].push_back(expression_to_json(e));
    }
    out["claims"] = json::array();
    for (const claim& c : result_.claims) out["claims"].push_back(claim_to_json(c));
    out["threads"] = json::array();
    for (const thread& t : result_.threads) out["threads"].push_back(thread_to_json(t));
    return out;
  }

 private:
  json span_to_json(span where) const {
    const span points = original_.code_points(where);
    return {{"begin", points.begin}, {"end", points.end}, {"text", original_.words(where)}};
  }

  // People know words again, not single characters: the words that hold repairs.
  json repairs_to_json() const {
    const std::string_view text = result_.article.text;
    json words = json::array();
    std::size_t done = 0;
    for (const change& r : result_.article.changes) {
      if (r.misread_as.empty() || r.where.begin < done || r.where.end > text.size()) continue;
      const span word = word_around(text, r.where);
      json out = span_to_json(word);
      out["mended"] = word.in(text);
      out["encoding"] = r.misread_as;
      words.push_back(std::move(out));
      done = word.end;
    }
    return words;
  }

  json parts_to_json() const {
    json parts = json::array();
    for (const part& p : result_.article.parts) {
      json out = span_to_json(p.where);
      out["kind"] = to_string(p.is);
      parts.push_back(std::move(out));
    }
    return parts;
  }

  json expression_to_json(const time_expression& e) const {
    json out = span_to_json(e.extent);
    out["phrase"] = span_to_json(e.phrase);
    out["type"] = to_string(e.type);
    out["value"] = string_or_null(e.value);
    out["mod"] = string_or_null(to_string(e.mod));
    out["quant"] = string_or_null(e.quant);
    out["freq"] = string_or_null(e.freq);
    out["vague"] = e.vague;
    out["edtf"] = string_or_null(to_edtf(e.when));
    out["relation"] = to_string(e.relates);
    out["interval"] = interval_to_json(e.when);
    out["begin_point"] = day_or_null(e.begin_point);
    out["end_point"] = day_or_null(e.end_point);
    out["basis"] = to_string(basis_of(e.when));
    out["reading"] = to_string(e.reading);
    out["anchor"] = to_string(e.anchor);
    out["anchor_expression"] =
        e.anchor == anchor_kind::expression && e.anchor_expression < result_.expressions.size()
            ? json(e.anchor_expression)
            : json(nullptr);
    out["rule"] = e.rule;
    out["frame"] = string_or_null(e.frame);
    return out;
  }

  json claim_to_json(const claim& c) const {
    json out = {{"id", c.id}, {"time", json::array()}};
    for (const std::uint32_t index : c.expressions) {
      if (index < result_.expressions.size()) {
        out["time"].push_back(span_to_json(result_.expressions[index].extent));
      }
    }
    out["clause"] = span_to_json(c.clause);
    out["edtf"] = string_or_null(to_edtf(c.when));
    out["interval"] = interval_to_json(c.when);
    out["relation"] = to_string(c.relates);
    out["modality"] = to_string(c.mode);
    out["reported"] = c.reported;
    out["source"] = string_or_null(c.source);
    out["actors"] = c.actors;
    out["label"] = c.label;
    out["thread"] = c.thread < result_.threads.size() ? json(thread_id(c.thread)) : json(nullptr);
    out["sentence"] = c.added ? json(nullptr) : json(sentence_number(result_, c.sentence));
    out["cues"] = json::array();
    for (const cue& settled : c.cues) {
      json words = span_to_json(settled.where);
      words["field"] = to_string(settled.settles);
      words["rule"] = settled.rule;
      out["cues"].push_back(std::move(words));
    }
    out["topic"] = string_or_null(c.topic);
    out["matter"] = c.matter;
    out["hidden"] = c.hidden;
    out["added"] = c.added;
    out["note"] = string_or_null(c.note);
    out["edited"] = edited_fields(result_, c);
    if (!options_.one_line && !c.added) out["found"] = found_to_json(c);
    return out;
  }

  // So that whoever reads the file again can tell what was changed in it.
  json found_to_json(const claim& c) const {
    const thread* t = c.thread < result_.threads.size() ? &result_.threads[c.thread] : nullptr;
    const std::string heading = t == nullptr             ? ""
                                : t->found_label.empty() ? t->label
                                                         : t->found_label;
    const found_claim f = c.found.value_or(
        found_claim{c.label, c.when, c.relates, c.mode, c.reported, c.source, heading});
    return {{"label", f.label},
            {"edtf", string_or_null(to_edtf(f.when))},
            {"interval", interval_to_json(f.when)},
            {"relation", to_string(f.relates)},
            {"modality", to_string(f.mode)},
            {"reported", f.reported},
            {"source", string_or_null(f.source)},
            {"thread", f.thread}};
  }

  json thread_to_json(const thread& t) const {
    json out = {{"id", thread_id(&t - result_.threads.data())},
                {"label", t.label},
                {"found", t.found_label.empty() ? t.label : t.found_label},
                {"actors", t.actors},
                {"claims", claim_ids(t.claims)},
                {"edtf", string_or_null(to_edtf(t.when))},
                {"interval", interval_to_json(t.when)},
                {"contradictions", json::array()},
                {"bars", json::array()}};
    for (const auto& [first, second] : t.contradictions) {
      out["contradictions"].push_back(claim_ids({first, second}));
    }
    for (const bar& b : t.bars) {
      out["bars"].push_back({{"label", b.label},
                             {"claims", claim_ids(b.claims)},
                             {"edtf", string_or_null(to_edtf(b.when))},
                             {"interval", interval_to_json(b.when)},
                             {"relation", to_string(b.relates)},
                             {"modality", to_string(b.mode)},
                             {"reported", b.reported},
                             {"source", string_or_null(b.source)}});
    }
    return out;
  }

  json claim_ids(const std::vector<std::uint32_t>& claims) const {
    json ids = json::array();
    for (const std::uint32_t index : claims) ids.push_back(result_.claims[index].id);
    return ids;
  }

  const timeline& result_;
  const json_options& options_;
  original_text original_;
};

}  // namespace

std::string to_json(const timeline& result, const json_options& options) {
  std::string text = dump(timeline_writer(result, options).write(), options.one_line);
  if (!options.one_line) text += '\n';
  return text;
}

std::string to_json(const record_error& problem) {
  return dump(
      {{"id", string_or_null(problem.id)},
       {"error", {{"code", problem.code}, {"stage", problem.stage}, {"message", problem.message}}}},
      true);
}

std::string problem_json(int status, std::string_view detail) {
  const std::map<int, std::string_view> titles = {{400, "Bad Request"},
                                                  {401, "Unauthorized"},
                                                  {403, "Forbidden"},
                                                  {404, "Not Found"},
                                                  {405, "Method Not Allowed"},
                                                  {413, "Content Too Large"},
                                                  {422, "Unprocessable Content"},
                                                  {500, "Internal Server Error"},
                                                  {503, "Service Unavailable"}};
  const auto title = titles.find(status);
  return dump({{"title", title == titles.end() ? "Error" : title->second},
               {"status", status},
               {"detail", detail}},
              true) +
         "\n";
}

}  // namespace zeitstrahl
