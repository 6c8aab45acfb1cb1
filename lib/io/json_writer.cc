#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "io/json_parts.h"
#include "io/json_text.h"
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
  timeline_writer(const timeline& result, const json_options& options, byte_sink sink = {})
      : result_(result),
        options_(options),
        original_(result.article),
        out_(options.one_line, std::move(sink)) {}

  std::string text() {
    // About what most take, so that long texts are not copied as they grow.
    out_.reserve(1024 + 64 * result_.sentences.size() + 640 * result_.expressions.size() +
                 2048 * result_.claims.size());
    write();
    return out_.take();
  }

  bool finish() {
    write();
    return out_.finish();
  }

 private:
  void write() {
    out_.begin_object();
    write_article();
    if (!options_.expressions_only) write_sentences();
    write_all("expressions", result_.expressions, &timeline_writer::write_expression);
    if (!options_.expressions_only) {
      write_all("claims", result_.claims, &timeline_writer::write_claim);
      write_all("threads", result_.threads, &timeline_writer::write_thread);
    }
    out_.end_object();
  }

  template <class Items, class Writer>
  void write_all(std::string_view name, const Items& items, Writer writer) {
    out_.key(name).begin_array();
    for (const auto& item : items) (this->*writer)(item);
    out_.end_array();
  }

  void write_article() {
    const document& article = result_.article;
    out_.key("schema").word(schema_version);
    out_.key("program").word(program_version());
    if (options_.expressions_only) out_.key("only").string("expressions");
    out_.key("id").string(article.id);
    out_.key("title").string_or_null(article.title);
    out_.key("published").day_or_null(article.published);
    out_.key("published_from").word(to_string(article.published_from));
    out_.key("modified").day_or_null(article.modified);
    out_.key("source").string_or_null(article.source);
    out_.key("author").string_or_null(article.author);
    out_.key("url").string_or_null(article.url);
    out_.key("other").begin_object();
    for (const auto& [key, value] :
         std::map<std::string, std::string>(article.other.begin(), article.other.end())) {
      out_.any_key(key).string(value);
    }
    out_.end_object();
    out_.key("language").string(result_.language);
    write_repairs();
    write_all("parts", article.parts, &timeline_writer::write_part);
    write_all("apart", article.apart, &timeline_writer::write_apart);
    out_.key("warnings").strings(article.warnings);
    if (options_.with_text) out_.key("text").string(original_.text());
  }

  void write_sentences() {
    out_.key("sentences").begin_array();
    for (std::uint32_t i = 0; i < result_.sentences.size(); ++i) {
      const span points = original_.code_points(result_.sentences[i]);
      out_.begin_object().key("number").number(sentence_number(result_, i));
      out_.key("begin").number(points.begin).key("end").number(points.end).end_object();
    }
    out_.end_array();
  }

  // The object is left open.
  void begin_span(span where) {
    const span points = original_.code_points(where);
    out_.begin_object().key("begin").number(points.begin).key("end").number(points.end);
    out_.key("text").string(original_.words(where));
  }

  void write_span(span where) {
    begin_span(where);
    out_.end_object();
  }

  // People know words again, not single characters: the words that hold repairs.
  void write_repairs() {
    const std::string_view text = result_.article.text;
    out_.key("repairs").begin_array();
    std::size_t done = 0;
    for (const change& r : result_.article.changes) {
      if (r.misread_as.empty() || r.where.begin < done || r.where.end > text.size()) continue;
      const span word = word_around(text, r.where);
      begin_span(word);
      out_.key("mended").string(word.in(text)).key("encoding").string(r.misread_as);
      out_.end_object();
      done = word.end;
    }
    out_.end_array();
  }

  void write_part(const part& p) {
    begin_span(p.where);
    out_.key("kind").word(to_string(p.is)).end_object();
  }

  void write_apart(const apart_line& line) {
    out_.begin_object().key("kind").word(to_string(line.is));
    out_.key("text").string(line.text).end_object();
  }

  void write_expression(const time_expression& e) {
    begin_span(e.extent);
    out_.key("phrase");
    write_span(e.phrase);
    out_.key("type").word(to_string(e.type));
    out_.key("value").string_or_null(e.value);
    out_.key("mod").word_or_null(to_string(e.mod));
    out_.key("quant").string_or_null(e.quant);
    out_.key("freq").string_or_null(e.freq);
    out_.key("vague").boolean(e.vague);
    out_.key("edtf").edtf_or_null(e.when);
    out_.key("relation").word(to_string(e.relates));
    out_.key("interval").value(e.when);
    out_.key("begin_point").day_or_null(e.begin_point);
    out_.key("end_point").day_or_null(e.end_point);
    out_.key("basis").word(to_string(basis_of(e.when)));
    out_.key("reading").word(to_string(e.reading));
    out_.key("anchor").word(to_string(e.anchor));
    const bool anchored =
        e.anchor == anchor_kind::expression && e.anchor_expression < result_.expressions.size();
    out_.key("anchor_expression").number_or_null(e.anchor_expression, anchored);
    out_.key("rule").string(e.rule);
    out_.key("frame").string_or_null(e.frame);
    out_.end_object();
  }

  void write_claim(const claim& c) {
    out_.begin_object().key("id").string(c.id);
    out_.key("time").begin_array();
    for (const std::uint32_t index : c.expressions) {
      if (index < result_.expressions.size()) write_span(result_.expressions[index].extent);
    }
    out_.end_array();
    out_.key("clause");
    write_span(c.clause);
    write_times(c.when, c.relates);
    out_.key("modality").word(to_string(c.mode));
    out_.key("reported").boolean(c.reported);
    out_.key("source").string_or_null(c.source);
    out_.key("actors").strings(c.actors);
    out_.key("label").string(c.label);
    out_.key("thread").string_or_null(c.thread < result_.threads.size() ? thread_id(c.thread) : "");
    out_.key("sentence")
        .number_or_null(c.added ? 0 : sentence_number(result_, c.sentence), !c.added);
    write_all("cues", c.cues, &timeline_writer::write_cue);
    out_.key("topic").string_or_null(c.topic);
    out_.key("matter").strings(c.matter);
    out_.key("hidden").boolean(c.hidden);
    out_.key("added").boolean(c.added);
    out_.key("note").string_or_null(c.note);
    out_.key("edited").strings(edited_fields(result_, c));
    if (!options_.one_line && !c.added) write_found(c);
    out_.end_object();
  }

  void write_times(const interval& when, relation relates) {
    out_.key("edtf").edtf_or_null(when);
    out_.key("interval").value(when);
    out_.key("relation").word(to_string(relates));
  }

  void write_cue(const cue& settled) {
    begin_span(settled.where);
    out_.key("field").word(to_string(settled.settles));
    out_.key("rule").string(settled.rule).end_object();
  }

  // So that whoever reads the file again can tell what was changed in it.
  void write_found(const claim& c) {
    const thread* t = c.thread < result_.threads.size() ? &result_.threads[c.thread] : nullptr;
    const std::string heading = t == nullptr             ? ""
                                : t->found_label.empty() ? t->label
                                                         : t->found_label;
    const found_claim f = c.found.value_or(
        found_claim{c.label, c.when, c.relates, c.mode, c.reported, c.source, heading});
    out_.key("found").begin_object().key("label").string(f.label);
    write_times(f.when, f.relates);
    out_.key("modality").word(to_string(f.mode));
    out_.key("reported").boolean(f.reported);
    out_.key("source").string_or_null(f.source);
    out_.key("thread").string(f.thread).end_object();
  }

  void write_thread(const thread& t) {
    out_.begin_object().key("id").string(thread_id(&t - result_.threads.data()));
    out_.key("label").string(t.label);
    out_.key("found").string(t.found_label.empty() ? t.label : t.found_label);
    out_.key("actors").strings(t.actors);
    out_.key("claims");
    write_claim_ids(t.claims);
    out_.key("edtf").edtf_or_null(t.when);
    out_.key("interval").value(t.when);
    out_.key("contradictions").begin_array();
    for (const auto& [first, second] : t.contradictions) write_claim_ids({first, second});
    out_.end_array();
    write_all("bars", t.bars, &timeline_writer::write_bar);
    out_.end_object();
  }

  void write_bar(const bar& b) {
    out_.begin_object().key("label").string(b.label).key("claims");
    write_claim_ids(b.claims);
    write_times(b.when, b.relates);
    out_.key("modality").word(to_string(b.mode));
    out_.key("reported").boolean(b.reported);
    out_.key("source").string_or_null(b.source).end_object();
  }

  void write_claim_ids(const std::vector<std::uint32_t>& claims) {
    out_.begin_array();
    for (const std::uint32_t index : claims) out_.string(result_.claims[index].id);
    out_.end_array();
  }

  const timeline& result_;
  const json_options& options_;
  original_text original_;
  json_text out_;
};

}  // namespace

std::string to_json(const timeline& result, const json_options& options) {
  std::string text = timeline_writer(result, options).text();
  if (!options.one_line) text += '\n';
  return text;
}

bool write_json(const timeline& result, const json_options& options, const byte_sink& sink) {
  return timeline_writer(result, options, sink).finish() && (options.one_line || sink("\n"));
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
