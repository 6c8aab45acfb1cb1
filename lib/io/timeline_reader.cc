// Reads the JSON of json_writer.cc again.

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "io/json_fields.h"
#include "io/json_parse.h"
#include "io/quoted_text.h"
#include "zeitstrahl/edit.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view version_begin = "zeitstrahl/";

class timeline_reader {
 public:
  explicit timeline_reader(std::string_view name) : fields_(name) {}

  result<timeline> read(const json& from) {
    if (const std::string version = fields_.text(from, "schema");
        version != "zeitstrahl/1" && version != "zeitstrahl/2") {
      fields_.fault("schema",
                    "is \"" + shortened(version) + "\"; this program reads zeitstrahl/1 and 2");
      return *fields_.problem();
    } else {
      version_ = version.back() - '0';
    }
    if (from.contains("only")) {
      fields_.fault("only", "says that claims were not asked for; make it without --output-only");
    }
    read_article(from);
    read_text(from);
    for (const json& t : fields_.list(from, "threads")) read_thread(t);
    for (const json& e : fields_.list(from, "expressions")) read_expression(e);
    for (const json& c : fields_.list(from, "claims")) read_claim(c);
    if (fields_.problem()) return *fields_.problem();
    collect_threads();
    out_.names = names_;
    make_bars(out_);
    return std::move(out_);
  }

 private:
  void read_article(const json& from) {
    document& a = out_.article;
    a.id = fields_.text(from, "id");
    a.title = fields_.text(from, "title");
    a.source = fields_.text(from, "source");
    a.author = fields_.text(from, "author");
    a.url = fields_.text(from, "url");
    a.published = fields_.day_of(from, "published");
    a.published_from = fields_.word<published_source>(
        from, "published_from", published_source::unknown, published_source::dateline);
    if (from.contains("modified")) a.modified = fields_.day_of(from, "modified");
    out_.language = fields_.text(from, "language");
    if (const auto other = from.find("other"); other != from.end() && other->is_object()) {
      for (const auto& [key, value] : other->items()) {
        if (value.is_string()) a.other.emplace_back(key, value.get<std::string>());
      }
    }
  }

  // The article's text, whole or as far as it is quoted.
  void read_text(const json& from) {
    quoted_text quoted(from);
    out_.article.text = quoted.text();
    out_.article.changes = quoted.changes();
    for (const json& p : fields_.list(from, "parts")) {
      out_.article.parts.push_back(
          {quoted.bytes(fields_.number(p, "begin"), fields_.number(p, "end")),
           fields_.word<part_kind>(p, "kind", part_kind::heading, part_kind::note)});
    }
    for (const json& line : fields_.list(from, "apart")) {
      out_.article.apart.push_back(
          {fields_.word<part_kind>(line, "kind", part_kind::heading, part_kind::note),
           fields_.text(line, "text")});
    }
    out_.article.warnings = fields_.texts(from, "warnings");
    std::uint32_t title_end = 0;
    for (const json& s : fields_.list(from, "sentences")) {
      const span where = quoted.bytes(fields_.number(s, "begin"), fields_.number(s, "end"));
      if (fields_.number(s, "number") == 0) title_end = where.end;
      out_.sentences.push_back(where);
    }
    out_.article.title_in_text = title_end > 0;
    std::string& text = out_.article.text;
    if (title_end < text.size() && text[title_end] == ' ') text[title_end] = '\n';
    places_ = std::move(quoted);
  }

  span place(const json& from) {
    return places_.bytes(fields_.number(from, "begin"), fields_.number(from, "end"));
  }

  std::string_view owned(std::string name) { return *names_->insert(std::move(name)).first; }

  void read_thread(const json& from) {
    thread& t = out_.threads.emplace_back();
    const std::string id = fields_.text(from, "id");
    fields_.enter("thread " + id);
    t.label = fields_.text(from, "label");
    t.actors = fields_.texts(from, "actors");
    const std::string found = fields_.text_or(from, "found", t.label);
    if (found != t.label) t.found_label = found;
    if (!threads_.try_emplace(id, out_.threads.size() - 1).second) {
      fields_.fault("id", "is that of another thread; each has its own");
    }
    fields_.leave();
  }

  void read_expression(const json& from) {
    time_expression e;
    e.extent = e.phrase = place(from);
    if (const auto phrase = from.find("phrase"); phrase != from.end() && phrase->is_object()) {
      e.phrase = place(*phrase);
    }
    e.type = fields_.word<timex_type>(from, "type", timex_type::date, timex_type::set);
    e.value = fields_.text(from, "value");
    e.mod = fields_.word<timex_mod>(from, "mod", timex_mod::none, timex_mod::after);
    e.quant = fields_.text(from, "quant");
    e.freq = fields_.text(from, "freq");
    e.vague = fields_.flag(from, "vague");
    e.relates = fields_.word<relation>(from, "relation", relation::at, relation::recurring);
    e.when = fields_.interval_of(from);
    e.begin_point = fields_.day_of(from, "begin_point");
    e.end_point = fields_.day_of(from, "end_point");
    e.reading =
        fields_.word<resolution>(from, "reading", resolution::unique, resolution::unresolved);
    e.anchor =
        fields_.word<anchor_kind>(from, "anchor", anchor_kind::none, anchor_kind::expression);
    if (const auto at = from.find("anchor_expression"); at != from.end() && at->is_number()) {
      e.anchor_expression = static_cast<std::uint32_t>(fields_.number(from, "anchor_expression"));
    }
    e.rule = owned(fields_.text(from, "rule"));
    e.frame = owned(fields_.text(from, "frame"));
    e.sentence = sentence_at(e.extent.begin);
    expressions_[e.extent.begin] = static_cast<std::uint32_t>(out_.expressions.size());
    out_.expressions.push_back(std::move(e));
  }

  // Version 1 counts sentences from 1, and does not say where they stand.
  std::uint32_t counted_sentence(std::size_t number, span clause) {
    constexpr std::size_t most = 1 << 20;
    number = std::min(std::max<std::size_t>(number, 1), most);
    if (out_.sentences.size() < number) out_.sentences.resize(number);
    span& s = out_.sentences[number - 1];
    s = s.empty() ? clause : hull(s, clause);
    return static_cast<std::uint32_t>(number - 1);
  }

  std::uint32_t sentence_at(std::uint32_t byte) const {
    const auto behind =
        std::upper_bound(out_.sentences.begin(), out_.sentences.end(), byte,
                         [](std::uint32_t b, const span& s) { return b < s.begin; });
    const auto index = behind - out_.sentences.begin();
    return index == 0 ? 0 : static_cast<std::uint32_t>(index - 1);
  }

  void read_claim(const json& from) {
    claim c;
    c.id = fields_.text_or(from, "id", "");
    fields_.enter("claim " + (c.id.empty() ? std::to_string(out_.claims.size() + 1) : c.id));
    c.added = fields_.flag_or(from, "added", !from.contains("clause"));
    if (c.id.empty()) c.id = free_id();
    c.label = fields_.text(from, "label");
    if (c.label.empty() && c.added) {
      fields_.fault("label", "is empty; say in short what is claimed");
    }
    c.hidden = fields_.flag_or(from, "hidden", false);
    c.note = fields_.text_or(from, "note", "");
    c.mode = fields_.word_or<modality>(from, "modality", modality::actual, modality::negated);
    c.relates = fields_.word_or<relation>(from, "relation", relation::at, relation::recurring);
    c.source = fields_.text_or(from, "source", "");
    c.reported = fields_.flag_or(from, "reported", !c.source.empty());
    c.actors = fields_.texts(from, "actors");
    c.topic = fields_.text_or(from, "topic", "");
    c.matter = fields_.texts(from, "matter");
    read_time(from, c);
    read_evidence(from, c);
    const std::string thread = fields_.text_or(from, "thread", "");
    c.thread = thread_called(thread);
    read_found(from, c);
    if (!ids_.insert(c.id).second)
      fields_.fault("id", "is that of another claim; each has its own");
    out_.claims.push_back(std::move(c));
    fields_.leave();
  }

  std::string free_id() {
    std::string id;
    do {
      id = "c" + std::to_string(++added_) + "x";
    } while (ids_.contains(id));
    return id;
  }

  // The bounds are what the program had said; another "edtf" goes before them.
  void read_time(const json& from, claim& c) {
    if (from.contains("interval")) c.when = fields_.interval_of(from);
    const std::string edtf = fields_.text_or(from, "edtf", "");
    if (edtf.find('~') != std::string::npos) c.when.approximate = true;
    if (edtf == to_edtf(c.when)) return;
    c.when = from_edtf(edtf);
    if (!edtf.empty() && c.when.empty()) {
      fields_.fault("edtf", "is \"" + shortened(edtf) +
                                "\", which is no date; write it as 2025, 2025-03, 2025-03-01, "
                                "2019/.. or 2019/2030");
    }
    c.relates = relation_of(c.when);
  }

  static relation relation_of(const interval& w) {
    const bool begin = w.begin_earliest.given();
    const bool end = w.end_latest.given();
    if (!begin && end) return relation::until;
    if (begin && !end) return relation::from;
    return w.single_unit() ? relation::at : relation::between;
  }

  void read_evidence(const json& from, claim& c) {
    if (const auto clause = from.find("clause"); clause != from.end() && clause->is_object()) {
      c.clause = place(*clause);
      c.sentence = sentence_at(c.clause.begin);
    }
    if (c.added) return;
    if (version_ == 1) c.sentence = counted_sentence(fields_.number(from, "sentence"), c.clause);
    for (const json& t : fields_.list(from, "time")) {
      const auto known = expressions_.find(place(t).begin);
      if (known != expressions_.end()) c.expressions.push_back(known->second);
    }
    for (const json& q : fields_.list(from, "cues")) {
      c.cues.push_back(
          {place(q),
           fields_.word<cue::field>(q, "field", cue::field::modality, cue::field::relation),
           owned(fields_.text(q, "rule"))});
    }
  }

  // By its id, or by its heading, which makes a new one where there is none.
  std::uint32_t thread_called(const std::string& name) {
    if (const auto known = threads_.find(name); known != threads_.end()) {
      return static_cast<std::uint32_t>(known->second);
    }
    for (std::size_t t = 0; t < out_.threads.size(); ++t) {
      if (out_.threads[t].label == name) return static_cast<std::uint32_t>(t);
    }
    out_.threads.emplace_back().label = name;
    return static_cast<std::uint32_t>(out_.threads.size() - 1);
  }

  void read_found(const json& from, claim& c) {
    const auto found = from.find("found");
    if (found == from.end() || !found->is_object()) return;
    found_claim f;
    f.label = fields_.text(*found, "label");
    f.mode = fields_.word<modality>(*found, "modality", modality::actual, modality::negated);
    f.reported = fields_.flag(*found, "reported");
    f.source = fields_.text(*found, "source");
    f.thread = fields_.text(*found, "thread");
    f.when = fields_.interval_of(*found);
    f.relates = fields_.word<relation>(*found, "relation", relation::at, relation::recurring);
    const std::string edtf = fields_.text(*found, "edtf");
    f.when.approximate = edtf.find('~') != std::string::npos;
    if (c.when == f.when) c.relates = f.relates;
    c.found = std::move(f);
    if (edited_fields(out_, c).empty()) c.found.reset();
  }

  void collect_threads() {
    for (std::uint32_t i = 0; i < out_.claims.size(); ++i) {
      out_.threads[out_.claims[i].thread].claims.push_back(i);
    }
  }

  json_fields fields_;
  timeline out_;
  quoted_text places_;
  std::shared_ptr<std::set<std::string>> names_ = std::make_shared<std::set<std::string>>();
  std::map<std::string, std::size_t> threads_;                    // by id
  std::unordered_map<std::uint32_t, std::uint32_t> expressions_;  // by their first byte
  std::set<std::string> ids_;
  int added_ = 0;
  int version_ = 2;
};

std::size_t line_of(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, std::min(at, bytes.size()));
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace

bool is_timeline(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 400);
  const std::size_t begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const std::size_t key = head.find("\"schema\"");
  if (begin == head.npos || head[begin] != '{' || key == head.npos) return false;
  const std::size_t value = head.find('"', key + 8);
  return value != head.npos && head.substr(value + 1).starts_with(version_begin);
}

result<timeline> read_timeline(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t fault = 0;
  const json parsed = parse_json(bytes, fault);
  if (fault != bytes.npos) {
    return error{error_kind::bad_input,
                 std::string(name) + ":" + std::to_string(line_of(bytes, fault)),
                 "is no JSON from here on; a comma or a bracket may be missing or too many"};
  }
  if (!parsed.is_object()) {
    return error{error_kind::bad_input, std::string(name), "is no timeline; extract writes them"};
  }
  return timeline_reader(name).read(parsed);
}

}  // namespace zeitstrahl
